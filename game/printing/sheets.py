"""Where cards lie on a sheet of paper: grids, bleed, cut marks, and backs that land on their fronts. All in mm.

x goes right and y down from the top left corner of the page, as the reader of that side sees it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.core.frozen import dataclass

CARD = (63.0, 88.0)
MARK = 3.0
FLIPS = ("long", "short")
"""The edge of the paper a printer turns it about."""
SAFE = 8.0
"""What an office printer cannot be trusted to print, along the edge of the paper."""
PRESS = 5.0
"""The same for a print shop's machine: no mark nearer than this."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A way to lay cards on paper.

    `bleed` is how far a card's ground runs over the cut: all round each card when `apart`, else only where no other
    card touches it. `safe` is what stays white along the edge of the paper. `trimmed`: one card a page, the page
    being the card with its bleed, the card itself its TrimBox.
    """

    name: str
    paper: tuple[float, float]
    card: tuple[float, float]
    columns: int
    rows: int
    bleed: float
    apart: bool = False
    safe: float = SAFE
    trimmed: bool = False

    @property
    def pitch(self) -> tuple[float, float]:
        """Give the distance from a card to the next, across and down."""
        gap = 2 * self.bleed if self.apart else 0.0
        return self.card[0] + gap, self.card[1] + gap

    @property
    def origin(self) -> tuple[float, float]:
        """Give the top left corner of the first card: the grid is centred, so that backs land."""
        (across, down), (wide, high) = self.pitch, self.card
        width, height = across * (self.columns - 1) + wide, down * (self.rows - 1) + high
        return (self.paper[0] - width) / 2, (self.paper[1] - height) / 2

    @property
    def room(self) -> int:
        """Tell how many cards a sheet holds."""
        return self.columns * self.rows

    @property
    def scale(self) -> float:
        """Tell how much larger than a 63 mm card these cards are."""
        return self.card[0] / CARD[0]


PROFILES = (
    Profile("home", (210, 297), CARD, 3, 3, 2.5),
    Profile("shop", (297, 210), CARD, 4, 2, 3.0, apart=True, safe=PRESS),
    Profile("printer", (69, 94), CARD, 1, 1, 3.0, apart=True, safe=0, trimmed=True),
    Profile("large", (210, 297), (94, 131), 2, 2, 2.5),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A card on a sheet: which one of the pile, its box, its bleed (left, top, right, bottom), upside down or not."""

    index: int
    x: float
    y: float
    bleed: tuple[float, float, float, float]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A cut mark."""

    x1: float
    y1: float
    x2: float
    y2: float


def fronts(profile: Profile, count: int) -> tuple[tuple[Spot, ...], ...]:
    """Lay `count` cards out, sheet by sheet, row by row."""
    return tuple(
        tuple(_spot(profile, start + cell, cell, min(profile.room, count - start))
              for cell in range(min(profile.room, count - start)))
        for start in range(0, count, profile.room)
    )  # fmt: skip


def _spot(profile: Profile, index: int, cell: int, used: int) -> Spot:
    row, column = divmod(cell, profile.columns)
    (x, y), (across, down) = profile.origin, profile.pitch
    around = (
        column == 0,
        row == 0,
        column == profile.columns - 1 or cell + 1 >= used,
        cell + profile.columns >= used,
    )
    left, top, right, bottom = (profile.bleed if profile.apart or bare else 0.0 for bare in around)
    return Spot(index, x + column * across, y + row * down, (left, top, right, bottom))


def backs(profile: Profile, spots: Sequence[Spot], flip: str = "long") -> tuple[Spot, ...]:
    """Give where the backs of a sheet's cards are printed so that each lands behind its front.

    `flip` is the edge the printer turns the paper about, long or short. When that edge is level (short edge of a
    portrait sheet, long edge of a landscape one), rows change places and the backs are printed upside down: once cut,
    every card turns over like the page of a book. One card a page stays upright: the print shop lays it out.
    """
    if profile.trimmed:
        return tuple(spots)
    level = (flip == "short") == (profile.paper[1] >= profile.paper[0])
    return tuple(_over(profile, spot) if level else _across(profile, spot) for spot in spots)


def _across(profile: Profile, spot: Spot) -> Spot:
    left, top, right, bottom = spot.bleed
    return replace(spot, x=profile.paper[0] - spot.x - profile.card[0], bleed=(right, top, left, bottom))


def _over(profile: Profile, spot: Spot) -> Spot:
    left, top, right, bottom = spot.bleed
    y = profile.paper[1] - spot.y - profile.card[1]
    return replace(spot, y=y, bleed=(left, bottom, right, top), turned=True)


def marks(profile: Profile, spots: Sequence[Spot]) -> tuple[Line, ...]:
    """Give the cut marks of a sheet, in its margins, on every line that is to be cut; none where there is no margin."""
    if profile.trimmed:
        return ()
    (wide, high), (width, height) = profile.card, profile.paper
    xs = sorted({x for spot in spots for x in (spot.x, spot.x + wide)})
    ys = sorted({y for spot in spots for y in (spot.y, spot.y + high)})
    upper, lower = _reach(profile, profile.origin[1])
    near, far = _reach(profile, profile.origin[0])
    upright = (Line(x, a, x, b) for x in xs for a, b in ((upper, lower), (height - lower, height - upper)))
    level = (Line(a, y, b, y) for y in ys for a, b in ((near, far), (width - far, width - near)))
    return (*upright, *level)


def _reach(profile: Profile, margin: float) -> tuple[float, float]:
    """Give where a mark starts and ends in a margin: beyond the bleed, or on it where the margin is too narrow."""
    end = margin - profile.bleed
    if end - MARK >= profile.safe:
        return end - MARK, end
    return profile.safe, min(margin, profile.safe + MARK)
