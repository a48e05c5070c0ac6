"""The hand's shelf: each tab from its first card, and arrows that move even after the shelf got shorter."""

from __future__ import annotations

import pytest

from game.view.answer.input import FocusOn, Hover
from game.view.tree.looks import Words
from game.view.tree.node import wordless
from tests.view.afternoon import issues
from tests.view.board_room import find, table
from tests.view.rooms import at


def first(hands: object) -> str:
    shelf = hands.tree.find("hand:axis")  # type: ignore[attr-defined]
    left = [kid for kid in shelf.kids if kid.box.x >= shelf.box.x]
    return min(left, key=lambda kid: kid.box.x).key  # type: ignore[no-any-return]


def test_a_tab_shows_its_cards_from_the_first() -> None:
    hands = table(issues())
    hands.tap("tab:hand:social")
    at_first = first(hands)
    hands.tap("tab:hand:all")
    for _ in range(5):
        hands.tap("hand:after")
    hands.tap("tab:hand:social")
    assert first(hands) == at_first
    assert "disabled" in find(hands, "hand:before").states


def test_the_arrow_back_moves_at_once_when_the_shelf_got_shorter() -> None:
    hands = table(issues(), scrolls=(("hand:axis", 100_000),))
    shown = first(hands)
    hands.tap("hand:before")
    assert first(hands) != shown


def test_the_wheel_moves_at_once_when_the_shelf_got_shorter() -> None:
    from game.view.answer.input import Wheel

    hands = table(issues(), scrolls=(("hand:axis", 100_000),))
    shelf = find(hands, "hand:axis")
    before = [kid.box.x for kid in shelf.kids]
    hands.give(Wheel(*shelf.box.centre, 2))
    assert [kid.box.x for kid in find(hands, "hand:axis").kids] != before


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_sign_of_the_hand_is_named_under_the_mouse_and_the_focus(lang: str) -> None:
    room = at(issues(), lang=lang, screen="play")
    signs = [node for node in room.tree.walk() if node.key.startswith("tab:hand:") and wordless(node)]
    assert signs, "six tabs of groups do not all fit in words"
    for sign in signs:
        room.give(Hover(*sign.box.centre))
        plate = next(node for node in room.tree.walk() if node.key == "named")
        assert " ".join(mark.lines[0] for mark in plate.look if isinstance(mark, Words)) == sign.name
        assert not plate.box.meet(sign.box).h
    room.give(Hover(5, 5))
    assert not any(node.key == "named" for node in room.tree.walk())
    room.give(FocusOn(signs[0].key))
    assert any(node.key == "named" for node in room.tree.walk())
