"""An upright window is arranged for itself: texts and targets as in one that lies, things under another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.view.tree.legibility import largest
from game.view.tree.sight import plain
from tests.view.afternoon import opened
from tests.view.checks import faults
from tests.view.rooms import LANGUAGES, MEASURE
from tests.view.shown import SHOWN, Shown

UPRIGHT = (1080, 1920)
WALKED = (
    "guess", "guess open", "revealed", "purchases", "seats", "issues", "levers", "full", "spotlight", "menu", "event",
    "council debate", "council vote, crowded", "phase tied", "sheet context", "review sheet", "phase rolled",
    "dialog guide", "home new", "home resume", "lead levers", "room credits", "induction begun", "induction dealt",
)  # fmt: skip


def test_the_scale_is_that_of_a_window_that_lies() -> None:
    assert plain(UPRIGHT) == plain((1920, 1080)) == 1
    assert plain((2160, 3840)) == 2
    assert plain((1000, 1001)) == pytest.approx(plain((1001, 1000)))  # nothing jumps as it is turned


@pytest.mark.parametrize(
    ("size", "most"), [(UPRIGHT, 200), ((2160, 3840), 200), ((1200, 1600), 260), ((1000, 1001), 300), ((800, 600), 300)]
)
def test_an_upright_window_is_enlarged_as_far_as_its_width_allows(size: tuple[int, int], most: int) -> None:
    assert largest(size) == most


def test_the_scale_s_control_says_what_is_the_most_upright_and_stops_there() -> None:
    at_scale = {"dialog": "scale", "scrolls": (("scale:list", 4000),)}
    upright, lying = (Shown(opened, at_scale).at(size, 300, "fr") for size in (UPRIGHT, (1920, 1080)))
    told = upright.tree.find("scale:most")
    assert told is not None
    assert told.name == "Écran debout\xa0: 200\xa0% au plus\u202f; couché, 300\xa0%."
    assert lying.tree.find("scale:most") is None
    shown = upright.tree.find("scale:hand")
    assert shown is not None
    assert shown.value == "Tout l'écran\xa0: 200\xa0%"
    upright.tap("scale:hand:more")
    assert upright.ui.percent == 300, "kept for the day the screen lies again"
    upright.tap("scale:hand:less")
    assert upright.ui.percent == 190
    assert not faults(upright.tree, MEASURE, 190)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("screen", WALKED)
def test_texts_have_24_px_and_targets_44_upright(screen: str, lang: str) -> None:
    assert not faults(SHOWN[screen].at(UPRIGHT, 100, lang).tree, MEASURE)


@pytest.mark.parametrize("screen", ["issues", "levers"])
def test_plan_ledger_loads_and_hand_lie_under_one_another(screen: str) -> None:
    tree = SHOWN[screen].at(UPRIGHT, 100, "fr").tree
    laid = [tree.find(key) for key in ("plan", "ledger", "loads", "hand", "footer")]
    boxes = [node.box for node in laid if node is not None]
    assert len(boxes) == 5
    assert all(box.w == 1080 for box in boxes)
    assert [(one.bottom, two.y) for one, two in pairwise(boxes) if one.bottom != two.y] == []


def test_the_bar_wraps_so_that_every_phase_is_named() -> None:
    tree = SHOWN["levers"].at(UPRIGHT, 100, "fr").tree
    steps = tree.find("steps")
    title = tree.find("session:title")
    assert steps is not None
    assert title is not None
    assert len([step for step in steps.kids if step.look and step.box.w > 100]) == 6
    assert steps.box.y >= title.box.bottom


def test_the_side_of_the_vote_lies_under_its_rows() -> None:
    tree = SHOWN["council vote"].at(UPRIGHT, 100, "fr").tree
    rows, side = tree.find("picks"), tree.find("council:side")
    assert rows is not None
    assert side is not None
    assert rows.box.bottom <= side.box.y
    assert side.box.w == 1080


def test_a_dialog_gains_in_height_what_it_loses_in_width() -> None:
    lying, upright = (SHOWN["menu"].at(size, 100, "fr").tree.find("dialog:menu") for size in ((1920, 1080), UPRIGHT))
    assert lying is not None
    assert upright is not None
    assert upright.box.w < lying.box.w
    assert upright.box.h > lying.box.h


@pytest.mark.parametrize(("screen", "above", "below"), [
    ("review sheet", "review:side", "review:head"),
    ("sheet context", "sheets:side", "tabs:sheet"),
    ("lead levers", "lead:say", "lead:show"),
    ("lead levers", "lead:show", "lead:room"),
    ("room credits", "plan", "ledger"),
    ("room credits", "ledger", "poster:results"),
])  # fmt: skip
def test_what_stands_side_by_side_in_a_window_that_lies_is_stacked(screen: str, above: str, below: str) -> None:
    tree = SHOWN[screen].at(UPRIGHT, 100, "fr").tree
    one, other = tree.find(above), tree.find(below)
    assert one is not None, above
    assert other is not None, below
    assert one.box.bottom <= other.box.y
