"""Typing errors made by a machine: nearly all are put right, and no mutilated file breaks the reader."""

from __future__ import annotations

import random
import string

from game.content.near import icons, nearest, nearest_key, slug
from game.content.problems import block
from game.content.scenario import SPEC, read_scenario
from game.places import shelves
from game.words.catalogue import speaker
from tests.content.samples import DECK, SCENARIO, deck_of

MESS = [*"\t\n:-[]{}'\"#&*!|>%@`,? ", "\u00a0", "–", "“", "\x00", "\u202e", "- ", ": ", "\n\n", "é", "😀"]


def misspelt(word: str, dice: random.Random) -> str:
    """Drop, double, swap or change one letter, as a hurried hand does."""
    at = dice.randrange(1, len(word))
    changes = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        word[:at] + dice.choice(string.ascii_lowercase) + word[at + 1 :],
    )
    return dice.choice(changes)


def test_nearly_every_typo_in_an_id_is_put_right() -> None:
    dice = random.Random(2021)
    deck, _ = deck_of((shelves.decks() / "clap" / "deck.yaml").read_text(encoding="utf-8"))
    assert deck is not None
    ids = [card.id for card in (*deck.issues, *deck.levers, *deck.events)]
    tried = [(word, misspelt(word, dice)) for word in ids * 3]
    right = [nearest(typo, ids) == word for word, typo in tried if typo not in ids]
    assert len(right) > 250
    assert sum(right) >= 0.95 * len(right)


def test_nearly_every_typo_in_a_key_is_put_right() -> None:
    dice = random.Random(2021)
    keys = tuple(SPEC.fields)
    right = [nearest_key(misspelt(word, dice), keys) == word for word in keys * 12]
    assert sum(right) >= 0.9 * len(right)


def test_a_word_far_from_all_gets_nothing() -> None:
    keys = tuple(SPEC.fields)
    assert [nearest(word, keys) for word in ("zzz", "", "q" * 70, "123", "été")] == [""] * 5


def test_a_french_key_is_understood() -> None:
    known = ("label", "title", "text", "stage", "answers", "colour", "icon")
    said = ("Libellé", "titre", "TEXTE", "étape", "repond_a", "couleur", "icône")
    assert tuple(nearest_key(word, known) for word in said) == known


def test_a_slug_is_an_id() -> None:
    assert slug("L'École d'été  n°2 !") == "l-ecole-d-ete-n-2"


def test_the_icons_are_those_of_the_package() -> None:
    assert len(icons()) > 1500
    assert {"leaf", "baby", "hammer"} <= icons()


def mutilated(text: str, dice: random.Random) -> str:
    for _ in range(dice.randrange(1, 6)):
        at = dice.randrange(len(text))
        cut = dice.choice((0, 0, 1, 2, 40))
        text = text[:at] + dice.choice((*MESS, "")) + text[at + cut :]
    return text


def test_no_mutilated_file_breaks_the_reader() -> None:
    """Whatever is done to a file, it gives a value or problems that can be said and shown: never a traceback."""
    dice = random.Random(45)
    say = speaker("fr").say
    deck, _ = deck_of(DECK)
    for _ in range(400):
        text = mutilated(DECK, dice)
        made, problems = deck_of(text)
        assert made is not None or problems
        assert all(block(one, say, text) for one in problems)
        town = mutilated(SCENARIO, dice)
        found, more = read_scenario(town.encode(), "scenario.yaml", deck)
        assert found is not None or more
        assert all(block(one, say, town) for one in more)


def test_no_mutilated_bytes_break_the_reader() -> None:
    dice = random.Random(9)
    data = bytearray(DECK.encode())
    for _ in range(200):
        wrong = bytearray(data)
        for _ in range(3):
            wrong[dice.randrange(len(wrong))] = dice.randrange(256)
        made, problems = read_scenario(bytes(wrong), "scenario.yaml", None)
        assert made is None
        assert problems
