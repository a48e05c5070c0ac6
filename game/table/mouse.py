"""The mouse's first button, whatever SDL was told of it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.view.answer import input as given


class Mouse:
    """The mouse's first button, as it is.

    One that came up in another window is still down for SDL, which tells nothing of the next press but its release.
    """

    def __init__(self, button: Callable[[], bool]) -> None:
        self._button = button
        self._state = "up"
        """up, down; gone: down when the focus was lost; freed: seen up since; stale: so for a whole batch."""
        self._doubt = False

    def lost(self) -> None:
        """Note that the window has lost the focus."""
        self._state = "gone" if self._state == "down" else self._state

    def mended(self) -> tuple[given.Input, ...]:
        """Give the press that SDL does not tell, if there was one, before a batch is read."""
        self._doubt = self._state == "freed"
        if self._state not in ("gone", "stale") or self._button() == (self._state == "gone"):
            return ()
        if self._state == "gone":
            self._state = "freed"
            return ()
        if not pygame.mouse.get_focused():
            return ()
        self._state = "down"
        return (given.PointerDown("mouse", *pygame.mouse.get_pos()),)

    def found(self) -> None:
        """Tell SDL where the mouse is after the window moved under it: it believes that the mouse went along."""
        if not pygame.mouse.get_focused():
            return
        (x, y), (left, top) = pygame.mouse.get_pos(desktop=True), pygame.display.get_window_position()
        if (x - left, y - top) != pygame.mouse.get_pos():
            pygame.mouse.set_pos(x - left, y - top)

    def read(self) -> None:
        """Note the end of a batch: a release that was on its way has come by now."""
        self._state = "stale" if self._doubt and self._state == "freed" else self._state

    def given(self, event: pygame.Event) -> tuple[given.Input, ...]:
        """Translate an event of the mouse."""
        if getattr(event, "touch", False):
            return ()
        if event.type == pygame.MOUSEMOTION:
            return (given.PointerMove("mouse", *event.pos) if event.buttons[0] else given.Hover(*event.pos),)
        if event.button != 1:
            return ()
        was, self._state = self._state, "down" if event.type == pygame.MOUSEBUTTONDOWN else "up"
        down, up = given.PointerDown("mouse", *event.pos), given.PointerUp("mouse", *event.pos)
        if self._state == "down":
            return (down,)
        if was in ("gone", "freed"):
            return ()
        return (down, up) if was == "stale" else (up,)


def pressed() -> bool:
    """Ask the system whether the mouse's first button is down, whatever SDL was told."""
    return pygame.mouse.get_pressed(3, desktop=True)[0]
