"""The real window made small, full and back, and its text made large: one plays on in each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pilot import Pilot
from tests.screen import Screen
from tests.x11.gestures import seek
from tests.x11.mouse import Mouse
from tests.x11.sessions import LEVERS, made

pytestmark = pytest.mark.x11


def laid(p: Pilot, issue: str) -> tuple[str, ...]:
    found = p.session().placed(issue)
    assert found is not None
    return found.levers


def test_one_plays_on_in_a_small_window_in_full_screen_and_back(display: Screen, tmp_path: Path) -> None:
    path = made(tmp_path, *LEVERS)
    with Pilot(display, tmp_path, "play", str(path)) as p:
        hand = Mouse(p)
        p.resize(1280, 720)
        seek(hand, "clause-verte")
        hand.carry("card:clause-verte", "cell:biodiversite-ville")
        assert laid(p, "biodiversite-ville") == ("clause-verte",)
        p.resize(1600, 900)
        p.keys("F11")
        p.sized(2134, 1200)
        seek(hand, "reserver-handicap")
        hand.carry("card:reserver-handicap", "cell:handicap")
        assert laid(p, "handicap") == ("reserver-handicap",)
        p.keys("F11")
        p.sized(1600, 900)
        seek(hand, "reemploi-dabord")
        hand.carry("card:reemploi-dabord", "cell:reemploi-recycle")
        assert laid(p, "reemploi-recycle") == ("reemploi-dabord",)


@pytest.mark.parametrize("percent", [150, 200])
def test_one_plays_on_in_large_text(display: Screen, tmp_path: Path, percent: int) -> None:
    path = made(tmp_path, *LEVERS)
    with Pilot(display, tmp_path, "play", str(path)) as p:
        hand = Mouse(p)
        larger(hand, percent)
        p.press("tab:family:sports")
        seek(hand, "marche-performance")
        hand.carry("card:marche-performance", "cell:eau")
        assert laid(p, "eau") == ("marche-performance",)


def larger(hand: Mouse, percent: int) -> None:
    """Set the size of the text by the menu's own dialog."""
    hand.press("menu")
    hand.press("menu:text")
    p = hand.pilot
    while p.shown.percent < percent:
        if not p.has("scale:hand:more"):
            p.wheel("screen:projector", 9)
        hand.press("scale:hand:more")
    hand.pilot.close()
