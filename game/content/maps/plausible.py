"""What a map says that no town is like: a place of no area, one far from the commune, two of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from math import hypot

from game.content.crossing import crossed
from game.content.maps.drawing import AREA
from game.content.maps.fault import Told
from game.content.maps.objects import PLACE, Object
from game.content.site import covers
from game.core.town import Point, Ring, Town, Zone, inside

FLAT = 1.0
"""Square metres under which an outline holds nothing."""
DOT = 25.0
"""Metres of a place's longer side under which it is a dot on the plan."""
BESIDE, BEYOND = 300.0, 10_000.0
"""Metres out of the commune from which a place is told to be outside, and from which it cannot be this town's."""
About = tuple[Told, Object | None]


def of_the_scenario(
    objects: Sequence[Object], places: Collection[str] | None, decor: Collection[str]
) -> Iterator[About]:
    """Tell the places that the map lacks, has twice, or has and the scenario has not; it may lack those of `decor`."""
    drawn = [one for one in objects if one.kind == PLACE]
    found = Counter(one.place_id for one in drawn)
    for place in places or ():
        if place not in found and place not in decor:
            yield ("map_place_missing", (("place", place),)), None
    for place, count in found.items():
        alike = [one for one in drawn if one.place_id == place]
        if count > 1:
            numbers = ", ".join(str(one.drawing.number) for one in alike)
            yield ("map_place_twice", (("place", place), ("count", count), ("features", numbers))), None
        if places is not None and place not in places:
            yield ("map_place_unknown", (("place", place),)), alike[0]


def of_the_places(objects: Sequence[Object], town: Town) -> Iterator[About]:
    """Tell the places whose outline, spot or name is not one a town's place has."""
    zones = {zone.place_id: zone for zone in town.zones}
    drawn = [one for one in objects if one.kind == PLACE]
    border = next((shape.rings[0] for shape in town.layers if shape.kind == "boundary" and shape.rings), ())
    for one in drawn:
        zone = zones[one.place_id]
        for told in (*_outline(one, zone), *_spot(zone, border)):
            yield told, one
    yield from _namesakes(drawn)


def _outline(one: Object, zone: Zone) -> Iterator[Told]:
    place = (("place", zone.place_id),)
    x0, y0, x1, y1 = zone.box
    if one.drawing.form == AREA and len(one.drawing.parts) > 1:
        yield "map_place_parts", (*place, ("count", len(one.drawing.parts)))
    if covers(zone.rings[0]) < FLAT and not crossed(zone):
        yield "map_place_flat", place
    elif crossed(zone):
        yield "map_place_crossed", place
    elif max(x1 - x0, y1 - y0) < DOT:
        yield "map_place_dot", (*place, ("wide", round(x1 - x0)), ("high", round(y1 - y0)))


def _spot(zone: Zone, border: Ring) -> Iterator[Told]:
    if not border or any(inside(border, *point) for point in (zone.site, *zone.rings[0])):
        return
    away = min(hypot(x - zone.site[0], y - zone.site[1]) for x, y in _along(border))
    if away >= BEYOND:
        yield "map_place_far", (("place", zone.place_id), ("away", round(away / 1000)))
    elif away >= BESIDE:
        yield "map_place_outside", (("place", zone.place_id), ("away", round(away, -2)))


def _along(border: Ring) -> Iterator[Point]:
    """Give the points of a border, and points between those that are far from one another."""
    for (ax, ay), (bx, by) in zip(border, (*border[1:], border[0]), strict=True):
        pieces = max(1, round(hypot(bx - ax, by - ay) / 100))
        for at in range(pieces):
            yield ax + (bx - ax) * at / pieces, ay + (by - ay) * at / pieces


def _namesakes(drawn: Sequence[Object]) -> Iterator[About]:
    named: dict[str, Object] = {}
    for one in drawn:
        first = named.setdefault(one.name.casefold(), one)
        if one.name and first is not one and first.place_id != one.place_id:
            yield ("map_name_twice", (("other", first.drawing.number),)), one
