"""The words of the trade, from the menu or from a card, and how the law that a card quotes is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.core.glossary import spans
from game.core.session import Session
from game.view.answer.input import Wheel
from game.view.tree.looks import Fill
from game.view.tree.node import Node
from game.words.catalogue import speaker
from tests.view.afternoon import opened, picked
from tests.view.council import SESSIONS, table

CARD = "reserver-handicap"
TALL = (1920, 6000)


def words(tree: Node) -> list[str]:
    return [node.name for node in tree.walk() if node.key.startswith("word:")]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_menu_leads_to_every_word_the_deck_explains(lang: str) -> None:
    room = table(picked(), TALL, menu=True, lang=lang)
    room.tap("menu:glossary")
    room.tap("tab:glossary:all")  # first those of the screen under it
    terms = picked().workshop.deck.glossary
    assert len(terms) >= 40
    found = words(room.tree)
    assert len(found) < len(terms), "the list scrolls"
    for _ in range(8):
        room.keys("pagedown")
        found += words(room.tree)
    say = speaker(lang).say
    assert {say("glossary.said", word=one.word.say(lang), meaning=one.meaning.say(lang)) for one in terms} == set(found)
    room.keys("escape")
    assert not room.ui.dialog


def test_a_card_leads_to_the_words_it_uses_then_to_all() -> None:
    room = table(picked(), spotlight=CARD)
    room.give(Wheel(*room.spot(f"spotlight:{CARD}:around"), -20))
    room.tap("spotlight:words")
    assert (room.ui.spotlight, room.ui.dialog, room.ui.about) == ("", "glossary", CARD)
    mine = [name.split()[0] for name in words(room.tree)]
    assert mine == ["CCP", "EA", "ESAT", "lot"]
    room.tap("tab:glossary:all")
    assert len(words(room.tree)) > len(mine)


def test_a_deck_without_words_says_so() -> None:
    session = picked()
    bare = replace(session, workshop=replace(session.workshop, deck=replace(session.workshop.deck, glossary=())))
    assert words(table(bare, dialog="glossary").tree) == []
    assert table(bare, dialog="glossary").tree.find("glossary:none") is not None
    assert table(bare, spotlight=CARD).tree.find("spotlight:words") is None


@pytest.mark.parametrize(("day", "old"), [("2027-11-22", False), ("2027-11-23", True)])
def test_law_is_told_with_how_sure_it_is_its_date_and_when_it_grew_old(day: str, old: bool) -> None:
    session = dated(picked(), day)
    said = " ".join(node.name for node in table(session, spotlight=CARD).tree.walk())
    assert "sûre" in said
    assert "22 novembre 2026" in said
    assert ("plus d'un an" in said.replace("’", "'")) is old
    sheets = dated(SESSIONS["sheets"](), day)
    view = {"tabs": (("objective", "handicap"), ("sheet", "follow"))}
    sheet = " ".join(node.name for node in table(sheets, (1920, 2400), **view).tree.walk())
    assert "22 novembre 2026" in sheet
    assert ("plus d'un an" in sheet.replace("’", "'")) is old


def dated(session: Session, day: str) -> Session:
    return replace(session, date=day)


def underlines(tree: Node) -> list[tuple[str, int]]:
    """Give the texts of a card that are pressed for their words, and how many lines are drawn under words in each."""
    found = [node for node in tree.walk() if node.key.endswith(":words") and node.key.startswith("spotlight:")]
    buttons = [node for node in found if node.key != "spotlight:words"]
    return [(node.name, sum(isinstance(mark, Fill) for kid in node.walk() for mark in kid.look)) for node in buttons]


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (3840, 2160)])
def test_every_word_that_a_card_underlines_opens_the_glossary(size: tuple[int, int]) -> None:
    room = table(picked(), size, spotlight=CARD)
    told = underlines(room.tree)
    assert told
    assert all(lines for _, lines in told)
    key = next(node.key for node in room.tree.walk() if node.name == told[0][0] and node.acts)
    room.tap(key)
    assert (room.ui.spotlight, room.ui.dialog, room.ui.about) == ("", "glossary", CARD)
    again = table(picked(), size, spotlight=CARD)
    again.focus(key)
    again.keys("enter")
    assert (again.ui.dialog, again.ui.about) == ("glossary", CARD)


def test_a_text_without_a_word_of_the_trade_is_no_button() -> None:
    room = table(picked(), spotlight=CARD)
    texts = {name for name, _ in underlines(room.tree)}
    assert not any("Travail et handicap" in name and "ESAT" not in name for name in texts)


@pytest.mark.parametrize("phase", [opened, picked])
def test_the_glossary_is_one_press_or_one_key_away(phase: Callable[[], Session]) -> None:
    room = table(phase())
    room.tap("foot:words")
    assert room.ui.dialog == "glossary"
    other = table(phase())
    other.keys("f2")
    assert other.ui.dialog == "glossary"


def test_a_word_is_found_where_it_first_stands_whole() -> None:
    said = "Un DCE, une clause d'exécution ; un autre DCE."
    assert [said[a:b] for a, b in spans(("DCE", "clause", "clause d'exécution"), said)] == ["DCE", "clause d'exécution"]
    assert spans(("CAO",), "CAOS et cao") == ()
