"""Two real outputs, plugged and unplugged under the table: Xorg's dummy driver, a window manager, the real window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from game.view.tree.box import Box
from tests.pilot import Pilot
from tests.x11.outputs import Outputs, lacking
from tests.x11.sessions import LEVERS, made
from tests.x11.test_place import rests
from tests.x11.test_two_windows import place, until, window

pytestmark = pytest.mark.x11
LAPTOP, BEAMER = Box(0, 0, 1920, 1080), Box(1920, 0, 1280, 720)


@pytest.fixture
def outputs(tmp_path: Path) -> Iterator[Outputs]:
    if lacking():
        pytest.skip(f"needs {', '.join(lacking())}")
    made = Outputs(tmp_path)
    try:
        yield made
    finally:
        made.close()


@pytest.mark.parametrize("full", [True, False])
def test_the_window_comes_back_from_an_output_that_is_gone(outputs: Outputs, tmp_path: Path, full: bool) -> None:
    outputs.plug()
    with Pilot(outputs, tmp_path) as p:
        p._xdotool("windowsize", "--sync", p._window, "1000", "600")
        p._xdotool("windowmove", p._window, "2100", "60")
        rests(outputs, p, BEAMER.covers)
        if full:
            p.keys("F11")
            rests(outputs, p, lambda now: now == BEAMER)
        outputs.unplug()
        if full:
            rests(outputs, p, lambda now: now == LAPTOP)
            time.sleep(3)
            p.keys("F11")
        now = rests(outputs, p, lambda now: LAPTOP.covers(now) and now != LAPTOP)
        assert (now.w, now.h) == (1000, 600)


def test_an_output_switched_off_and_on_at_any_moment_leaves_a_table_of_two_windows(
    outputs: Outputs, tmp_path: Path
) -> None:
    """Also while gestures are made, a card is held, the room is frozen; each window is then in reach."""
    dice, file = Random(27), made(tmp_path, *LEVERS)
    outputs.plug()
    with Pilot(outputs, tmp_path, "play", str(file), "--two-windows") as p:
        room = window(outputs, p, "CLAP")
        until(lambda: place(outputs, room) == BEAMER, "the room's window fills its screen")
        for n in range(12):
            p._window = window(outputs, p, "CLAP, l'animateur")
            key = ("lead:freeze", "lead:black", "lead:more", "lead:board")[n % 4]
            if p.has(key):
                p.press(key)
            if n % 4 == 3:
                x, y = p.point("card:clause-verte") if p.has("card:clause-verte") else (400, 400)
                p._xdotool("mousemove", *p._at((x, y)), "mousedown", "1", "mousemove", *p._at((x + 40, y - 40)))
            time.sleep(dice.random())
            outputs.unplug()
            if n % 3:
                p.until(lambda shown: shown.room is None, "one window")
                until(lambda: LAPTOP.covers(place(outputs, room)), "in reach")
            p._xdotool("mouseup", "1")
            outputs.plug()
            p.until(lambda shown: shown.room is not None, "two windows again")
            until(lambda: place(outputs, room) == BEAMER, "the room's window fills its screen again")
        assert p.process is not None
        assert p.process.poll() is None
