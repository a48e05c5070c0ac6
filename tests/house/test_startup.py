"""What is not imported on the way to the first frame, and to a table that can be played on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.content.shelf import load_scenario
from game.desk.opening import new_session
from tests.house.sources import ROOT

HEAVY = {"shapely", "numpy", "PIL", "typst", "docx", "xlsxwriter"}
LATER = HEAVY | {"click", "yaml", "sqlite3", "accesskit"}
"""What the first frame does without, although the table may need it."""
UNREAD = {"yaml", "subprocess", "lxml", "xml"}
"""What a session whose texts were read before is opened without."""
DRIVER = """
import json, sys
from game.table import opening

curtain, seen = opening.curtain, {}

def loaded():
    return sorted({name.partition(".")[0] for name in sys.modules})

def made_by_python():
    "Give the frozen values of the house that game.core.frozen did not make: Python compiles six functions for each."
    rooms = [module for name, module in list(sys.modules.items()) if name.startswith("game.")]
    known = {value for room in rooms for value in vars(room).values() if isinstance(value, type)}
    values = [value for value in known if value.__module__.startswith("game.") and "__slots__" in vars(value)]
    frozen = [value for value in values if hasattr(value, "__dataclass_params__") and value.__dataclass_params__.frozen]
    return sorted(value.__name__ for value in frozen if value.__setattr__.__globals__["__name__"] != "game.core.frozen")

def raised(*given, **named):
    curtain(*given, **named)
    seen.setdefault("frame", loaded())
    from game.table.app import Table
    Table.turn = turned

def turned(table, clock):
    print(json.dumps(seen | {"usable": loaded(), "python's": made_by_python(), "screen": table.ui.screen}))
    sys.exit()

opening.curtain = raised
sys.argv = ["clap", *sys.argv[1:]]
from game.__main__ import main
main()
"""


def opened(home: Path, *arguments: str) -> dict[str, set[str]]:
    """Open the table without a screen; give the packages loaded at its first frame and at its first turn."""
    env = {"SDL_VIDEODRIVER": "dummy", "CLAP_HOME": str(home), "PATH": "", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", DRIVER, *arguments]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return {name: set(loaded) for name, loaded in json.loads(done.stdout.splitlines()[-1]).items() if name != "screen"}


@pytest.fixture
def session(clap_home: Path) -> Path:
    sources = load_scenario(ROOT / "scenarios" / "blagnac", ROOT / "decks")
    desk = new_session(clap_home / "conseil.clap", sources, "90", date="2026-12-02")
    desk.close()
    return desk.path


def test_home_opens_without_what_is_heavy(tmp_path: Path) -> None:
    for _ in ("nothing kept yet", "read before"):
        seen = opened(tmp_path)
        assert "pygame" in seen["frame"]
        assert seen["frame"] & LATER == set()
        assert seen["usable"] & HEAVY == set()


def test_a_session_opens_without_what_is_heavy(tmp_path: Path, session: Path) -> None:
    for _ in ("nothing kept yet", "read before"):
        seen = opened(tmp_path, "play", str(session))
        assert seen["frame"] & LATER == set()
        assert seen["usable"] & HEAVY == set()
    assert seen["usable"] & UNREAD == set()


FEW = 10
"""Values made by Python's own dataclass that an opening may meet."""


def test_the_values_read_on_the_way_to_a_table_are_made_quickly(tmp_path: Path, session: Path) -> None:
    slow = opened(tmp_path, "play", str(session))["python's"]
    assert len(slow) <= FEW, slow


def test_with_options_too_the_curtain_comes_first(tmp_path: Path, session: Path) -> None:
    seen = opened(tmp_path, "play", str(session), "--lang", "en")
    assert seen["frame"] & HEAVY == set()
    assert seen["usable"] & HEAVY == set()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a display that does not answer is X11's")
def test_a_screen_that_does_not_answer_is_said(tmp_path: Path) -> None:
    env = {"DISPLAY": ":4242", "CLAP_HOME": str(tmp_path), "PATH": "", "PYTHONPATH": str(ROOT), "LANG": "en_GB.UTF-8"}
    command = [sys.executable, "-m", "game"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "No screen answers here" in done.stderr
    assert "Traceback" not in done.stderr
