"""A card dragged across the board: 300 motions, decks of 50, 200 and 1,000 cards, at 1080p and 4K."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figure import Figure
from benchmarks.screen import Env, child, screen

COUNTS = (50, 200, 1_000)
SIZES = (("1080p", (1920, 1080), 2.0), ("4K", (3840, 2160), 3.5))
GROWTH = 1.3
RUNS = 5


def figures() -> Iterator[Figure]:
    """Measure each size with each deck."""
    for name, size, goal in SIZES:
        with screen(size) as env:
            rounds = [[_dragged(env, count) for count in COUNTS] for _ in range(RUNS)]
        runs = {count: [one[i] for one in rounds] for i, count in enumerate(COUNTS)}
        took = {count: median(median(one["motions"]) for one in found) for count, found in runs.items()}
        for count, found in runs.items():
            yield _figure(f"drag, {count} cards, {name}", took[count], found, goal)
        yield Figure(f"drag, 1,000 over 50 cards, {name}", took[1_000], "ms", took[50], GROWTH, of_floor=True)


def _figure(name: str, took: float, found: list[dict[str, Any]], goal: float) -> Figure:
    floor = median(median(one["floor"]) for one in found)
    slow = median(sorted(one["motions"])[len(one["motions"]) * 95 // 100] for one in found)
    return Figure(name, took, "ms", floor, goal, note=f"p95 {slow:.1f} ms, {found[0]['targets']} targets")


def _dragged(env: Env, count: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return child(env, "drag", str(count), folder, home=Path(folder) / "home", limit=300)
