"""How large type must be to be read across the room.

Source: the 20-arc-minute rule for signs read at a distance (16 is the floor), with Atkinson Hyperlegible's capitals
0.72 em tall (the table's page of requirements). At 1080p: 65 inches read from 3 m asks for 32 px.
"""

from __future__ import annotations

from math import ceil, hypot, radians, tan

from game.core.frozen import dataclass
from game.view.tree import theme
from game.view.tree.sight import SHORT, plain

CAP = 0.72
"""Height of a capital, in em."""
GOOD, FLOOR = 20, 16
"""Arc minutes a capital should be seen under, and the least it may."""
SCALES = (100, 300)
"""The least and the largest scale of everything, set by hand."""
UPRIGHT = 200
"""The largest scale of everything in a window of SHORT by LONG that stands upright: there words fit no more."""
HANDS, ARM = (100, 125), 0.7
"""The least and the largest scale proposed for the hands, and how far they are from their eyes, in metres."""
STEP = 5
INCH = 25.4


@dataclass(frozen=True, slots=True)
class Display:
    """A screen or a projected picture: its width in millimetres, 1920 pixels across."""

    id: str
    width: float


def _diagonal(inches: int) -> Display:
    return Display(str(inches), inches * INCH * 16 / hypot(16, 9))


DISPLAYS = (*(_diagonal(inches) for inches in (15, 24, 55, 65, 75, 86, 98)), Display("projector", 2000.0))
METRES = (2, 3, 4, 5, 6)
USUAL = "65"
"""The screen of a council's room."""


def display(name: str) -> Display:
    """Give a screen by its name; the usual one where nobody has told."""
    found = {one.id: one for one in DISPLAYS}
    return found.get(name, found[USUAL])


def needed(display: Display, metres: float, minutes: float = GOOD) -> float:
    """Give the size of type, in px at 1080p, whose capitals are seen under so many arc minutes from so far."""
    capital = metres * 1000 * tan(radians(minutes / 60))
    return capital / CAP / (display.width / 1920)


def reading(display: Display, metres: float, minutes: float = GOOD) -> int:
    """Give the reading scale in per cent, in steps of 5, that brings the smallest text on the podium to that size."""
    percent = needed(display, metres, minutes) / theme.TEXT * 100
    return max(SCALES[0], ceil(percent / STEP) * STEP)


def largest(size: tuple[int, int]) -> int:
    """Give the largest scale of everything in a window, in per cent, in steps of 10: upright, as its width allows."""
    wide, high = size
    if wide >= high or not plain(size):
        return SCALES[1]
    return min(SCALES[1], int(UPRIGHT * wide / plain(size) / SHORT) // (2 * STEP) * 2 * STEP)


def handling(display: Display) -> int:
    """Give the hands' scale in per cent: what they need at arm's length, and no more than boards have room for."""
    return max(HANDS[0], min(HANDS[1], reading(display, ARM)))
