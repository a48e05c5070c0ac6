"""Typing errors of one or two letters in a real deck: at least 95 % are put right; two hundred under CLAP_TORTURE."""

from __future__ import annotations

import os
import random
import re
import string
from pathlib import Path

import pytest

from game.authoring.check import check_deck
from game.content.near import distance, icons, nearest
from game.places import shelves
from tests.content.test_pictures import png

CLAP = shelves.decks() / "clap" / "deck.yaml"
TYPOS = 200 if os.environ.get("CLAP_TORTURE") else 20
PLACES = (
    ("key", re.compile(r"^\s+(?:- )?([a-z_]{4,}):", re.MULTILINE)),
    ("id", re.compile(r"(?:answers|cancelled_by): \[([a-z0-9-]+)")),
    ("pair", re.compile(r"pair: \[([a-z0-9-]+),")),
    ("family", re.compile(r"families: \[([a-z]+)")),
    ("axis", re.compile(r"(?:axis|stage): ([a-z]+)")),
    ("icon", re.compile(r"icon: ([a-z-]{4,})")),
    ("choice", re.compile(r"confidence: ([a-z-]+)")),
    ("licence", re.compile(r"^licence: (\S+)", re.MULTILINE)),
    ("picture", re.compile(r"image: (images/[a-z]+)")),
    ("language", re.compile(r"\{(fra)")),
)


def misspelt(word: str, dice: random.Random, slips: int) -> str:
    """Drop, double, swap, add or change a letter, once or twice."""
    for _ in range(slips):
        at = dice.randrange(len(word))
        letter = dice.choice(string.ascii_lowercase)
        word = dice.choice((
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at else word + letter,
            word[:at] + letter + word[at + 1 :],
            word[:at] + letter + word[at:],
        ))  # fmt: skip
    return word


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "clap"
    (made / "images").mkdir(parents=True)
    for name in ("cantine", "piscine", "mairie"):
        (made / "images" / f"{name}.png").write_bytes(png())
    return made


def text() -> str:
    """Give our deck, with a picture here and there."""
    found, names = CLAP.read_text(encoding="utf-8"), ("cantine", "piscine", "mairie")
    for name in names:
        found = found.replace("\n    question:", f"\n    image: images/{name}.png\n    query:", 1)
    return found.replace("\n    query:", "\n    question:")


def test_nearly_every_typo_of_a_deck_is_put_right(folder: Path) -> None:
    dice, sound = random.Random(2026), text()
    right, wrong = 0, []
    kinds = [kind for kind in PLACES if kind[1].search(sound)]
    while right + len(wrong) < TYPOS:
        name, pattern = dice.choice(kinds)
        found = dice.choice(list(pattern.finditer(sound)))
        typo = misspelt(found[1], dice, 2 if len(found[1]) > 5 and dice.random() < 0.4 else 1)
        if typo == found[1] or not re.fullmatch(r"[A-Za-z0-9_./-]+", typo):
            continue
        line = sound[: found.start(1)].count("\n") + 1
        (folder / "deck.yaml").write_text(sound[: found.start(1)] + typo + sound[found.end(1) :], encoding="utf-8")
        told = [one for one in check_deck(folder / "deck.yaml", folder.parent).problems if one.line == line]
        meant = [str(dict(one.facts).get("near", "")) for one in told]
        if any(found[1] in (near, near.removesuffix(".png")) for near in meant):
            right += 1
        elif told:  # a word that is another right word is no fault to be found
            wrong.append((name, found[1], typo, meant))
    assert right >= 0.95 * TYPOS, wrong


def test_nothing_is_suggested_that_is_far() -> None:
    dice = random.Random(4)
    known = sorted(icons())
    for _ in range(60):
        word = "".join(dice.choice(string.ascii_lowercase) for _ in range(dice.randrange(3, 14)))
        near = nearest(word, known)
        assert not near or distance(word, near) <= max(1, 0.4 * max(len(word), len(near)))


def test_distance_counts_slips() -> None:
    pairs = (("eau", "eau"), ("eau", "aeu"), ("eau", "eaux"), ("eau", "ea"), ("eau", "eat"), ("leviers", "leveirs"))
    assert [distance(*pair) for pair in pairs] == [0, 1, 1, 1, 1, 1]
