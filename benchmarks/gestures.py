"""What a gesture takes from the event to the screen, its building and its painting apart, each beside its own floor."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figure import Figure
from benchmarks.screen import child, screen

GOALS: dict[str, float | None] = {
    "undo": 2.5, "redo": 2.5, "drop": 2.5, "phase": 6, "spotlight-open": 6, "spotlight-close": 6, "typing": 1.5,
    "scrolling": 1.5,
}  # fmt: skip
"""The rows, and how many units their building may take."""
PAINTED = 2
"""How many times the floor of the pixels that changed their painting may take."""
DECKS = ("afternoon",)
SIZES = {"1080p": (1920, 1080)}
LIMIT = 600
"""Seconds given to one window."""
Events = list[dict[str, float]]


def figures(*chosen: str) -> Iterator[Figure]:
    """Measure each gesture in each window with each deck, or those that are chosen: rows, decks and sizes."""
    rows, decks, sizes = (_chosen(known, chosen) for known in (GOALS, DECKS, SIZES))
    for size, deck in product(sizes, decks):
        with screen(SIZES[size]) as env, tempfile.TemporaryDirectory() as folder:
            found = child(env, "gestures", deck, folder, *rows, home=Path(folder) / "home", limit=LIMIT)
        for row in rows:
            yield from _figures(row, f"{deck}, {size}", found[row])


CHOICES = (*GOALS, *DECKS, *SIZES)
"""What can be chosen."""


def _chosen(known: Any, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Give those of one kind that are chosen; all of them if none is."""
    return tuple(one for one in known if one in chosen) or tuple(known)


def _figures(row: str, where: str, events: Events) -> Iterator[Figure]:
    """Give the building beside the unit, and the painting beside the pixels: processor time, the medians' note wall."""
    took = {what: median(event[what] for event in events) for what in events[0]}
    slow = sorted(event["building"] for event in events)[len(events) * 95 // 100]
    built = f"p95 {slow:.1f} ms; wall {took['wall']:.1f} ms, of which commit {took['commit wall']:.1f}"
    painted = f"wall {took['painting wall']:.1f} ms, floor {took['pixels wall']:.1f}; {len(events)} events"
    yield Figure(f"{row}, {where}", took["building"], "ms", took["unit"], GOALS[row], of_floor=True, note=built)
    yield Figure(
        f"{row}, painting, {where}", took["painting"], "ms", took["pixels"], PAINTED, of_floor=True, note=painted
    )
