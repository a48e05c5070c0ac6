"""The recorded workshop in the real window: any key brings its end, and its files are those of the play without one."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from game.words.catalogue import speaker
from tests.pilot import Pilot
from tests.screen import ROOT, Screen, settled
from tests.watched import Shown

pytestmark = pytest.mark.x11
PLAY = speaker("fr").say("demo.play")


def test_a_key_brings_the_end_and_the_files_are_those_without_a_window(display: Screen, tmp_path: Path) -> None:
    seen, unseen = tmp_path / "seen", tmp_path / "unseen"
    with Pilot(display, tmp_path / "home", "demo", "--out", str(seen)) as p:
        p.until(lambda shown: shown.tree.find("topbar"), "the workshop on the screen")
        p.poke("space")
        p.until(lambda shown: shown.tree.find("credits") and shown.toast, "the credits, and where the files are")
        p.poke("space")
        assert p.left() == 0
    command = [sys.executable, "-m", "game", "demo", "--headless", "--out", str(unseen)]
    env = display.env | {"CLAP_HOME": str(tmp_path / "home")}
    subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True)
    for name in ("objectives.json", "objectives.csv"):
        assert (seen / name).read_bytes() == (unseen / name).read_bytes()


def test_it_is_told_a_step_at_a_time_by_mouse_and_by_keys_and_writes_nothing(display: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    settled(home)
    with Pilot(display, home, "demo") as p:
        p.until(lambda shown: shown.tree.find("demo:next"), "the bar of the demo")
        p.press("demo:next")
        p.until(lambda shown: stands(shown) and shown.tree.find("demo:play").name == PLAY, "a step, and it waits")
        at = stands(p.shown)
        for key, there in (("Right", at + 1), ("Left", at), ("space", at + 1)):
            p.poke(key)
            p.until(partial(stood, there), f"step {there} by {key}")
        p.poke("Escape")
        assert p.left() == 0
    assert {path.name for path in home.iterdir()} <= {"cache", "settings", "shown"}


def stood(there: int, shown: Shown) -> bool:
    """Tell whether the bar tells a step."""
    return stands(shown) == there


def stands(shown: Shown) -> int:
    """Give the step that the bar tells."""
    told = shown.tree.find("demo:said")
    return int(told.name.split("/")[0]) if told is not None else 0
