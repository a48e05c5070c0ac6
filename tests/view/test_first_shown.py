"""A screen, a body or a dialog is read when it is first shown, and none before."""

import json
import subprocess
import sys
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest

from game.view.dialogs import ANYWHERE, DIALOGS
from game.view.screens import SCREENS, at_home
from game.view.screens.play import BODIES

SHOWS = (
    "import json, sys, game.view.scene; print(json.dumps([name for name in sys.modules if name.startswith('game.')]))"
)
VOTES = ("assume", "ballot", "renounce", "tie")
PANELS = {"guess": "scouting", "ledger": "board"}


def test_a_screen_is_read_when_it_is_shown() -> None:
    done = subprocess.run([sys.executable, "-c", SHOWS], capture_output=True, text=True, check=True)
    read = set(json.loads(done.stdout))
    folders = Path(import_module("game.view").__path__[0])
    shown = {
        f"game.view.{room}.{file.stem}" for room in ("screens", "dialogs") for file in (folders / room).glob("*.py")
    }
    assert not read & {name for name in shown if not name.endswith("__init__")}


@pytest.mark.parametrize(
    ("names", "built"),
    [("screens", {"home": at_home, **SCREENS}), ("dialogs", {**ANYWHERE, **DIALOGS}), ("panels", BODIES)],
)
def test_each_name_shows_its_own(names: str, built: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in sorted(built.keys() - {"demo"}):
        file, builder = ("voting", name) if name in VOTES and names == "dialogs" else (PANELS.get(name, name), "build")
        made = object()
        monkeypatch.setattr(import_module(f"game.view.{names}.{file}"), builder, lambda *_, made=made: made)
        given = len(signature(built[name]).parameters)
        assert built[name](*(None,) * given) is made  # type: ignore[operator]
