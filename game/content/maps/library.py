"""GeoPackage, shapefile and FlatGeobuf, read by a library in a program of its own: what a file does to it ends there.

That program is given a path, and gives back objects as GeoJSON with the name of their coordinates. It may open no
network: the drivers that do are left out before the library is loaded.
"""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from typing import Any

from game.content import apart
from game.content.maps.collection import Collection
from game.content.maps.fault import MapFault
from game.content.maps.text import BYTES

MEMORY, SECONDS = 4_000_000_000, 120
"""Bytes of address space, and seconds, given to that program where the system sets limits."""
LEFT_OUT = "OGR_VRT,HTTP,WFS,OAPIF,OGCAPI,CSW,NGW,AmigoCloud,Carto,Elasticsearch,PLSCENES,EEDA,GDALG,MBTiles,PMTiles"


def collected(path: str) -> Collection:
    """Read a file by its path. Raises MapFault: map_extra without the library, map_unread when it cannot read it."""
    if find_spec("pyogrio") is None:
        raise MapFault("map_extra")
    found = apart.told("game.content.maps.library", path, seconds=2 * SECONDS)
    try:
        root = json.loads(found) if len(found) <= BYTES else None
    except ValueError:
        root = None
    if not isinstance(root, dict):
        raise MapFault("map_unread")
    return Collection(root["features"], root["crs"])


def main(path: str) -> None:
    """Write the objects of a file's layers as GeoJSON."""
    apart.limited(MEMORY, SECONDS)
    os.environ |= {"GDAL_SKIP": LEFT_OUT, "OGR_SKIP": LEFT_OUT}
    import pyogrio

    crs, features = "", []
    for name, _ in pyogrio.list_layers(path):
        meta, found = _layer(path, name)
        crs = crs or meta
        features += found
    json.dump({"crs": crs, "features": features}, sys.stdout)


def _layer(path: str, name: str) -> tuple[str, list[dict[str, Any]]]:
    import pyogrio.raw
    import shapely

    meta, _, shapes, columns = pyogrio.raw.read(path, layer=name, force_2d=True)
    if shapes is None:
        return "", []
    drawn = shapely.to_geojson(shapely.from_wkb(shapes, on_invalid="ignore"))
    keys = [str(key) for key in meta["fields"]]
    values = [[_plain(value) for value in column] for column in columns]
    rows = zip(*values, strict=True) if values else ([()] * len(drawn))
    features = [
        {"type": "Feature", "properties": {**dict(zip(keys, row, strict=True)), "calque": name},
         "geometry": json.loads(shape) if shape else None}
        for row, shape in zip(rows, drawn, strict=True)
    ]  # fmt: skip
    return str(meta["crs"] or ""), features


def _plain(value: Any) -> Any:
    """Give a value as JSON has it: a number not to be had is none, a day or bytes are text."""
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float):
        return value if value == value else None  # noqa: PLR0124
    return value if value is None or isinstance(value, bool | int | str) else str(value)
