"""From the text of a map to its objects as they were written, whatever they are put in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from game.content.maps import osm
from game.content.maps.fault import MapFault
from game.core.frozen import dataclass

FEATURES = 500_000
"""Objects of a map, at most."""
GEOMETRIES = frozenset(
    ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")
)
RECORD = "\x1e"
"""What begins a record of a GeoJSON text sequence (RFC 8142)."""


@dataclass(frozen=True, slots=True)
class Collection:
    """The objects of a map in file order, as they were written, and the name of its coordinates if it says one."""

    features: list[Any]
    crs: str = ""
    name: str = ""
    """What the map calls itself: the name of its layer, where a drawing tool wrote it."""


def collected(text: str) -> Collection:
    """Read the text of a map: a FeatureCollection, an object, a geometry; or one a line. Raises MapFault."""
    found = _lines(text) if text.startswith(RECORD) else _whole(text)
    if len(found.features) > FEATURES:
        raise MapFault("map_features", count=len(found.features), limit=FEATURES)
    return found


def _whole(text: str) -> Collection:
    try:
        root = _guarded(json.loads, text)
    except json.JSONDecodeError as why:
        if why.msg == "Extra data":
            return _lines(text)
        raise _ill_written(why) from None
    return of_root(root)


def of_root(root: Any) -> Collection:
    """Read a map from its parsed text, of GeoJSON, uMap or Overpass. Raises MapFault."""
    if osm.is_overpass(root):
        _answered(root)
        return Collection(osm.of_overpass(root))
    if isinstance(root, dict) and root.get("type") == "umap" and isinstance(root.get("layers"), list):
        return Collection([feature for layer in root["layers"] for feature in _layer(layer)])
    name = root.get("name") if isinstance(root, dict) else None
    return Collection(_features(root), crs_name(root), name if isinstance(name, str) else "")


def _answered(root: dict[str, Any]) -> None:
    """Stop at an answer of Overpass that it did not finish. Raises MapFault."""
    remark = root.get("remark")
    if isinstance(remark, str) and "error" in remark:
        raise MapFault("map_overpass", remark=remark[:80])


def _layer(layer: Any) -> list[Any]:
    """Give the objects of a layer of uMap, each told the name of its layer."""
    options = layer.get("_umap_options") if isinstance(layer, dict) else None
    name = options.get("name") if isinstance(options, dict) else None
    found = layer.get("features") if isinstance(layer, dict) else None
    features = found if isinstance(found, list) else []
    for one in features:
        if isinstance(one, dict) and isinstance(one.get("properties"), dict):
            one["properties"].setdefault("calque", name)
    return features


def _lines(text: str) -> Collection:
    lines = [line for line in (one.strip(f"{RECORD} \t\r") for one in text.split("\n")) if line]
    try:
        roots = [_guarded(json.loads, line) for line in lines]
    except json.JSONDecodeError as why:
        raise _ill_written(why) from None
    return Collection([feature for root in roots for feature in _features(root)], crs_name(roots[0] if roots else None))


def _guarded(read: Callable[[str], Any], text: str) -> Any:
    try:
        return read(text)
    except RecursionError:
        raise MapFault("map_nested") from None
    except json.JSONDecodeError:
        raise
    except ValueError:  # a whole number of thousands of digits
        raise MapFault("map_number") from None


def _ill_written(why: json.JSONDecodeError) -> MapFault:
    """Tell a text that stops in its middle, and a decimal comma, from what else is no JSON."""
    left = why.doc[why.pos :].strip()
    if not left or why.msg.startswith("Unterminated"):
        return MapFault("map_json_cut", line=why.lineno)
    comma = re.search(r"\d,0$", why.doc[max(0, why.pos - 3) : why.pos]) and left[0].isdigit()
    return MapFault("map_json_comma" if comma else "map_json", line=why.lineno, column=why.colno)


def _features(root: Any) -> list[Any]:
    kind = root.get("type") if isinstance(root, dict) else None
    if kind == "FeatureCollection" and isinstance(root.get("features"), list):
        found: list[Any] = root["features"]
        return found
    if kind == "Feature":
        return [root]
    if isinstance(kind, str) and kind in GEOMETRIES:
        return [{"type": "Feature", "properties": {}, "geometry": root}]
    if kind == "Topology":
        raise MapFault("map_topojson")
    raise MapFault("map_root")


def crs_name(root: Any) -> str:
    """Give the name a map gives to its coordinates (GeoJSON 2008, as QGIS writes it); empty when it says none."""
    for key in ("crs", "properties", "name"):
        root = root.get(key) if isinstance(root, dict) else None
    return root if isinstance(root, str) else ""
