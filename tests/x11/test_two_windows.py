"""Two real windows: what hands do in one is seen in the other, and screens come and go."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.view.tree.box import Box
from game.view.tree.node import Node
from tests.pilot import PATIENCE, Pilot
from tests.screen import LACKING, Screen, screen
from tests.x11.sessions import ISSUES, made

pytestmark = pytest.mark.x11
LAPTOP, WALL = Box(0, 0, 1366, 768), Box(1366, 0, 1280, 720)


@pytest.fixture
def desk() -> Iterator[Screen]:
    if LACKING:
        pytest.skip(f"needs {', '.join(LACKING)}")
    with screen(LAPTOP.w + WALL.w, 1024) as on:
        plug(on, laptop=LAPTOP, wall=WALL)
        yield on


def asked(on: Screen, *command: str) -> str:
    return subprocess.run(command, env=on.env, check=False, capture_output=True, text=True).stdout


def plug(on: Screen, **screens: Box) -> None:
    """Have the system show these screens; the first takes the real output's place."""
    for name in ("laptop", "wall"):
        asked(on, "xrandr", "--delmonitor", name)
    for (name, box), output in zip(screens.items(), ("screen", "none"), strict=False):
        asked(on, "xrandr", "--setmonitor", name, f"{box.w}/340x{box.h}/190+{box.x}+{box.y}", output)


def window(on: Screen, p: Pilot, named: str) -> str:
    """Give the window of a name, once there is one."""
    assert p.process is not None
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = asked(on, "xdotool", "search", "--onlyvisible", "--pid", str(p.process.pid)).split()
        called = [which for which in found if asked(on, "xdotool", "getwindowname", which).strip() == named]
        if called:
            return called[0]
        time.sleep(0.1)
    raise AssertionError(f"no window {named}")


def place(on: Screen, which: str) -> Box:
    told = asked(on, "xdotool", "getwindowgeometry", "--shell", which)
    found = dict(line.split("=") for line in told.splitlines())
    return Box(*(int(found[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))


def until(seen: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def drag(on: Screen, which: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag with the mouse in a window."""
    at = [("--window", which, str(x), str(y)) for x, y in (start, (start[0] + 20, start[1] - 20), end, end)]
    asked(on, "xdotool", "mousemove", *at[0], "mousedown", "1", "mousemove", *at[1], "sleep", "0.2")
    asked(on, "xdotool", "mousemove", *at[2], "sleep", "0.2", "mousemove", *at[3], "sleep", "0.2", "mouseup", "1")


def hand(tree: Node) -> list[str]:
    """Give the keys of the cards in the hand."""
    return [node.key for node in tree.walk() if node.key.startswith("card:")]


def test_a_card_laid_in_one_window_lies_in_the_other(desk: Screen, tmp_path: Path) -> None:
    file = made(tmp_path, *ISSUES[:2])
    with Pilot(desk, tmp_path, "play", str(file), "--two-windows") as p:
        mine, theirs = window(desk, p, "CLAP, l'animateur"), window(desk, p, "CLAP")
        until(lambda: place(desk, theirs) == WALL, "the room's window fills its screen")
        assert LAPTOP.covers(place(desk, mine))
        p._window = mine
        p.until(lambda shown: shown.tree.find("lead:mirror"), "the facilitator's page")
        p.press("lead:board")
        card = hand(p.until(lambda shown: len(hand(shown.tree)) > 1, "cards").tree)[0]
        p.drag(card, "head:urbain")
        laid = card.replace("card", "issue")
        p.until(lambda shown: shown.room is not None and shown.room.find(laid), "the room sees it")
        room = p.shown.room
        assert room is not None
        other = hand(room)[0]
        start, row = room.find(other), room.find("head:enfance")
        assert start is not None
        assert row is not None
        drag(desk, theirs, start.box.centre, row.box.centre)
        p.until(lambda shown: shown.tree.find(other.replace("card", "issue")), "the facilitator sees it")
        names = {issue.card for issue in p.session().issues}
        assert names >= {one.removeprefix("card:") for one in (card, other)}


def test_an_unplugged_screen_leaves_one_window_and_comes_back(desk: Screen, tmp_path: Path) -> None:
    file = made(tmp_path, *ISSUES[:2])
    with Pilot(desk, tmp_path, "play", str(file), "--two-windows") as p:
        theirs = window(desk, p, "CLAP")
        for _ in range(2):
            until(lambda: place(desk, theirs) == WALL, "the room's window fills its screen")
            plug(desk, laptop=LAPTOP)
            p.until(lambda shown: shown.room is None, "one window")
            until(lambda: LAPTOP.covers(place(desk, theirs)), "in reach")
            plug(desk, laptop=LAPTOP, wall=WALL)
            p.until(lambda shown: shown.room is not None, "two windows again")
        assert p.process is not None
        assert p.process.poll() is None
