"""Objects of a town as GeoJSON."""

from __future__ import annotations

from typing import Any

from game.content.maps.drawing import AREA, LINE, POINT

Feature = dict[str, Any]


def feature(kind: str, cls: str, name: str, name_en: str, parts: list[list[list[Any]]], form: str) -> Feature:
    """Give an object with the properties it has."""
    said = {"kind": kind, "class": cls, "name": name, "name_en": name_en}
    known = {key: value for key, value in said.items() if value}
    return {"type": "Feature", "properties": known, "geometry": shape_of(parts, form)}


def shape_of(parts: list[list[list[Any]]], form: str) -> dict[str, Any]:
    """Give a geometry as GeoJSON: of one part, or of several."""
    name = {AREA: "Polygon", LINE: "LineString", POINT: "Point"}[form]
    bare = {AREA: parts, LINE: [part[0] for part in parts], POINT: [part[0][0] for part in parts]}[form]
    return {"type": name, "coordinates": bare[0]} if len(bare) == 1 else {"type": f"Multi{name}", "coordinates": bare}
