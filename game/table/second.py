"""The facilitator's window, beside that of the room: SDL shows all of it at each frame."""

from __future__ import annotations

import pygame

from game.table.strokes import Rects
from game.table.window import Pane
from game.table.window_place import Place
from game.view.tree.box import Box


class Second(Pane):
    """A window of its own, at a box of the desktop."""

    def __init__(self, title: str, box: Box) -> None:
        self.sdl = pygame.Window(title, (box.w, box.h), (box.x, box.y), resizable=True)
        super().__init__(Place(lambda: self.sdl))

    def _surface(self) -> pygame.Surface:
        return self.sdl.get_surface()

    def bring(self, boxes: Rects | None = None) -> None:
        """Show the window, whatever was painted of it."""
        self.sdl.flip()

    def close(self) -> None:
        """Take the window away."""
        self.sdl.destroy()
