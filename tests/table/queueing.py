"""Events as the system puts them in the window's queue, for a table that runs in this process."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import pygame

from game.table.app import Table


class Restless:
    """A clock that does not wait for the next frame."""

    def tick(self, _: int) -> int:
        return 0


@dataclass
class Queue:
    """A table, and what comes to it: `events` counts them."""

    table: Table
    dice: Random
    deck: bytes
    events: int = 0
    _down: dict[object, tuple[int, int]] = field(default_factory=dict)
    _clock: Restless = field(default_factory=Restless)

    def post(self, kind: int, **facts: object) -> None:
        self.events += 1
        pygame.event.post(pygame.Event(kind, **facts))

    def pointer(self, hand: object, what: str, at: tuple[int, int]) -> None:
        if hand == "mouse":
            kind = {"down": pygame.MOUSEBUTTONDOWN, "up": pygame.MOUSEBUTTONUP, "move": pygame.MOUSEMOTION}[what]
            self.post(kind, pos=at, button=1, rel=(1, 1), buttons=(1, 0, 0), touch=False)
        else:
            kind = {"down": pygame.FINGERDOWN, "up": pygame.FINGERUP, "move": pygame.FINGERMOTION}[what]
            wide, high = self.table.window.size
            self.post(kind, touch_id=1, finger_id=hand, x=at[0] / (wide - 1), y=at[1] / (high - 1), dx=0.0, dy=0.0)
        if what == "up":
            self._down.pop(hand, None)
        else:
            self._down[hand] = at

    def key(self, name: int, mod: int = 0, times: int = 1) -> None:
        for _ in range(times):
            self.post(pygame.KEYDOWN, key=name, mod=mod, unicode="", scancode=0)
        self.post(pygame.KEYUP, key=name, mod=mod, unicode="", scancode=0)

    def wheel(self) -> None:
        self.post(pygame.MOUSEWHEEL, x=0, y=self.dice.choice((-3, -1, 1, 2)), flipped=False)

    def turn(self) -> None:
        self.table.turn(self._clock)  # type: ignore[arg-type]
