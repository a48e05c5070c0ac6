"""Which contacts with the screen are a finger's: a palm that rests, or a hand laid flat, presses and lifts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist

from game.core.frozen import dataclass

REST = 0.75
"""Seconds from which a contact that has not moved is no tap. A busy table may count a tenth less, and never more."""
MOST = 3
"""Contacts within a hand's width that may be fingers; more of them are a hand laid flat."""
HAND, SHARE = 110.0, 8
"""A hand's width, in millimetres, and the part of a screen's width that it is at least."""
WIDE = 1439.0
"""Millimetres that a screen is wide whose size nobody told: one of 65 inches."""
Point = tuple[float, float]


def hand_width(pixels: int, millimetres: float) -> float:
    """Give a hand's width in pixels, on a screen so wide."""
    return max(pixels / SHARE, HAND / millimetres * pixels)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact since it came down: where, when; `still` while it has not moved, `palm` once it is no finger's."""

    start: Point
    now: Point
    since: float
    still: bool = True
    palm: bool = False


class Contacts:
    """The contacts there are, by the name of their pointer. Times are in seconds, points in pixels."""

    def __init__(self) -> None:
        self._there: dict[str, Contact] = {}

    def down(self, name: str, point: Point, now: float, width: float) -> tuple[str, ...]:
        """Note a contact; give those, itself maybe, that are a palm's from now on."""
        self._there[name] = Contact(point, point, now)
        near = [other for other, one in self._there.items() if dist(one.now, point) <= width]
        flat = len(near) > MOST and any(self._crowded(one, width) for one in near)
        laid = flat or any(self._there[one].palm for one in near)
        return tuple(self._palms(near if flat else [name])) if laid else ()

    def _crowded(self, name: str, width: float) -> bool:
        """Tell whether too many lie within a hand's width of one, which is its middle or its edge."""
        middle = self._there[name].now
        return sum(dist(one.now, middle) <= width for one in self._there.values()) > MOST

    def _palms(self, names: list[str]) -> Iterator[str]:
        for name in names:
            one = self._there[name]
            if one.still and not one.palm:
                self._there[name] = Contact(one.start, one.now, one.since, palm=True)
                yield name

    def move(self, name: str, point: Point, least: float) -> bool:
        """Note that a contact moved; tell whether it is a finger's. It has moved once it is `least` pixels away."""
        one = self._there.get(name)
        if one is None:
            return True
        far = max(abs(point[0] - one.start[0]), abs(point[1] - one.start[1])) > least
        self._there[name] = Contact(one.start, point, one.since, still=one.still and not far, palm=one.palm)
        return not one.palm

    def up(self, name: str, now: float) -> str:
        """Note that a contact ended; tell what it was: a `finger`, a `palm`, or a finger that was `slow`."""
        one = self._there.pop(name, None)
        if one is None or (not one.palm and (not one.still or now - one.since < REST)):
            return "finger"
        return "palm" if one.palm or self._there else "slow"

    def lost(self) -> None:
        """Forget them all."""
        self._there.clear()
