"""The table's loop: inputs in, gestures to the desk, trees to the screen. Nothing is decided here."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from typing import Protocol

import pygame

from game.core.errors import GameError, Refused
from game.table import input as reading
from game.table.access import CARRIED, Access
from game.table.paint import Ground, Painter
from game.table.window import Window
from game.view import input as given
from game.view import intents, scene
from game.view.gestures import Rules
from game.view.node import Node
from game.view.pressing import settled
from game.view.sight import Measure, Memo, Speaker
from game.view.ui import Toast, Ui
from game.view.update import refresh, update

SAID = 7
"""Seconds a sentence stays on the screen."""
REST = 10
"""Seconds untouched after which the loop slows down."""


class Desk(Protocol):
    """One open session. A gesture is on disk when `do` returns."""

    @property
    def session(self) -> object:
        """Give the session as it is now."""

    def do(self, command: object) -> Refused | None:
        """Record a gesture, or say why not."""

    def undo(self) -> Refused | None:
        """Take back the last gesture."""

    def redo(self) -> Refused | None:
        """Give it again."""

    def draft(self, key: str, text: str) -> None:
        """Record a text being typed."""

    def notices(self) -> tuple[tuple[str, str], ...]:
        """Give what must stand on the screen: ("disk", "3") unsaved gestures, ("read_only", "")."""

    def close(self) -> None:
        """Close the session file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request: a sentence, another desk (`moved`), a change of the view."""

    said: str = ""
    tone: str = "done"
    desk: Desk | None = None
    moved: bool = False
    view: Callable[[Ui], Ui] | None = None


class Clerk(Protocol):
    """Who answers what the view cannot: new and open sessions, exports, the demo."""

    def shelf(self) -> object:
        """Give what home lists; compared by value."""

    def answer(self, request: object, desk: Desk | None, ui: Ui) -> Answer:
        """Answer a request of view/intents.py that the table does not answer itself."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What the table is wired with. `refusal` words a refusal; `ground` draws the town; `clock` is in seconds."""

    measure: Measure
    speakers: Callable[[str], Speaker]
    rules: Rules
    clerk: Clerk
    refusal: Callable[[Refused, object, Speaker], str]
    ground: Ground | None = None
    clock: Callable[[], float] = time.monotonic


