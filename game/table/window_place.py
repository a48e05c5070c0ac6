"""Where the window stands on the desktop: in full screen and back, maximised, and when screens come and go."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterable

import pygame

from game.table.reach import BAR, WHOLE, brought, in_reach
from game.table.screens import screens
from game.view.tree.box import Box

LOOK = 2.0
"""Seconds between two looks at which screens there are."""
SETTLES = 0.8
"""Seconds an X11 window manager may take to put a window where it was asked."""
TRIES = 3
"""How often a window that was put elsewhere meanwhile is put back."""


class Place:
    """The place of a window. `plain` is where it stands when it is neither full, maximised nor minimised."""

    def __init__(self, sdl: Callable[[], pygame.Window] | None = None, *, full: bool = False) -> None:
        self._sdl = sdl or window
        self.full, self.maximised, self._away = full, False, False
        self._screens = screens()
        self.plain = self._now()
        self._looked = time.monotonic()
        self._settling, self._tries, self._freely, self._doubted = 0.0, 0, False, False
        if full:
            self.plain = brought(self.plain, self._screens, WHOLE)

    def fill(self) -> None:
        """Fill the screen the window is on."""
        if not self.maximised:
            self.plain = self._now()
        self.full = True
        self._sdl().set_fullscreen(True)

    def back(self) -> None:
        """Leave the full screen: where the window was, maximised if it was, and in reach."""
        self.full = False
        self._screens = screens()
        self._sdl().set_windowed()
        self._put(brought(self.plain, self._screens))
        if self.maximised:
            window().maximize()

    def follow(self, events: Iterable[pygame.Event]) -> None:
        """Take what the system did with the window; bring it back where its screen is gone, or smaller."""
        kinds = {event.type for event in events if event.type in HEARD}
        self._states(kinds)
        now = time.monotonic()
        if kinds and now < self._settling:
            self._again()
        elif kinds & MOVED and not (self.full or self.maximised or self._away):
            self.plain = self._now()
        if now - self._looked >= LOOK or (kinds & MOVED and not self._doubted):
            self._look(now)

    def _states(self, kinds: set[int]) -> None:
        if self.full:
            return
        if pygame.WINDOWMINIMIZED in kinds:
            self._away = True
        elif pygame.WINDOWMAXIMIZED in kinds:
            self.maximised, self._away = True, False
        elif pygame.WINDOWRESTORED in kinds:
            self._settle(freely=True)
            self.maximised, self._away = self.maximised and self._away, False

    def _again(self) -> None:
        """Put the window back where it was asked to be: its manager has framed it, or moved it, meanwhile.

        One that was made smaller by a hand stays where the hand has put it, if that is in reach.
        """
        now = self._now()
        if self.full or self.maximised or now == self.plain:
            return
        framed = abs(now.x - self.plain.x) <= BAR and abs(now.y - self.plain.y) <= BAR
        if self._freely and not framed and in_reach(now, self._screens):
            self.plain = now
        elif self._tries < TRIES:
            self._tries += 1
            self._move(self.plain)

    def _settle(self, *, freely: bool) -> None:
        self._settling, self._tries, self._freely = time.monotonic() + SETTLES, 0, freely

    def to(self, box: Box, *, full: bool = False) -> None:
        """Go to a box of the desktop, to fill the screen there if asked."""
        if self.full:
            self._sdl().set_windowed()
        self.full = self.maximised = False
        self._put(box)
        if full:
            self.full = True
            self._sdl().set_fullscreen(True)

    def _look(self, now: float) -> None:
        self._looked = now
        there, doubted = screens(), self._doubted
        self._doubted = there != self._screens
        if self._doubted:
            self._screens, self.plain = there, brought(self.plain, there, WHOLE)
            if not (self.full or self.maximised or self._away):
                self._put(self.plain)
        elif doubted and not self._away and not in_reach(self._now(), there):
            self._fetch()

    def _fetch(self) -> None:
        """Bring a window that fills a screen that is gone to one there is; most systems have done it by themselves."""
        sdl = self._sdl()
        if self.full:
            sdl.set_windowed()
        else:
            sdl.restore()
        self._put(self.plain)
        if self.full:
            sdl.set_fullscreen(True)
        else:
            sdl.maximize()

    def _put(self, box: Box) -> None:
        self.plain = box
        self._settle(freely=False)
        self._move(box)

    @property
    def box(self) -> Box:
        """Give where the window stands now."""
        return self._now()

    def _move(self, box: Box) -> None:
        sdl = self._sdl()
        if sdl.size != (box.w, box.h):
            sdl.size = (box.w, box.h)
        if sdl.position != (box.x, box.y):
            sdl.position = (box.x, box.y)

    def _now(self) -> Box:
        sdl = self._sdl()
        return Box(*sdl.position, *sdl.size)


HEARD = (
    pygame.WINDOWMOVED, pygame.WINDOWSIZECHANGED, pygame.WINDOWMAXIMIZED, pygame.WINDOWMINIMIZED, pygame.WINDOWRESTORED,
    pygame.WINDOWDISPLAYCHANGED, pygame.WINDOWEXPOSED,
)  # fmt: skip
MOVED = {pygame.WINDOWMOVED, pygame.WINDOWSIZECHANGED, pygame.WINDOWDISPLAYCHANGED}


def window() -> pygame.Window:
    """Give SDL's window under pygame.display, which paints by damage as `pygame.Window` alone cannot yet."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pygame.Window.from_display_module()
