"""Rectangles in window pixels, and the few cuts that make a layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from operator import attrgetter

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width and height in whole pixels."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """Give the first column on its right."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """Give the first row below it."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[int, int]:
        """Give the point in its middle."""
        return self.x + self.w // 2, self.y + self.h // 2

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is inside."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def covers(self, other: Box) -> bool:
        """Tell whether another box lies wholly inside."""
        across = self.x <= other.x and other.x + other.w <= self.x + self.w
        return across and self.y <= other.y and other.y + other.h <= self.y + self.h

    def meets(self, other: Box) -> bool:
        """Tell whether the two share at least one pixel."""
        across = self.x < other.x + other.w and other.x < self.x + self.w
        return across and self.y < other.y + other.h and other.y < self.y + self.h

    def meet(self, other: Box) -> Box:
        """Give what the two share; empty boxes have no width or height."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(x, y, max(0, right - x), max(0, bottom - y))

    def without(self, others: Iterable[Box]) -> tuple[Box, ...]:
        """Give boxes that cover what no other one does, from the top."""
        holes = [hole for other in others if (hole := self.meet(other)).w and hole.h]
        levels = sorted({self.y, self.bottom, *(y for hole in holes for y in (hole.y, hole.bottom))})
        return tuple(bare for top, low in pairwise(levels) for bare in self._bare(holes, top, low))

    def _bare(self, holes: Iterable[Box], top: int, low: int) -> Iterator[Box]:
        """Give what of a strip between two edges lies beside the holes."""
        x = self.x
        for hole in sorted((one for one in holes if one.y <= top < one.bottom), key=attrgetter("x")):
            if hole.x > x:
                yield Box(x, top, hole.x - x, low - top)
            x = max(x, hole.right)
        if x < self.right:
            yield Box(x, top, self.right - x, low - top)

    def join(self, other: Box) -> Box:
        """Give the smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def move(self, dx: int, dy: int) -> Box:
        """Give the same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, dx: int, dy: int | None = None) -> Box:
        """Shrink by `dx` left and right and `dy` (by default the same) above and below; negative grows."""
        down = dx if dy is None else dy
        return Box(self.x + dx, self.y + down, max(0, self.w - 2 * dx), max(0, self.h - 2 * down))

    def cut_left(self, size: int, gap: int = 0) -> tuple[Box, Box]:
        """Cut a strip off the left: the strip, then the rest."""
        size = min(size, self.w)
        rest = max(0, self.w - size - gap)
        return Box(self.x, self.y, size, self.h), Box(self.right - rest, self.y, rest, self.h)

    def cut_right(self, size: int, gap: int = 0) -> tuple[Box, Box]:
        """Cut a strip off the right: the strip, then the rest."""
        size = min(size, self.w)
        return Box(self.right - size, self.y, size, self.h), Box(self.x, self.y, max(0, self.w - size - gap), self.h)

    def cut_top(self, size: int, gap: int = 0) -> tuple[Box, Box]:
        """Cut a strip off the top: the strip, then the rest."""
        size = min(size, self.h)
        rest = max(0, self.h - size - gap)
        return Box(self.x, self.y, self.w, size), Box(self.x, self.bottom - rest, self.w, rest)

    def cut_bottom(self, size: int, gap: int = 0) -> tuple[Box, Box]:
        """Cut a strip off the bottom: the strip, then the rest."""
        size = min(size, self.h)
        return Box(self.x, self.bottom - size, self.w, size), Box(self.x, self.y, self.w, max(0, self.h - size - gap))

    def split_columns(self, *weights: float, gap: int = 0) -> tuple[Box, ...]:
        """Share the width between columns by weight, without losing a pixel."""
        edges = _shares(self.w, weights, gap)
        return tuple(Box(self.x + at, self.y, size, self.h) for at, size in edges)

    def split_rows(self, *weights: float, gap: int = 0) -> tuple[Box, ...]:
        """Share the height between rows by weight, without losing a pixel."""
        edges = _shares(self.h, weights, gap)
        return tuple(Box(self.x, self.y + at, self.w, size) for at, size in edges)

    def columns(self, count: int, gap: int = 0) -> tuple[Box, ...]:
        """Cut into equal columns."""
        return self.split_columns(*(1,) * count, gap=gap)

    def rows(self, count: int, gap: int = 0) -> tuple[Box, ...]:
        """Cut into equal rows."""
        return self.split_rows(*(1,) * count, gap=gap)

    def grid(self, columns: int, rows: int, gap: int = 0) -> tuple[Box, ...]:
        """Cut into equal cells, row by row."""
        return tuple(cell for row in self.rows(rows, gap) for cell in row.columns(columns, gap))

    def stack(self, height: int, count: int, gap: int = 0) -> tuple[Box, ...]:
        """Lay `count` rows of one height from the top; they may run past the bottom (a scrolled list)."""
        return tuple(Box(self.x, self.y + i * (height + gap), self.w, height) for i in range(count))

    def shelf(self, width: int, count: int, gap: int = 0) -> tuple[Box, ...]:
        """Lay `count` columns of one width from the left; they may run past the right edge."""
        return tuple(Box(self.x + i * (width + gap), self.y, width, self.h) for i in range(count))

    def middle(self, width: int, height: int) -> Box:
        """Give a box of that size, at most this large, in the middle."""
        w, h = min(width, self.w), min(height, self.h)
        return Box(self.x + (self.w - w) // 2, self.y + (self.h - h) // 2, w, h)


def _shares(total: int, weights: tuple[float, ...], gap: int) -> tuple[tuple[int, int], ...]:
    free = max(0, total - gap * (len(weights) - 1))
    whole = sum(weights) or 1
    ends = [round(free * part / whole) for part in accumulate(weights)]
    starts = [0, *ends[:-1]]
    return tuple((start + i * gap, end - start) for i, (start, end) in enumerate(zip(starts, ends, strict=True)))
