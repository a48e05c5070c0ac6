"""KML, as virtual globes and phones write it: placemarks with their names, their data and their folders, as objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

Feature = dict[str, Any]


def of_xml(root: ElementTree.Element) -> list[Feature]:
    """Give the placemarks of a document."""
    return list(_placemarks(root, ""))


def _placemarks(node: ElementTree.Element, folder: str) -> Iterator[Feature]:
    for one in node:
        kind = _tag(one)
        if kind == "Placemark":
            yield _placemark(one, folder)
        elif kind in ("Folder", "Document"):
            yield from _placemarks(one, _said(one, "name") if kind == "Folder" else folder)


def _tag(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _said(node: ElementTree.Element, name: str) -> str:
    return next((one.text.strip() for one in node if _tag(one) == name and one.text), "")


def _placemark(node: ElementTree.Element, folder: str) -> Feature:
    known = {"name": _said(node, "name"), "calque": folder, **dict(_data(node))}
    shapes = [shape for one in node for shape in _shapes(one)]
    geometry = (
        shapes[0] if len(shapes) == 1 else {"type": "GeometryCollection", "geometries": shapes} if shapes else None
    )
    known = {key: value for key, value in known.items() if value}
    return {"type": "Feature", "properties": known, "geometry": geometry}


def _data(node: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for one in node.iter():
        if _tag(one) == "Data":
            yield one.get("name", ""), _said(one, "value")
        elif _tag(one) == "SimpleData":
            yield one.get("name", ""), (one.text or "").strip()


def _shapes(node: ElementTree.Element) -> Iterator[dict[str, Any]]:
    kind = _tag(node)
    if kind == "Point":
        yield {"type": "Point", "coordinates": next(iter(_positions(node)), [])}
    elif kind in ("LineString", "LinearRing"):
        yield {"type": "LineString", "coordinates": _positions(node)}
    elif kind == "Polygon":
        rings = [
            _positions(one) for edge in ("outerBoundaryIs", "innerBoundaryIs") for one in node if _tag(one) == edge
        ]
        yield {"type": "Polygon", "coordinates": rings}
    elif kind == "MultiGeometry":
        for one in node:
            yield from _shapes(one)


def _positions(node: ElementTree.Element) -> list[list[Any]]:
    said = next((one.text or "" for one in node.iter() if _tag(one) == "coordinates"), "")
    return [[_number(part) for part in spot.split(",")[:3]] for spot in said.split()]


def _number(said: str) -> Any:
    """Give a number; what is none is kept as it is, for the reader to tell."""
    try:
        return float(said)
    except ValueError:
        return said