class Table:
    """An open table. `step` answers inputs; `run` is the loop around it."""

    def __init__(self, kit: Kit, window: Window, desk: Desk | None = None, ui: Ui | None = None) -> None:
        self.kit, self.window, self.desk = kit, window, desk
        self.ui = ui or Ui()
        self.memo = Memo()
        self.painter = Painter(ground=kit.ground, tilt=not self.ui.reduced)
        self.queue: SimpleQueue[given.Input] = SimpleQueue()
        self.closing = False
        self._speaker = kit.speakers(self.ui.lang)
        self._shelf = kit.clerk.shelf()
        self._touched = kit.clock()
        self.tree = self._tree()
        self._access = Access(self.queue.put)

    def _tree(self) -> Node:
        if self._speaker.lang != self.ui.lang:
            self._speaker = self.kit.speakers(self.ui.lang)
        session = self.desk.session if self.desk is not None else None
        kit = self.kit
        return scene.build(session, self.ui, self._speaker, kit.measure, self.window.size, self.memo, self._shelf)

    @property
    def _session(self) -> object:
        return self.desk.session if self.desk is not None else None

    def step(self, inputs: tuple[given.Input, ...]) -> None:
        """Answer inputs one after the other; each sees the tree the one before it left."""
        for one in inputs:
            ui, effects = update(self.ui, self.tree, self._session, one, self.kit.rules)
            changed = ui != self.ui or bool(effects)
            self.ui = ui
            for effect in effects:
                self._do(effect)
            if changed:
                self._rebuild()

    def _rebuild(self) -> None:
        self.tree = self._tree()
        ui = refresh(self.ui, self.tree, self._session, self.kit.rules)
        if ui is not self.ui:
            self.ui = ui
            self.tree = self._tree()

    def show(self) -> None:
        """Bring the tree to the screen and to assistive tools."""
        editing = self.ui.editing
        node = self.tree.find(editing.key) if editing is not None else None
        self.window.typing(node.box if node is not None else None)
        self.painter.tilt = not self.ui.reduced
        panning = any(held.dragging and isinstance(held.node.does, intents.Pan) for held in self.ui.held)
        if self.painter.hurry and not panning:
            self.window.exposed()
        self.painter.hurry = panning
        self.window.show(self.tree, self.painter)
        if all(held.pointer == "keys" for held in self.ui.held):
            self._access.show(self.tree, CARRIED if self.ui.held else self.ui.focus)

    def _do(self, effect: object) -> None:
        match effect:
            case intents.Quit():
                self.closing = True
            case intents.Fullscreen():
                self.window.toggle_fullscreen()
            case intents.CopyText(text):
                pygame.scrap.put_text(text)
            case intents.AskPaste():
                self.queue.put(given.Typed(pygame.scrap.get_text() or ""))
            case intents.KeepDraft(key, text):
                if self.desk is not None:
                    self.desk.draft(key, text)
            case intents.Commit(key, command):
                if self._gesture(command):
                    self.ui = settled(self.ui, key)
            case _:
                self._ask(effect)

    def _ask(self, effect: object) -> None:
        if isinstance(effect, intents.Undo | intents.Redo):
            if self.desk is not None:
                self._heard(self.desk.undo() if isinstance(effect, intents.Undo) else self.desk.redo())
        elif isinstance(effect, intents.Request):
            self._answered(effect)
        else:
            self._gesture(effect)

    def _gesture(self, command: object) -> bool:
        return self.desk is not None and self._heard(self.desk.do(command))

    def _heard(self, refused: Refused | None) -> bool:
        if self.desk is not None:
            self.ui = replace(self.ui, notices=self.desk.notices())
        if refused is not None:
            self.say(self.kit.refusal(refused, self._session, self._speaker), "refused")
        return refused is None

    def _answered(self, request: object) -> None:
        try:
            answer = self.kit.clerk.answer(request, self.desk, self.ui)
        except GameError as error:
            self.say(self._speaker.say(f"error.{error.code}", **error.facts), "refused")
            return
        if answer.moved:
            if self.desk is not None and self.desk is not answer.desk:
                self.desk.close()
            self.desk = answer.desk
        if answer.view is not None:
            self.ui = answer.view(self.ui)
        if answer.said:
            self.say(answer.said, answer.tone)
        self._shelf = self.kit.clerk.shelf()

    def say(self, text: str, tone: str) -> None:
        """Say a sentence to the room."""
        self.ui = replace(self.ui, toast=Toast(text, tone, self.ui.now + SAID))

    def run(self) -> None:
        """Play until the window closes."""
        clock = pygame.time.Clock()
        self.show()
        self._access.start()
        self._access.place(self.window.size)
        while not self.closing:
            self.turn(clock)
        self._access.close()
        if self.desk is not None:
            self.desk.close()

    def turn(self, clock: pygame.Clock) -> None:
        """Take what has come, answer it, show it; rest if nothing came."""
        events = pygame.event.get()
        if not events and any(held.pointer != "keys" for held in self.ui.held):
            first = pygame.event.wait(4)
            events = [first, *pygame.event.get()] if first.type != pygame.NOEVENT else []
        elif not events:
            clock.tick(60 if self.kit.clock() - self._touched < REST else 30)
        self._window_events(events)
        inputs = (*reading.read(events, self.window.size), *self._waiting())
        if inputs:
            self._touched = self.kit.clock()
        now = int(self.kit.clock())
        self.step((*inputs, given.Tick(now)) if now != self.ui.now else inputs)
        self.show()

    def _window_events(self, events: list[pygame.Event]) -> None:
        for event in events:
            if event.type == pygame.QUIT:
                self.closing = True
            elif event.type == pygame.WINDOWSIZECHANGED:
                self.window.resized()
                self._rebuild()
            elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
                self.window.exposed()
            elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
                self._access.focused(gained=event.type == pygame.WINDOWFOCUSGAINED)
            elif event.type == pygame.WINDOWMOVED:
                self._access.place(self.window.size)

    def _waiting(self) -> tuple[given.Input, ...]:
        found = []
        while True:
            try:
                found.append(self.queue.get_nowait())
            except Empty:
                return tuple(found)
