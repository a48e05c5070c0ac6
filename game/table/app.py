"""The table's loop: inputs in, gestures to the desk, trees to the screen. Nothing is decided here."""

from __future__ import annotations

import gc
from dataclasses import replace
from queue import SimpleQueue

import pygame

from game.core.errors import GameError, SetupError
from game.table import clipboard
from game.table.access import CARRIED, Access
from game.table.errand import Errand, busy
from game.table.input import Reader
from game.table.kit import Answer, Desk, Kit, Player
from game.table.paint import Painter
from game.table.window import Window
from game.view import input as given
from game.view import intents, scene
from game.view.node import Node
from game.view.pressing import settled
from game.view.sight import Memo
from game.view.ui import Toast, Ui, with_pair
from game.view.update import refresh, update

SAID = 7
"""Seconds a sentence stays on the screen."""
ERRAND = 600
"""Seconds a sentence stays while an errand is under way: what the errand found comes after it."""
REST = 5
"""Seconds untouched after which the loop slows down."""


def settle() -> None:
    """Spare the memory in use from the garbage collector: read at the start, it stays as long as the table.

    `game.__main__` stops the collector on the way here; without this, each of its full rounds would skip a frame.
    """
    gc.freeze()
    gc.enable()


class Table:
    """An open table. `step` answers inputs; `run` is the loop around it."""

    def __init__(self, kit: Kit, window: Window, desk: Desk | None = None, ui: Ui | None = None) -> None:
        self.kit, self.window, self.desk = kit, window, desk
        self.ui = ui or Ui()
        self.memo = Memo()
        self.painter = Painter(ground=kit.ground(self._session), tilt=not self.ui.reduced)
        self.queue: SimpleQueue[given.Input] = SimpleQueue()
        self._reader = Reader()
        self._seen: Node | None = None
        self.closing = self._warned = False
        self._errand: Errand[Answer] | None = None
        self.player: Player | None = None
        self._speaker = kit.speakers(self.ui.lang)
        self._shelf = self._listed()
        self._touched = kit.clock()
        self.tree = self._tree()
        self._access = Access(self.queue.put)

    def _tree(self) -> Node:
        if self._speaker.lang != self.ui.lang:
            self._speaker = self.kit.speakers(self.ui.lang)
        kit = self.kit
        return scene.build(self._session, self.ui, self._speaker, kit.measure, self.window.size, self.memo, self._shelf)

    @property
    def _session(self) -> object:
        return self.desk.session if self.desk is not None else None

    def _now(self) -> int:
        return self.desk.now() if self.desk is not None else int(self.kit.clock())

    def step(self, inputs: tuple[given.Input, ...]) -> None:
        """Answer inputs one after the other, in the tree the one before left; hands acted on the frame they saw."""
        for one in inputs:
            ui, effects = update(self.ui, self.tree, self._session, one, self.kit.rules, self._seen)
            changed, self.ui = ui != self.ui or bool(effects), ui
            self._all(effects)
            if changed:
                self.changed()

    def changed(self) -> None:
        """Build the tree again; a card that is no longer where a hand took it goes home."""
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

    def _all(self, effects: tuple[object, ...]) -> None:
        """Do things in order; what was pressed beside a text the rules refuse waits until the text is mended."""
        for effect in effects:
            if not isinstance(effect, intents.Commit):
                self._do(effect)
            elif not self._commit(effect.key, effect.command):
                return

    def _do(self, effect: object) -> None:
        match effect:
            case intents.Quit():
                self.closing = True
            case intents.Fullscreen():
                self.window.toggle_fullscreen()
            case intents.CopyText() | intents.AskPaste():
                self._heard(clipboard.served(effect, self.queue.put))
            case intents.Tell(key, facts):
                self.say(self._speaker.say(key, **dict(facts)), "refused")
            case _:
                self._recorded(effect)

    def _recorded(self, effect: object) -> None:
        match effect:
            case intents.KeepDraft(key, text):
                self._draft(key, text)
            case intents.Undo() | intents.Redo():
                if self.desk is not None:
                    self._heard(self.desk.undo() if isinstance(effect, intents.Undo) else self.desk.redo())
            case _ if isinstance(effect, intents.Request):
                self._answered(effect)
            case _:
                self.gesture(effect)

    def _draft(self, key: str, text: str) -> None:
        if self.desk is not None:
            self.desk.draft(key, text)

    def _commit(self, key: str, command: object) -> bool:
        """Do what a field asks for; a text the rules refuse stays in its field, and on record as a draft.

        A slider that is refused goes back to where it was.
        """
        text = dict(self.ui.texts).get(key, "")
        done = self.gesture(command)
        if done:
            self.ui, text = settled(self.ui, key), ""
        self.ui = replace(self.ui, slides=with_pair(self.ui.slides, key, None))
        self._draft(key, text)
        return done

    def gesture(self, command: object) -> bool:
        """Do a gesture of play; tell whether the rules let it be."""
        return self.desk is not None and self._heard(self.desk.do(command))

    def _heard(self, refused: GameError | None) -> bool:
        if self.desk is not None:
            self.ui = replace(self.ui, notices=self.desk.notices())
        if refused is not None:
            self._failed(refused)
        return refused is None

    def _answered(self, request: object) -> None:
        try:
            answer = self.kit.clerk.answer(request, self.desk, self.ui)
            if answer.later is not None and busy(self._errand):
                raise SetupError("still_busy")
            if answer.moved:
                self._sit(answer.desk)
        except GameError as error:
            self._failed(error)
            return
        self._took(answer)
        self.player = answer.player or self.player
        self._shelf = self._listed()

    def _failed(self, error: GameError) -> None:
        self.say(self.kit.refusal(error, self._session, self._speaker), "refused")

    def _took(self, answer: Answer) -> None:
        if answer.view is not None:
            self.ui = answer.view(self.ui)
        if answer.said:
            self.say(answer.said, answer.tone, ERRAND if answer.later is not None else SAID)
        if answer.later is not None:
            self._errand = Errand(answer.later, kept=answer.kept)

    def _returned(self) -> None:
        """Take what an errand found, once it is over; one that fails keeps the table open, for it to be read."""
        if self._errand is None or not self._errand.over:
            return
        errand, self._errand = self._errand, None
        self.ui = replace(self.ui, toast=None)
        try:
            self._took(errand.answer())
        except GameError as error:
            self.closing = False
            self._failed(error)
        self.changed()

    def _listed(self) -> object:
        """Give what home lists; under a session nobody sees it, and it takes its time."""
        return self.kit.clerk.shelf() if self.desk is None else None

    def _sit(self, desk: Desk | None) -> None:
        """Go to another session, or home; the former one is closed first."""
        if self.desk is not None and self.desk is not desk:
            self.desk.close()
        self.desk = desk
        self.painter = Painter(ground=self.kit.ground(self._session), tilt=not self.ui.reduced)
        self.memo = Memo()
        self.ui = replace(self.ui, now=self._now(), toast=None, notices=desk.notices() if desk is not None else ())

    def say(self, text: str, tone: str, stays: int = SAID) -> None:
        """Say a sentence to the room, for some seconds."""
        self.ui = replace(self.ui, toast=Toast(text, tone, self._now() + stays))

    def run(self) -> None:
        """Play until the window closes."""
        clock = pygame.time.Clock()
        self.show()
        settle()
        self._access.start()
        self._access.place(self.window.size)
        while not self.closing or not self._left():
            self.turn(clock)
        self._access.close()

    def _left(self) -> bool:
        """Close the session file; gestures in memory only are said, and a second wish to leave lets them go.

        Files that are being written are waited for.
        """
        if busy(self._errand):
            return False
        self.closing = False
        if self.desk is None:
            return True
        if self._warned:
            self.desk.abandon()
            return True
        try:
            self.desk.close()
        except GameError as error:
            self._warned = True
            self._failed(error)
            self.changed()
            return False
        return True

    def turn(self, clock: pygame.Clock) -> None:
        """Take what has come, answer it, show it; rest if nothing came."""
        calm = self.kit.clock() - self._touched >= REST
        events = self._reader.wait(clock, holding=any(held.pointer != "keys" for held in self.ui.held), calm=calm)
        self._seen = self.tree
        self._window_events(events)
        waiting = (self.queue.get_nowait() for _ in range(self.queue.qsize()))
        inputs = (*self._reader.read(events, self.window.size), *waiting)
        if inputs:
            self._touched = self.kit.clock()
        if self.player is not None:
            self.player = self.player if self.player(self, inputs) else None
            inputs = ()
        now = self._now()
        self.step((*inputs, given.Tick(now)) if now != self.ui.now else inputs)
        self._seen = None
        self._news()
        self._returned()
        self.show()
        self._reader.shown()

    def _news(self) -> None:
        """Take what changed around the session; what hands hold goes home if it is no longer there."""
        answer = self.kit.news(self.desk, self.ui) if self.desk is not None and self.player is None else None
        if answer is None:
            return
        self._took(answer)
        self.memo = Memo()
        self.changed()

    def _window_events(self, events: list[pygame.Event]) -> None:
        self.window.place.follow(events)
        for event in events:
            if event.type == pygame.QUIT:
                self.closing = True
            elif event.type == pygame.WINDOWSIZECHANGED:
                self.window.resized()
                self.changed()
            elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
                self.window.exposed()
            elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
                self._access.focused(gained=event.type == pygame.WINDOWFOCUSGAINED)
            elif event.type == pygame.WINDOWMOVED:
                self._access.place(self.window.size)
