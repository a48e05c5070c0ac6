"""Fingers at the table: two bring the plan closer, one scrolls the hand or lifts, one beside a dialog closes."""

from __future__ import annotations

import random

import pytest

from game.core.town import to_screen
from game.view.answer.input import Input, PointerDown, PointerGone, PointerMove, PointerUp
from game.view.answer.intents import Choice, OpenDialog, Tell
from game.view.answer.ui import Ui
from game.view.tree.looks import Picture
from tests.view.afternoon import issues, picked, placed
from tests.view.look import table
from tests.view.room import Hands

BOARD = Ui(screen="play", tabs=(("view", "plan"),))
Point = tuple[int, int]


def under(hands: Hands, point: Point) -> tuple[float, float]:
    """Give what of the town lies at a pixel, in its metres."""
    plan = hands.tree.find("plan")
    assert plan is not None
    (ground,) = [mark for mark in plan.look if isinstance(mark, Picture)]
    x, y, scale = ground.facts[:3]
    return x + (point[0] - plan.box.x) * scale, y + (point[1] - plan.box.y) * scale  # type: ignore[operator]


def at(hands: Hands, spot: tuple[float, float]) -> tuple[float, float]:
    """Give the pixel of a spot of the town."""
    plan = hands.tree.find("plan")
    assert plan is not None
    (ground,) = [mark for mark in plan.look if isinstance(mark, Picture)]
    x, y = to_screen(ground.facts[:3], spot)  # type: ignore[arg-type]
    return x + plan.box.x, y + plan.box.y


