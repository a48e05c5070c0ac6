"""A screen, a body or a dialog is read when it is first shown, and none before."""

import json
import subprocess
import sys
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest

from game.view.dialogs import ANYWHERE, DIALOGS
from game.view.play import BODIES
from game.view.screens import SCREENS, at_home

SHOWS = (
    "import json, sys, game.view.scene; print(json.dumps([name for name in sys.modules if name.startswith('game.')]))"
)
ROOMS = ("home", "scouting", "board", "council", "objectives", "review", "credits", "dialogs")
VOTES = ("assume", "ballot", "tie")
SHOWN = {
    **{name: (f"dialogs.{name}", "build") for name in (*ANYWHERE, *DIALOGS)},
    **{name: ("dialogs.voting", name) for name in VOTES},
    "early": ("dialogs.slate", "early"),
    **{name: ("dialogs.renouncing", name) for name in ("renounce", "thanked")},
    "still": ("dialogs.way", "still"),
}
SCREENS_SHOWN = {"home": "home.home", "play": "play", "poster": "board.poster", "seats": "home.seats"}
BODIES_SHOWN = {
    "review": "review.review", "guess": "scouting.scouting", "ledger": "board.board", "ballot": "council.ballot",
    "sheets": "objectives.sheets", "credits": "credits.credits", "survey": "survey.survey",
    **{name: f"induction.{name}" for name in ("strip", "standing", "family", "tension", "leaving")},
}  # fmt: skip


def test_a_screen_is_read_when_it_is_shown() -> None:
    done = subprocess.run([sys.executable, "-c", SHOWS], capture_output=True, text=True, check=True)
    read = set(json.loads(done.stdout))
    folder = Path(import_module("game.view").__path__[0])
    shown = {f"game.view.{room}.{file.stem}" for room in ROOMS for file in (folder / room).glob("*.py")}
    assert shown
    assert not read & {"game.view.play", *(name for name in shown if not name.endswith("__init__"))}


@pytest.mark.parametrize(
    ("built", "shown"),
    [
        ({"home": at_home, **SCREENS}, {name: (file, "build") for name, file in SCREENS_SHOWN.items()}),
        ({**ANYWHERE, **DIALOGS}, SHOWN),
        (BODIES, {name: (file, "build") for name, file in BODIES_SHOWN.items()}),
    ],
)
def test_each_name_shows_its_own(
    built: dict[str, object], shown: dict[str, tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in sorted(built.keys() - {"demo"}):
        file, builder = shown[name]
        made = object()
        monkeypatch.setattr(import_module(f"game.view.{file}"), builder, lambda *_, made=made: made)
        given = len(signature(built[name]).parameters)  # type: ignore[arg-type]
        assert built[name](*(None,) * given) is made  # type: ignore[operator]
