"""The real window among real screens: full and back, maximised, and on a screen that was made smaller."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.view.tree.box import Box
from tests.pilot import PATIENCE, Pilot
from tests.screen import LACKING, Screen, screen

pytestmark = pytest.mark.x11
WHOLE = Box(0, 0, 1600, 900)


@pytest.fixture
def desk() -> Iterator[Screen]:
    """A screen of its own: what is done to it is done to no other test."""
    if LACKING:
        pytest.skip(f"needs {', '.join(LACKING)}")
    with screen(WHOLE.w, WHOLE.h) as made:
        yield made


def needs(tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"needs {tool}")


def asked(on: Screen, *command: str) -> str:
    return subprocess.run(command, env=on.env, check=True, capture_output=True, text=True).stdout


def place(on: Screen, p: Pilot) -> Box:
    found = dict(
        line.split("=") for line in asked(on, "xdotool", "getwindowgeometry", "--shell", p._window).splitlines()
    )
    return Box(*(int(found[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))


def rests(on: Screen, p: Pilot, seen: Callable[[Box], bool]) -> Box:
    """Wait until the window stands as wished, and stays so for a while."""
    end, since, now = time.monotonic() + PATIENCE, None, None
    while time.monotonic() < end:
        was, now = now, place(on, p)
        since = (since or time.monotonic()) if seen(now) and now == was else None
        if since is not None and time.monotonic() > since + 0.6:
            return now
        time.sleep(0.1)
    raise AssertionError(f"the window stands at {now}")


def opened(on: Screen, p: Pilot) -> Box:
    """Give where the window opens, once the window manager has put its frame around it: that moves it."""
    end = time.monotonic() + PATIENCE
    while not re.search("=.*[1-9]", asked(on, "xprop", "-id", p._window, "_NET_FRAME_EXTENTS")):
        assert time.monotonic() < end, "no frame"
        time.sleep(0.1)
    return rests(on, p, lambda now: now.w < WHOLE.w)


def test_full_screen_and_back_moves_nothing(desk: Screen, tmp_path: Path) -> None:
    with Pilot(desk, tmp_path) as p:
        start = opened(desk, p)
        for _ in range(2):
            p.keys("F11")
            rests(desk, p, lambda now: now == WHOLE)
            p.keys("F11")
            assert rests(desk, p, lambda now: now.w < WHOLE.w) == start


def test_a_maximised_window_is_maximised_again(desk: Screen, tmp_path: Path) -> None:
    needs("wmctrl")
    with Pilot(desk, tmp_path) as p:
        start = opened(desk, p)
        asked(desk, "wmctrl", "-i", "-r", hex(int(p._window)), "-b", "add,maximized_vert,maximized_horz")
        large = rests(desk, p, lambda now: now.w == WHOLE.w)
        assert large.h > start.h
        p.keys("F11")
        rests(desk, p, lambda now: now == WHOLE)
        p.keys("F11")
        assert rests(desk, p, lambda now: now != WHOLE) == large
        asked(desk, "wmctrl", "-i", "-r", hex(int(p._window)), "-b", "remove,maximized_vert,maximized_horz")
        assert rests(desk, p, lambda now: now.w < WHOLE.w) == start


def test_a_window_is_in_reach_of_a_screen_made_smaller(desk: Screen, tmp_path: Path) -> None:
    needs("xrandr")
    with Pilot(desk, tmp_path) as p:
        rests(desk, p, lambda now: now.w < WHOLE.w)
        asked(desk, "xrandr", "--setmonitor", "laptop", "1024/270x600/158+0+0", "screen")
        now = rests(desk, p, Box(0, 0, 1024, 600).covers)
        assert now.y >= 20
        p.sized(now.w, now.h)
