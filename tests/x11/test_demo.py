"""The recorded workshop in the real window: any key brings its end, and its files are those of the play without one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pilot import Pilot
from tests.screen import ROOT, Screen

pytestmark = pytest.mark.x11


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
