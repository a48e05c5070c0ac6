"""What a map says that no town is like is told, in file order; a town is read wherever on the globe it lies."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from game.content.problems import errors, tidy
from game.content.townmap import read_town
from tests.map.test_names import feature, square
from tests.map.writing import BOUNDARY, collection, place, said


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
    ("map_far", [place("a", 2.01, 46.01), place("b", 3.0, 46.01)], False),
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
    assert codes == {"map_line": 3, "map_no_drawing": 3, "warnings_alike": 2, "map_more": 2}


def test_a_place_of_decor_needs_no_outline_and_any_other_does() -> None:
    data = collection(BOUNDARY, place("ecole", 2.02, 46.02))
    for decor, codes in ((("aeroport",), []), ((), ["map_place_missing"])):
        _, problems = read_town(data, places=("ecole", "aeroport"), decor=decor)
        assert [one.code for one in problems] == codes
