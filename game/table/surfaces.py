"""The three caches of the table: texts, faces (shapes, icons, lifted cards), and the town's background."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Generic, TypeVar

import pygame

from game.table.archive import Archive
from game.type.fonts import face_file
from game.type.measure import drawn, whole
from game.view.tree import theme

Colour = tuple[int, int, int, int]
FINE = 4
"""Supersampling of round and slanted corners."""
ALIGNED = 16
"""Pixels in a line of memory: what begins and ends with one is filled and copied many times faster."""
TILE = (256, 64)
"""Width and height of a tile in pixels."""


def rgba(colour: str) -> Colour:
    """Read the name of a colour of the theme, #RRGGBB or #RRGGBBAA."""
    known = _COLOURS.get(colour)
    if known is None:
        shown = theme.shown(colour)
        red, green, blue = (int(shown[i : i + 2], 16) for i in (1, 3, 5))
        known = _COLOURS[colour] = (red, green, blue, int(shown[7:9] or "ff", 16))
    return known


_COLOURS: dict[str, Colour] = {}


Made = TypeVar("Made")


class Store(Generic[Made]):
    """Things by key, the least used ones forgotten beyond a number of bytes."""

    def __init__(self, limit: int, weigh: Callable[[Made], int]) -> None:
        self.limit, self._weigh = limit, weigh
        self._size = 0
        self._kept: OrderedDict[object, Made] = OrderedDict()

    def __contains__(self, key: object) -> bool:
        """Tell whether something is kept under a key."""
        return key in self._kept

    def get(self, key: object, make: Callable[[], Made]) -> Made:
        """Give what is kept under a key, made if need be."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = self._kept[key] = make()
        self._size += self._weigh(made)
        while self._size > self.limit and len(self._kept) > 1:
            self._size -= self._weigh(self._kept.popitem(last=False)[1])
        return made


class Shelf(Store[pygame.Surface]):
    """Surfaces by key."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit, _bytes)


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4 + 200


def loaded(file: Path, px: int) -> pygame.Font:
    """Load a font; a picture is painted where no window was opened, too."""
    pygame.font.init()
    return pygame.font.Font(file, px)


class Texts:
    """Lines of text as surfaces. A line with a glyph that Atkinson lacks is wholly set in Source Sans."""

    def __init__(self, limit: int) -> None:
        self._lines = Shelf(limit)
        self._fonts: dict[tuple[int, bool, bool], pygame.Font] = {}

    def limit(self, size: int) -> None:
        """Keep lines of so many bytes."""
        self._lines.limit = size

    def font(self, px: int, *, bold: bool, other: bool = False) -> pygame.Font:
        """Give a font, loaded once."""
        key = (px, bold, other)
        if key not in self._fonts:
            self._fonts[key] = loaded(face_file(bold=bold, other=other), px)
        return self._fonts[key]

    def for_line(self, text: str, px: int, *, bold: bool) -> pygame.Font:
        """Give the font that has every glyph of a line."""
        return self.font(px, bold=bold, other=not whole(text, bold=bold))

    def line(self, text: str, px: int, colour: str, *, bold: bool) -> pygame.Surface:
        """Give one line as a surface."""
        return self._lines.get((text, px, colour, bold), lambda: self._render(text, px, colour, bold=bold))

    def _render(self, text: str, px: int, colour: str, *, bold: bool) -> pygame.Surface:
        clean = drawn(text)
        font = self.for_line(clean, px, bold=bold)
        try:
            return font.render(clean, True, rgba(colour))  # noqa: FBT003
        except (pygame.error, ValueError):  # a lone accent has no width; a sign the library refuses: nothing is drawn
            return pygame.Surface((1, font.get_height()), pygame.SRCALPHA)


class Icons:
    """Lucide icons, drawn from the package's archive at the size wanted."""

    def __init__(self) -> None:
        spec = find_spec("lucide")
        where = next(iter(spec.submodule_search_locations or ()), "") if spec is not None else ""
        self._archive = Archive(Path(where) / "lucide.zip") if where else None

    def draw(self, name: str, side: int, colour: str) -> pygame.Surface:
        """Draw an icon in a colour, filled when its name ends with "!"; a name that lucide lacks gives a plain ring."""
        red, green, blue, _ = rgba(colour)
        source = self._source(name.removesuffix("!"))
        source = source.replace('fill="none"', 'fill="currentColor"', 1) if name.endswith("!") else source
        source = source.replace("currentColor", f"#{red:02x}{green:02x}{blue:02x}")
        return pygame.image.load_sized_svg(BytesIO(source.encode()), (side, side))

    def has(self, name: str) -> bool:
        """Tell whether lucide has an icon."""
        return self._source(name) is not _RING

    def _source(self, name: str) -> str:
        if self._archive is None or not re.fullmatch(r"[a-z0-9-]+", name):
            return _RING
        try:
            return self._archive.read(f"{name}.svg").decode()
        except (OSError, KeyError, ValueError):
            return _RING


_RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
)


class Surfaces:
    """All that is kept between two paintings."""

    def __init__(self, megabytes: int = 24) -> None:
        self.texts = Texts(megabytes * 400_000)
        self.faces = Shelf(megabytes * 500_000)
        self.grounds = Shelf(megabytes * 1_000_000)
        self._icons: Icons | None = None

    def tile(self, colour: str) -> pygame.Surface:
        """Give a tile of one colour, to cover boxes with."""
        return self.faces.get(("tile", colour), lambda: _tile(colour))

    def icon(self, name: str, side: int, colour: str) -> pygame.Surface:
        """Give an icon."""
        if self._icons is None:
            self._icons = Icons()
        icons = self._icons
        return self.faces.get(("icon", name, side, colour), lambda: plain(icons.draw(name, side, colour)))


def sheet(size: tuple[int, int]) -> pygame.Surface:
    """Give an opaque surface whose rows all begin with a line of memory."""
    wide = (size[0] + 2 * ALIGNED - 1) // ALIGNED * ALIGNED
    made = pygame.Surface((wide, size[1]))
    shift = -made._pixels_address // 4 % ALIGNED  # noqa: SLF001  pygame's own name for it
    return made.subsurface((shift, 0, *size))


def plain(surface: pygame.Surface) -> pygame.Surface:
    """Give a surface with its pixels in the order of all others: laying one with another order takes far longer."""
    return surface.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


def loose(size: tuple[int, int]) -> pygame.Surface:
    """Give an opaque surface that begins off the lines of memory: small parts of it are laid many times faster.

    SDL lays what begins with a line past the caches, which is slow wherever a line is cut.
    """
    return pygame.Surface((size[0] + 1, size[1]), 0, 32).subsurface((1, 0, *size))


def _tile(colour: str) -> pygame.Surface:
    paint = rgba(colour)
    made = loose(TILE) if paint[3] == 255 else pygame.Surface(TILE, pygame.SRCALPHA)
    made.fill(paint)
    return made
