"""What the check says of a card's room is what the screen and the printed card do."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.fit import Fitting
from game.content.folder import read_folder
from game.content.walk import Walk
from game.core.cards import Card, Deck, IssueCard, LeverCard
from game.core.text import same
from game.places import shelves
from game.type import faces
from game.type.fonts import face_file
from game.type.measure import FontMeasure, covered
from game.view import scene
from game.view.board.hand import CARD
from game.view.parts.cards import card_face, face_of
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Words
from game.view.tree.sight import Sight
from game.words.catalogue import speaker
from tests.view.afternoon import issues
from tests.view.board_room import table

CLAP = shelves.decks() / "clap" / "deck.yaml"
WORDS = [
    "achat", "marché", "clause", "insertion", "développement", "entreprises", "d'approvisionnement", "collectivités",
    "le", "la", "de", "des", "à", "et",
]  # fmt: skip


def walked(text: str, folder: Path) -> Walk:
    folder.mkdir(exist_ok=True)
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    return read_folder(folder / "deck.yaml", folder.parent).walk


def clap() -> Deck:
    deck = read_folder(CLAP, CLAP.parent.parent).deck
    assert deck is not None
    return deck


def shelf_box() -> Box:
    """Give the least box of a card on the shelf; the table's own, full HD, at 100 %, is as tall and no narrower."""
    hands = table(issues())
    node = next(node for node in hands.tree.walk() if node.key.startswith("card:") and node.role == "card")
    assert node.box.w >= CARD[0]
    assert node.box.h == CARD[1]
    return Box(0, 0, *CARD)


def sight() -> Sight:
    return scene.sight(speaker("fr"), FontMeasure(), (1920, 1080))


def label(card: Card, deck: Deck, box: Box) -> Words:
    assert isinstance(card, IssueCard | LeverCard)
    families = deck.families if isinstance(card, IssueCard) else ()
    look = card_face(sight(), box, "card", card, face_of(sight(), card, deck), families).look
    wide = faces.LABELS["issue" if isinstance(card, IssueCard) else "lever"][0]
    return next(one for one in look if isinstance(one, Words) and one.bold and one.box.w == wide)


def test_the_sizes_are_those_of_the_table() -> None:
    assert faces.LABEL_SIZES == (theme.LABEL, theme.BODY, theme.TEXT)
    assert faces.BAND_SIZE == theme.TEXT


@pytest.mark.parametrize("kind", ["issue", "lever"])
def test_a_label_is_told_too_long_when_the_table_cuts_it(kind: str) -> None:
    """Thousands of made-up labels: the check and the table's own layout say the same."""
    deck, box, dice = clap(), shelf_box(), random.Random(3)
    first: IssueCard | LeverCard = deck.issues[0] if kind == "issue" else deck.levers[0]
    wide, tall = faces.LABELS[kind]
    fitting = Fitting(Walk("x", {}))
    cut = 0
    for _ in range(400):
        words = " ".join(dice.choice(WORDS) for _ in range(dice.randrange(1, 8))).capitalize()[:42]
        shown = label(replace(first, label=same(words)), deck, box)
        whole = " ".join(shown.lines).replace("- ", "-").split() == words.replace("- ", "-").split()
        told = not (fitting._at_once(words, wide, tall) or fitting._shown(words, wide, tall))
        assert told != whole, (words, shown.lines)
        cut += told
    assert 30 < cut < 370


def test_a_label_at_once_is_never_one_that_is_cut() -> None:
    dice, fitting = random.Random(5), Fitting(Walk("x", {}))
    for wide, tall in faces.LABELS.values():
        for _ in range(2000):
            words = " ".join(dice.choice(WORDS) for _ in range(dice.randrange(1, 7)))
            assert not fitting._at_once(words, wide, tall) or fitting._shown(words, wide, tall), words


def test_every_sign_of_our_decks_is_covered() -> None:
    for file in shelves.decks().glob("*/deck.yaml"):
        signs = {sign for one in read_folder(file, file.parent.parent).walk.texts for sign in one.words}
        assert signs - covered() <= {"\n"}
    assert "☃" not in covered()
    assert face_file(bold=False).is_file()


def overflows(text: str, folder: Path) -> set[tuple[str, str]]:
    """Print a deck, and give the cards that typst itself finds too full: (card, side)."""
    from game.printing.pile import Order, chosen, printed

    deck = read_folder(folder / "deck.yaml", folder.parent).deck
    assert deck is not None
    done = printed(Order(deck, chosen(deck, ("issues", "levers", "events")), speaker("fr"), speaker("fr")))
    sides = {"text": "front", "saved": "front", "back": "back"}
    return {(one.card, sides[one.part]) for one in done.overflows if one.part in sides and one.down > 0.05}


LINES = ('      fr: "', "    note:", '    cao:\n      fr: "')


@pytest.mark.slow
def test_a_card_is_told_too_full_when_typst_finds_it_so(tmp_path: Path) -> None:
    """Texts of our deck made longer by bits: nearly every overflow told, a card at the very edge told at most once."""
    pytest.importorskip("typst")
    dice = random.Random(11)
    lines = CLAP.read_text(encoding="utf-8").split("\n")
    for at, line in enumerate(lines):
        if lines[at - 1].strip() == "plain:":  # held to its own length whatever the room
            continue
        if line.startswith('      fr: "') and dice.random() < 0.5 and line.endswith('"'):
            more = " ".join(dice.choice(WORDS) for _ in range(dice.randrange(0, 30)))
            lines[at] = f'{line[:-1]} {more}"'
    walk = walked("\n".join(lines), tmp_path / "clap")
    told: set[tuple[str, str]] = set()
    owners = {one.at: one.owner for one in walk.texts}
    walk.languages = ("fr",)
    for code, node, _ in Fitting(walk).faults():
        if code in ("fit_front", "fit_back"):
            told.add((owners[node], code.removeprefix("fit_")))  # type: ignore[index]
    real = overflows("\n".join(lines), tmp_path / "clap")
    assert len(real) > 10
    assert len(told - real) <= 1
    assert len(told & real) >= 0.85 * len(real)
