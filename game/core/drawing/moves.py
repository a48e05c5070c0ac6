"""The moves of who draws: `decide` of a command gives its events or raises Refused, `apply` of an event never does."""

from __future__ import annotations

from typing import Protocol

from game.core.drawing import shaping, wording
from game.core.drawing.drawing import Drawing


class Event(Protocol):
    """What happened: a frozen value that carries answers, never questions."""

    def apply(self, drawing: Drawing) -> Drawing:
        """Give the drawing after the event; never refuses."""


class Command(Protocol):
    """What someone wants."""

    def decide(self, drawing: Drawing) -> tuple[Event, ...]:
        """Give the events, none if nothing changes. Raises Refused."""


EVENTS: dict[str, type[Event]] = {
    event.__name__: event
    for event in (
        shaping.CornerDrawn, shaping.SketchDropped, shaping.PlaceAdded, shaping.PlaceMoved, shaping.PlaceReshaped,
        wording.PlaceNamed, wording.FamiliesSet, wording.SureSet, wording.PlaceRemoved,
    )
}  # fmt: skip
"""Every event by its name: what a drawing's journal may hold."""

COMMANDS: tuple[type[Command], ...] = (
    shaping.DrawCorner, shaping.DropSketch, shaping.AddPlace, shaping.AddPlaceAt, shaping.MovePlace,
    shaping.MovePlaceTo, shaping.MoveCorner, shaping.AddCorner, shaping.RemoveCorner,
    wording.NamePlace, wording.ShortenName, wording.SetFamily, wording.SetSure, wording.RemovePlace,
)  # fmt: skip
