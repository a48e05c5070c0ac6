"""What of the drawing the room looks at: the tool in the hand, the place and the corner that are chosen."""

from __future__ import annotations

from game.core.drawing.drawing import DrawnPlace
from game.core.drawing.lens import Lens
from game.core.drawing.outline import box, middle
from game.view.answer.drawn import Drawn
from game.view.answer.intents import Camera, MoveCamera, SelectTab, Several
from game.view.answer.ui import Ui

TOOL, PLACE, CORNER = "drawing:tool", "drawing:place", "drawing:corner"
CHOOSE, ADD = "choose", "add"
NEW, AT = "drawing:new:", "drawing:at:"
"""How the keys begin of the fields of a place to come, and of coordinates: a gesture that takes them empties them."""
CLOSEST = 40.0
"""How close the plan may be looked at: a building fills it."""
ROOM = 4
"""How many times its own width a place that is looked for has on the plan."""


def adding(ui: Ui) -> bool:
    """Tell whether a press on the plan draws a corner."""
    return ui.tab(TOOL, CHOOSE) == ADD


def chosen(ui: Ui, drawn: Drawn) -> DrawnPlace | None:
    """Give the place whose sheet is open."""
    known = ui.tab(PLACE, "") if not adding(ui) else ""
    return next((one for one in drawn.drawing.places if one.id == known), None)


def corner(ui: Ui, place: DrawnPlace) -> int | None:
    """Give the number of the corner that is chosen, if it is one of this place."""
    known, _, number = ui.tab(CORNER, "").rpartition(" ")
    return int(number) if known == place.id and int(number) < len(place.pieces[0][0]) else None


def found(drawn: Drawn, place: DrawnPlace) -> Several:
    """Choose a place, and look at it."""
    x0, y0, x1, y1 = drawn.ground.extent
    flat = Lens((0, 0), (0.0, 0.0, 1.0), drawn.origin)
    (left, low), (right, top) = (flat.metres(corner) for corner in _corners(place))
    x, y = flat.metres(middle(place.pieces))
    wide = max(1.0, (right - left) * ROOM, (low - top) * ROOM)
    zoom = min(CLOSEST, (x1 - x0) / wide)
    look = Camera((x - x0) / (x1 - x0), (y - y0) / (y1 - y0), zoom) if zoom > 1 else Camera()
    return Several((SelectTab(TOOL, CHOOSE), SelectTab(PLACE, place.id), MoveCamera(look)))


def _corners(place: DrawnPlace) -> tuple[tuple[float, float], tuple[float, float]]:
    x0, y0, x1, y1 = box(place.pieces)
    return (x0, y0), (x1, y1)
