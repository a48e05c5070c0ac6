"""What comes to the table: events as inputs, in the order they came, those kept too that came while the disk wrote."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from queue import SimpleQueue

import pygame

from game.core.frozen import dataclass
from game.table.input import Reader
from game.view.answer import input as given
from game.view.tree.node import Node

FIRST, NEXT = 0.35, 0.035
"""Seconds a key is held before it repeats, and between two repeats."""
MODIFIERS = frozenset((pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT))


@dataclass(frozen=True, slots=True)
class Batch:
    """What came together. `seen` is the tree that stood on the screen then, if a write held it there."""

    events: tuple[pygame.Event, ...] = ()
    inputs: tuple[given.Input, ...] = ()
    seen: Node | None = None

    @property
    def mover(self) -> str:
        """Give the pointer that moved, if nothing else happened."""
        one = self.inputs[0] if len(self.inputs) == 1 else None
        alone = all(event.type in (pygame.MOUSEMOTION, pygame.FINGERMOTION) for event in self.events)
        return one.pointer if alone and isinstance(one, given.PointerMove) else ""


class Repeater:
    """Has a key that is held down repeat, by the loop's own time.

    SDL's timer goes on while the loop is busy, and its repeats wait in the queue before the release: on a slow disk one
    tap was nine gestures. Here a repeat is given only when the queue was emptied and the key is still down.
    """

    def __init__(self) -> None:
        self._code, self._due = 0, 0.0
        self._key: given.Key | None = None

    def heard(self, events: Iterable[pygame.Event], inputs: tuple[given.Input, ...], now: float) -> None:
        """Note which key is down, `now` being in seconds."""
        for event in events:
            if event.type == pygame.KEYDOWN and event.key not in MODIFIERS:
                pressed = (one for one in reversed(inputs) if isinstance(one, given.Key))
                self._code, self._due, self._key = event.key, now + FIRST, next(pressed, None)
            elif event.type == pygame.WINDOWFOCUSLOST or (event.type == pygame.KEYUP and event.key == self._code):
                self._key = None

    def due(self, now: float) -> tuple[given.Input, ...]:
        """Give the repeat that is due, if one is; those that a busy loop missed are not made up for."""
        if self._key is None or now < self._due:
            return ()
        self._due = now + NEXT
        return (replace(self._key, repeat=True),)


class Inbox:
    """Gives what came, batch by batch. `queue` is where other threads and the clipboard put theirs."""

    def __init__(self, queue: SimpleQueue[given.Input]) -> None:
        self._queue = queue
        self.reader, self._repeater = Reader(), Repeater()
        self._kept: deque[Batch] = deque()
        self.sort: Callable[[tuple[pygame.Event, ...]], tuple[pygame.Event, ...]] = lambda events: events
        """Takes out what came to another window than the one whose inputs are given."""

    @property
    def behind(self) -> bool:
        """Tell whether something that came during a write waits for its answer."""
        return bool(self._kept)

    def keep(self, size: tuple[int, int], seen: Node, now: float) -> tuple[pygame.Event, ...]:
        """Take in what comes while a write goes on; of several motions in a row only the last is kept."""
        events = tuple(pygame.event.get())
        self.reader.emptied()
        batch = self._read(self.sort(events), size, now)
        pressed = tuple(one for one in batch.inputs if not (isinstance(one, given.Key) and one.repeat))
        batch = Batch(batch.events, (*pressed, *self._queued()), seen)
        if self._kept and batch.mover and batch.mover == self._kept[-1].mover:
            self._kept.pop()
        if batch.events or batch.inputs:
            self._kept.append(batch)
        return batch.events

    def take(
        self, rests: pygame.Clock, size: tuple[int, int], clock: Callable[[], float], *, holding: bool, pace: int
    ) -> Batch:
        """Give the oldest batch kept, else what comes, repeats included, as input.Reader waits for it."""
        if self._kept:
            batch = self._kept.popleft()
            return replace(batch, inputs=(*self._queued(), *batch.inputs))
        events = self.sort(tuple(self.reader.wait(rests, holding=holding, pace=pace)))
        batch = self._read(events, size, clock())
        return replace(batch, inputs=(*batch.inputs, *self._queued(), *self._repeater.due(clock())))

    def empty(self) -> bool:
        """Tell whether nothing has come."""
        if pygame.event.peek():
            return False
        self.reader.emptied()
        return True

    def shown(self) -> None:
        """Note that what was taken is on the screen."""
        self.reader.shown()

    def _read(self, events: tuple[pygame.Event, ...], size: tuple[int, int], now: float) -> Batch:
        inputs = self.reader.read(events, size)
        self._repeater.heard(events, inputs, now)
        return Batch(events, inputs)

    def _queued(self) -> tuple[given.Input, ...]:
        return tuple(self._queue.get_nowait() for _ in range(self._queue.qsize()))
