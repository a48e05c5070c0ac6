"""The town whose places are drawn at the table: what the view is given of it, and what it asks for besides gestures."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.drawing.drawing import Drawing
from game.core.family import Family
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


@dataclass(frozen=True, slots=True)
class LeaveDrawing:
    """Ask to leave the drawing, and go home."""
