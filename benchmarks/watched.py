"""The table in its real window, played on by events of the window, and watched: the one place that knows the table.

Nothing of it is replaced. Four functions it calls are wrapped, to note what they take: `Window.show` (all of the
painting, to the end of `display.update`), pygame's `update` and `flip` (which pixels went to the screen), the
journal's `append` (the commit, on whatever thread it is done) and pygame's `wait` (the rests of a flourish).
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pygame

from game.desk.desk import Desk
from game.journal.journal import Journal
from game.table.app import Table
from game.table.window import Window
from game.view import scene
from game.view.box import Box
from game.view.landing import landing
from game.view.looks import Fill
from game.view.node import Node
from game.view.theme import PAPER, TEXT
from game.view.ui import Ui
from game.wiring.assembly import services
from game.wiring.play import requests

NODES, LINE = 400, "Une ligne de mots"
Rect = tuple[int, int, int, int]
CALM = 40
"""Turns after which nothing that came before is still to be answered."""


@dataclass(slots=True)
class Cost:
    """Milliseconds: by the clock on the wall, and of the processor, by the thread that spent them."""

    wall: float = 0.0
    cpu: float = 0.0

    def time(self, work: Callable[[], Any]) -> Any:
        """Do some work, and add what it takes."""
        wall, cpu = time.perf_counter(), time.thread_time()
        try:
            return work()
        finally:
            self.cpu += 1000 * (time.thread_time() - cpu)
            self.wall += 1000 * (time.perf_counter() - wall)


@dataclass(slots=True)
class Turn:
    """What one turn of the loop took, from the event to the screen, and its parts; `shown` are the pixels, by frame."""

    whole: Cost = field(default_factory=Cost)
    painting: Cost = field(default_factory=Cost)
    commit: Cost = field(default_factory=Cost)
    rest: Cost = field(default_factory=Cost)
    shown: list[list[Rect]] = field(default_factory=list)

    def facts(self) -> dict[str, float]:
        """Give what is told: `building` is all that is neither painted, nor written to the disk, nor rested."""
        beside = self.painting.wall - self.rest.wall + self.commit.wall
        return {
            "wall": self.whole.wall - self.rest.wall,
            "cpu": self.whole.cpu,
            "building": self.whole.cpu - self.painting.cpu,
            "building wall": self.whole.wall - self.rest.wall - beside,
            "painting": self.painting.cpu,
            "painting wall": self.painting.wall - self.rest.wall,
            "commit": self.commit.cpu,
            "commit wall": self.commit.wall,
        }


class Watched:
    """A table that lies open in a window, as large as the screen."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._now = Turn()
        window = Window("gestures", fullscreen=True)
        wired, ui = services(requests()), Ui(screen="play")
        self.table = Table(wired, window, desk, ui)
        self._clock = pygame.time.Clock()
        self._sight = scene.sight(wired.speakers(ui.lang), wired.measure, (1920, 1080))
        self._copy = window.screen.copy()
        self._watch()
        self.table.show()
        self.calm()
        gc.collect()
        gc.freeze()

    @property
    def tree(self) -> Node:
        """Give what stands on the screen."""
        return self.table.tree

    def node(self, key: str) -> Node:
        """Find a node that must be there."""
        found = self.tree.find(key)
        if found is None:
            message = f"no {key} on the screen"
            raise LookupError(message)
        return found

    def do(self, *commands: object) -> None:
        """Bring the session elsewhere, unmeasured; a refusal stops the benchmark."""
        for command in commands:
            refused = self.desk.do(command)
            if refused is not None:
                message = f"{command}: {refused.code}"
                raise RuntimeError(message)
        self.table.changed()
        self.calm()

    def calm(self) -> None:
        """Let the table answer all that has come."""
        self.table.changed()
        for _ in range(CALM):
            pygame.event.post(pygame.event.Event(pygame.USEREVENT))  # so that it does not rest
            self.table.turn(self._clock)

    def turn(self, *events: pygame.Event) -> Turn:
        """Post events, and give what the turn that answers them takes, to the end of `display.update`."""
        pygame.event.clear()
        for event in events:
            pygame.event.post(event)
        turn = self._now = Turn()
        turn.whole.time(lambda: self.table.turn(self._clock))
        self._now = Turn()
        return turn

    def mouse(self, kind: int, at: tuple[int, int]) -> Turn:
        """Press, move or let go the mouse's first button at a point."""
        if kind == pygame.MOUSEMOTION:
            return self.turn(pygame.event.Event(kind, pos=at, buttons=(1, 0, 0), rel=(0, 0)))
        return self.turn(pygame.event.Event(kind, pos=at, button=1))

    def click(self, key: str) -> Turn:
        """Press a node and let it go; give the turn that answers."""
        at = self.node(key).box.centre
        self.mouse(pygame.MOUSEBUTTONDOWN, at)
        return self.mouse(pygame.MOUSEBUTTONUP, at)

    def key(self, code: int, mod: int = 0, text: str = "") -> Turn:
        """Strike a key; give the turn that answers it."""
        facts = {"key": code, "mod": mod, "unicode": text, "scancode": 0}
        typed = (pygame.event.Event(pygame.TEXTINPUT, text=text),) if text else ()
        turn = self.turn(pygame.event.Event(pygame.KEYDOWN, **facts), *typed)
        self.turn(pygame.event.Event(pygame.KEYUP, **facts))
        return turn

    def finger(self, kind: int, at: tuple[float, float]) -> Turn:
        """Lay a finger on a point, move it or take it off."""
        wide, high = self.table.window.size
        return self.turn(pygame.event.Event(kind, touch_id=1, finger_id=1, x=at[0] / wide, y=at[1] / high))

    def drop(self, card: Node, nth: int) -> Turn:
        """Take a card to the nth of the places that take it, and let it go there; give the turn of the drop."""
        x, y = card.box.centre
        self.mouse(pygame.MOUSEBUTTONDOWN, (x, y))
        self.mouse(pygame.MOUSEMOTION, (x + 60, y - 60))
        targets = landing(self.table.ui.held[0], self.tree.kids[0]).targets
        spot = targets[nth % len(targets)].box.centre
        self.mouse(pygame.MOUSEMOTION, spot)
        return self.mouse(pygame.MOUSEBUTTONUP, spot)

    def pixels(self, turn: Turn) -> Cost:
        """Give the bare least of a turn: blit the pixels it changed, from a picture of the screen, and show them."""
        screen, cost = self.table.window.screen, Cost()
        self._copy.blit(screen, (0, 0))
        for rects in turn.shown:
            cost.time(lambda rects=rects: self._blitted(screen, rects))  # type: ignore[misc]
        return cost

    def _blitted(self, screen: pygame.Surface, rects: list[Rect]) -> None:
        for rect in rects:
            screen.blit(self._copy, rect, rect)
        self._update(rects)

    def unit(self) -> Cost:
        """Build 400 nodes of one fill and one line of words."""
        cost = Cost()
        cost.time(self._nodes)
        return cost

    def _nodes(self) -> list[Node]:
        s, box = self._sight, Box(0, 0, 400, 40)
        return [Node("row", f"unit:{i}", LINE, box, (Fill(box, PAPER), s.words(box, LINE, TEXT))) for i in range(NODES)]

    def _watch(self) -> None:
        """Wrap what is watched."""
        self._update, flip = pygame.display.update, pygame.display.flip
        update, show, append, wait = self._update, Window.show, Journal.append, pygame.time.wait

        def updated(rects: Any = None) -> None:
            given = [rects] if isinstance(rects, tuple | pygame.Rect) else rects
            self._now.shown.append([tuple(pygame.Rect(rect)) for rect in given or [self._whole()]])
            update(rects) if rects is not None else update()

        def flipped() -> None:
            self._now.shown.append([self._whole()])
            flip()

        pygame.display.update, pygame.display.flip = updated, flipped  # type: ignore[assignment]
        pygame.time.wait = lambda pause: self._now.rest.time(lambda: wait(pause))  # type: ignore[assignment]
        Window.show = lambda *given: self._now.painting.time(lambda: show(*given))  # type: ignore
        Journal.append = lambda *given: self._now.commit.time(lambda: append(*given))  # type: ignore

    def _whole(self) -> Rect:
        return (0, 0, *self.table.window.size)
