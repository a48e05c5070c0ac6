"""What is pulled over the plan while its places are drawn: a corner, a whole place, the spot of a press."""

from __future__ import annotations

from game.core.drawing.lens import Lens
from game.core.frozen import dataclass
from game.core.town import Point
from game.view.answer.gesture import Gesture
from game.view.tree.looks import Points

Snap = tuple[tuple[int, int], Point]
"""A pixel that draws corners to it, and its spot."""


@dataclass(frozen=True, slots=True)
class Pull:
    """What letting go does: `command` with `slot` set to a spot of the map, in degrees.

    A corner (by its number) goes to the spot under the pointer, or to the nearest of `snaps` within `reach` pixels;
    the whole (-1) goes as far as the pointer went. `outline` is what follows meanwhile; `press` what a mere press does.
    """

    command: Gesture
    slot: str
    lens: Lens
    reach: int
    snaps: tuple[Snap, ...] = ()
    outline: Points = ()
    corner: int = -1
    press: object = None

    @property
    def whole(self) -> bool:
        """Tell whether the whole outline follows."""
        return self.corner < 0 and bool(self.outline)


def aimed(pull: Pull, x: int, y: int) -> Snap:
    """Give where a pointer aims: at a pixel that draws it, else at its own."""
    near = [((x - px) ** 2 + (y - py) ** 2, (px, py), spot) for (px, py), spot in pull.snaps]
    away, pixel, spot = min(near, default=(pull.reach**2 + 1, (x, y), (0.0, 0.0)))
    return (pixel, spot) if away <= pull.reach**2 else ((x, y), pull.lens.spot(x, y))


def following(pull: Pull, start: tuple[int, int], now: tuple[int, int]) -> Points:
    """Give the outline as it follows a pointer."""
    dx, dy = now[0] - start[0], now[1] - start[1]
    if pull.corner < 0:
        return tuple((x + dx, y + dy) for x, y in pull.outline)
    at = aimed(pull, *now)[0]
    return tuple(at if i == pull.corner else point for i, point in enumerate(pull.outline))
