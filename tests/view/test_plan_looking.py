"""Looking around on the plan: closer, farther, pulled by a hand; plates stay meanwhile, then are laid out again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from game.view.answer.input import PointerDown, PointerMove, PointerUp, Still, Wheel
from game.view.answer.intents import Camera, Pan
from game.view.answer.ui import Ui
from game.view.tree.looks import Fill, Mark, Words
from game.view.tree.node import Node
from tests.view.afternoon import issues, placed
from tests.view.board_room import table
from tests.view.checks import sound
from tests.view.look import table as looked_at
from tests.view.look import tree_of
from tests.view.test_board_sound import MEASURE
from tests.view.test_plan import SESSIONS, SHOWN, found, plan_of, standing


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_a_button_that_would_do_nothing_is_greyed_and_no_other(percent: int) -> None:
    hands = looked_at(SESSIONS["picked"](), Ui(screen="play", percent=percent, tabs=SHOWN))
    assert not found(hands.tree, "plan:farther").acts
    assert not found(hands.tree, "plan:whole").acts
    while found(hands.tree, "plan:closer").acts:
        before = hands.ui.camera
        hands.tap("plan:closer")
        assert hands.ui.camera != before
    assert hands.ui.camera.zoom > 5
    hands.tap("plan:whole")
    assert hands.ui.camera == Camera()


def test_looking_closer_from_the_start_stays_where_one_looks() -> None:
    hands = looked_at(SESSIONS["issues"](), Ui(screen="play"))
    does = plan_of(hands.tree).does
    assert isinstance(does, Pan)
    hands.tap("plan:closer")
    assert (hands.ui.camera.x, hands.ui.camera.y) == (does.seen.x, does.seen.y)
    x, y = plan_of(hands.tree).box.centre
    hands.give(Wheel(x, y, -1), Still())
    assert hands.ui.camera == Camera()


def test_a_closer_view_names_what_is_in_sight_and_stays_sound() -> None:
    for camera in (Camera(0.5, 0.5, 1.6), Camera(0.65, 0.65, 3.0), Camera(0.5, 0.6, 1.0)):
        tree = tree_of(SESSIONS["full"](), Ui(screen="play", camera=camera))
        sound(tree, MEASURE)
        plan = plan_of(tree)
        plates = [node for node in plan.kids if node.key.startswith("plate:")]
        assert plates
        assert all(plan.box.covers(node.box) for node in plates)


def drawn(tree: Node, key: str) -> list[Mark]:
    """Give the fills and words of a node and of what lies in it."""
    return [mark for node in found(tree, key).walk() for mark in node.look if isinstance(mark, Fill | Words)]


def test_while_the_plan_is_moved_its_plates_stay_and_its_footprints_and_pins_follow_the_hand() -> None:
    hands = table(placed(), percent=125)
    before, plan = standing(hands.tree), plan_of(hands.tree).box
    plate, pin = drawn(hands.tree, "plate:ccas"), drawn(hands.tree, "pin:handicap")
    empty = (plan.centre[0], plan.bottom - 4)
    hands.give(PointerDown("mouse", *empty), PointerMove("mouse", empty[0] - 30, empty[1] - 40))
    was, after = before["place:ccas"], standing(hands.tree)["place:ccas"]
    assert (abs(was.x - 30 - after.x) <= 2, abs(was.y - 40 - after.y) <= 2) == (True, True)
    assert set(plate) <= set(drawn(hands.tree, "plates"))
    dx, dy = followed(pin, drawn(hands.tree, "carried"))
    assert (abs(dx + 30) <= 2, abs(dy + 40) <= 2) == (True, True)
    assert hands.ui.camera == Camera()
    hands.give(PointerUp("mouse", empty[0] - 30, empty[1] - 40))
    assert hands.ui.afoot is None
    assert hands.ui.camera != Camera()
    assert found(hands.tree, "leaders").look


def followed(pin: list[Mark], carried: list[Mark]) -> tuple[int, int]:
    """Give how far the number of a pin has gone."""
    was = next(mark for mark in pin if isinstance(mark, Words))
    now_ = next(mark for mark in carried if isinstance(mark, Words) and mark.lines == was.lines)
    return now_.box.x - was.box.x, now_.box.y - was.box.y


def test_the_wheel_moves_the_ground_at_once_and_the_plates_once_it_rests() -> None:
    hands = table(issues())
    before, (x, y) = standing(hands.tree), plan_of(hands.tree).box.centre
    plate = drawn(hands.tree, "plate:ccas")
    hands.give(Wheel(x, y, 1), Wheel(x, y, 1))
    assert set(plate) <= set(drawn(hands.tree, "plates"))
    assert standing(hands.tree)["place:quinze-sols"].w > 1.4 * before["place:quinze-sols"].w
    hands.give(Still())
    assert hands.ui.camera.zoom == 1.25**2
    assert hands.tree.find("plates") is None


def test_a_frame_of_a_move_builds_little(monkeypatch: pytest.MonkeyPatch) -> None:
    hands, made = table(placed()), list[str]()
    x, y = plan_of(hands.tree).box.centre[0], plan_of(hands.tree).box.bottom - 4
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x - 30, y - 40))
    monkeypatch.setattr(Node, "__init__", counted(Node.__init__, made))
    hands.give(PointerMove("mouse", x - 31, y - 41))
    assert 0 < len(made) < 60


def counted(init: Callable[..., None], made: list[str]) -> Callable[..., None]:
    def counting(self: Node, *given: Any, **named: Any) -> None:
        made.append(str(given[1]) if len(given) > 1 else "")
        init(self, *given, **named)

    return counting
