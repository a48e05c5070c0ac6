"""Which place lies under a pixel of the picture: what tests of the map ask, the other way round than the program."""

from __future__ import annotations

from game.core.town import Camera, Point, Town, inside


def to_town(camera: Camera, x: float, y: float) -> Point:
    """Give the point of the town (metres) under a pixel of the picture."""
    return (camera[0] + x * camera[2], camera[1] + y * camera[2])


def place_at(town: Town, x: float, y: float) -> str | None:
    """Name the smallest place whose polygon holds the point (metres)."""
    return next((zone.place_id for zone in reversed(town.zones) if inside(zone.rings[0], x, y)
                 and not any(inside(hole, x, y) for hole in zone.rings[1:])), None)  # fmt: skip
