"""The kinds of objects a town's map is made of: the one closed table that the reader, painters and help read."""

from __future__ import annotations

from game.content.maps.drawing import AREA, LINE, POINT
from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind is drawn as, and the classes it may have; the first class is the one of an object without any."""

    forms: tuple[str, ...]
    classes: tuple[str, ...] = ()


KINDS = {
    "boundary": Kind((AREA,)),
    "place": Kind((AREA, POINT)),
    "picture": Kind((AREA,)),
    "ground": Kind((AREA,)),
    "field": Kind((AREA,)),
    "green": Kind((AREA,)),
    "park": Kind((AREA,)),
    "sport": Kind((AREA,)),
    "water": Kind((AREA,)),
    "stream": Kind((LINE,)),
    "building": Kind((AREA,)),
    "landmark": Kind((AREA,)),
    "road": Kind((LINE,), ("street", "secondary", "primary", "motorway")),
    "rail": Kind((LINE,), ("rail", "tram")),
    "airport": Kind((AREA,)),
    "runway": Kind((AREA,)),
    "taxiway": Kind((LINE,)),
    "district": Kind((POINT, AREA)),
    "label": Kind((POINT, LINE), ("", "stop", "neighbour", "shield", "river")),
}
