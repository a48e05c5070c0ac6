"""The room's window, beside the facilitator's: what of the session it is shown, and the hands of members on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame

from game.core.errors import Refused
from game.desk.desk import Desk
from game.table.input import Reader
from game.table.paint import Painter
from game.table.services import Services
from game.table.surfaces import Surfaces
from game.table.window import Pane
from game.view import scene
from game.view.answer import input as given
from game.view.answer import members
from game.view.answer.focus import followed
from game.view.answer.intents import Pan
from game.view.answer.ui import Toast, Ui
from game.view.answer.update import refresh, update
from game.view.tree.node import Node
from game.view.tree.sight import Memo

SAID = 7
"""Seconds the sentence of a refusal stays there."""


class Room:
    """What the room sees, and its hands. `lead` is the facilitator's view of the last frame: it tells this one."""

    def __init__(self, services: Services, window: Pane, keep: Surfaces, lead: Ui, desk: Desk | None) -> None:
        self.window, self._services = window, services
        self._reader = Reader()
        self._kept: list[tuple[tuple[given.Input, ...], Node]] = []
        self._keep = keep
        self.opened(lead, desk)

    def opened(self, lead: Ui, desk: Desk | None) -> None:
        """Begin with another session, or with none: nothing of the former one stays."""
        self.lead, self.desk, self.own = lead, desk, Ui(screen=lead.screen)
        self.memo = Memo()
        session = desk.session if desk is not None else None
        self.painter = Painter(self._keep, self._services.ground(desk, lead))
        self.window.dress(self.painter, lead.palette, still=lead.reduced)
        self.ui, self._session = self.own, session
        self._build()

    def _build(self) -> None:
        self.ui = members.shown(self.lead, self.own, self._session)
        before, self.tree = getattr(self, "tree", None), self._tree()
        ui = refresh(self.ui, self.tree, self._session, self._services.rules)
        ui = ui if before is None else followed(ui, before, self.tree)
        if ui is not self.ui:
            self.ui, self.own = ui, ui
            self.tree = self._tree()

    def _tree(self) -> Node:
        speaker = self._services.speakers(self.ui.lang)
        seen = scene.sight(speaker, self._services.measure, self.window.size, self.ui.percent, self.memo)
        return scene.build(self._session, self.ui, seen)

    def keep(self, events: tuple[pygame.Event, ...], reader: Reader) -> None:
        """Take in what came to this window: it is answered in its turn, on the frame it saw.

        `reader` is that of the facilitator's window, which knows how long hands have seen what stands.
        """
        self._reader.seen, self._reader.taken, self._reader.wide = reader.seen, reader.taken, reader.wide
        inputs = self._reader.read(events, self.window.size)
        if inputs:
            self._kept.append((inputs, self.tree))

    @property
    def busy(self) -> bool:
        """Tell whether something here is under way: a hand, a plan that moves, a sentence that will go."""
        ui = self.ui
        return self.behind or bool(ui.held) or ui.afoot is not None or ui.toast is not None

    @property
    def behind(self) -> bool:
        """Tell whether something that came waits for its answer."""
        return bool(self._kept)

    def answer(self, do: Callable[[object], Refused | None]) -> None:
        """Answer what members did. `do` does a move of theirs, and gives why the rules refuse it.

        A window that is frozen or black answers nobody: what one would press is not what the table holds.
        """
        kept, self._kept = self._kept, []
        for inputs, seen in kept:
            for one in inputs:
                if not (self.lead.lead.frozen or self.lead.lead.black):
                    self._step(one, seen, do)

    def rested(self) -> None:
        """Have a plan that the hands moved laid out again: nothing was touched for a moment."""
        pulled = any(held.dragging and isinstance(held.node.does, Pan) for held in self.ui.held)
        if self.ui.afoot is not None and not pulled:
            self._kept.append(((given.Still(),), self.tree))

    @property
    def holds(self) -> bool:
        """Tell whether a hand holds a thing there."""
        return any(held.pointer != "keys" for held in self.ui.held)

    def _step(self, one: given.Input, seen: Node, do: Callable[[object], Refused | None]) -> None:
        was, session = self.ui, self._session
        ui, effects = update(was, self.tree, session, one, self._services.rules, seen)
        self.own = self.ui = replace(ui, menu=False, pending=None, lead=was.lead)
        for effect in effects:
            if isinstance(effect, members.MOVES):
                self._refused(do(effect))
        if self.own.spotlight != was.spotlight:
            self.lead = replace(self.lead, spotlight=self.own.spotlight)
        self._session = self.desk.session if self.desk is not None else None
        if self.own is not was or effects:
            self._build()

    def _refused(self, refused: Refused | None) -> None:
        if refused is not None:
            speaker = self._services.speakers(self.ui.lang)
            text = self._services.refusal(refused, self._session, speaker)
            self.own = replace(self.own, toast=Toast(text, "refused", self.lead.room + SAID))

    def show(self, lead: Ui) -> bool:
        """Bring to the window what the facilitator's view tells it now; tell whether another picture stands there.

        Frozen, it keeps its last tree whatever is done.
        """
        session = self.desk.session if self.desk is not None else None
        if not lead.lead.frozen and (lead is not self.lead or session is not self._session):
            self.own = members.followed(self.lead, lead, self.own)
            self.own = replace(self.own, toast=_stands(self.own.toast, lead.room))
            self.lead, self._session = lead, session
            self.window.dress(self.painter, lead.palette, still=lead.reduced)
            self._build()
        elif lead.lead.frozen:
            self.lead = replace(self.lead, lead=lead.lead)
        pictures, afoot = self.painter.pictures, self.ui.afoot is not None
        if pictures.hurry and not afoot:
            self.window.exposed()
        pictures.hurry = afoot
        return self.window.show(self.tree, self.painter) > 0

    def resized(self) -> None:
        """Take the window's new size; what stood there is laid out for it."""
        self.window.resized()
        self._build()


def _stands(toast: Toast | None, room: int) -> Toast | None:
    return toast if toast is not None and toast.until > room else None
