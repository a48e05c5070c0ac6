"""What a town's map says of each of its objects: its kind, its class, its names, and which place it is."""

from __future__ import annotations

from collections.abc import Collection

from game.content import mapnames
from game.content.maps.drawing import AREA, LINE, POINT, Drawing
from game.content.maps.fault import MapFault, Told
from game.content.maps.kinds import KINDS
from game.content.near import nearest, slug
from game.core.frozen import dataclass

PLACE = "place"
UNSURE = (False, "false", "no", "non")
"""How a place's `sure` says that its spot is a guess; drawing tools write words."""


@dataclass(frozen=True, slots=True)
class Object:
    """One object of a town: `cls` is its class among its kind's, `place_id` the place of the scenario it is."""

    drawing: Drawing
    kind: str
    cls: str
    name: str
    name_en: str
    place_id: str
    sure: bool


def marked(drawing: Drawing, places: Collection[str] | None) -> tuple[Object, tuple[Told, ...]]:
    """Give an object of a town, and what is odd about it. `places`: the ids a scenario has, None when nobody knows.

    Raises MapFault: the kind is missing or unknown, a place does not say which it is or is a line.
    """
    kind = _kind(drawing)
    told: list[Told] = list(mapnames.oddities(drawing.known))
    said = {key: mapnames.name(drawing.known, key) for key in mapnames.READ}
    cls = _class(kind, said["class"], told)
    if kind == PLACE:
        said["id"] = said["id"] or _named(said["name"], places, told)
        _outlined(drawing)
    elif drawing.form not in KINDS[kind].forms:
        told.append(("map_form", (("kind", kind), ("forms", ", ".join(KINDS[kind].forms)))))
    sure = drawing.known.get("sure", True) not in UNSURE
    return Object(drawing, kind, cls, said["name"], said["name_en"], said["id"], sure), tuple(told)


def _kind(drawing: Drawing) -> str:
    kind = drawing.known.get("kind")
    if kind is None or kind == "":
        raise MapFault("map_no_kind", kinds=", ".join(KINDS))
    if isinstance(kind, str) and kind in KINDS:
        return kind
    said = mapnames.name(drawing.known, "kind")[:40]
    near = nearest(said, KINDS)
    raise (
        MapFault("map_kind_near", kind=said, near=near)
        if near
        else MapFault("map_kind", kind=said, kinds=", ".join(KINDS))
    )


def _class(kind: str, said: str, told: list[Told]) -> str:
    known = KINDS[kind].classes
    if not known or said in known:
        return said
    if said:
        told.append(("map_class", (("value", said), ("classes", ", ".join(filter(None, known))), ("used", known[0]))))
    return known[0]


def _named(name: str, places: Collection[str] | None, told: list[Told]) -> str:
    """Know a place that has no id by its name."""
    meant = slug(name)
    if not meant or (places is not None and meant not in places):
        raise MapFault("map_place_no_id")
    told.append(("map_place_named", (("place", meant),)))
    return meant


def _outlined(drawing: Drawing) -> None:
    """Take a line that comes back to its start for the outline of a place. Raises MapFault for another line."""
    if drawing.form != LINE:
        return
    path = drawing.parts[0][0]
    if len(path) < 4 or path[0][:2] != path[-1][:2]:
        raise MapFault("map_place_line")
    drawing.form = AREA


def is_marker(one: Object) -> bool:
    """Tell whether a place is a point."""
    return one.kind == PLACE and one.drawing.form == POINT
