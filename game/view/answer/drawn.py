"""The town whose places are drawn at the table."""

from __future__ import annotations

from game.core.drawing.drawing import Drawing
from game.core.family import Family
from game.core.frozen import dataclass
from game.core.text import Text
from game.core.town import Point, Town


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing over its ground, which shows no place; `origin` is the longitude and latitude of the ground's (0, 0).

    `why_no_undo` and `why_no_redo` are codes of refusals, empty where there is something to take back or give again.
    """

    drawing: Drawing
    ground: Town
    origin: Point
    town: Text
    families: tuple[Family, ...]
    why_no_undo: str = ""
    why_no_redo: str = ""
