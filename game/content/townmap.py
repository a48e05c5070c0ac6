"""From the bytes of a GeoJSON file to a town in metres, or to every problem found, one sentence each."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from math import cos, isfinite, radians
from typing import Any

from game.content import mapnames
from game.content.crossing import crossed
from game.content.problems import Problem
from game.content.site import covers, site
from game.core.town import Extent, Point, Ring, Shape, Town, Zone

KINDS = frozenset(
    [
        "boundary",
        "ground",
        "green",
        "park",
        "sport",
        "field",
        "water",
        "stream",
        "airport",
        "runway",
        "taxiway",
        "building",
        "road",
        "rail",
        "district",
        "landmark",
        "place",
        "label",
    ]
)
POLYGONS, LINES, POINTS = (
    ("Polygon", "MultiPolygon"),
    ("LineString", "MultiLineString"),
    ("Point", "MultiPoint"),
)
DEPTH = dict(zip(("Point", "MultiPoint", "LineString"), (0, 1, 1), strict=True)) | {
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
BYTES, VALUES, FEATURES, SPAN = 60_000_000, 4_000_000, 150_000, 1.0
"""Limits of a map: its bytes, its commas and brackets (our towns have under 50,000), its objects, its degrees."""
DEGREE = 111_320.0
"""Metres in one degree of latitude (local equirectangular: under 0.3 px of error over 8 km, maps.md §3)."""
UNSURE = (False, "false", "no", "non")
"""How a place's `sure` says that its spot is a guess; drawing tools write words."""
Facts = tuple[tuple[str, str | int | float], ...]


class _Refused(Exception):  # noqa: N818  never leaves this file
    def __init__(self, code: str, **facts: str | float) -> None:
        super().__init__(code)
        self.code, self.facts = code, tuple(facts.items())


def read_town(
    data: bytes, file: str = "town.geojson", places: tuple[str, ...] | None = None
) -> tuple[Town | None, tuple[Problem, ...]]:
    """Read a town. `places`: the scenario's place ids, None to take the map's own.

    No town comes with at least one problem; a town may come with warnings (`problems.WARNINGS`): names not drawn whole.
    """
    try:
        features = _features(data)
    except _Refused as why:
        return None, (Problem(why.code, file, _fact(why, "line"), _fact(why, "column"), why.facts),)
    problems: list[Problem] = []
    warnings: list[Problem] = []
    shapes: list[tuple[dict[str, str], list[list[Point]]]] = []
    for number, feature in enumerate(features, 1):
        try:
            shapes.append(_paths(feature))
        except _Refused as why:
            facts: Facts = (("feature", number), ("name", _title(feature)), *why.facts)
            problems.append(Problem(why.code, file, 0, 0, facts))
            continue
        about: Facts = (("feature", number), ("name", _title(feature)))
        odd = mapnames.oddities(feature["properties"])
        warnings += [Problem(code, file, 0, 0, (*about, *facts)) for code, facts in odd]
    if not problems and not shapes:
        problems.append(Problem("map_empty", file, 0, 0))
    if problems:
        return None, _capped(problems)
    try:
        town = _town(shapes, hashlib.sha256(data).hexdigest()[:16])
    except _Refused as why:
        return None, (Problem(why.code, file, 0, 0, why.facts),)
    problems += [Problem(code, file, 0, 0, facts) for code, facts in _place_problems(town, places)]
    return (None, _capped(problems)) if problems else (town, _capped(warnings))


def _fact(why: _Refused, key: str) -> int:
    return int(dict(why.facts).get(key, 0))


def _capped(problems: list[Problem]) -> tuple[Problem, ...]:
    seen: Counter[str] = Counter()
    kept = []
    for problem in problems:
        seen[problem.code] += 1
        if seen[problem.code] <= 20:
            kept.append(problem)
    return tuple(kept)


