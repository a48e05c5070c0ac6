"""The plan where the text is large: it starts closer, its buttons hide nothing, one press shows the whole town."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.core.session import Session
from game.view.answer.input import PointerDown, PointerMove, Wheel
from game.view.answer.intents import Camera, Pan
from game.view.answer.pointers import zoomed
from game.view.answer.ui import Ui
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Words
from game.view.tree.node import Node
from tests.view.afternoon import full, issues, picked
from tests.view.board_room import table
from tests.view.checks import sound
from tests.view.look import table as looked_at
from tests.view.look import tree_of
from tests.view.room import Hands
from tests.view.test_board_sound import MEASURE
from tests.view.test_reperage import MAP, revealed

SESSIONS = {"issues": cache(issues), "picked": cache(picked), "full": cache(full)}
TOOLS = ("plan:closer", "plan:farther", "plan:whole")
LARGE = (110, 120, 135, 139)


def found(tree: Node, key: str) -> Node:
    node = tree.find(key)
    assert node is not None, f"no node {key}"
    return node


def places(tree: Node) -> list[Node]:
    return [node for node in found(tree, "plan").kids if node.key.startswith("place:")]


def inked(tree: Node) -> list[Box]:
    return [mark.box for place in places(tree) for node in place.walk() for mark in node.look
            if isinstance(mark, Fill | Words)]  # fmt: skip


def opened(session: Session, percent: int, size: tuple[int, int] = (1920, 1080), lang: str = "fr") -> Node:
    return tree_of(session, Ui(screen="play", percent=percent, lang=lang), size)


@pytest.mark.parametrize("name", SESSIONS)
@pytest.mark.parametrize("percent", [100, 105, 110, 115, 120, 125, 130, 135, 139])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 1024), (3840, 2160)])
def test_the_buttons_of_the_plan_hide_no_name_tab_or_pin_as_it_opens(
    name: str, percent: int, size: tuple[int, int]
) -> None:
    tree = opened(SESSIONS[name](), percent, size)
    ink, plan = inked(tree), found(tree, "plan").box
    for tool in (found(tree, key).box for key in TOOLS):
        assert plan.covers(tool) or not plan.meets(tool)
        assert not [box for box in ink if box.meets(plan) and box.meet(plan).meets(tool)]


@pytest.mark.parametrize("percent", LARGE)
def test_placing_cards_does_not_move_the_buttons(percent: int) -> None:
    spots = [[found(opened(SESSIONS[name](), percent), key).box for key in TOOLS] for name in SESSIONS]
    assert spots[0] == spots[1] == spots[2]


def test_a_plan_without_a_free_corner_keeps_a_band_for_its_buttons() -> None:
    session = SESSIONS["issues"]()
    town = session.workshop.town
    x0, y0, x1, y1 = town.extent
    wide, tall = (x1 - x0) / 4, (y1 - y0) / 4
    tight = replace(town, extent=(x0 + wide, y0 + tall, x1 - wide, y1 - tall), digest="tight")
    session = replace(session, workshop=replace(session.workshop, town=tight))
    tree = opened(session, 125)
    strip = found(tree, "plan:tools")
    assert strip.box.x == found(tree, "plan").box.right
    assert all(strip.box.covers(found(tree, key).box) for key in TOOLS)
    sound(tree, MEASURE, 125)


@pytest.mark.parametrize("percent", [*LARGE, 150])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_whole_town_is_one_press_away_with_every_place_and_every_card_on_it(percent: int, lang: str) -> None:
    hands = looked_at(SESSIONS["picked"](), Ui(screen="play", percent=percent, lang=lang, tabs=(("view", "plan"),)))
    assert found(hands.tree, "plan:whole").acts
    hands.tap("plan:whole")
    plan, session = found(hands.tree, "plan").box, SESSIONS["picked"]()
    taking = {f"place:{place.id}" for place in session.workshop.scenario.places if not place.decor}
    shown = {place.key for place in places(hands.tree) if plan.inset(-2).covers(place.box)}
    assert taking <= shown
    pins = {node.key for node in hands.tree.walk() if node.role == "pin"}
    assert pins == {f"pin:{issue.card}" for issue in session.issues if issue.place}
    words = [mark.box.inset(0, mark.step // 6) for place in places(hands.tree) for mark in place.look
             if isinstance(mark, Words)]  # fmt: skip
    fills = [mark.box for place in places(hands.tree) for kid in place.kids for mark in kid.look
             if isinstance(mark, Fill)]  # fmt: skip
    assert not [(name, mark) for name in words for mark in fills if name.meets(mark)]
    sound(hands.tree, MEASURE, percent)


@pytest.mark.parametrize("percent", [100, *LARGE])
def test_a_button_that_would_do_nothing_is_greyed_and_no_other(percent: int) -> None:
    hands = looked_at(SESSIONS["picked"](), Ui(screen="play", percent=percent))
    assert found(hands.tree, "plan:farther").acts == (percent > 100)
    for _ in range(12):
        if not found(hands.tree, "plan:farther").acts:
            break
        moved(hands, "plan:farther")
    assert not found(hands.tree, "plan:farther").acts
    assert not found(hands.tree, "plan:whole").acts
    while found(hands.tree, "plan:closer").acts:
        moved(hands, "plan:closer")
    assert hands.ui.camera.zoom > 5


def moved(hands: Hands, key: str) -> None:
    """Press a button of the plan that is not greyed: another camera, every time."""
    before = hands.ui.camera
    hands.tap(key)
    assert hands.ui.camera != before


def test_the_wheel_too_goes_back_to_the_whole_town_and_stops_at_the_first_view_on_its_way() -> None:
    hands = table(issues(), percent=135)
    first, (x, y) = inked(hands.tree), found(hands.tree, "plan").box.centre
    for _ in range(4):
        hands.give(Wheel(x, y, -1))
    assert hands.ui.camera.zoom < 1
    assert not found(hands.tree, "plan:whole").acts
    while hands.ui.camera.zoom < 1:
        hands.give(Wheel(x, y, 1))
    assert hands.ui.camera == Camera()
    assert inked(hands.tree) == first


def test_a_camera_kept_from_a_larger_text_is_never_farther_than_the_whole() -> None:
    kept = tree_of(SESSIONS["picked"](), Ui(screen="play", camera=Camera(zoom=0.4)))
    assert inked(kept) == inked(opened(SESSIONS["picked"](), 100))
    assert zoomed(Camera(zoom=0.4), 1).zoom == 1.25


@pytest.mark.parametrize("percent", [105, 110, 115, 120, 125, 130, 135, 139])
def test_the_first_view_shows_as_many_places_as_its_neighbours_but_for_one_whose_pin_would_be_cut(
    percent: int,
) -> None:
    first = opened(SESSIONS["picked"](), percent)
    does = found(first, "plan").does
    assert isinstance(does, Pan)
    seen, most = does.seen, named(first)
    for dx, dy in ((0.0, 0.0), (-0.08, 0.0), (0.08, 0.0), (0.0, -0.08), (0.0, 0.08)):
        beside = Camera(0.5001 + dx, 0.5 + dy)
        assert named(tree_of(SESSIONS["picked"](), Ui(screen="play", percent=percent, camera=beside))) <= most + 1
    assert most >= (18 if percent <= 110 else 11)
    assert abs(seen.x - 0.5) < 0.2
    assert abs(seen.y - 0.5) < 0.2


def named(tree: Node) -> int:
    """Count the places that take cards whose name is seen whole."""
    seen = found(tree, "plan").box
    words = [[mark.box for mark in place.look if isinstance(mark, Words)] for place in places(tree) if place.kids]
    return sum(bool(boxes) and all(seen.covers(box) for box in boxes) for boxes in words)


def test_moving_the_plan_from_its_first_view_starts_where_it_is_seen() -> None:
    hands = table(issues(), percent=125)
    before, plan = found(hands.tree, "place:ccas").box, found(hands.tree, "plan").box
    empty = (plan.centre[0], plan.bottom - 4)
    hands.give(PointerDown("mouse", *empty), PointerMove("mouse", empty[0] - 30, empty[1] - 40))
    after = found(hands.tree, "place:ccas").box
    assert abs(before.x - 30 - after.x) <= 2
    assert abs(before.y - 40 - after.y) <= 2


def test_the_numbers_of_the_purchases_stand_on_the_plan_beside_its_band() -> None:
    session = revealed()
    x0, y0, x1, y1 = session.workshop.town.extent
    wide, tall = (x1 - x0) / 4, (y1 - y0) / 4
    tight = replace(session.workshop.town, extent=(x0 + wide, y0 + tall, x1 - wide, y1 - tall), digest="tight")
    session = replace(session, workshop=replace(session.workshop, town=tight))
    tree = tree_of(session, Ui(screen="play", percent=139, tabs=MAP))
    plan = found(tree, "plan")
    pins = [node for node in plan.kids if node.key.startswith("pin:intention:")]
    assert not found(tree, "plan:tools").box.meets(plan.box)
    assert pins
    assert all(plan.box.covers(pin.box) for pin in pins)
    sound(tree, MEASURE, 139)
