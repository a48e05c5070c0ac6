"""What pressing or pulling a slider may mean."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.view.answer.gesture import Gesture
from game.view.tree.box import Box


@dataclass(frozen=True, slots=True)
class Slide:
    """What pressing a slider does: set a number. `commit` is done with `slot` set, when the slider is let go."""

    key: str
    low: int
    high: int
    step: int
    now: int
    track: Box
    commit: Gesture | None = None
    slot: str = "percent"


@dataclass(frozen=True, slots=True)
class SlideBy:
    """What a button beside a slider does: move its number, `start` until somebody slid it, within its bounds.

    Pressed twice in a row, however quickly, it counts twice.
    """

    key: str
    by: int
    start: int
    low: int
    high: int

    def to(self, now: int) -> int:
        """Give the number it comes to."""
        return max(self.low, min(self.high, now + self.by))
