"""How a spot of the map, in degrees, stands on a plan in metres, and on the pixels of its picture."""

from __future__ import annotations

from math import cos, radians

from game.core.frozen import dataclass
from game.core.town import Camera, Point, to_screen

DEGREE = 111_320.0
"""Metres in one degree of latitude."""


@dataclass(frozen=True, slots=True)
class Lens:
    """A picture of a plan: the pixel of its corner, what it looks at, and the longitude and latitude of the middle of
    the map, from which the plan's metres count.
    """

    corner: tuple[int, int]
    camera: Camera
    origin: Point

    def spot(self, x: float, y: float) -> Point:
        """Give the spot under a pixel."""
        left, top, scale = self.camera
        lon, lat = self.origin
        east, south = left + (x - self.corner[0]) * scale, top + (y - self.corner[1]) * scale
        return lon + east / DEGREE / cos(radians(lat)), lat - south / DEGREE

    def metres(self, spot: Point) -> Point:
        """Give a spot in metres of the plan, y down."""
        lon, lat = self.origin
        return (spot[0] - lon) * DEGREE * cos(radians(lat)), (lat - spot[1]) * DEGREE

    def shown(self, metres: Point) -> tuple[int, int]:
        """Give the pixel of a point of the plan."""
        x, y = to_screen(self.camera, metres)
        return self.corner[0] + round(x), self.corner[1] + round(y)

    def pixel(self, spot: Point) -> tuple[int, int]:
        """Give the pixel of a spot."""
        return self.shown(self.metres(spot))
