"""Decks with other families, stages, limits and languages: every screen of their workshops holds."""

from __future__ import annotations

import pytest

from game.view.answer.ui import Ui
from game.view.tree.looks import Words
from tests.view.checks import sound
from tests.view.elsewhere import SESSIONS
from tests.view.look import table

GUISES = [("fr", 100, "table"), ("en", 100, "table"), ("fr", 150, "plan"), ("en", 150, "table"), ("en", 200, "table")]


@pytest.mark.parametrize(("lang", "percent", "view"), GUISES)
@pytest.mark.parametrize("name", SESSIONS)
def test_every_screen_holds(name: str, lang: str, percent: int, view: str) -> None:
    hands = table(SESSIONS[name](), Ui(screen="play", lang=lang, percent=percent, tabs=(("view", view),)))
    sound(hands.tree, hands.measure, percent)
    assert not getattr(hands.speaker, "missing", ())


def test_three_columns_a_family() -> None:
    hands = table(SESSIONS["drumsallow"](), Ui(screen="play", lang="en"))
    boxes = [hands.tree.find(f"issue:{card}") for card in ("energy-bills", "access-for-all", "first-jobs")]
    cells = [node.box for node in boxes if node is not None]
    assert len(cells) == 3
    assert cells[0].right <= cells[1].x
    assert cells[1].right <= cells[2].x
    assert cells[0].y == cells[1].y == cells[2].y
    assert min(cell.w for cell in cells) > 240


def test_a_french_room_reads_english_cards_as_they_are() -> None:
    hands = table(SESSIONS["drumsallow"](), Ui(screen="play", lang="fr"))
    said = {line for node in hands.tree.walk() for mark in node.look if isinstance(mark, Words) for line in mark.lines}
    assert "Smaller lots" in said
    assert "Cheap now" in said


@pytest.mark.parametrize("name", ["cantine", "drumsallow"])
def test_the_spotlight_tells_a_lever(name: str) -> None:
    session = SESSIONS[name]()
    lever = session.issues[0].levers[0]
    hands = table(session, Ui(screen="play", lang="en", spotlight=lever))
    sound(hands.tree, hands.measure)
    marks = [mark for node in hands.tree.walk() for mark in node.look if isinstance(mark, Words)]
    told = " ".join(line for mark in marks for line in mark.lines)
    card = session.workshop.deck.lever(lever)
    assert card is not None
    assert card.text.say("en") in told


@pytest.mark.parametrize(("lang", "said"), [("en", "90% of trees"), ("fr", "90\u00a0% of trees")])
def test_the_per_cent_sign_stands_as_the_reader_writes_it(lang: str, said: str) -> None:
    session = SESSIONS["drumsallow"]()
    credits = table(SESSIONS["drumsallow-end"](), Ui(screen="play", lang=lang))
    spotlight = table(session, Ui(screen="play", lang=lang, spotlight="nature-in-town"))
    for hands in (credits, spotlight):
        marks = [mark for node in hands.tree.walk() for mark in node.look if isinstance(mark, Words)]
        assert said in " ".join(line for mark in marks for line in mark.lines)
