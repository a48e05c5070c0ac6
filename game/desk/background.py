"""Work done on a thread of its own: a gesture is written, files are exported, while the table goes on or waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

Found = TypeVar("Found")
Meanwhile = Callable[[float], None]
"""Called again and again while something is waited for, with the seconds waited so far."""
STEP = 0.005
"""Seconds between two calls of it."""


class Job(Generic[Found]):
    """One job, begun at once. The program does not end before one that is `kept`; any other is let go."""

    def __init__(self, work: Callable[[], Found], *, kept: bool = False) -> None:
        self._work, self.kept = work, kept
        self._found: list[Found] = []
        self._error: Exception | None = None
        self._thread = Thread(target=self._run, name="job", daemon=not kept)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found.append(self._work())
        except Exception as error:  # told by `answer`, on the thread that asked
            self._error = error

    @property
    def over(self) -> bool:
        """Tell whether `answer` would come at once."""
        return not self._thread.is_alive()

    def rest(self, seconds: float) -> None:
        """Give it some time to be over."""
        self._thread.join(seconds)

    def answer(self, meanwhile: Meanwhile = lambda _: None) -> Found:
        """Give what was found, waiting for it if need be. Raises what the work raised."""
        begun = time.monotonic()
        self._thread.join(STEP)
        while not self.over:
            meanwhile(time.monotonic() - begun)
            self._thread.join(STEP)
        if self._error is not None:
            raise self._error
        return self._found[0]
