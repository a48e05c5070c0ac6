"""The bars at the bottom, within reach of who sits before a wall: chosen in the menu, with all that they had above."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.core.session import Session, start
from game.view.answer.leading import Leading
from game.view.answer.members import shown
from game.view.answer.ui import Ui
from game.view.tree.node import focusable
from tests.view import afternoon, council
from tests.view.checks import sound
from tests.view.room import HD, MEASURE
from tests.view.rooms import LOW, at
from tests.view.test_home import FULL

UPRIGHT = (1080, 1920)
BARS = {"play": "topbar", "seats": "seats:bar", "home": "home:bar"}
SCREENS: list[tuple[str, Callable[[], Session | None]]] = [
    ("play", afternoon.issues),
    ("play", council.voting),
    ("seats", lambda: start(afternoon.workshop())),
    ("home", lambda: None),
]


def test_the_menu_brings_the_bar_down_and_up_again() -> None:
    room = at(afternoon.issues(), "play", menu=True)
    room.tap("menu:bars")
    assert room.tree.find("topbar").box.bottom == HD[1]  # type: ignore[union-attr]
    assert "selected" in room.tree.find("menu:bars").states  # type: ignore[union-attr]
    room.tap("menu:bars")
    assert room.tree.find("topbar").box.y == 0  # type: ignore[union-attr]


@pytest.mark.parametrize("size", [HD, UPRIGHT, LOW])
@pytest.mark.parametrize(("screen", "session"), SCREENS)
def test_a_screen_holds_all_that_it_held_with_its_bar_at_the_bottom(
    screen: str, session: Callable[[], Session | None], size: tuple[int, int]
) -> None:
    high, low = (at(session(), screen, size=size, shelf=FULL, low=low) for low in (False, True))
    bar = low.tree.find(BARS[screen])
    assert bar is not None
    assert (bar.box.bottom, bar.box.h) == (size[1], high.tree.find(BARS[screen]).box.h)  # type: ignore[union-attr]
    assert [node.key for node in focusable(low.tree)] == [node.key for node in focusable(high.tree)]
    sound(low.tree, MEASURE)


def test_what_is_to_be_done_is_told_over_the_bar_where_it_stands() -> None:
    far = {"reading": 300, "tabs": ()}
    told = at(afternoon.issues(), "play", low=True, **far).tree.find("podium:now")
    assert told is not None
    assert told.box.bottom == HD[1]


def test_the_room_has_its_bars_where_the_facilitator_has_them() -> None:
    lead = Ui(screen="play", low=True, lead=Leading(page=True, apart=True))
    assert shown(lead, replace(lead, low=False), afternoon.issues()).low