def way(finger: str, start: Point, end: Point, steps: int = 6) -> list[Input]:
    (x, y), (to_x, to_y) = start, end
    return [PointerMove(finger, x + (to_x - x) * i // steps, y + (to_y - y) * i // steps) for i in range(1, steps + 1)]


def pinch(hands: Hands, starts: tuple[Point, Point], ends: tuple[Point, Point]) -> None:
    """Spread or close two fingers, each in its turn."""
    hands.give(PointerDown("finger:1", *starts[0]), PointerDown("finger:2", *starts[1]))
    for one, other in zip(way("finger:1", starts[0], ends[0]), way("finger:2", starts[1], ends[1]), strict=True):
        hands.give(one, other)


@pytest.mark.parametrize("seed", range(12))
def test_what_lies_under_two_fingers_stays_under_them(seed: int) -> None:
    dice, hands = random.Random(seed), table(placed(), BOARD)
    plan = hands.tree.find("plan")
    assert plan is not None
    (cx, cy), zoom = plan.box.centre, dice.uniform(1.3, 5)
    a, b = dice.uniform(20, 60), dice.uniform(20, 60)
    starts = (round(cx - a), round(cy - b)), (round(cx + a), round(cy + b))
    ends = (round(cx - a * zoom), round(cy - b * zoom)), (round(cx + a * zoom), round(cy + b * zoom))
    spots = [under(hands, point) for point in starts]
    pinch(hands, starts, ends)
    for spot, point in zip(spots, ends, strict=True):
        assert max(abs(one - other) for one, other in zip(at(hands, spot), point, strict=True)) <= 2
    hands.give(PointerUp("finger:1", *ends[0]), PointerUp("finger:2", *ends[1]))
    for spot, point in zip(spots, ends, strict=True):
        assert max(abs(one - other) for one, other in zip(at(hands, spot), point, strict=True)) <= 2
    assert hands.effects == []
    assert hands.ui.spotlight == ""


def test_the_finger_that_stays_goes_on_with_the_plan() -> None:
    hands = table(placed(), BOARD)
    (cx, cy) = hands.tree.find("plan").box.centre
    pinch(hands, ((cx - 40, cy), (cx + 40, cy)), ((cx - 120, cy), (cx + 120, cy)))
    hands.give(PointerUp("finger:1", cx - 120, cy))
    spot = under(hands, (cx + 120, cy))
    hands.give(*way("finger:2", (cx + 120, cy), (cx + 60, cy + 50)), PointerUp("finger:2", cx + 60, cy + 50))
    assert max(abs(one - other) for one, other in zip(at(hands, spot), (cx + 60, cy + 50), strict=True)) <= 2


def test_closing_two_fingers_comes_back_to_the_whole_town_and_no_further() -> None:
    hands = table(placed(), BOARD)
    (cx, cy), start = hands.tree.find("plan").box.centre, hands.ui.camera
    pinch(hands, ((cx - 40, cy), (cx + 40, cy)), ((cx - 120, cy), (cx + 120, cy)))
    hands.give(PointerUp("finger:1", cx - 120, cy), PointerUp("finger:2", cx + 120, cy))
    assert hands.ui.camera.zoom > 2
    pinch(hands, ((cx - 300, cy), (cx + 300, cy)), ((cx - 20, cy), (cx + 20, cy)))
    hands.give(PointerUp("finger:1", cx - 20, cy), PointerUp("finger:2", cx + 20, cy))
    assert hands.ui.camera == start


def test_a_finger_on_a_name_or_a_place_moves_the_plan_too_and_presses_nothing() -> None:
    hands = table(placed(), BOARD)
    x, y = hands.spot("plate:patinoire")
    before = hands.ui.tabs
    hands.give(PointerDown("finger:1", x, y), *way("finger:1", (x, y), (x + 90, y + 60)))
    assert hands.ui.afoot is not None
    hands.give(PointerUp("finger:1", x + 90, y + 60))
    assert hands.ui.tabs == before


def test_two_people_who_tap_the_plan_both_press() -> None:
    hands = table(placed(), BOARD)
    closer, whole = hands.spot("plan:closer"), hands.spot("menu")
    hands.give(PointerDown("finger:1", *closer), PointerDown("finger:2", *whole), PointerUp("finger:1", *closer))
    hands.give(PointerUp("finger:2", *whole))
    assert hands.ui.menu
    assert hands.ui.camera.zoom > 1


def shelf(hands: Hands) -> tuple[str, Point]:
    found = hands.tree.find("hand:axis")
    card = next(kid for kid in found.kids if found.box.covers(kid.box))
    return found.scrolls.key, card.box.centre


def test_a_finger_along_the_hand_scrolls_it_and_up_lifts_the_card() -> None:
    hands = table(issues(), BOARD)
    key, (x, y) = shelf(hands)
    hands.give(PointerDown("finger:1", x, y), *way("finger:1", (x, y), (x - 150, y - 20)))
    assert hands.ui.scroll(key) == 150
    assert not hands.ui.takers()
    hands.give(PointerUp("finger:1", x - 150, y - 20))
    assert hands.ui.spotlight == ""
    assert hands.effects == []
    key, (x, y) = shelf(hands)
    hands.give(PointerDown("finger:1", x, y), *way("finger:1", (x, y), (x - 30, y - 150)))
    assert hands.targets()
    assert hands.ui.scroll(key) == 150


def test_a_mouse_lifts_a_card_whatever_its_way() -> None:
    hands = table(issues(), BOARD)
    key, (x, y) = shelf(hands)
    hands.give(PointerDown("mouse", x, y), *way("mouse", (x, y), (x - 150, y)))
    assert hands.targets()
    assert hands.ui.scroll(key) == 0


def test_two_people_carry_two_cards_while_a_third_scrolls() -> None:
    hands = table(issues(), BOARD)
    found = hands.tree.find("hand:axis")
    one, two, three = [kid.box.centre for kid in found.kids if found.box.covers(kid.box)][:3]
    hands.give(PointerDown("finger:1", *one), *way("finger:1", one, (one[0], one[1] - 200)))
    hands.give(PointerDown("finger:2", *two), *way("finger:2", two, (two[0], two[1] - 200)))
    hands.give(PointerDown("finger:3", *three), *way("finger:3", three, (three[0] - 120, three[1])))
    assert len([held for held in hands.ui.held if held.rulings]) == 2
    assert hands.ui.scroll(found.scrolls.key) == 120


@pytest.mark.parametrize("pointer", ["mouse", "finger:1"])
def test_a_touch_beside_what_can_be_closed_closes_it(pointer: str) -> None:
    hands = table(placed(), Ui(screen="play", spotlight=placed().issues[0].card))
    hands.give(PointerDown(pointer, 4, 540), PointerUp(pointer, 4, 540))
    assert hands.ui.spotlight == ""
    assert hands.effects == []


def test_a_touch_beside_a_question_or_what_is_being_written_closes_nothing() -> None:
    asked = table(placed(), Ui(screen="play", choice=Choice("choice.drop", (), (("un", OpenDialog("note")),))))
    asked.give(PointerDown("finger:1", 4, 540), PointerUp("finger:1", 4, 540))
    assert asked.ui.choice is not None
    noted = table(placed(), Ui(screen="play", dialog="note"))
    noted.give(PointerDown("finger:1", 4, 540), PointerUp("finger:1", 4, 540))
    assert noted.ui.dialog == "note"


def test_a_finger_that_rests_on_a_button_presses_nothing_and_is_told_how() -> None:
    hands = table(picked(), Ui(screen="play"))
    x, y = hands.spot("menu")
    hands.give(PointerDown("finger:1", x, y), PointerGone("finger:1", slow=True))
    assert not hands.ui.menu
    assert hands.effects == [Tell("touch.slow")]
