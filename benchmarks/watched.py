"""The table in its real window, played on by events of the window, and watched: the one place that knows the table."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import Any

import pygame

from benchmarks import unit
from benchmarks.afternoon import did
from benchmarks.turns import Cost, Rect, Turn, Watch, served
from game.content.recording import Recorded
from game.desk.desk import Desk
from game.table.app import Table
from game.table.tidying import settle
from game.table.window import Window
from game.view import scene
from game.view.answer.landing import landing
from game.view.answer.ui import Ui
from game.view.following import following
from game.view.tree.node import Node, at
from game.wiring.assembly import services
from game.wiring.play import requests

CALM = 40
"""Turns after which nothing that came before is still to be answered; one with an event does not rest."""


class Watched:
    """A table that lies open in a window, as large as the screen."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._window = Window("gestures", fullscreen=True)
        self._watch = Watch((0, 0, *self._window.size))
        wired, ui = services(requests()), Ui(screen="play")
        self._table = Table(wired, self._window, desk, ui)
        self._clock = pygame.time.Clock()
        self._sight = scene.sight(wired.speakers(ui.lang), wired.measure, (1920, 1080))
        self._copy = self._window.screen.copy()
        self._watch.begin()
        self._table.show()
        self.calm()
        gc.collect()
        settle()

    @property
    def tree(self) -> Node:
        """Give what stands on the screen."""
        return self._table.tree

    @property
    def size(self) -> tuple[int, int]:
        """Give the window's width and height in pixels."""
        return self._window.size

    def find(self, **facts: Any) -> Node:
        """Find the first node with some facts. Raises LookupError."""
        for node in self.tree.walk():
            if all(getattr(node, name) == fact for name, fact in facts.items()):
                return node
        message = f"no {facts} on the screen"
        raise LookupError(message)

    def acting(self, x: int, y: int) -> str:
        """Give the key of what a press at a point acts on."""
        return next((node.key for node in reversed(at(self.tree, x, y)) if node.acts), "")

    def calm(self) -> None:
        """Show the session as it is now, and let the table answer all that has come."""
        self._table.changed()
        for _ in range(CALM):
            self.turn(pygame.Event(pygame.USEREVENT))

    def turn(self, *events: pygame.Event) -> Turn:
        """Post events, and give what the turn that answers them takes, to the end of `display.update`."""
        pygame.event.clear()
        for event in events:
            pygame.event.post(event)
        return self._watch.turn(lambda: self._table.turn(self._clock))

    def play(self, step: Recorded) -> Turn:
        """Play a recorded step as the demo does, and show it; give what both take."""
        pygame.event.post(pygame.Event(pygame.USEREVENT))
        return self._watch.turn(lambda: self._played(step))

    def _played(self, step: Recorded) -> None:
        did(self.desk, step)
        table = self._table
        table.ui = replace(following(table.ui, step.command), spotlight=step.card)
        table.changed()
        table.turn(self._clock)

    def mouse(self, kind: int, at: tuple[int, int]) -> Turn:
        """Press, move or let go the mouse's first button at a point."""
        if kind == pygame.MOUSEMOTION:
            return self.turn(pygame.Event(kind, pos=at, buttons=(1, 0, 0), rel=(0, 0)))
        return self.turn(pygame.Event(kind, pos=at, button=1))

    def click(self, key: str) -> Turn:
        """Press a node and let it go; give the turn that answers."""
        spot = self.find(key=key).box.centre
        self.mouse(pygame.MOUSEBUTTONDOWN, spot)
        return self.mouse(pygame.MOUSEBUTTONUP, spot)

    def wheel(self, by: int) -> Turn:
        """Turn the mouse's wheel where the mouse was last."""
        return self.turn(pygame.Event(pygame.MOUSEWHEEL, x=0, y=by, flipped=False))

    def key(self, code: int, mod: int = 0, text: str = "") -> Turn:
        """Strike a key; give the turn that answers it."""
        facts = {"key": code, "mod": mod, "unicode": text, "scancode": 0}
        typed = (pygame.Event(pygame.TEXTINPUT, text=text),) if text else ()
        turn = self.turn(pygame.Event(pygame.KEYDOWN, **facts), *typed)
        self.turn(pygame.Event(pygame.KEYUP, **facts))
        return turn

    def finger(self, kind: int, at: tuple[float, float]) -> Turn:
        """Lay a finger on a point, move it or take it off."""
        wide, high = self.size
        return self.turn(pygame.Event(kind, touch_id=1, finger_id=1, x=at[0] / wide, y=at[1] / high))

    def drop(self, card: Node, nth: int) -> Turn:
        """Take a card to the nth of the places that take it, and let it go there; give the turn of the drop."""
        x, y = card.box.centre
        self.mouse(pygame.MOUSEBUTTONDOWN, (x, y))
        self.mouse(pygame.MOUSEMOTION, (x + 60, y - 60))
        targets = landing(self._table.ui.held[0], self.tree.kids[0]).targets
        spot = targets[nth % len(targets)].box.centre
        self.mouse(pygame.MOUSEMOTION, spot)
        return self.mouse(pygame.MOUSEBUTTONUP, spot)

    def pixels(self, turn: Turn) -> Cost:
        """Give the bare least of a turn: blit the pixels it changed, from a picture of the screen, and show them."""
        screen, cost = self._window.screen, Cost(beside=served)
        for rects in turn.shown:
            for rect in rects:
                self._copy.blit(screen, rect, rect)
            cost.time(lambda rects=rects: self._blitted(screen, rects))  # type: ignore[misc]
        return cost

    def _blitted(self, screen: pygame.Surface, rects: list[Rect]) -> None:
        for rect in rects:
            screen.blit(self._copy, rect, rect)
        self._watch.update(rects)

    def unit(self) -> Cost:
        """Build 400 nodes of one fill and one line of words."""
        cost = Cost()
        cost.time(lambda: unit.nodes(self._sight))
        return cost
