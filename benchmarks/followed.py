"""A second program opened on a session that is played: how long until it shows a gesture."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure
from benchmarks.rooms import afternoon
from benchmarks.screen import child, screen

SHOWN = 500
"""Milliseconds within which it is shown."""


def figures() -> Iterator[Figure]:
    """Have a program play and another one follow: from the gesture on disk to the frame, the longest."""
    with tempfile.TemporaryDirectory() as name, screen((1920, 1080)) as env:
        file = afternoon(Path(name) / "afternoon.clap")
        told = child(env, "followed", str(file), home=Path(name) / "home", limit=300)
    delays = told["delays"]
    note = f"{len(delays)} gestures, {median(delays):.0f} in the middle"
    yield Figure("a gesture shown by who follows", max(delays), "ms", None, SHOWN, note=note)
