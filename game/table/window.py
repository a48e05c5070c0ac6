"""The board's window: how SDL is asked for it, and what of a frame reaches the screen."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

import pygame

from game.table.clap import clap, opened
from game.table.opening import curtain
from game.table.paint import Painter
from game.table.place import Place
from game.view.box import Box
from game.view.node import Node, diff

DROPS = (pygame.DROPFILE, pygame.DROPTEXT, pygame.DROPBEGIN, pygame.DROPCOMPLETE)
"""What other programs drop on the window is nothing here; a file's name that is no text would stop its reader."""


class Window:
    """A window and the board under its hands. `frames` counts what reached the screen."""

    def __init__(self, title: str, size: tuple[int, int] | None = None, *, fullscreen: bool = False) -> None:
        if not pygame.display.get_init() or pygame.display.get_surface() is None:
            curtain(title, size, fullscreen=fullscreen)
        pygame.font.init()
        pygame.event.set_blocked(DROPS)
        pygame.display.set_caption(title)
        self.frames = 0
        self.resized()
        self.place = Place(full=fullscreen)
        pygame.key.stop_text_input()
        self._typing = False

    def resized(self) -> None:
        """Take the window's new size; the next frame is painted whole."""
        self.screen = shown_surface()
        self._board = pygame.Surface(self.screen.get_size())
        self._shown: Node | None = None

    def exposed(self) -> None:
        """The system lost what was on the screen: the next frame is painted whole."""
        self._shown = None

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
        old = self._shown
        if old is tree:
            return 0
        self._shown = tree
        if old is None or old.box != tree.box:
            painter.paint(self._board, tree.kids[0], tree.box)
            self._compose(tree, painter, tree.box)
            pygame.display.flip()
            self.frames += 1
            return 1
        changed = merged(diff(old.kids[0], tree.kids[0]), tree.box)
        for box in changed:
            painter.paint(self._board, tree.kids[0], box)
        boxes = merged((*changed, *diff(old.kids[1], tree.kids[1])), tree.box)
        for box in boxes:
            self._compose(tree, painter, box)
        if boxes:
            pygame.display.update([(box.x, box.y, box.w, box.h) for box in boxes])
            self.frames += 1
        if changed and painter.tilt:
            stripes = opened(old, tree)
            if stripes is not None:
                with suppress(pygame.error, ValueError):  # a flourish: without it nothing is lost
                    clap(self.screen, stripes)
        return len(boxes)

    def _compose(self, tree: Node, painter: Painter, box: Box) -> None:
        self.screen.blit(self._board, (box.x, box.y), (box.x, box.y, box.w, box.h))
        painter.paint(self.screen, tree.kids[1], box)

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


def shown_surface() -> pygame.Surface:
    """Give the window's surface; a closed window is a fault of ours."""
    surface = pygame.display.get_surface()
    if surface is None:
        message = "the window is closed"
        raise RuntimeError(message)
    return surface


def merged(boxes: Iterable[Box], whole: Box, most: int = 24) -> tuple[Box, ...]:
    """Join boxes that meet, within the window; too many become one."""
    found: list[Box] = []
    for box in boxes:
        one = box.meet(whole)
        if not one.w or not one.h:
            continue
        near = [other for other in found if other.meets(one)]
        while near:
            for other in near:
                found.remove(other)
                one = one.join(other)
            near = [other for other in found if other.meets(one)]
        found.append(one)
    if len(found) <= most:
        return tuple(found)
    one = found[0]
    for box in found[1:]:
        one = one.join(box)
    return (one,)
