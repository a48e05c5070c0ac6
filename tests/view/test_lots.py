"""The hand dealt by lots: eight cards, which lot it is, and the next ones at a press or a key."""

from __future__ import annotations

from dataclasses import replace

from game.core.session import Session
from game.view.answer.ui import Ui
from tests.view import afternoon
from tests.view.look import table
from tests.view.room import Hands
from tests.view.test_hand_labels import at_once, whole


def lots() -> Hands:
    return table(afternoon.issues(), Ui(screen="play"))


def cards(hands: Hands) -> list[str]:
    """Give the cards of the lot, all its pages."""
    found: dict[str, None] = {}
    while True:
        found |= {node.key: None for node in hands.tree.walk() if node.key.startswith("card:")}
        after = hands.tree.find("hand:after")
        if after is None or "disabled" in after.states:
            return list(found)
        hands.tap("hand:after")


def said(hands: Hands) -> str:
    node = hands.tree.find("hand:lot")
    assert node is not None
    return node.name.replace("\u00a0", " ")


def test_eight_cards_lie_in_the_hand_and_a_press_gives_the_next_ones() -> None:
    hands = lots()
    assert said(hands) == "Axes : lot 1 sur 6. Les 8 cartes suivantes"
    first = cards(hands)
    assert len(first) == 8
    hands.tap("hand:lot")
    assert said(hands).startswith("Axes : lot 2 sur 6")
    assert hands.ui.scroll("hand:axis:1") == 0
    assert not set(cards(hands)) & set(first)
    for _ in range(4):
        hands.tap("hand:lot")
    assert said(hands) == "Axes : lot 6 sur 6. Revenir aux premières cartes"
    assert len(cards(hands)) == 4
    hands.tap("hand:lot")
    assert cards(hands) == first


def test_a_family_has_its_own_lots_from_their_first_card_and_keeps_its_place() -> None:
    hands = lots()
    hands.tap("hand:after")
    hands.tap("hand:lot")
    hands.tap("head:sports")
    assert said(hands).startswith("Sports, loisirs : lot 1 sur 6")
    assert "card:eau" in cards(hands)
    hands.tap("head:sports")
    assert said(hands).startswith("Axes : lot 2 sur 6")


def test_a_search_finds_all_that_was_not_dealt() -> None:
    hands = lots()
    hands.tap("hand:search")
    hands.type("de")
    assert hands.tree.find("hand:lot") is None
    assert len(cards(hands)) > 8


def test_the_keyboard_reaches_the_next_lot() -> None:
    hands = lots()
    hands.focus("hand:lot")
    hands.keys("enter")
    assert said(hands).startswith("Axes : lot 2 sur 6")


def test_without_lots_all_the_cards_lie_there_as_before() -> None:
    session: Session = afternoon.issues()
    hands = table(replace(session, workshop=at_once(session.workshop)), Ui(screen="play"))
    assert hands.tree.find("hand:lot") is None
    assert len(whole(hands)) == len(session.hand_issues)
