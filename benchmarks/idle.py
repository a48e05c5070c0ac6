"""A table that nobody touches: what it takes of a core, and of memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure
from benchmarks.rooms import afternoon, copied
from benchmarks.screen import child, screen

RUNS = 3
WATCHED = 10


def figures() -> Iterator[Figure]:
    """Watch an open session for ten seconds, three times; its clock alone is painted."""
    with screen((1920, 1080)) as env, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = afternoon(folder / "afternoon.clap")
        floor = median(child(env, "bare", "idle", str(WATCHED))["cpu"] for _ in range(RUNS))
        home = child(env, "opened", "idle", home=folder / "home")
        runs = [
            child(env, "opened", "idle", "play", str(copied(file, folder, run)), home=folder / "home")
            for run in range(RUNS)
        ]
    frames = median(one["frames"] for one in runs)
    yield Figure("idle, home", home["cpu"], "% core", floor, 1, note=f"{home['frames']} frames in {WATCHED} s")
    cpu = median(one["cpu"] for one in runs)
    yield Figure("idle, a session", cpu, "% core", floor, 1, note=f"{frames:g} frames in {WATCHED} s")


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
