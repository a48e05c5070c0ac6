"""Recipes of the field in a real window: a board that moves under a held card, keys held down, double clicks, focus."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.core.moves.flow import EnterPhase
from game.core.moves.levers import PlaceLever
from tests.pilot import Pilot, text_of
from tests.screen import Screen, window_of
from tests.view.afternoon import PICKS
from tests.watched import Shown
from tests.x11.sessions import ISSUES, LEVERS, made

pytestmark = pytest.mark.x11
VOTE = (
    *LEVERS,
    *(PlaceLever(lever, card) for card, _, _, levers in PICKS for lever in levers),
    EnterPhase("arbitrage"),
)
ELSEWHERE = """
import pygame
pygame.display.init()
pygame.display.set_mode((60, 60))
while True:
    pygame.event.wait()
"""


@contextmanager
def elsewhere(display: Screen) -> Iterator[str]:
    """Open another program's window; gives its id."""
    other = subprocess.Popen([sys.executable, "-c", ELSEWHERE], env=display.env, stdout=subprocess.DEVNULL)
    try:
        yield window_of(display, other.pid)
    finally:
        other.kill()
        other.wait()


def x(display: Screen, *command: str) -> str:
    done = subprocess.run(["xdotool", *command], env=display.env, check=True, capture_output=True, text=True)
    return done.stdout


def _top(shown: Shown, key: str) -> int:
    node = shown.tree.find(key)
    return node.box.y if node is not None else -999


def ringed(p: Pilot) -> str:
    return p.shown.over


def test_a_vote_goes_to_the_pick_under_the_hand_though_the_wheel_turned(display: Screen, tmp_path: Path) -> None:
    """R1, R12."""
    path = made(tmp_path, *VOTE)
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "table.json").write_text('{"percent": 175}', encoding="utf-8")
    with Pilot(display, tmp_path, "play", str(path)) as p:
        p.press("tab:council:vote")
        p.lift("token:0")
        first = next(key for key in p.shown.targets if key.startswith("pick:"))
        p.over(first)
        assert ringed(p) == first
        top = p.node(first).box.y
        x(display, "click", "--repeat", "2", "--delay", "8", "5")
        p.until(lambda shown: top - _top(shown, first) >= 180, "two notches")
        lit = ringed(p)
        assert lit not in ("", first)
        p.let_go()
        assert f"pick:{p.session().ballot.tokens[-1].issue}" == lit
        rows = p.rows()
        p.lift("token:1")
        p.over(next(key for key in p.shown.targets if key.startswith("pick:")))
        p.keys("F11")
        p.sized(2134, 1200)
        there = dict(pair.split(":") for pair in x(display, "getmouselocation").split())
        hand = (int(there["x"]), int(there["y"]))  # the window came from under it
        p.until(lambda shown: shown.hand == hand, "the token at the pointer")
        p.keys("Escape")
        assert p.shown.held == ()
        p.let_go()
        assert p.rows() == rows


def test_a_press_is_one_gesture_however_it_is_made(display: Screen, tmp_path: Path) -> None:
    """R4, R5, R15, R16."""
    path = made(tmp_path, *ISSUES)
    with Pilot(display, tmp_path, "play", str(path)) as p, elsewhere(display) as other:
        rows = p.rows()
        x(display, "mousemove", "--window", p._window, *map(str, p.point("next")))
        p._hand("click", "--repeat", "2", "--delay", "90", "1", ups=2)
        assert p.session().phase == "leviers"
        assert p.rows() == rows + 1
        p.keys("Tab")
        p.press("pause")
        rows = p.rows()
        x(display, "keydown", "Return", "sleep", "1.2", "keyup", "Return")
        p.keys("shift")
        assert p.rows() == rows + 1
        x(display, "keydown", "F11", "sleep", "1", "keyup", "F11")
        p.keys("shift")
        p.sized(2134, 1200)
        p.keys("F11")
        p.until(lambda shown: shown.tree.box.w < 2134, "a window")
        card = next(node.key for node in p.shown.tree.walk() if node.key.startswith("card:") and p.reached(node.key))
        p.press("pause")
        p.press("pause:resume")
        p.lift(card)
        x(display, "windowfocus", "--sync", other)
        p.until(lambda shown: not shown.held, "the card home")
        x(display, "mousemove", "1", "1", "mouseup", "1")
        x(display, "windowfocus", "--sync", p._window)
        p.keys("shift")  # answered, the window has its focus and has seen the button up
        p.keys("shift")  # in a turn of its own: only then is a release told alone known to be a click's
        p.press("menu")
        p.until(lambda shown: shown.tree.find("menu"), "the menu, at the first click")
        assert p.rows() == rows + 3
        p.keys("Escape")
        p.press("hand:search")
        p.type("ab")
        x(display, "key", "83")  # the keypad's 4, NumLock off
        x(display, "type", "c")
        p.until(lambda shown: text_of(shown, "hand:search") == "acb", "the caret one letter back")
