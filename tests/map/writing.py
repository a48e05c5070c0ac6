"""Maps written for tests: objects, and what is said of them."""

from __future__ import annotations

import json
from typing import Any

from game.content.problems import tidy, words
from game.content.townmap import read_town
from game.core.town import Town
from game.words.catalogue import speaker
from tests.map.test_names import feature, square


def collection(*features: dict[str, Any], crs: str = "") -> bytes:
    root: dict[str, Any] = {"type": "FeatureCollection", "features": list(features)}
    if crs:
        root["crs"] = {"type": "name", "properties": {"name": crs}}
    return json.dumps(root).encode()


def said(data: bytes, *places: str, lang: str = "fr") -> tuple[Town | None, list[str]]:
    town, problems = read_town(data, "town.geojson", places or None)
    return town, [words(one, speaker(lang).say) for one in tidy(problems)]


BOUNDARY = feature("boundary", "Polygon", square(2.0, 46.0, 0.05), name="Valmarie")


def place(place_id: str, x: float, y: float, side: float = 0.002, **properties: Any) -> dict[str, Any]:
    return feature("place", "Polygon", square(x, y, side), id=place_id, **properties)
