"""Every real map beside the project: read whole, and made a town of where it is one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.main import run
from game.content.maps.reading import read_map
from game.content.shelf import load_scenario
from game.places import shelves
from tests.map.test_reading import GEO, LARGE

TOWNS = [("blagnac", "blagnac_et_voisins.geojson", 1), ("ville", "vaduz_osm_2026_small.geojson.gz", 18),
         ("x", "cambridge_ma_large.geojson.gz", 18), ("vaduz", "liechtenstein_osm_2026_medium.geojson.gz", 18),
         ("ville", "andorra_la_vella_osm_2025_small.geojson.gz", 18), ("ville", "cambridge_ma_town.geojson.gz", 18),
         ("paris", "cth_paris.geojson", 20), ("ville", "cth_kaiserslautern.geojson", 9),
         ("ville", "cth_zurich-city.geojson.gz", 34), ("tournefeuille", "communes_31_haute_garonne.geojson", 1),
         ("ville", "oddities/blagnac_latlon_inverses.geojson", 1)]  # fmt: skip
"""What the folder is called, the map, and how many places it proposes."""
beside = pytest.mark.skipif(not GEO.is_dir(), reason="the shared maps are not beside the project")


@beside
@pytest.mark.parametrize(("folder", "name", "places"), TOWNS, ids=[one[1] for one in TOWNS])
def test_a_real_map_becomes_a_town(tmp_path: Path, folder: str, name: str, places: int) -> None:
    assert run(["scenario", "new", str(tmp_path / folder), "--map", str(GEO / name), "--lang", "en"]) == 0
    sources = load_scenario(tmp_path / folder, shelves.decks())
    assert sources.warnings == ()
    assert len(sources.scenario.places) == places


@beside
@pytest.mark.parametrize("name", LARGE)
def test_a_large_map_is_read_whole(name: str) -> None:
    facts = json.loads((GEO / "expected.json").read_text(encoding="utf-8"))[name]
    found = read_map((GEO / name).read_bytes(), name)
    assert found.count == facts["feature_count"]
    bad = facts["unbuildable_by_shapely"] + facts.get("invalid_reasons", {}).get(
        "Too few points in geometry component", 0
    )
    assert facts["feature_count"] - bad <= len(found.drawings) <= facts["feature_count"]
