"""The session file: a gesture to the disk, and a long session opened again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure
from tests.desk.bench import bare_commits, played, reopened

GESTURES, PART = 5_000, 500
RUNS = 7


def commit() -> Iterator[Figure]:
    """Time 5,000 gestures through the desk against bare commits before and after them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before = _bare(folder, "before")
        costs = [1000 * cost for cost in played(folder / "long.clap", GESTURES)]
        after = _bare(folder, "after")
    first, last = median(costs[:PART]), median(costs[-PART:])
    yield Figure("gesture, the first 500", first, "ms", before, 2, of_floor=True)
    yield Figure("gesture, the last 500 of 5,000", last, "ms", after, 2, of_floor=True)
    yield Figure("gesture, all 5,000", median(costs), "ms", (before + after) / 2, 2, of_floor=True)


def _bare(folder: Path, name: str) -> float:
    inner = folder / name
    inner.mkdir()
    return 1000 * bare_commits(inner)


def refold() -> Iterator[Figure]:
    """Time a session of 5,000 gestures opened again, beside one of a single gesture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        played(folder / "short.clap", 1)
        played(folder / "long.clap", GESTURES)
        pairs = [(reopened(folder / "short.clap"), reopened(folder / "long.clap")) for _ in range(RUNS)]
    short, long = (1000 * median(pair[i] for pair in pairs) for i in range(2))
    yield Figure("5,000 gestures reopened", long, "ms", short, 150, note="floor: a session of one gesture")
