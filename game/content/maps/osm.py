"""OpenStreetMap as it is exported by Overpass (JSON) or as an .osm file (XML): nodes, ways, relations as objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree import ElementTree

from game.core.frozen import dataclass

AREAS = frozenset(
    ["building", "landuse", "leisure", "amenity", "natural", "place", "boundary", "area", "aeroway", "tourism", "water"]
)
"""What makes an area of a way that comes back to its start."""
LINES = frozenset(["highway", "railway", "barrier", "waterway"])
"""What keeps it a line all the same, unless it says area=yes."""
Spot = list[float]
Feature = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Element:
    """One element. `line`: its positions; of a relation, `members`: role and positions each."""

    kind: str
    id: str
    tags: dict[str, str]
    line: list[Spot]
    members: list[tuple[str, list[Spot]]]


def is_overpass(root: Any) -> bool:
    """Tell whether a JSON text is an answer of Overpass."""
    return isinstance(root, dict) and isinstance(root.get("elements"), list) and "type" not in root


def of_overpass(root: dict[str, Any]) -> list[Feature]:
    """Give the objects of an answer of Overpass (`out geom`, or `out body` with its nodes)."""
    rows = [one for one in root["elements"] if isinstance(one, dict)]
    nodes = {one.get("id"): _spot(one) for one in rows if one.get("type") == "node"}
    ways = {one.get("id"): _line(one, nodes) for one in rows if one.get("type") == "way"}
    return _features(
        Element(
            str(one.get("type")),
            str(one.get("id")),
            _tags(one.get("tags")),
            _own(one, nodes, ways),
            _members(one, ways),
        )
        for one in rows
    )


def _tags(said: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in said.items()} if isinstance(said, dict) else {}


def _spot(one: dict[str, Any]) -> Spot:
    return [one["lon"], one["lat"]] if "lon" in one and "lat" in one else []


def _line(one: dict[str, Any], nodes: dict[Any, Spot]) -> list[Spot]:
    drawn = one.get("geometry")
    if isinstance(drawn, list):
        return [_spot(spot) for spot in drawn if isinstance(spot, dict) and _spot(spot)]
    return [nodes[ref] for ref in one.get("nodes", ()) if nodes.get(ref)]


def _own(one: dict[str, Any], nodes: dict[Any, Spot], ways: dict[Any, list[Spot]]) -> list[Spot]:
    if one.get("type") == "node":
        spot = nodes[one.get("id")]
        return [spot] if spot else []
    return ways.get(one.get("id"), []) if one.get("type") == "way" else []


def _members(one: dict[str, Any], ways: dict[Any, list[Spot]]) -> list[tuple[str, list[Spot]]]:
    found = [each for each in one.get("members", ()) if isinstance(each, dict) and each.get("type") == "way"]
    return [(str(each.get("role", "")), _line(each, {}) or ways.get(each.get("ref"), [])) for each in found]


def of_xml(root: ElementTree.Element) -> list[Feature]:
    """Give the objects of an .osm file. Positions are numbers or are left out."""
    nodes = {one.get("id"): _at(one) for one in root.iter("node")}
    ways = {one.get("id"): [nodes[ref.get("ref")] for ref in one.iter("nd") if nodes.get(ref.get("ref"))]
            for one in root.iter("way")}  # fmt: skip
    return _features(
        Element(
            one.tag, one.get("id", ""), {each.get("k", ""): each.get("v", "") for each in one.iter("tag")},
            [nodes[one.get("id")]] if one.tag == "node" and nodes[one.get("id")] else ways.get(one.get("id"), []),
            [(each.get("role", ""), ways.get(each.get("ref"), [])) for each in one.iter("member")],
        )
        for one in root if one.tag in ("node", "way", "relation")
    )  # fmt: skip


def _at(one: ElementTree.Element) -> Spot:
    try:
        return [float(one.get("lon", "")), float(one.get("lat", ""))]
    except ValueError:
        return []


def _features(elements: Iterable[Element]) -> list[Feature]:
    return [feature for one in elements if _speaks(one.tags) for feature in _feature(one)]


def _speaks(tags: dict[str, str]) -> bool:
    return bool(tags.keys() - {"source", "created_by", "type"})


def _feature(one: Element) -> Iterator[Feature]:
    shape = _shape(one)
    if shape is not None:
        yield {"type": "Feature", "id": f"{one.kind}/{one.id}", "properties": one.tags, "geometry": shape}


def _shape(one: Element) -> dict[str, Any] | None:
    if one.kind == "relation":
        return _rings(one) if one.tags.get("type") in ("multipolygon", "boundary") else None
    if one.kind == "node" and one.line:
        return {"type": "Point", "coordinates": one.line[0]}
    if len(one.line) < 2:
        return None
    if one.line[0] == one.line[-1] and len(one.line) > 3 and _is_area(one.tags):
        return {"type": "Polygon", "coordinates": [one.line]}
    return {"type": "LineString", "coordinates": one.line}


def _is_area(tags: dict[str, str]) -> bool:
    if tags.get("area") in ("yes", "no"):
        return tags["area"] == "yes"
    return bool(tags.keys() & AREAS) and not tags.keys() & LINES


def _rings(one: Element) -> dict[str, Any] | None:
    """Give the area of a relation: its outer ways end to end, each hole in the piece that holds it."""
    outer = joined([line for role, line in one.members if role != "inner"])
    holes = joined([line for role, line in one.members if role == "inner"])
    pieces = [[ring] for ring in outer]
    for hole in holes:
        held = next((piece for piece in pieces if _holds(piece[0], hole[0])), None)
        if held is not None:
            held.append(hole)
    return {"type": "MultiPolygon", "coordinates": pieces} if pieces else None


def _holds(ring: list[Spot], spot: Spot) -> bool:
    from game.core.town import inside

    return inside(tuple((x, y) for x, y in ring), spot[0], spot[1])


def joined(lines: Iterable[list[Spot]]) -> list[list[Spot]]:
    """Join lines end to end into closed rings, whatever way each runs; what does not close is left out."""
    rest = [line for line in lines if len(line) > 1]
    ends: dict[tuple[float, ...], list[int]] = {}
    for at, line in enumerate(rest):
        for end in (line[0], line[-1]):
            ends.setdefault(tuple(end), []).append(at)
    used: set[int] = set()
    rings = [_ring(at, rest, ends, used) for at in range(len(rest))]
    return [ring for ring in rings if len(ring) > 3 and ring[0] == ring[-1]]


def _ring(at: int, rest: list[list[Spot]], ends: dict[tuple[float, ...], list[int]], used: set[int]) -> list[Spot]:
    ring: list[Spot] = []
    while at >= 0 and at not in used:
        used.add(at)
        line = rest[at]
        ring += line if not ring else line[1:] if line[0] == ring[-1] else line[-2::-1]
        if ring[0] == ring[-1]:
            break
        at = next((one for one in ends[tuple(ring[-1])] if one not in used), -1)
    return ring
