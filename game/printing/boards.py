"""Where the town's plan, its legend and its notes stand on a poster, upright or lying, whole or cut into tiles. In mm.

Sizes are those of an A2; another paper shows the same, larger or smaller.
"""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.town import Extent
from game.printing.sheets import SAFE

PAPERS = {"a4": (210.0, 297.0), "a3": (297.0, 420.0), "a2": (420.0, 594.0), "a1": (594.0, 841.0)}
"""What a poster may be asked on: an A4 has a tile of it, to be put together with the others."""
TILED = "a4"
EDGE, HEAD, LEGEND = 12.0, 54.0, 112.0
"""White kept round a poster; where the plan begins under its title; width of a legend beside the plan."""
OVERLAP, NAMED = 10.0, 6.0
"""How far a tile lies over its neighbour; what is kept under a tile for its name."""
ACROSS = DOWN = 2
"""Tiles of a poster: an A2 is four A4."""
Box = tuple[float, float, float, float]
"""x, y, width, height."""


@dataclass(frozen=True, slots=True)
class Board:
    """A poster's paper, upright or lying, where the plan and the legend stand on it, and the legend's columns (0: one a
    family)."""

    paper: tuple[float, float]
    map: Box
    legend: Box
    columns: int = 0


MARKS = 21.0
"""Millimetres beside a plan, left and right, for the marks that a photograph is brought back by."""
UPRIGHT = Board(PAPERS["a2"], (EDGE + MARKS, HEAD, 396.0 - 2 * MARKS, 420.0), (EDGE, 481.0, 396.0, 89.0))
LYING = Board((594.0, 420.0), (EDGE + MARKS, HEAD, 452.0 - 2 * MARKS, 346.0), (470.0, HEAD, LEGEND, 346.0), columns=1)


def beside(box: Box) -> tuple[tuple[float, float], ...]:
    """Give the middles of the marks beside a box: five on its left, five on its right, for cards cover some."""
    x, y, wide, high = box
    down = [y + MARKS / 2 + (high - MARKS) * rank / 4 for rank in range(5)]
    return tuple((at, each) for each in down for at in (x - MARKS / 2, x + wide + MARKS / 2))


def board(seen: Extent) -> Board:
    """Choose the poster on which a town is drawn larger: lying for one that is wider than high."""
    wide, high = seen[2] - seen[0], seen[3] - seen[1]
    return max((UPRIGHT, LYING), key=lambda one: min(one.map[2] / wide, one.map[3] / high))


@dataclass(frozen=True, slots=True)
class Tile:
    """A sheet of a poster to be put together: its name, what of the poster it begins with, whom it lies under."""

    name: str
    x: float
    y: float
    right: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Tiling:
    """A poster on tiles: the paper of one, the box it shows on it, how large the poster is beside an A2."""

    paper: tuple[float, float]
    window: Box
    unit: float
    tiles: tuple[Tile, ...]


def tiling(one: Board) -> Tiling:
    """Cut a poster into sheets of A4 that lie as it does; x and y of a tile are from the poster's own corner."""
    short, long = PAPERS[TILED]
    paper = (long, short) if one.paper[0] > one.paper[1] else (short, long)
    wide, high = paper[0] - 2 * SAFE, paper[1] - 2 * SAFE - NAMED
    across, down = ACROSS * wide - OVERLAP, DOWN * high - OVERLAP
    unit = min(across / (one.paper[0] - 2 * EDGE), down / (one.paper[1] - 2 * EDGE))
    tiles = tuple(_tile(column, row, wide, high, EDGE * unit) for row in range(DOWN) for column in range(ACROSS))
    return Tiling(paper, (SAFE, SAFE, wide, high), unit, tiles)


def _tile(column: int, row: int, wide: float, high: float, edge: float) -> Tile:
    right = _name(column + 1, row) if column + 1 < ACROSS else ""
    below = _name(column, row + 1) if row + 1 < DOWN else ""
    return Tile(_name(column, row), edge + column * (wide - OVERLAP), edge + row * (high - OVERLAP), right, below)


def _name(column: int, row: int) -> str:
    return f"{'ABCD'[column]}{row + 1}"
