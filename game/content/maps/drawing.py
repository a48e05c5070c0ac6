"""One object of a map: what it says of itself and where its points are, as it was drawn."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

from game.content.maps.fault import MapFault, Told
from game.core.town import Extent

AREA, LINE, POINT = "area", "line", "point"
FORMS = {
    "Point": (POINT, 0), "MultiPoint": (POINT, 1), "LineString": (LINE, 1), "MultiLineString": (LINE, 2),
    "Polygon": (AREA, 2), "MultiPolygon": (AREA, 3),
}  # fmt: skip
"""What each geometry draws, and how many lists lie around one of its positions."""
DEEPEST = 20
"""Collections within one another that are opened."""
QUOTED = 40
LEAST = 4
"""Points of the smallest ring, the last one as the first."""
Path = list[Any]
"""Positions `[longitude, latitude, …]` in degrees, or in metres of the map's grid until they are located."""


@dataclass(slots=True)
class Drawing:
    """An object, or a piece of one that draws several things. `number` counts the file's objects from 1.

    `parts`: of an area, rings each (outside first, then holes); of a line or a point, one path each.
    """

    number: int
    known: dict[str, Any]
    form: str
    parts: list[list[Path]]
    box: Extent


def drawings(number: int, feature: Any) -> tuple[list[Drawing], tuple[Told, ...]]:
    """Give what an object draws, and what is odd about it. Raises MapFault when it draws nothing that can be read."""
    if not isinstance(feature, dict):
        raise MapFault("map_feature", value=_quoted(feature))
    known = feature.get("properties")
    known = {} if known is None else known
    if not isinstance(known, dict):
        raise MapFault("map_properties", value=_quoted(known))
    if "id" not in known and isinstance(feature.get("id"), str | int):
        known["id"] = feature["id"]
    told: list[Told] = [] if feature.get("type") == "Feature" else [("map_no_type", ())]
    shape = feature.get("geometry")
    if isinstance(shape, dict) and shape.get("type") != "GeometryCollection":
        return [_drawing(number, known, shape, told)], tuple(told)
    told += [("map_pieces", ())] if shape is not None else []
    return [_drawing(number, known, one, told) for one in _geometries(shape, 0)], tuple(told)


def _geometries(shape: Any, depth: int) -> Iterator[dict[str, Any]]:
    if shape is None:
        raise MapFault("map_no_drawing")
    if not isinstance(shape, dict):
        raise MapFault("map_geometry", form=_quoted(shape))
    if shape.get("type") != "GeometryCollection":
        yield shape
        return
    pieces = shape.get("geometries")
    if not isinstance(pieces, list) or depth > DEEPEST:
        raise MapFault("map_geometry", form="GeometryCollection")
    if not pieces:
        raise MapFault("map_no_drawing")
    for piece in pieces:
        yield from _geometries(piece, depth + 1)


def _drawing(number: int, known: dict[str, Any], shape: dict[str, Any], told: list[Told]) -> Drawing:
    form, coordinates = shape.get("type"), shape.get("coordinates")
    if not isinstance(form, str) or form not in FORMS:
        raise MapFault("map_geometry", form=_quoted(form))
    draws, depth = FORMS[form]
    parts = [] if coordinates == [] else _parts(_down(coordinates, depth), coordinates, form)
    if not parts:
        raise MapFault("map_no_drawing")
    boxes = [_box(path) for part in parts for path in part]
    if draws == AREA:
        parts = _rings(parts, told)
    elif draws == LINE and any(len(part[0]) < 2 for part in parts):
        raise MapFault("map_line")
    return Drawing(number, known, draws, parts, around(boxes))


def _parts(paths: list[Path], coordinates: Any, form: str) -> list[list[Path]]:
    if form == "Polygon":
        return [paths]
    if form != "MultiPolygon":
        return [[path] for path in paths]
    found, at = [], iter(paths)
    for piece in coordinates:
        found.append([next(at) for _ in piece])
    return [part for part in found if part]


def _down(value: Any, depth: int) -> list[Path]:
    """Give the lists of positions that lie `depth` levels up from a position."""
    if depth == 0:
        return [[value]]
    if not isinstance(value, list):
        raise MapFault("map_position", value=_quoted(value))
    if depth == 1:
        return [value]
    return (
        value if depth == 2 and set(map(type, value)) == {list} else [p for one in value for p in _down(one, depth - 1)]
    )


def _box(path: Path) -> Extent:
    """Give the box of a path whose positions are two numbers or more each. Raises MapFault, naming one that is not.

    Types are compared by sets, and positions turned by `zip`: a map has millions of them.
    """
    try:
        if set(map(type, path)) != {list} or not set(map(len, path)) <= {2, 3, 4}:
            raise _blamed(path)
        columns = list(zip(*path)) if len(set(map(len, path))) == 1 else list(zip(*(one[:2] for one in path)))  # noqa: B905
        if not {kind for column in columns for kind in set(map(type, column))} <= {int, float}:
            raise _blamed(path)
        if not isfinite(sum(map(sum, columns))):
            raise _blamed(path)
    except OverflowError:
        raise MapFault("map_number") from None
    xs, ys = columns[:2]
    return min(xs), min(ys), max(xs), max(ys)


def _blamed(path: Path) -> MapFault:
    for value in path:
        if not isinstance(value, list) or not 2 <= len(value) <= 4:
            return MapFault("map_position", value=_quoted(value))
        if any(type(one) not in (int, float) for one in value):
            comma = any(isinstance(one, str) and re.fullmatch(r"\s*-?\d+,\d+\s*", one) for one in value)
            return MapFault("map_comma" if comma else "map_position", value=_quoted(value))
    return MapFault("map_number") if path else MapFault("map_no_drawing")


def _rings(parts: list[list[Path]], told: list[Told]) -> list[list[Path]]:
    """Close the rings left open; leave out holes and pieces of too few points. Raises MapFault when nothing is left."""
    least = LEAST
    for part in parts:
        for ring in part:
            if ring[0][:2] != ring[-1][:2]:
                ring.append(ring[0])
            least = min(least, len(ring))
    if least == LEAST:
        return parts
    found = [[ring for ring in part if len(ring) >= LEAST] for part in parts if len(part[0]) >= LEAST]
    if not found:
        raise MapFault("map_ring", count=max(len(part[0]) for part in parts))
    if sum(map(len, found)) < sum(map(len, parts)):
        told.append(("map_ring_out", ()))
    return found


def around(boxes: list[Extent]) -> Extent:
    """Give the box around some boxes."""
    if len(boxes) == 1:
        return boxes[0]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def _quoted(value: Any) -> str:
    """Quote a value of a map as it is written there: never a word of this program's language."""
    plain = value if isinstance(value, list) else [value]
    if len(plain) > 6 or any(isinstance(one, list | dict) for one in plain):
        return "[…]" if isinstance(value, list) else "{…}"
    return json.dumps(value, ensure_ascii=False)[:QUOTED]
