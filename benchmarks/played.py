"""The whole recorded afternoon through the table's loop, every file written beside it again and again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figure import Figure
from benchmarks.screen import Env, child, screen

RUNS, SHOWN = 3, 4
UNITS = 20
"""The longest a turn may take, in units."""


def figures() -> Iterator[Figure]:
    """Play it three times; each time the slowest turn counts; the slowest few are named."""
    with screen((1920, 1080)) as env:
        runs = [_played(env) for _ in range(RUNS)]
    slow = [_slowest(run["turns"]) for run in runs]
    worst, unit = median(turns[0]["cpu"] for turns in slow), median(run["unit"] for run in runs)
    named = ", ".join(f"{turn['what']} {turn['cpu'] / unit:.0f}" for turn in slow[0][:SHOWN])
    note = f"units: {named}; wall {median(turns[0]['wall'] for turns in slow):.0f} ms; {runs[0]['files']} exports"
    yield Figure("the afternoon, its slowest turn", worst, "ms", unit, UNITS, of_floor=True, note=note)


def _slowest(turns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the slowest turn of each kind, the slowest kind first."""
    kinds = {turn["what"]: turn for turn in sorted(turns, key=lambda turn: turn["cpu"])}
    return sorted(kinds.values(), key=lambda turn: -turn["cpu"])


def _played(env: Env) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return child(env, "played", folder, home=Path(folder) / "home", limit=300)
