"""Two windows instead of one: what a drag takes in each, and how much more memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figure import Figure
from benchmarks.screen import Env, child, screen

RUNS, CARDS = 3, 200
WIDE, HIGH = 1920, 1080
MORE, AS_ONE = 1.6, 1.5
"""Times the memory of one window that two of the same size may take, and the time of a motion in it."""


def figures() -> Iterator[Figure]:
    """Drag a card in each of two windows, and in one alone; weigh both processes after it."""
    with tempfile.TemporaryDirectory() as name, screen((WIDE, HIGH)) as env:
        rounds = [
            {many: _table(env, Path(name) / f"{many}-{run}", many) for many in ("one", "two")} for run in range(RUNS)
        ]
    one, two = ([each[many] for each in rounds] for many in ("one", "two"))
    alone = median(median(each["lead"]) for each in one)
    for which in ("room", "lead"):
        took = [median(each[which]) for each in two]
        slow = max(sorted(each[which])[len(each[which]) * 95 // 100] for each in two)
        name, note = f"drag, {CARDS} cards, the {which}'s window", f"p95 {slow:.1f} ms; the floor is one window alone"
        yield Figure(name, median(took), "ms", alone, AS_ONE, of_floor=True, note=note)
    weights = [median(each["pss"] for each in runs) for runs in (two, one)]
    yield Figure("memory, two windows", weights[0], "MB", weights[1], MORE, of_floor=True, note="PSS, 1920×1080 each")


def _table(env: Env, folder: Path, many: str) -> dict[str, Any]:
    folder.mkdir()
    sizes = str(WIDE), str(HIGH)
    return child(env, "windows", str(CARDS), str(folder), *sizes, many, home=folder / "home", limit=300)
