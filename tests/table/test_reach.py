"""Wherever screens come and go, a window is where hands reach it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.table.reach import BAR, MOST, SIDE, WHOLE, brought, in_reach
from game.view.tree.box import Box

BEAMER, LAPTOP = Box(1920, 0, 1280, 720), Box(0, 0, 1920, 1080)
sizes = st.integers(1, 5000)
places = st.integers(-4000, 8000)
boxes = st.builds(Box, places, places, sizes, sizes)
screens = st.lists(
    st.builds(Box, places, places, st.integers(320, 4000), st.integers(240, 3000)), min_size=1, max_size=4
).map(tuple)


def test_a_window_whose_screen_is_gone_comes_to_the_one_there_is() -> None:
    window = Box(2100, 100, 1000, 600)
    assert brought(window, (LAPTOP, BEAMER)) == window
    assert brought(window, (LAPTOP,)) == Box(1920 - SIDE - 1000, 100, 1000, 600)


def test_a_window_stays_where_a_hand_has_put_most_of_it() -> None:
    aside = Box(1920 - 800, 400, 1000, 600)
    assert brought(aside, (LAPTOP,), MOST) == aside
    assert brought(aside, (LAPTOP,), WHOLE).right <= 1920
    assert brought(Box(1400, 100, 1000, 600), (LAPTOP, BEAMER), WHOLE) == Box(1400, 100, 1000, 600), "across two"


def test_a_bar_nobody_could_take_hold_of_is_brought_back() -> None:
    assert brought(Box(300, -5, 1000, 600), (LAPTOP,)).y == BAR


def test_a_window_larger_than_its_screen_becomes_smaller_in_its_middle() -> None:
    made = brought(Box(0, 0, 1920, 1061), (Box(0, 0, 1024, 768),), WHOLE)
    assert (made.w, made.h) == (907, 648)
    assert abs(made.centre[0] - 512) <= 1


def test_two_screens_that_show_the_same_count_once() -> None:
    assert not in_reach(Box(-500, 100, 1000, 600), (LAPTOP, LAPTOP))


def test_without_a_list_of_screens_nothing_is_moved() -> None:
    assert brought(Box(9000, 9000, 10, 10), ()) == Box(9000, 9000, 10, 10)


@given(boxes, screens, st.sampled_from([MOST, WHOLE]))
def test_what_is_brought_is_in_reach_and_stays_there(window: Box, there: tuple[Box, ...], least: float) -> None:
    made = brought(window, there, least)
    assert in_reach(made, there, least)
    assert brought(made, there, least) == made
    assert made.w <= max(window.w, 1)
    assert made.h <= max(window.h, 1)
