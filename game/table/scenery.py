"""The pictures of a session: the town's plan, and those of its deck's cards, decoded beside the loop."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from threading import Thread

import pygame

from game.table.ground import Ground
from game.table.pictures import Drawing
from game.table.surfaces import rgba
from game.view.tree import theme
from game.view.tree.looks import CARD, Picture

BREATH = 0.002
"""Seconds waited at a time for a picture that is being decoded."""


class Scenery:
    """Makes the pictures of `Picture` marks. `read` gives the bytes of a card's by the path its deck gives, if any.

    A mark may carry the bytes of its picture instead.
    """

    def __init__(self, plan: Ground | None, read: Callable[[str], bytes | None]) -> None:
        self._plan, self._read = plan, read

    def drawn(self, mark: Picture) -> Drawing:
        """Make it as it should be, bit by bit. Raises what a file that cannot be decoded raises."""
        if mark.key == CARD:
            shown = mark.facts[0]
            data = shown if isinstance(shown, bytes) else self._read(str(shown))
            return (yield from _card(data, (mark.box.w, mark.box.h)))
        return (yield from self._plan.drawn(mark)) if self._plan is not None else _plain(mark)

    def quick(self, target: pygame.Surface, mark: Picture) -> None:
        """Paint what may stand for it at once."""
        if mark.key != CARD and self._plan is not None:
            self._plan.quick(target, mark)


def _plain(mark: Picture) -> pygame.Surface:
    made = pygame.Surface((mark.box.w, mark.box.h))
    made.fill(rgba(theme.PAPER))
    return made


def _card(data: bytes | None, size: tuple[int, int]) -> Drawing:
    """Decode a picture on a thread of its own, and lay it whole in the middle of a box; nothing where there is none."""
    made = pygame.Surface(size, pygame.SRCALPHA)
    if data is None:
        return made
    found: list[pygame.Surface | Exception] = []
    worker = Thread(target=lambda: found.append(_tried(data, size)), daemon=True)
    worker.start()
    while worker.is_alive():
        worker.join(BREATH)
        yield
    shown = found[0]
    if isinstance(shown, Exception):
        raise shown
    made.blit(shown, shown.get_rect(center=made.get_rect().center))
    return made


def _tried(data: bytes, size: tuple[int, int]) -> pygame.Surface | Exception:
    try:
        return _drawing(data, size) if b"<svg" in data[:4000] else _decoded(data, size)
    except Exception as error:  # a decoder may raise anything of a file made to break it
        return error


def _drawing(data: bytes, size: tuple[int, int]) -> pygame.Surface:
    return pygame.image.load_sized_svg(BytesIO(data), size)


def _decoded(data: bytes, size: tuple[int, int]) -> pygame.Surface:
    """Decode no more of a photograph than its size here asks for."""
    from PIL import Image, ImageOps

    from game.content.decoding import FORMATS
    from game.content.pictures import PIXELS

    with Image.open(BytesIO(data), formats=FORMATS) as opened:
        if opened.size[0] * opened.size[1] > PIXELS:
            raise ValueError(opened.size)
        opened.draft("RGB", (2 * size[0], 2 * size[1]))
        turned = ImageOps.exif_transpose(opened).convert("RGBA")
    shown = ImageOps.contain(turned, size, Image.Resampling.LANCZOS)
    return pygame.image.frombytes(shown.tobytes(), shown.size, "RGBA")
