"""Copies of the session that is played: at its opening, every so many gestures or minutes, and when it is left."""

from __future__ import annotations

import time
from collections.abc import Callable

from game.desk import copies
from game.desk.background import Job
from game.desk.desk import Desk

GESTURES, SECONDS = 50, 600
"""A copy is made after so many gestures, or so long after the last one if there were any since."""


class Copying:
    """Has copies made beside the table's loop, which never waits for them."""

    def __init__(self, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._elapsed = elapsed
        self._desk: Desk | None = None
        self._job: Job[object] | None = None
        self._rows, self._due = 0, 0.0

    def look(self, desk: Desk) -> None:
        """Have a copy made if one is due; called at each turn of the table."""
        if desk is not self._desk:
            self._desk, self._rows, self._due = desk, 0, self._elapsed()
        if desk.read_only or (self._job is not None and not self._job.over):
            return
        new = len(desk.rows) - self._rows
        if new >= GESTURES or (new and self._elapsed() >= self._due):
            self._copy(desk, first=not self._rows)

    def left(self, desk: Desk) -> None:
        """Have the last copy made of a session that was closed."""
        if desk is self._desk and not desk.read_only and len(desk.rows) > self._rows:
            self._copy(desk, first=False)
        self._desk = None

    def _copy(self, desk: Desk, *, first: bool) -> None:
        path, sources, facts, rows = desk.path, desk.sources, desk.facts, list(desk.rows)
        self._rows, self._due = len(rows), self._elapsed() + SECONDS

        def work() -> object:
            if first:
                copies.follow(path, facts, rows)
            return copies.keep(path, sources, facts, rows)

        self._job = Job(work, kept=True)
