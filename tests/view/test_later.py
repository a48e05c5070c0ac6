"""What is read when it is first shown is there, and nothing of it is read before."""

import inspect
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from game.view.dialogs import DIALOGS
from game.view.later import later
from game.view.screens import SCREENS
from game.view.screens.play import BODIES

BUILT = {**SCREENS, **DIALOGS, **BODIES}
SHOWS = (
    "import json, sys, game.view.scene; print(json.dumps([name for name in sys.modules if name.startswith('game.')]))"
)


@pytest.mark.parametrize("name", [name for name in BUILT if name != "demo"])
def test_what_is_read_later_is_there(name: str) -> None:
    closed = inspect.getclosurevars(BUILT[name]).nonlocals
    found = getattr(import_module(closed["module"]), closed["name"])
    assert callable(found)


def test_a_screen_is_read_when_it_is_shown() -> None:
    done = subprocess.run([sys.executable, "-c", SHOWS], capture_output=True, text=True, check=True)
    read = set(json.loads(done.stdout))
    folders = Path(import_module("game.view").__path__[0])
    shown = {
        f"game.view.{room}.{file.stem}" for room in ("screens", "dialogs") for file in (folders / room).glob("*.py")
    }
    assert not read & {name for name in shown if not name.endswith("__init__")}


def test_a_builder_gives_what_its_module_builds() -> None:
    assert later("json", "dumps")([1]) == "[1]"
