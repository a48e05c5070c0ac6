"""From the start of the process to the first frame, and to a table that can be played on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figure import Figure
from benchmarks.rooms import afternoon, copied
from benchmarks.screen import Env, child, screen

RUNS, FIRST = 9, 3
FRAME, USABLE, SESSION = 2, 4, 3.5


def figures() -> Iterator[Figure]:
    """Measure the bare window, `clap`, and `clap play FILE`, in turn."""
    with screen((1920, 1080)) as env, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = afternoon(folder / "afternoon.clap")
        rounds = [_round(env, folder, copied(file, folder, run)) for run in range(RUNS + 1)][1:]
        first = [child(env, "opened", "start", home=folder / f"first-{run}") for run in range(FIRST)]
    bare, home, play = ([one[i] for one in rounds] for i in range(3))
    floor = _took(bare, "frame")
    yield Figure("first frame, clap", _took(home, "frame"), "ms", floor, FRAME, of_floor=True)
    yield Figure("first frame, clap play FILE", _took(play, "frame"), "ms", floor, FRAME, of_floor=True)
    yield Figure("usable, home", _took(home, "usable"), "ms", floor, USABLE, of_floor=True, note=_sound(home))
    yield Figure("usable, a session", _took(play, "usable"), "ms", floor, SESSION, of_floor=True, note=_sound(play))
    note = "decks and maps read for the first time on this machine"
    yield Figure("usable, home, the very first start", _took(first, "usable"), "ms", floor, note=note)
    drop = 1000 * median(one["drop"] for one in play)
    taken = all(one["accepted"] for one in play)
    yield Figure(
        "the first drop", drop, "ms", note=f"lift, move, drop, on disk: {'accepted' if taken else 'NOT ACCEPTED'}"
    )


def _round(env: Env, folder: Path, file: Path) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    return (
        child(env, "bare"),
        child(env, "opened", "start", home=folder / "home"),
        child(env, "opened", "start", "play", str(file), home=folder / "home"),
    )


def _took(runs: list[dict[str, Any]], until: str) -> float:
    return 1000 * median(one[until] - one["began"] for one in runs)


def _sound(runs: list[dict[str, Any]]) -> str:
    return "every pixel painted" if all(one["painted"] for one in runs) else "NOT WHOLLY PAINTED"
