"""Maps as towns and their tools write them: each read right, or told by one sentence that says what to do."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from game.content.maps.grids import ours
from game.content.maps.reading import Map, read_map
from game.content.maps.refused import Refused
from game.content.problems import errors, tidy, words
from game.content.townmap import read_town
from game.core.town import Town
from game.words.catalogue import speaker
from tests.map.test_names import feature, square

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
    with pytest.raises(Refused) as caught:
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


@pytest.mark.parametrize("name", [name for name, facts in expected().items() if facts.get("coordinates")])
def test_a_map_holds_what_others_counted_in_it(name: str) -> None:
    facts = expected()[name]
    found = read(name)
    wanted = {key: facts[key] for key in counted(found)}
    aside = {one.code for one in found.told}
    if facts.get("crs_member") or "sans_crs" in name:
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
    assert code_of("oddities/blagnac_tronque.geojson") == "map_json"
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
@pytest.mark.parametrize("grid", ["lambert93_crs", "lambert93_sans_crs", "webmercator_crs"])
def test_metres_are_turned_into_degrees(grid: str) -> None:
    plain = read("blagnac_et_voisins.geojson")
    found = read(f"oddities/blagnac_{grid}.geojson")
    for one, other in zip(found.drawings, plain.drawings, strict=True):
        for (x, y), (lon, lat) in zip(one.parts[0][0], other.parts[0][0], strict=True):
            assert (x, y) == pytest.approx((lon, lat), abs=1e-6)  # a tenth of a metre
    guessed = [dict(one.facts)["grid"] for one in found.told]
    assert guessed == (["Lambert-93"] if "sans" in grid else [])


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
        with pytest.raises(Refused) as caught:
            read_map(collection(feature("boundary", "Point", [1.0, 2.0]), crs=crs), "x")
        assert caught.value.code in ("map_crs", "map_crs_extra")
        assert dict(caught.value.facts)["crs"] == crs


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
        except Refused as why:
            told = {why.code}
        harmless = file.name.startswith(tuple(HARMLESS)) or file.parent.name == "good"
        beyond = file.name == "issue82.geojson"  # latitudes of -134
        if harmless:
            assert told <= ({"map_off_globe"} if beyond else {"map_pieces", "map_no_drawing"}), file.name
        else:
            assert told, file.name


def test_none_is_never_printed() -> None:
    odd = [None, True, [], {}, "", float("nan"), "\0"]
    shapes = [{"type": form, "coordinates": one} for form in (None, "Point", "Polygon", "Blob") for one in odd]
    features = [{"type": one, "properties": {"kind": one, "name": one, "id": one, "class": one}, "geometry": shape}
                for one in odd for shape in (*shapes, *odd)]  # fmt: skip
    for one in features:
        for lang in ("fr", "en"):
            for sentence in said(collection(BOUNDARY, one), lang=lang)[1]:
                assert "None" not in sentence, one


def test_objects_are_told_in_file_order_and_the_rest_counted() -> None:
    features = [feature("boundary", "Point", [2.0, 46.0])] + [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.0, 46.0]}}
        for _ in range(30)
    ]
    told = said(collection(BOUNDARY, *features), lang="en")[1]
    numbers = [one.split(":")[0] for one in told if "lacks" in one]
    assert numbers == [f"Object {n}" for n in range(3, 13)]
    assert "and 20 more objects in the same case." in told


def test_a_map_without_any_kind_is_told_once_what_makes_a_plan_of_it() -> None:
    bare = {"type": "Feature", "properties": {"building": "yes"}, "geometry": BOUNDARY["geometry"]}
    town, told = said(collection(*[bare] * 3000), lang="en")
    assert town is None
    assert len(told) == 1
    assert "clap scenario new" in told[0]


def test_a_marker_becomes_a_small_footprint() -> None:
    marker = feature("place", "Point", [2.01, 46.01], id="mairie")
    town, told = said(collection(BOUNDARY, marker, place("parc", 2.02, 46.02)), "mairie", "parc")
    assert not told
    assert town is not None
    x0, y0, x1, y1 = town.zone("mairie").box
    assert (x1 - x0, y1 - y0) == (pytest.approx(40, abs=0.5), pytest.approx(40, abs=0.5))


@pytest.mark.parametrize("how", ["id at the root", "name only", "one piece of several", "a closed line"])
def test_a_place_is_known_however_a_tool_writes_it(how: str) -> None:
    one = place("ecole-nord", 2.01, 46.01, name="École Nord")
    if how == "id at the root":
        one["id"] = one["properties"].pop("id")
    elif how == "name only":
        del one["properties"]["id"]
    elif how == "a closed line":
        one["geometry"] = {"type": "LineString", "coordinates": one["geometry"]["coordinates"][0]}
    else:
        rings = one["geometry"]["coordinates"]
        one["geometry"] = {"type": "MultiPolygon", "coordinates": [square(2.03, 46.03, 0.0001), rings]}
    town, told = said(collection(BOUNDARY, one), "ecole-nord")
    assert town is not None
    assert town.zone("ecole-nord").box == pytest.approx(
        said(collection(BOUNDARY, place("e", 2.01, 46.01)))[0].zones[0].box
    )
    assert len(told) == (how in ("name only", "one piece of several"))


CASES = [
    ("map_place_flat", [place("a", 2.01, 46.01, 0.0)], False),
    ("map_place_dot", [place("a", 2.01, 46.01, 0.0002)], True),
    ("map_place_far", [place("a", 2.2, 46.01)], False),
    ("map_far", [place("a", 3.0, 46.01)], False),
    ("map_place_outside", [place("a", 2.06, 46.01)], True),
    ("map_name_twice", [place("a", 2.01, 46.01, name="École"), place("b", 2.02, 46.01, name="École")], True),
    ("map_place_twice", [place("a", 2.01, 46.01), place("a", 2.02, 46.01)], False),
    ("map_place_line", [feature("place", "LineString", [[2.01, 46.0], [2.02, 46.0]], id="a")], False),
    ("map_kind_near", [feature("parc", "Polygon", square(2.01, 46.01, 0.01))], False),
    ("map_form", [feature("park", "Point", [2.01, 46.01])], True),
    ("map_class", [feature("road", "LineString", [[2.01, 46.0], [2.02, 46.0]], **{"class": "alley"})], True),
    ("map_range", [feature("park", "Polygon", square(200.0, 95.0, 0.01))], False),
]


@pytest.mark.parametrize(("code", "features", "plays"), CASES, ids=[one[0] for one in CASES])
def test_what_no_town_is_like_is_told(code: str, features: list[dict[str, Any]], plays: bool) -> None:
    data = collection(BOUNDARY, *features)
    town, problems = read_town(data)
    assert [one.code for one in problems] == [code]
    assert (town is not None) == plays
    held, odd = read_town(data, held=True)
    assert code not in ("map_place_flat", "map_place_far", "map_far") or (held is not None and not errors(odd))


def test_a_session_keeps_a_map_that_gives_its_latitudes_first() -> None:
    data = collection(feature("boundary", "Polygon", square(46.0, 2.0, 0.05)))
    assert read_town(data)[0] is None
    assert read_town(data, held=True)[0] is not None
    declared = collection(feature("boundary", "Polygon", square(46.0, 2.0, 0.05)), crs="urn:ogc:def:crs:OGC:1.3:CRS84")
    assert read_town(declared)[0] is not None


@pytest.mark.parametrize("at", [(55.45, -20.9), (-61.5, 16.2), (165.0, -22.0), (-0.1, 51.5), (24.9, 60.2), (14.4, 50.1),
                                (-71.1, 42.4), (139.7, 35.6), (35.1, 38.0), (2.3, 48.8), (-149.5, -17.6)])  # fmt: skip
def test_no_town_is_told_to_be_the_wrong_way_round(at: tuple[float, float]) -> None:
    assert read_town(collection(feature("boundary", "Polygon", square(*at, 0.05))))[0] is not None


@pytest.mark.parametrize("each", [True, False])
def test_a_town_on_the_antimeridian_is_one_town(each: bool) -> None:
    ring = [[179.97, -16.8], [-179.95, -16.8], [-179.95, -16.7], [179.97, -16.7], [179.97, -16.8]]
    east = feature("place", "Polygon", square(-179.96, -16.75, 0.001), id="b")
    features = [feature("boundary", "Polygon", [ring]), place("a", 179.98, -16.75, 0.001)] + [east] * each
    town = read_town(collection(*features))[0]
    assert town is not None
    assert town.extent[2] - town.extent[0] == pytest.approx(8_600, rel=0.05)
    if each:
        assert town.zone("a").site[0] < town.zone("b").site[0]


def test_oddities_of_a_whole_file_are_counted_apart() -> None:
    lines = [feature("road", "LineString", [[2.0, 46.0]]) for _ in range(40)]
    empty = [{"type": "Feature", "properties": {"kind": "road"}, "geometry": None} for _ in range(40)]
    codes = Counter(one.code for one in tidy(read_town(collection(BOUNDARY, *lines, *empty))[1]))
    assert codes == {"map_line": 10, "map_no_drawing": 10, "map_more": 2}
