"""A table that nobody touches: what it takes of a core, and of memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figure import Figure
from benchmarks.rooms import afternoon, copied
from benchmarks.screen import child, screen

RUNS = 3
WATCHED, MINUTE = 10, 60
OPEN, UNTOUCHED, TOUCH = 1.1, 0.5, 80
"""Times the bare loop: a table just opened, one untouched for a minute; milliseconds to the answer of a touch then."""


def figures() -> Iterator[Figure]:
    """Watch home and an open session for ten seconds, and again after a minute; the bare loop beside them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = afternoon(folder / "afternoon.clap")
        sessions = [
            ("opened", ("idle", "play", str(copied(file, folder, run))), folder / "home") for run in range(RUNS)
        ]
        bare = RUNS * [("bare", ("idle", str(MINUTE)), None)]
        home, *rest = _at_once(("opened", ("idle",), folder / "home"), *sessions, *bare)
    runs, floor = rest[:RUNS], median(one["cpu"] for one in rest[RUNS:])
    note = f"{{:g}} frames in {WATCHED} s"
    for what, took in (("home", [home]), ("a session", runs)):
        for when, name, goal in (("idle", "idle", OPEN), ("untouched for a minute", "calm", UNTOUCHED)):
            cpu, frames = (median(one[fact] for one in took) for fact in (name, f"{name} frames"))
            yield Figure(f"{when}, {what}", cpu, "% core", floor, goal, of_floor=True, note=note.format(frames))
    touch = [one["touch"] for one in runs]
    yield Figure("the first touch after it", median(touch), "ms", None, TOUCH, note=f"{max(touch):.0f} at most")


def _at_once(*wanted: tuple[str, tuple[str, ...], Path | None]) -> list[dict[str, Any]]:
    """Run children beside one another, each on a screen of its own: they hardly do a thing."""

    def run(one: tuple[str, tuple[str, ...], Path | None]) -> dict[str, Any]:
        name, arguments, home = one
        with screen((1920, 1080)) as env:
            return child(env, name, *arguments, home=home)

    with ThreadPoolExecutor(len(wanted)) as pool:
        return list(pool.map(run, wanted))


def memory() -> Iterator[Figure]:
    """Weigh the whole screen at 1080p, settled: proportional set size."""
    with screen((1920, 1080)) as env, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = afternoon(folder / "afternoon.clap")
        floor = median(child(env, "bare", "memory")["pss"] for _ in range(RUNS))
        runs = [
            child(env, "opened", "memory", "play", str(copied(file, folder, run)), "--fullscreen", home=folder / "home")
            for run in range(RUNS)
        ]
    yield Figure("memory, a session", median(one["pss"] for one in runs), "MB", floor, 120, note="PSS, 1920×1080")
