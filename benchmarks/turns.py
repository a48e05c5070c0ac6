"""What a turn of the table's loop takes, and the taking of it: four functions are wrapped, and only observed.

These are `Window.show` (all of the painting, to the end of `display.update`), pygame's `update` and `flip` (which
pixels went to the screen), the journal's `append` (the commit, on whatever thread it is done) and pygame's `wait` (the
rests of a flourish).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pygame

from benchmarks.screen import SERVER
from game.journal.journal import Journal
from game.table.window import Window

Rect = tuple[int, int, int, int]


def _nothing() -> float:
    return 0.0


def served() -> float:
    """Give the milliseconds of the processor that the display server has spent."""
    return int((Path("/proc") / os.environ[SERVER] / "schedstat").read_text().split()[0]) / 1e6


@dataclass(slots=True)
class Cost:
    """Milliseconds: by the clock on the wall, and of the processor, by the thread that spent them.

    `beside` gives the processor time of who works for it meanwhile: pixels are shown by the display server.
    """

    wall: float = 0.0
    cpu: float = 0.0
    beside: Callable[[], float] = field(default=_nothing, repr=False)

    def time(self, work: Callable[[], Any]) -> Any:
        """Do some work, and add what it takes."""
        wall, cpu = time.perf_counter(), self.beside() + 1000 * time.thread_time()
        try:
            return work()
        finally:
            self.wall += 1000 * (time.perf_counter() - wall)
            self.cpu += 1000 * time.thread_time() + self.beside() - cpu


@dataclass(slots=True)
class Turn:
    """What one turn of the loop took, from the event to the screen, and its parts; `shown` are the pixels, by frame."""

    whole: Cost = field(default_factory=Cost)
    shows: Cost = field(default_factory=Cost)
    painting: Cost = field(default_factory=lambda: Cost(beside=served))
    commit: Cost = field(default_factory=Cost)
    rest: Cost = field(default_factory=Cost)
    shown: list[list[Rect]] = field(default_factory=list)

    def facts(self) -> dict[str, float]:
        """Give what is told: `building` is all that the loop's own thread spends on anything but the painting."""
        building = self.whole.cpu - self.shows.cpu
        return {
            "wall": self.whole.wall - self.rest.wall,
            "cpu": building + self.painting.cpu,
            "building": building,
            "painting": self.painting.cpu,
            "painting wall": self.painting.wall - self.rest.wall,
            "commit": self.commit.cpu,
            "commit wall": self.commit.wall,
        }


class Watch:
    """Notes what each turn takes, once `begin` was called; `update` is pygame's own."""

    def __init__(self, whole: Rect) -> None:
        self._whole, self._now = whole, Turn()
        self.update = pygame.display.update

    def turn(self, work: Callable[[], Any]) -> Turn:
        """Give what a turn takes."""
        turn = self._now = Turn()
        turn.whole.time(work)
        self._now = Turn()
        return turn

    def begin(self) -> None:
        """Wrap what is observed."""
        flip, show, append, wait = pygame.display.flip, Window.show, Journal.append, pygame.time.wait

        def shown(*given: Any) -> Any:
            return self._now.painting.time(lambda: self._now.shows.time(lambda: show(*given)))

        def updated(rects: Any = None) -> None:
            given = [rects] if isinstance(rects, tuple | pygame.Rect) else rects
            self._now.shown.append([tuple(pygame.Rect(rect)) for rect in given or [self._whole]])
            self.update(*(() if rects is None else (rects,)))

        def flipped() -> None:
            self._now.shown.append([self._whole])
            flip()

        pygame.display.update, pygame.display.flip = updated, flipped  # type: ignore[assignment]
        pygame.time.wait = lambda pause: self._now.rest.time(lambda: wait(pause))  # type: ignore[assignment]
        Window.show = shown  # type: ignore[method-assign]
        Journal.append = lambda *given: self._now.commit.time(lambda: append(*given))  # type: ignore[method-assign]
