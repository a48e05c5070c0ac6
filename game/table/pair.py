"""A table of one window or two: the room's beside the facilitator's, opened, frozen, and taken away again."""

from __future__ import annotations

import time
from dataclasses import replace

import pygame

from game.core.errors import Refused
from game.desk.desk import Desk
from game.table.answering import Answering
from game.table.inbox import Inbox
from game.table.paint import Painter
from game.table.room import Room
from game.table.screens import named
from game.table.second import Second
from game.table.window import Pane
from game.view.answer.leading import Freeze, TwoWindows
from game.view.answer.pressing import Effect
from game.view.lead.watching import MIRROR
from game.view.tree.box import Box
from game.view.tree.sight import Memo, Odd

LOOK = 1.0
"""Seconds between two looks at which screens there are."""
SETTLES = 2.0
"""Seconds a system may take to put a window where it was asked."""
STILL = 0.25
"""Seconds untouched after which a plan that the wheel has moved is laid out again."""
MIRRORED = 0.3
"""Seconds between two pictures of the room's window in the facilitator's."""
ROOMY, SHARED = 0.86, 0.6
"""Share of its screen that a window takes, and of the only one where both are there."""


class Paired(Answering):
    """A table that may have two windows. `window` is the facilitator's, or the only one; `beside` is the room's."""

    beside: Room | None = None
    _inbox: Inbox
    _alone: Pane
    """The window of pygame.display while the room has it."""
    _screens: tuple[Box, ...] = ()
    _home = Box(0, 0, 0, 0)
    """The screen that the room's window fills."""
    _strayed, _settled = False, 0.0
    """Whether the room's window was moved since it was looked at, and until when that may be our own doing."""
    _looked = _touched = 0.0
    _mirrored, _since = False, 0.0
    """Whether the room's window has changed since it was mirrored last, and when that was."""

    def _do(self, effect: Effect) -> None:
        match effect:
            case Freeze():
                hour = "" if self.ui.lead.frozen else time.strftime("%H:%M")
                self.ui = replace(self.ui, lead=replace(self.ui.lead, frozen=hour))
            case TwoWindows(screen):
                self.two(screen) if screen >= 0 else self.one(wanted=False)
            case _:
                super()._do(effect)

    def _painter(self) -> Painter:
        made = super()._painter()
        if self.beside is not None:
            made = Painter(self.beside.painter.keep, made.pictures.ground, tilt=made.tilt)
            made.pictures.live[MIRROR] = lambda: self._alone.screen
        return made

    def begin(self, *, apart: bool) -> None:
        """Open the room's window too, if that is asked for; propose it, where a second screen is there for it."""
        self._look_around()
        several = len(self._screens) > 1
        if apart or (several and self.ui.lead.wanted):
            self.two(self._preferred())
        elif several and self.player is None and not self.ui.dialog:
            self.ui = replace(self.ui, dialog="windows")
            self.changed()

    def two(self, screen: int) -> None:
        """Give the room the window that stands, on a screen by its place, and the facilitator another one."""
        if self.beside is not None:
            return
        self._look_around()
        board = self.window
        second = Second(self._speaker.say("lead.window"), self._apart(screen, board))
        self._alone, self.window = board, second
        called = self.ui.lead.screens[screen] if screen < len(self.ui.lead.screens) else ""
        self.ui = replace(
            self.ui,
            lead=replace(self.ui.lead, apart=True, page=True, frozen="", black=False, room_on=called, wanted=True),
        )
        self.beside = Room(self.services, board, self.painter.keep, self.ui, self.desk)
        self.painter, self.memo = self._painter(), Memo()
        second.sdl.focus()
        self.changed()

    def _apart(self, screen: int, board: Pane) -> Box:
        """Send the board's window to its screen; give where the facilitator's window goes."""
        there = self._screens
        if len(there) < 2:
            wide, high = board.size
            return _within(there[0] if there else Box(0, 0, wide, high), SHARED)
        room = there[min(screen, len(there) - 1)]
        mine = next(one for one in there if one != room)
        self._home, self._settled = room, self.services.clock() + SETTLES
        board.place.to(_within(room), full=True)
        board.resized()
        return _within(mine)

    def _back(self, room: Room) -> None:
        """Send the room's window to its screen again: an output switched off and on has moved it, unseen between."""
        if not self._strayed or self.services.clock() <= self._settled:
            return
        place, home, self._strayed = room.window.place, self._home, False
        if place.full and home in self._screens and 2 * _area(place.box.meet(home)) < _area(home):
            self._settled = self.services.clock() + SETTLES
            place.to(_within(home), full=True)
            room.resized()

    def one(self, *, wanted: bool = True) -> None:
        """Take the second window away: all is done in the one that stays, the facilitator's page a key away.

        `wanted`: the room has its window again once there is a screen for it.
        """
        if self.beside is None:
            return
        second, self.window, self.beside = self.window, self._alone, None
        lead = replace(self.ui.lead, apart=False, page=False, frozen="", black=False, shown="", wanted=wanted)
        self.ui = replace(self.ui, lead=lead, held=())
        if isinstance(second, Second):
            second.close()
        self.painter = self._painter()
        self.window.resized()
        self.changed()

    def _sit(self, desk: Desk | None) -> None:
        super()._sit(desk)
        self.ui = replace(self.ui, lead=replace(self.ui.lead, frozen="", black=False, shown=""))
        if self.beside is not None:
            self.beside.opened(self.ui, desk)

    def sorted(self, events: tuple[pygame.Event, ...]) -> tuple[pygame.Event, ...]:
        """Give what came to the facilitator's window, or to none; what came to the room's is kept for it."""
        if self.beside is None:
            return events
        theirs = tuple(event for event in events if getattr(event, "window", self) is None)
        self.beside.keep(theirs, self._inbox.reader)
        if self.beside.behind:
            self._touched = self.services.clock()
        self._there(theirs, self.beside)
        return tuple(event for event in events if getattr(event, "window", self) is not None)

    def _there(self, events: tuple[pygame.Event, ...], room: Room) -> None:
        """Follow what the system did with the room's window; closing it leaves the one."""
        room.window.place.follow(events)
        kinds = {event.type for event in events}
        if kinds & {pygame.WINDOWMOVED, pygame.WINDOWDISPLAYCHANGED}:
            self._strayed = True  # looked at once what we asked for ourselves has had its time
        if pygame.WINDOWCLOSE in kinds:
            self.one(wanted=False)
        elif pygame.WINDOWSIZECHANGED in kinds:
            room.resized()
        elif kinds & {pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED}:
            room.window.exposed()

    @property
    def busy(self) -> bool:
        """Tell whether a hand holds a thing, or the room's window waits for something."""
        return bool(self.ui.held) or (self.beside is not None and self.beside.busy)

    @property
    def holds(self) -> bool:
        """Tell whether a hand, of the facilitator or of a member, holds a thing."""
        mine = any(held.pointer != "keys" for held in self.ui.held)
        return mine or (self.beside is not None and self.beside.holds)

    def _members(self) -> None:
        """Answer the hands of members, and take what they look at."""
        room = self.beside
        if room is None:
            return
        if self.services.clock() - self._touched >= STILL:
            room.rested()
        if room.behind:
            room.answer(self._moved)
            if self.ui.spotlight != room.lead.spotlight:
                self.ui = replace(self.ui, spotlight=room.lead.spotlight)
                self.changed()

    def tell_room(self) -> None:
        """Bring to the room's window what it may see of what is done."""
        room = self.beside
        if room is None:
            return
        try:
            self._mirrored = room.show(self.ui) or self._mirrored
        except Exception as error:  # whatever it is, the facilitator's window stands
            self.memo.odd.setdefault(MIRROR, Odd(self._speaker.say("lead.side.room"), error))
        self.memo.odd |= {**room.memo.odd, **room.painter.odd}
        now = self.services.clock()
        if self._mirrored and now - self._since >= MIRRORED:
            self._mirrored, self._since = False, now
            mirror = self.tree.find("lead:mirror")
            if mirror is not None:
                self.window.spoil(mirror.box)

    def _moved(self, command: object) -> Refused | None:
        """Do a move of a member. What the rules refuse is told there; a disk that fails, to the facilitator."""
        desk = self.desk
        if desk is None:
            return None
        before, refused = desk.session, desk.do(command)
        self._heard(refused if not isinstance(refused, Refused) else None)
        if desk.session is not before:
            self._tell(desk.session, desk.last)
        self.changed()
        return refused if isinstance(refused, Refused) else None

    def _plugged(self) -> None:
        """Look now and then which screens there are: the room's window goes where its own is gone."""
        now = self.services.clock()
        if now - self._looked < LOOK:
            return
        self._looked, was = now, self._screens
        self._look_around()
        if self.beside is not None and len(self._screens) == 1 < len(was):
            self.one()
        elif self.beside is None and len(self._screens) > max(1, len(was)):
            self._came()
        elif self.beside is not None:
            self._back(self.beside)

    def _came(self) -> None:
        """A screen was plugged: the room has its window there if it had one, else that is proposed."""
        if self.ui.lead.wanted:
            self.two(self._preferred())
        else:
            self.say(self._speaker.say("windows.plugged"), "done")
            self.changed()

    def _look_around(self) -> None:
        found = named()
        self._screens = tuple(box for _, box in found)
        names = tuple(name for name, _ in found)
        if names != self.ui.lead.screens:
            self.ui = replace(self.ui, lead=replace(self.ui.lead, screens=names))
            self.changed()

    def _preferred(self) -> int:
        """Give the place of the screen that the room had last, else of one that this window is not on."""
        names, here = self.ui.lead.screens, self.window.place.box
        if self.ui.lead.room_on in names and self.ui.lead.room_on:
            return names.index(self.ui.lead.room_on)
        there = enumerate(self._screens)
        return min(there, key=lambda one: _area(one[1].meet(here)), default=(0, here))[0]


def _within(screen: Box, share: float = ROOMY) -> Box:
    """Give a box in the middle of a screen."""
    wide, high = int(screen.w * share), int(screen.h * share)
    return Box(screen.x + (screen.w - wide) // 2, screen.y + (screen.h - high) // 2, wide, high)


def _area(box: Box) -> int:
    return box.w * box.h