def _features(data: bytes) -> list[Any]:
    if len(data) > BYTES:
        raise _Refused("map_too_big", size=len(data) // 1_000_000, limit=BYTES // 1_000_000)
    try:
        root = json.loads(_decoded(data))
    except json.JSONDecodeError as why:
        raise _Refused("map_json", line=why.lineno, column=why.colno) from None
    except RecursionError:
        raise _Refused("map_nested") from None
    except ValueError:
        raise _Refused("map_number") from None
    features = root.get("features") if isinstance(root, dict) else None
    if not isinstance(features, list) or root.get("type") != "FeatureCollection":
        raise _Refused("map_root")
    if len(features) > FEATURES:
        raise _Refused("map_features", count=len(features), limit=FEATURES)
    return features


def _decoded(data: bytes) -> str:
    """Give the text of a map that is not too long to be read: a value takes a hundred times the room of its comma."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as why:
        raise _Refused("map_encoding", byte=why.start) from None
    if sum(map(text.count, ",[{")) > VALUES:
        raise _Refused("map_values", limit=VALUES)
    return text


def _title(feature: Any) -> str:
    known = feature.get("properties") if isinstance(feature, dict) else None
    return mapnames.name(known, "name")[:60] if isinstance(known, dict) else ""


def _paths(feature: Any) -> tuple[dict[str, str], list[list[Point]]]:
    known = feature.get("properties") if isinstance(feature, dict) else None
    shape = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(known, dict) or not isinstance(shape, dict):
        raise _Refused("map_feature")
    kind = known.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise _Refused("map_kind", kind=str(kind)[:40])
    form = shape.get("type")
    if not isinstance(form, str) or form not in DEPTH or (kind == "place" and form != "Polygon"):
        raise _Refused("map_geometry", form=str(form)[:40])
    paths = [[_point(one) for one in path] for path in _down(shape.get("coordinates"), DEPTH[form])]
    if not paths or not all(paths):
        raise _Refused("map_feature")
    for path in paths if form in POLYGONS else ():
        if path[0] != path[-1]:
            path.append(path[0])
        if len(path) < 4:
            raise _Refused("map_ring", count=len(path))
    return _said(known) | {"kind": kind, "form": form}, paths


def _said(known: dict[str, Any]) -> dict[str, str]:
    """Give the words of an object. A place must say which it is."""
    said = {key: mapnames.name(known, key) for key in mapnames.READ}
    if known["kind"] == "place" and not said["id"]:
        raise _Refused("map_place_no_id")
    return said | {"sure": "" if known.get("sure", True) in UNSURE else "yes"}


def _down(value: Any, depth: int) -> Iterator[list[Any]]:
    """Give the lists of positions that lie `depth` levels up from a position."""
    if depth == 0:
        yield [value]
        return
    if not isinstance(value, list):
        raise _Refused("map_position", value=str(value)[:40])
    if depth == 1:
        yield value
        return
    for one in value:
        yield from _down(one, depth - 1)


def _point(value: Any) -> Point:
    if not isinstance(value, list) or not 2 <= len(value) <= 4:
        raise _Refused("map_position", value=str(value)[:40])
    x, y = value[0], value[1]
    if any(isinstance(one, bool) or not isinstance(one, (int, float)) for one in (x, y)):
        raise _Refused("map_position", value=str(value)[:40])
    if not (isfinite(x) and isfinite(y)) if max(abs(x), abs(y)) < 1e300 else True:
        raise _Refused("map_number")
    if abs(x) <= 180 and abs(y) <= 90:
        return float(x), float(y)
    if 100_000 <= x <= 1_300_000 and 6_000_000 <= y <= 7_200_000:
        raise _Refused("map_lambert", x=x, y=y)
    if abs(y) <= 180 and abs(x) <= 90:
        raise _Refused("map_swapped", x=x, y=y)
    raise _Refused("map_range", x=x, y=y)


def _town(shapes: list[tuple[dict[str, str], list[list[Point]]]], digest: str) -> Town:
    lon0, lat0, lon1, lat1 = _extent([point for _, paths in shapes for path in paths for point in path])
    if lon1 - lon0 > SPAN or lat1 - lat0 > SPAN:
        raise _Refused("map_span", degrees=round(max(lon1 - lon0, lat1 - lat0), 2))
    lon, lat = (lon0 + lon1) / 2, (lat0 + lat1) / 2
    east = DEGREE * cos(radians(lat))

    def metres(path: list[Point]) -> Ring:
        return tuple((round((x - lon) * east, 1), round((lat - y) * DEGREE, 1)) for x, y in path)

    layers, zones, name = [], [], ""
    for known, paths in shapes:
        kind, title = known["kind"], known["name"]
        moved = tuple(metres(path) for path in paths)
        if kind == "place":
            zones.append(Zone(known["id"], title, moved, site(moved), sure=bool(known["sure"])))
            continue
        name = title if kind == "boundary" else name
        area = known["form"] in POLYGONS
        layers.append(
            Shape(
                kind,
                known["class"],
                title,
                moved if area else (),
                () if area else moved,
                known["name_en"],
            )
        )
    zones.sort(key=lambda zone: -covers(zone.rings[0]))
    return Town(name, _framed(layers, zones), tuple(layers), tuple(zones), digest)


MARGIN = 0.008
"""Room around the town when all of it is shown, as a share of its larger side."""


def _framed(layers: list[Shape], zones: list[Zone]) -> Extent:
    """Frame the commune and its places; a map without a commune's border is framed whole."""
    borders = [ring for shape in layers if shape.kind == "boundary" for ring in shape.rings]
    held = [*borders, *(ring for zone in zones for ring in zone.rings)] if borders else []
    every = [path for shape in layers for path in (*shape.rings, *shape.lines)]
    x0, y0, x1, y1 = _extent(
        [point for path in held or [*every, *(r for z in zones for r in z.rings)] for point in path]
    )
    room = max(x1 - x0, y1 - y0) * MARGIN if held else 0.0
    return x0 - room, y0 - room, x1 + room, y1 + room


def _extent(points: list[Point]) -> Extent:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


Fault = tuple[str, Facts]


def _place_problems(town: Town, places: tuple[str, ...] | None) -> Iterator[Fault]:
    found = Counter(zone.place_id for zone in town.zones)
    for place in places or ():
        if place not in found:
            yield "map_place_missing", (("place", place),)
    for place, count in found.items():
        if count > 1:
            yield "map_place_twice", (("place", place), ("count", count))
        if places is not None and place not in places:
            yield "map_place_unknown", (("place", place),)
    for zone in town.zones:
        if crossed(zone):
            yield "map_place_crossed", (("place", zone.place_id),)
