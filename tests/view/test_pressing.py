"""A press means what it meant when it came down; Escape, undo and other hands know of what is held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.moves.flow import EnterPhase
from game.core.moves.votes import LayToken
from game.view.answer.input import FocusOn, Key, PointerDown, PointerMove, PointerUp, Tick, Wheel
from game.view.answer.landing import landing
from game.view.answer.update import STILL
from tests.view.afternoon import issues, placed
from tests.view.board_room import find, first_issue, now, table
from tests.view.holding import batch, hands_over, landings, lift, points, voting
from tests.view.room import hands as demo

# A press means what it meant when it came down.


def test_a_press_on_what_changed_meaning_before_it_came_up_is_nothing() -> None:
    hands = table(issues())
    x, y = hands.spot("next")
    hands.give(PointerDown("mouse", x, y))
    hands.desk.do(EnterPhase("leviers"))  # type: ignore[attr-defined]
    hands.tree = hands._tree()
    hands.give(PointerUp("mouse", x, y))
    assert now(hands).phase == "leviers"


def test_a_press_that_a_dialog_comes_over_is_nothing() -> None:
    hands = table(issues())
    x, y = hands.spot("next")
    hands.give(PointerDown("mouse", x, y))
    hands.ui = replace(hands.ui, menu=True)
    hands.tree = hands._tree()
    hands.give(PointerUp("mouse", x, y))
    assert now(hands).phase == "enjeux"


@pytest.mark.parametrize("pointers", [("mouse", "mouse"), ("finger:1", "finger:2")])
def test_the_second_click_of_a_double_click_on_a_button_that_changed_is_nothing(pointers: tuple[str, str]) -> None:
    """R5: the next phase's button stands where the former stood."""
    hands = table(issues())
    x, y = hands.spot("next")
    for pointer, again in zip(pointers, (False, True), strict=True):
        hands.give(PointerDown(pointer, x, y, again=again), PointerUp(pointer, x, y))
    assert now(hands).phase == "leviers"
    hands.give(PointerDown("mouse", x, y, again=True), PointerUp("mouse", x, y))
    assert now(hands).phase == "leviers"
    hands.give(PointerDown("mouse", x, y), PointerUp("mouse", x, y))
    assert now(hands).phase == "arbitrage"


def test_enter_pressed_twice_on_a_button_that_changed_is_one() -> None:
    hands = table(issues())
    hands.focus("next")
    hands.give(Key("enter"), Key("enter", again=True))
    assert now(hands).phase == "leviers"
    hands.focus("next")  # it went where the phase starts
    hands.give(Key("enter"))
    assert now(hands).phase == "arbitrage"


def test_a_double_click_that_opens_a_dialog_presses_nothing_in_it() -> None:
    hands = table(issues())
    card = first_issue(hands)
    x, y = hands.spot(card)
    hands.give(PointerDown("mouse", x, y), PointerUp("mouse", x, y))
    assert hands.ui.spotlight
    ui = hands.ui
    hands.give(PointerDown("mouse", x, y, again=True), PointerUp("mouse", x, y))
    assert hands.ui == ui


def test_two_quick_presses_that_mean_the_same_are_two() -> None:
    hands = voting(100)
    more = next(node.key for node in hands.tree.walk() if node.key.startswith("more:") and node.acts)
    x, y = hands.spot(more)
    for again in (False, True):
        hands.give(PointerDown("mouse", x, y, again=again), PointerUp("mouse", x, y))
    assert [effect for effect in hands.effects if isinstance(effect, LayToken)] == [hands.effects[0]] * 2


def test_a_quick_press_beside_the_one_before_is_a_press_of_its_own() -> None:
    hands = table(issues())
    hands.tap("next")
    x, y = hands.spot("step:enjeux")
    hands.give(PointerDown("mouse", x, y, again=True), PointerUp("mouse", x, y))
    assert now(hands).phase == "enjeux"


def test_a_card_that_comes_where_one_was_just_lifted_is_lifted_too() -> None:
    hands = table(issues())
    first = first_issue(hands)
    x, y = hands.spot(first)
    hands.drag(first, "row:urbain")
    second = first_issue(hands)
    assert find(hands, second).box.holds(x, y)
    hands.give(PointerDown("mouse", x, y, again=True), PointerMove("mouse", x + 20, y - 30))
    assert [held.node.key for held in hands.ui.held] == [second]


