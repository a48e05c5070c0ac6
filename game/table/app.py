"""The table's loop: what comes is answered and shown, one turn after the other. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pygame

from game.core.errors import GameError
from game.desk.background import Job
from game.desk.desk import Desk
from game.table.access import Access
from game.table.announcing import CARRIED
from game.table.guard import Guard
from game.table.inbox import Batch, Inbox
from game.table.pair import STILL, Paired
from game.table.services import Services
from game.table.tidying import settle, tidy
from game.table.window import Pane
from game.view import scene
from game.view.answer import input as given
from game.view.answer.focus import written
from game.view.answer.intents import Pan
from game.view.answer.ui import Ui
from game.view.hands import said_in
from game.view.tree.legibility import display
from game.view.tree.node import Node
from game.view.tree.sight import Memo

QUICK, PACES = 60, ((60, 15), (5, 30))
"""Times a second the loop looks, and from how many seconds untouched fewer; a first touch waits 67 ms at most."""
REST = 1.0
"""Seconds for which no turn is taken where nothing comes: a deck that was saved is looked for as often."""
FOLLOWED = 0.1
"""The same where another program plays the session: what it plays is shown within half a second."""
CALM = 2.0
"""Seconds untouched after which a full round keeps no hand waiting."""
BIT = 0.01
"""Seconds of a turn given to a plan that is being painted."""
LATE = 0.3
"""Seconds a gesture is being saved after which the room is told so."""
WARNED = 20
"""Seconds within which a second wish to close lets go what the first one told would be lost."""


class Table(Paired):
    """An open table. `step` answers inputs; `run` is the loop around it."""

    def __init__(self, services: Services, window: Pane, desk: Desk | None = None, ui: Ui | None = None) -> None:
        super().__init__(services, window, desk, ui)
        self._access = Access(self.queue.put)
        self._inbox, self._guard = Inbox(self.queue), Guard(self)
        self._inbox.sort = self.sorted
        self._touched = services.clock()
        self._late: float | None = None
        """Since when what came has waited for a gesture to be saved."""
        self._waiting: tuple[Node, Node] | None = None
        """A tree, and the same with the sentence that a gesture is being saved."""
        self._deaf: Desk | None = None
        """A session whose news met a fault: they are asked no more."""
        self._looks: Job[Callable[[Ui], Ui]] | None = None  # asks the system which it wishes

    def show(self) -> None:
        """Bring the tree to the screen and to assistive tools."""
        node = written(self.ui, self.tree)
        self.window.typing(node.box if node is not None else None)
        self.window.dress(self.painter, self.ui.palette, still=self.ui.reduced)
        afoot = self.ui.afoot is not None
        if self.painter.pictures.hurry and not afoot:
            self.window.exposed()
        self.painter.pictures.hurry = afoot
        self.window.awake(wanted=self.services.awake(self._session))
        self._bring()
        self.tell_room()

    def _bring(self) -> None:
        tree = self._said_late() if self._late is not None and self.services.clock() - self._late >= LATE else self.tree
        self.window.show(tree, self.painter)
        if all(held.pointer == "keys" for held in self.ui.held):
            self._access.show(tree, CARRIED if self.ui.held else self.ui.focus, self.ui.lang)

    def _said_late(self) -> Node:
        if self._waiting is None or self._waiting[0] is not self.tree:
            late = scene.late(self.tree, self.ui, self._speaker, self.services.measure)
            self._waiting = (self.tree, late)
        return self._waiting[1]

    def meanwhile(self, seconds: float) -> None:
        """Keep what comes while a gesture is being saved, and say so once it takes long; nothing else is shown.

        What stands on the screen is what the disk holds: the gesture is shown once it is there too.
        """
        if pygame.display.get_init():
            self._guard.safely(partial(self._wait, seconds))

    def _wait(self, seconds: float) -> None:
        now = self.services.clock()
        if self._late is None:
            self._late = now - seconds
        for event in self._inbox.keep(self.window.size, self.tree, now):
            if event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
                self.window.exposed()
        self._bring()

    def _returned(self) -> None:
        """Take what a job found, once it is over; one that fails keeps the table open, for it to be read."""
        if self._job is None or not self._job.over:
            return
        job, self._job = self._job, None
        self.ui = replace(self.ui, toast=None)
        try:
            self._took(job.answer())
        except GameError as error:
            self.closing = False
            self._failed(error)
        self.changed()

    def run(self) -> None:
        """Play until the window closes."""
        clock = pygame.time.Clock()
        self._guard.safely(self.show)
        settle()
        self._looks = Job(self.services.wished)
        self._access.start()
        self._access.place(self.window.size)
        while not self.closing or self._inbox.behind or not self._left():
            self.turn(clock)
            self._rest(clock)
        self._access.close()

    def _rest(self, clock: pygame.Clock) -> None:
        """Look whether something comes, as often as turns would be taken: none is where nothing is to be done."""
        until = self.services.clock() + (FOLLOWED if self.desk is not None and self.desk.read_only else REST)
        if self._nothing_due() and self.services.clock() - self._touched >= CALM:
            tidy()
        while self._nothing_due() and self.services.clock() < until and self._inbox.empty():
            clock.tick(self._pace())

    def _nothing_due(self) -> bool:
        """Tell whether the next turn would change nothing, if nothing comes: no work is under way, no second over.

        The room's seconds, that pass between those of the session, count where something on the screen waits for them.
        """
        drawn = self.painter.pictures.coming or self.ui.afoot is not None
        under_way = drawn or self._job is not None or self._begun is not None or self.player is not None
        asked = self._looks is not None or (self.desk is not None and self.desk.looking)
        due = under_way or asked or self.closing or self._inbox.behind or self.busy or not self.queue.empty()
        waits = self.ui.toast is not None or self.ui.editing is not None or bool(self.ui.slides)
        return not due and self._now() == self.ui.now and (not waits or int(self.services.clock()) == self.ui.room)

    def _left(self) -> bool:
        """Close the session file. What would be lost is said first; a second wish to leave, soon after, lets it go.

        Files that are being written are waited for.
        """
        if self._working:
            return False
        self.closing = False
        if self.desk is None:
            return True
        try:
            self.desk.close()
        except Exception as error:  # a fault of ours must keep neither the gestures from being told, nor the door shut
            if self._warns(self.noted(error)):
                return False
            self.desk.abandon()
        self.services.left(self.desk)
        return True

    def _warns(self, text: str) -> bool:
        """Say what would be lost, unless this very sentence stood before whoever wishes to leave.

        A hand that closes again while the disk is waited for has not read it yet.
        """
        stands = self._warned is not None and self.ui.toast is self._warned and self._warned.text == text
        if stands and self._wished is not None and said_in(self._wished) == text:
            return False
        self.say(text, "refused", WARNED)
        self._warned = self.ui.toast
        self._guard.safely(self.changed)
        return True

    def turn(self, clock: pygame.Clock) -> None:
        """Take what has come, answer it, show it; rest if nothing came. A fault in any part of it is said."""
        safely = self._guard.safely
        batch = self._taken(clock)
        self._seen = batch.seen or self.tree
        safely(partial(self._window_events, batch.events))
        if self._guard.bare:
            self._stripped(batch)
            return
        if self.player is not None:
            safely(partial(self._played, batch.inputs))
        if self.player is None or self.player.led:
            for one in batch.inputs:
                safely(partial(self.step, (one,)), asked=True)
        self._seen = None
        safely(self._members, asked=True)
        for part in (self._plugged, self._passed, self._news, self._ahead, self._drawn, self._returned, self._worn,
                     self._missed):  # fmt: skip
            safely(part)
        if not self._inbox.behind:
            self._late = None
        safely(self.show)
        self.painter.pictures.patient = True  # the first picture of a session is whole
        self._inbox.shown()

    def _worn(self) -> None:
        """Wear what the system wishes once it has said so."""
        if self._looks is not None and self._looks.over:
            looks, self._looks = self._looks, None
            self.ui = looks.answer()(self.ui)
            self.changed()

    def _drawn(self) -> None:
        """Go on for a moment with the plan that is being painted; it is shown once it is whole."""
        pictures, end = self.painter.pictures, self.services.clock() + BIT
        made = pictures.ahead()
        while made is None and pictures.coming and self.services.clock() < end:
            made = pictures.ahead()
        if made is not None:
            self.window.spoil(made)

    def _taken(self, clock: pygame.Clock) -> Batch:
        pace = self._pace()
        holding = pace == QUICK and self.holds
        self._inbox.reader.wide = display(self.ui.tab("screen", "")).width
        batch = self._inbox.take(clock, self.window.size, self.services.clock, holding=holding, pace=pace)
        if batch.inputs:
            self._touched = self.services.clock()
        return batch

    def _pace(self) -> int:
        """Give how many times a second the loop looks."""
        untouched = self.services.clock() - self._touched
        return next((pace for since, pace in PACES if untouched >= since), QUICK)

    def _stripped(self, batch: Batch) -> None:
        """Show the sentence of a fault alone, until a key or a press asks to try again."""
        if any(isinstance(one, given.Key | given.PointerDown | given.Press) for one in batch.inputs):
            self._guard.again()
            self._guard.safely(self.changed)
        else:
            self._guard.show(self.window)

    def _played(self, inputs: tuple[given.Input, ...]) -> None:
        player, self.player = self.player, None  # one that fails is asked no more
        answer = player(self.ui, inputs) if player is not None else None
        self.player = player
        if answer is not None:
            self._took(answer)
            self.changed()

    def _passed(self) -> None:
        """Pass the time: the session's, the room's; what its disk says is looked at each second."""
        pulled = any(held.dragging and isinstance(held.node.does, Pan) for held in self.ui.held)
        if self.ui.afoot is not None and not pulled and self.services.clock() - self._touched >= STILL:
            self.step((given.Still(),))
        now, room = self._now(), int(self.services.clock())
        if (now, room) == (self.ui.now, self.ui.room):
            return
        self.step((given.Tick(now, room),))
        if self.desk is not None and self.desk.notices() != self.ui.notices:
            self._heard(None)
            self.changed()

    def _news(self) -> None:
        """Take what changed around the session; what hands hold goes home if it is no longer there."""
        desk = self.desk
        if desk is None or desk is self._deaf or self.player is not None:
            return
        self._deaf, workshop = desk, desk.session.workshop
        answer = self.services.news(desk, self.ui)
        self._deaf = None
        if answer is None:
            return
        self._took(answer)
        self._noticed()
        if desk.session.workshop is not workshop:
            self.memo = Memo()
        self.changed()

    def _window_events(self, events: tuple[pygame.Event, ...]) -> None:
        self.window.place.follow(events)
        for event in events:
            if event.type == pygame.QUIT:
                self.wish_to_close()
            elif event.type == pygame.WINDOWCLOSE:
                self.one(wanted=False)
            elif event.type == pygame.WINDOWSIZECHANGED:
                self.window.resized()
                self.changed()
            elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
                self.window.exposed()
            elif event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
                self._access.focused(gained=event.type == pygame.WINDOWFOCUSGAINED)
            elif event.type == pygame.WINDOWMOVED:
                self._access.place(self.window.size)
