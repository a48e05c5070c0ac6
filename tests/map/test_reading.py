"""Maps as towns and their tools write them: each read right, or told by one sentence that says what to do."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from game.content.maps.fault import MapFault
from game.content.maps.grids import ours
from game.content.maps.reading import Map, read_map
from tests.map.test_names import feature
from tests.map.writing import collection, said

SHARED = Path(os.environ.get("CLAP_SHARED", Path(__file__).parents[3] / "shared")) / "data"
GEO, FIELD, HOSTILE = SHARED / "geo", SHARED / "field" / "maps", SHARED / "hostile" / "geojson"
LARGE = ("cambridge_ma_large.geojson.gz", "cambridge_ma_town.geojson.gz", "liechtenstein_osm_2026_medium.geojson.gz")
"""Left to the torture: seconds each."""
beside = pytest.mark.skipif(not GEO.is_dir(), reason="the shared maps are not beside the project")


def expected() -> dict[str, dict[str, Any]]:
    if not GEO.is_dir():
        return {}
    facts = json.loads((GEO / "expected.json").read_text(encoding="utf-8"))
    return {name: facts[name] for name in facts if not name.startswith("rings/") and name not in LARGE}


def read(name: str) -> Map:
    return read_map((GEO / name).read_bytes(), name)


def code_of(name: str) -> str:
    with pytest.raises(MapFault) as caught:
        read(name)
    return caught.value.code


def counted(found: Map) -> dict[str, Any]:
    areas = [one for one in found.drawings if one.form == "area"]
    boxes = [one.box for one in found.drawings]
    return {
        "feature_count": found.count,
        "coordinates": sum(len(path) for one in found.drawings for part in one.parts for path in part),
        "polygon_parts": sum(len(one.parts) for one in areas),
        "interior_rings": sum(len(part) - 1 for one in areas for part in one.parts),
        "bbox": [
            pytest.approx(f([box[i] for box in boxes], default=0), abs=1e-6) for i, f in enumerate((min, min, max, max))
        ],
    }


@pytest.mark.parametrize(
    "name", [name for name, facts in expected().items() if facts.get("coordinates") and "sans_crs" not in name]
)
def test_a_map_holds_what_others_counted_in_it(name: str) -> None:
    facts = expected()[name]
    found = read(name)
    wanted = {key: facts[key] for key in counted(found)}
    aside = {one.code for one in found.told}
    if facts.get("crs_member"):
        del wanted["bbox"]  # in metres there
    if "map_pieces" in aside:  # polygons in a collection are counted apart there
        del wanted["polygon_parts"], wanted["interior_rings"]
    if name.endswith(("latlon_inverses.geojson", "oklahoma-cities.geojson.gz")):
        wanted.pop("bbox", None)  # unswapped there; mended before it is counted
    if aside & {"map_number", "map_ring", "map_ring_out", "map_geometry"}:
        assert found.count == facts["feature_count"]
        assert len(found.drawings) < found.count or "map_ring_out" in aside
    else:
        assert {key: one for key, one in counted(found).items() if key in wanted} == wanted


@beside
def test_what_cannot_be_read_at_all_says_why() -> None:
    assert code_of("oddities/blagnac_tronque.geojson") == "map_json_cut"
    assert code_of("oddities/blagnac_lambert93_sans_crs.geojson") == "map_grid_undeclared"
    assert code_of("oddities/geometrycollection_2000_niveaux.geojson") == "map_nested"
    assert read("oddities/vide_featurecollection.geojson").drawings == []


@beside
@pytest.mark.parametrize("file", ["ndjson.geojsonl", "rs_rfc8142.geojsonseq", "cp1252.geojson", "utf16le_bom.geojson"])
def test_a_map_is_read_whatever_it_is_put_in(file: str) -> None:
    plain = read("blagnac_et_voisins.geojson")
    found = read(f"oddities/blagnac_{file}")
    assert [one.parts for one in found.drawings] == [one.parts for one in plain.drawings]
    assert {one.code for one in found.told} == ({"map_cp1252"} if "cp1252" in file else set())


@beside
@pytest.mark.parametrize("grid", ["lambert93_crs", "webmercator_crs"])
def test_metres_are_turned_into_degrees(grid: str) -> None:
    plain = read("blagnac_et_voisins.geojson")
    found = read(f"oddities/blagnac_{grid}.geojson")
    for one, other in zip(found.drawings, plain.drawings, strict=True):
        for (x, y), (lon, lat) in zip(one.parts[0][0], other.parts[0][0], strict=True):
            assert (x, y) == pytest.approx((lon, lat), abs=1e-6)  # a tenth of a metre
    assert not found.told


@pytest.mark.parametrize(("code", "metres", "degrees"), [
    (2154, (566594.08, 6283002.19), (1.34722, 43.6335)), (3943, (1566594.0, 2270000.0), (1.3471187, 43.6182978)),
    (3950, (1650000.0, 9200000.0), (2.3025693, 49.9979039)), (32631, (369000.0, 4833000.0), (1.3758965, 43.6384588)),
    (32738, (500100.0, 8500000.0), (45.0009243, -13.5684513)), (3067, (385000.0, 6672000.0), (24.9274577, 60.1686660)),
    (3879, (25496000.0, 6672000.0), (24.9279654, 60.1608869)), (2975, (340000.0, 7690000.0), (55.4618158, -20.8833187)),
    (25832, (600000.0, 5300000.0), (10.33659097, 47.84556125)), (3857, (142495.63, 5393407.4), (1.2800600, 43.5326900)),
])  # fmt: skip
def test_grids_agree_with_the_reference_library(code: int, metres: tuple[float, float], degrees: tuple[float, float]):
    grid = ours(code)
    assert grid is not None
    assert grid.turn(*metres) == pytest.approx(degrees, abs=1e-7)  # figures of PROJ 9.5


def test_a_grid_that_no_one_knows_is_named() -> None:
    for crs in ("EPSG:1", "urn:ogc:def:crs:EPSG::999999", "Mars 2000"):
        with pytest.raises(MapFault) as caught:
            read_map(collection(feature("boundary", "Point", [1.0, 2.0]), crs=crs), "x")
        assert caught.value.code in ("map_crs", "map_crs_extra")
        assert dict(caught.value.facts)["crs"] == crs


EXPECTED = {
    "qgis-null-names.geojson": (True, ()),
    "qgis-multipolygon-places.geojson": (True, ()),
    "null-and-empty-geometry.geojson": (True, ("Objet 9 (Sans dessin)", "Objet 10")),
    "latitude-first.geojson": (False, ("Latitude et longitude sont inversées",)),
    "place-of-no-area.geojson": (False, ("Objet 5 (Cuisine centrale) : le lieu « cuisine » n'a aucune surface",)),
    "no-kind.geojson": (False, ("Objet 9 : il lui manque « kind »",)),
}


@pytest.mark.skipif(not FIELD.is_dir(), reason="the field cases are not beside the project")
@pytest.mark.parametrize("name", EXPECTED)
def test_the_cases_of_the_field_come_out_right(name: str) -> None:
    plays, sentences = EXPECTED[name]
    town, told = said((FIELD / name).read_bytes())
    assert (town is not None) == plays
    assert len(told) == len(sentences)
    for one, wanted in zip(told, sentences, strict=True):
        assert wanted in one.replace("\xa0", " ").replace("\u202f", " ")


HARMLESS = frozenset(
    ("bbox", "excessive", "feature_changed", "featurecollection_changed", "geometry_changed", "point-toomany",
     "different", "bad-polygon-interiorring", "polygon_winding", "short-linearring", "badfeatureid")
)  # fmt: skip
"""Against the letter of the format and read all the same: none changes what is drawn."""


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile maps are not beside the project")
def test_bad_maps_are_told_and_good_ones_read() -> None:
    for file in sorted(HOSTILE.rglob("*.geojson")):
        try:
            told = {one.code for one in read_map(file.read_bytes(), file.name).told}
        except MapFault as why:
            told = {why.code}
        harmless = file.name.startswith(tuple(HARMLESS)) or file.parent.name == "good"
        beyond = file.name == "issue82.geojson"  # latitudes of -134
        if harmless:
            assert told <= ({"map_off_globe"} if beyond else {"map_pieces", "map_no_drawing"}), file.name
        else:
            assert told, file.name
