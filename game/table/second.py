"""The facilitator's window, beside that of the room.

`pygame.Window` shows all of itself at each frame. SDL, which pygame has read, can show boxes of it: it is asked itself
where it is found, and a card that is dragged there costs no more than in the room's window.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress
from ctypes import POINTER, c_int, c_uint32, c_void_p
from functools import cache

import pygame

from game.table.strokes import Rects
from game.table.window import Pane, badge
from game.table.window_place import Place
from game.view.tree.box import Box


class Second(Pane):
    """A window of its own, at a box of the desktop."""

    def __init__(self, title: str, box: Box) -> None:
        self.sdl = pygame.Window(title, (box.w, box.h), (box.x, box.y), resizable=True)
        self.sdl.set_icon(badge())
        super().__init__(Place(lambda: self.sdl))

    def _surface(self) -> pygame.Surface:
        return self.sdl.get_surface()

    def bring(self, boxes: Rects | None = None) -> None:
        """Have the system show what was painted in some boxes; all of it where it cannot be told so."""
        show = _boxes_shown()
        if boxes is None or show is None or not show(self.sdl.id, boxes):
            self.sdl.flip()

    def close(self) -> None:
        """Take the window away."""
        self.sdl.destroy()


class _Rect(ctypes.Structure):
    """SDL_Rect of SDL_rect.h."""

    _fields_ = (("x", c_int), ("y", c_int), ("w", c_int), ("h", c_int))


@cache
def _boxes_shown() -> Callable[[int, Rects], bool] | None:
    """Give what shows boxes of a window by its number, and tells whether it could; None where SDL is not found."""
    with suppress(OSError, AttributeError):
        sdl = ctypes.CDLL(pygame.base.__file__)  # what it is linked to is found through it
        sdl.SDL_GetWindowFromID.restype, sdl.SDL_GetWindowFromID.argtypes = c_void_p, (c_uint32,)
        sdl.SDL_UpdateWindowSurfaceRects.argtypes = (c_void_p, POINTER(_Rect), c_int)

        def show(which: int, boxes: Rects) -> bool:
            window = sdl.SDL_GetWindowFromID(which)
            rects = (_Rect * len(boxes))(*(_Rect(*box) for box in boxes))
            return bool(window) and sdl.SDL_UpdateWindowSurfaceRects(window, rects, len(boxes)) == 0

        return show
    return None
