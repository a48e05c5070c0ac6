"""A window: how SDL is asked for it, and what of a frame reaches the screen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pygame

from game.places import shelves
from game.table.clap import clap, opened
from game.table.opening import curtain
from game.table.paint import Painter
from game.table.strokes import Rects, rect
from game.table.surface_layers import Sheet
from game.table.surfaces import sheet
from game.table.window_place import Place
from game.view.tree.box import Box
from game.view.tree.node import Node

DROPS = (pygame.DROPFILE, pygame.DROPTEXT, pygame.DROPBEGIN, pygame.DROPCOMPLETE)
"""What other programs drop on the window is nothing here; a file's name that is no text would stop its reader."""


BADGE = 64
"""Pixels of a side of the icon a window is known by."""


def badge() -> pygame.Surface:
    """Give the icon a window is known by."""
    return pygame.image.load_sized_svg(shelves.icon(), (BADGE, BADGE))


class Pane:
    """A window and the board under its hands. `frames` counts what reached the screen."""

    def __init__(self, place: Place) -> None:
        self.frames, self.place, self._typing = 0, place, False
        self.resized()

    def resized(self) -> None:
        """Take the window's new size; the next frame is painted whole."""
        self.screen = self._surface()
        self.exposed()

    def _surface(self) -> pygame.Surface:
        """Give what is painted on."""
        return shown_surface()

    def bring(self, boxes: Rects | None = None) -> None:
        """Have the system show what was painted in some boxes, or all of it."""
        if boxes is None:
            pygame.display.flip()
        else:
            pygame.display.update(boxes)

    def exposed(self) -> None:
        """The system lost what was on the screen: the next frame is painted whole."""
        self._shown: Node | None = None
        self._spoilt = False
        size = self.screen.get_size()
        self._room = Sheet(sheet(size))
        self._layers: Sheet | None = None
        self._hands = Sheet(self.screen, self._room)

    def dress(self, painter: Painter, palette: str, *, still: bool) -> None:
        """Have what is painted from now on wear a palette of the theme, and lifted cards lean, or not."""
        painter.tilt = not still
        if painter.palette != palette:
            painter.wear(palette)
            self.exposed()

    def spoil(self, box: Box) -> None:
        """Have a box painted again with the next frame: a picture there is another one now."""
        self._spoilt = True
        for one in (self._room, self._layers):
            if one is not None:
                one.spoil([rect(box)])

    def toggle_fullscreen(self) -> None:
        """Fill the screen, or go back."""
        if self.place.full:
            self.place.back()
        else:
            self.place.fill()
        self.resized()

    @property
    def size(self) -> tuple[int, int]:
        """Give the size in pixels."""
        return self.screen.get_size()

    def show(self, tree: Node, painter: Painter) -> int:
        """Bring a tree to the screen: only what differs from the last one. Gives how many boxes were painted."""
        old, self._shown = self._shown, tree
        if old is tree and not self._spoilt:
            return 0
        painter.fit(self.size)
        same = old is not None and old.kids[0] is tree.kids[0] and not self._spoilt
        self._spoilt = False
        changed = [] if same else self._boarded(tree.kids[0], painter)
        self._hands.spoil(changed)
        boxes = self._hands.bring(tree.kids[1], painter)
        if boxes:
            self.bring(boxes)
            self.frames += 1
        if old is not None and changed and painter.tilt:
            self._clapped(old, tree)
        return len(boxes)

    def _boarded(self, board: Node, painter: Painter) -> Rects:
        """Bring the board to its sheets: the room's screen, then what lies over it. Gives where another picture is."""
        screen, layers = replace(board, kids=board.kids[:1]), board.kids[1:]
        changed = self._room.bring(screen, painter)
        below = self._hands.below
        if self._layers is not None:
            self._layers.spoil(changed)
        if layers:
            self._layers = self._layers or Sheet(sheet(self.screen.get_size()), self._room)
            changed += self._layers.bring(replace(board, look=(), kids=layers), painter)
        self._hands.below = self._layers if layers else self._room
        if self._layers is not None and below is not self._hands.below:
            changed += self._layers.area()
        return changed

    def _clapped(self, old: Node, tree: Node) -> None:
        """Clap where another phase opens; nothing, in a window that the room does not see."""

    def awake(self, *, wanted: bool) -> None:
        """Keep the screen from going to sleep, or let it."""
        if pygame.display.get_allow_screensaver() == wanted:
            pygame.display.set_allow_screensaver(not wanted)

    def typing(self, box: Box | None) -> None:
        """Start or stop text input; the input method's window opens beside the field."""
        if box is None:
            if self._typing:
                pygame.key.stop_text_input()
        else:
            if not self._typing:
                pygame.key.start_text_input()
            pygame.key.set_text_input_rect(pygame.Rect(box.x, box.y, box.w, box.h))
        self._typing = box is not None


class Window(Pane):
    """The window of pygame.display, which alone is updated by boxes: the room's, and where there is one only, all's."""

    def __init__(self, title: str, size: tuple[int, int] | None = None, *, fullscreen: bool = False) -> None:
        if not pygame.display.get_init() or pygame.display.get_surface() is None:
            curtain(title, size, fullscreen=fullscreen)
        pygame.event.set_blocked(DROPS)
        pygame.display.set_caption(title)
        pygame.display.set_icon(badge())
        super().__init__(Place(full=fullscreen))
        pygame.key.stop_text_input()

    def _clapped(self, old: Node, tree: Node) -> None:
        stripes = opened(old, tree)
        if stripes is not None:
            with suppress(pygame.error, ValueError):  # a flourish: without it nothing is lost
                clap(self.screen, stripes)


def shown_surface() -> pygame.Surface:
    """Give the window's surface; a closed window is a fault of ours."""
    surface = pygame.display.get_surface()
    if surface is None:
        message = "the window is closed"
        raise RuntimeError(message)
    return surface
