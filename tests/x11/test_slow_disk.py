"""A slow disk, in a real window: one tap is one gesture, and what comes meanwhile keeps its order."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.journal.journal import Journal
from tests.pilot import Pilot
from tests.screen import Screen
from tests.x11.sessions import ISSUES, made

pytestmark = pytest.mark.x11


def slow(display: Screen, seconds: float) -> Screen:
    return SimpleNamespace(name=display.name, env=display.env | {"CLAP_SLOW_DISK": str(seconds)})  # type: ignore[return-value]


def kinds(path: Path) -> list[str]:
    return [row.kind for row in Journal.open(path, read_only=True).rows()]


@pytest.mark.parametrize("seconds", [0.1, 0.8])
def test_one_tap_is_one_gesture_and_taps_keep_their_order(display: Screen, tmp_path: Path, seconds: float) -> None:
    path = made(tmp_path, *ISSUES)
    before = len(kinds(path))
    with Pilot(slow(display, seconds), tmp_path, "play", str(path)) as p:
        p.node("topbar")
        p._xdotool("keydown", "ctrl+z")
        time.sleep(0.1)
        p._xdotool("keyup", "ctrl+z")
        p._xdotool("key", "--delay", "60", "ctrl+z", "ctrl+y", "ctrl+z", "ctrl+z")
        p.until(lambda shown: shown.seen["keys"] >= 10 and p.rows() >= before + 5, "all keys answered and on disk")
    assert kinds(path)[before:] == ["undo", "undo", "redo", "undo", "undo"]


def test_closing_while_a_gesture_is_saved_loses_neither_it_nor_what_came_before(
    display: Screen, tmp_path: Path
) -> None:
    path = made(tmp_path, *ISSUES)
    before = len(kinds(path))
    with Pilot(slow(display, 0.8), tmp_path, "play", str(path)) as p:
        p.node("topbar")
        p._xdotool("key", "--delay", "30", "ctrl+z", "ctrl+z")
        p._xdotool("key", "alt+F4")
        assert p.left() == 0
    assert kinds(path)[before:] == ["undo", "undo"]