# Escape, undo and other hands.


@pytest.mark.parametrize("pointer", ["mouse", "finger:1"])
def test_escape_brings_home_what_a_pointer_holds_and_its_release_does_nothing(pointer: str) -> None:
    """R12."""
    hands = table(issues())
    lift(hands, first_issue(hands), pointer)
    to = hands.spot("row:urbain")
    hands.give(PointerMove(pointer, *to))
    hands.keys("escape")
    assert hands.ui.held == ()
    hands.give(PointerMove(pointer, *to), PointerUp(pointer, *to))
    assert now(hands).issues == ()


def test_escape_brings_home_what_is_held_before_it_closes_a_dialog() -> None:
    hands = table(issues())
    lift(hands, first_issue(hands))
    hands.ui = replace(hands.ui, dialog="guide")
    hands.give(Tick(1))
    hands.keys("escape")
    assert (hands.ui.held, hands.ui.dialog) == ((), "guide")
    hands.keys("escape")
    assert hands.ui.dialog == ""


def test_escape_brings_home_every_hand_at_once() -> None:
    hands = table(issues())
    one, two = [node.key for node in hands.tree.walk() if node.key.startswith("card:")][:2]
    lift(hands, one, "finger:1")
    hands.focus(two)
    hands.keys("enter")
    assert [held.pointer for held in hands.ui.held] == ["finger:1", "keys"]
    hands.keys("escape")
    assert (hands.ui.held, hands.ui.focus) == ((), two)


@pytest.mark.parametrize("end", [Key("escape"), Key("z", ctrl=True)])
def test_a_slider_in_hand_goes_back_to_its_number(end: Key) -> None:
    room = demo()
    x, y = room.spot("share")
    room.give(PointerDown("mouse", x, y), PointerMove("mouse", x + 90, y), end)
    assert room.ui.slides == ()
    room.give(PointerUp("mouse", x + 90, y), Tick(5))
    assert room.desk.session.share == 20  # type: ignore[attr-defined]


def test_a_card_a_hand_holds_is_not_lifted_by_the_keys_too() -> None:
    hands = table(issues())
    card = first_issue(hands)
    lift(hands, card, "finger:1")
    hands.give(FocusOn(card))
    hands.keys("enter")
    assert [held.pointer for held in hands.ui.held] == ["finger:1"]


def test_a_finger_that_no_longer_stirs_lets_go_at_last() -> None:
    """Its end was swallowed by the system: the card goes home, and a mouse that rests keeps its own."""
    hands = table(issues())
    one, two = [node.key for node in hands.tree.walk() if node.key.startswith("card:")][:2]
    hands.give(Tick(100))
    lift(hands, one, "finger:1")
    lift(hands, two, "mouse")
    hands.give(Tick(100 + STILL - 1))
    assert len(hands.ui.held) == 2
    hands.give(Tick(100 + STILL))
    assert [held.pointer for held in hands.ui.held] == ["mouse"]


def test_a_question_that_is_open_is_not_replaced_by_another_hands() -> None:
    hands = table(issues())
    one, two = [node.key for node in hands.tree.walk() if node.key.startswith("card:")][:2]
    lift(hands, one, "finger:1")
    lift(hands, two, "finger:2")
    place = next(one for one in landings(hands) if one.key == "place:hotel-de-ville")
    point = next(point for point in points(place.box) if hands_over(hands, point) == place.key)
    hands.give(PointerMove("finger:1", *point), PointerMove("finger:2", *point))
    batch(hands, PointerUp("finger:1", *point), PointerUp("finger:2", *point))
    assert hands.ui.choice is not None
    [asked] = {answer.card for _, answer in hands.ui.choice.answers}  # type: ignore[attr-defined]
    assert f"card:{asked}" == one


def test_the_hole_of_a_card_that_has_scrolled_away_is_drawn_where_the_card_is() -> None:
    hands = table(placed(), percent=150)
    card = first_issue(hands)
    shelf = next(node for node in hands.tree.walk() if node.scrolls and node.find(card))
    lift(hands, card)
    was = landing(hands.ui.held[0], hands.tree.kids[0]).home
    hands.give(Wheel(*shelf.box.centre, -1))
    home = landing(hands.ui.held[0], hands.tree.kids[0]).home
    assert home != was
    assert home is None or shelf.box.covers(home)
