"""The plan of Blagnac: sound, ours, and roomy enough for labels and pins."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from game.content.townmap import read_town
from game.core.town import Town, inside
from tests.map.blagnac import scenario
from tests.map.pointing import place_at

ROOT = Path(__file__).parents[2]
FILE = ROOT / "scenarios" / "blagnac" / "town.geojson"
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="module")
def town() -> Town:
    found, problems = read_town(FILE.read_bytes())
    assert not problems
    assert found is not None
    return found


def test_what_people_of_blagnac_look_for_is_there(town: Town) -> None:
    names = {shape.name for shape in town.layers}
    assert {"La Garonne", "Tramway T1", "Piste 14R/32L", "Odyssud", "Hôtel de ville", "Aeroscopia"} <= names
    assert len(town.zones) == 18


def test_the_outline_has_the_shape_of_the_real_one() -> None:
    shapely = pytest.importorskip("shapely")
    real_file = SHARED / "geo" / "blagnac_et_voisins.geojson"
    if not real_file.exists():
        pytest.skip("the reference outline is not beside this checkout")
    real = next(f for f in json.loads(real_file.read_text())["features"] if f["properties"]["nom"] == "Blagnac")
    ours = next(f for f in json.loads(FILE.read_text())["features"] if f["properties"]["kind"] == "boundary")
    a, b = (shapely.Polygon(f["geometry"]["coordinates"][0]) for f in (real, ours))
    assert a.intersection(b).area / a.union(b).area >= 0.95
    assert not set(map(tuple, a.exterior.coords)) & set(map(tuple, b.exterior.coords))


def test_clicks_agree_with_shapely(town: Town) -> None:
    shapely = pytest.importorskip("shapely")
    polygons = [(zone.place_id, shapely.Polygon(zone.rings[0])) for zone in town.zones]
    dice = random.Random(31069)
    x0, y0, x1, y1 = town.extent
    for _ in range(10_000):
        x, y = dice.uniform(x0, x1), dice.uniform(y0, y1)
        point = shapely.Point(x, y)
        assert place_at(town, x, y) == next((name for name, area in reversed(polygons) if area.contains(point)), None)


def test_the_whole_commune_and_every_place_are_in_the_frame(town: Town) -> None:
    x0, y0, x1, y1 = town.extent
    border = next(shape for shape in town.layers if shape.kind == "boundary")
    for x, y in [*border.rings[0], *(point for zone in town.zones for point in zone.rings[0])]:
        assert x0 < x < x1
        assert y0 < y < y1


def test_places_are_sound(town: Town) -> None:
    shapely = pytest.importorskip("shapely")
    assert all(shapely.Polygon(zone.rings[0]).is_valid for zone in town.zones)


def test_places_stand_on_what_they_are_named_after(town: Town) -> None:
    shapely = pytest.importorskip("shapely")
    shapes = {zone.place_id: shapely.Polygon(zone.rings[0]) for zone in town.zones}
    for layer, place in {
        "Odyssud": "odyssud",
        "Hôtel de ville": "hotel-de-ville",
        "Patinoire": "patinoire",
        "Parc du Ritouret": "parc-ritouret",
        "Parc des Ramiers": "parc-ramiers",
        "Plaine des Quinze Sols": "quinze-sols",
        "Stades": "stades",
    }.items():
        drawn = next(shape for shape in town.layers if shape.name == layer and shape.rings)
        assert shapely.Polygon(drawn.rings[0]).symmetric_difference(shapes[place]).area < 100, layer


GUESSED = {"ecole-rene-cassin", "creche-cassiopee", "espace-seniors", "rmr-cuisine", "ctm"}
NEAR = {"andromede", "piscine-ramiers", "ecole-les-pres", "ecole-aerogare", "place-navarre", "ccas"}


def test_a_guessed_spot_is_said_by_the_map_and_by_the_scenario(town: Town) -> None:
    assert {zone.place_id for zone in town.zones if not zone.sure} == GUESSED
    for place in scenario().places:
        assert ("à confirmer" in place.note.say("fr")) == (place.id in GUESSED | NEAR), place.id
        assert ("to be confirmed" in place.note.say("en")) == (place.id in GUESSED | NEAR), place.id


def test_places_are_small_true_footprints_clear_of_the_water_and_of_large_roads(town: Town) -> None:
    shapely = pytest.importorskip("shapely")
    water = shapely.Polygon(next(shape for shape in town.layers if shape.kind == "water").rings[0])
    areas = {"andromede", "quinze-sols", "parc-ramiers", "parc-ritouret", "stades"}
    motorways = [shapely.LineString(line) for shape in town.layers if shape.cls == "motorway" for line in shape.lines]
    for zone in town.zones:
        foot = shapely.Polygon(zone.rings[0])
        assert zone.place_id in areas or foot.area < 25_000
        assert foot.intersection(water).area < foot.area * 0.05, zone.place_id
        assert zone.place_id in areas or all(foot.distance(road) > 0 for road in motorways), zone.place_id


def test_the_town_itself_is_drawn_more_than_its_neighbours(town: Town) -> None:
    border = next(shape for shape in town.layers if shape.kind == "boundary").rings[0]
    built = [shape for shape in town.layers if shape.kind == "building"]
    within = sum(inside(border, *shape.rings[0][0]) for shape in built)
    assert within > 800
    assert len(built) - within < within / 4


def test_buildings_stand_apart_and_off_the_places(town: Town) -> None:
    shapely = pytest.importorskip("shapely")
    border = shapely.Polygon(next(shape for shape in town.layers if shape.kind == "boundary").rings[0])
    built = [shapely.Polygon(shape.rings[0]) for shape in town.layers if shape.kind == "building"]
    built = [one for one in built if border.contains(one)]
    tree = shapely.STRtree(built)
    for i, j in zip(*tree.query(built, "intersects"), strict=True):
        assert i >= j or built[i].intersection(built[j]).area < 10
    for zone in town.zones:
        foot = shapely.Polygon(zone.rings[0])
        assert foot.area > 25_000 or not len(tree.query(foot, "intersects")), zone.place_id


def test_names_are_told_in_both_languages(town: Town) -> None:
    river = next(shape for shape in town.layers if shape.cls == "river")
    assert (river.called("fr"), river.called("en")) == ("La Garonne", "The Garonne")
    beauzelle = next(shape for shape in town.layers if shape.name == "Beauzelle")
    assert beauzelle.called("en") == "Beauzelle"


def test_hostile_maps_get_a_sentence_and_never_a_crash() -> None:
    files = [
        f for d in ("hostile/geojson", "geo/oddities", "geo/rings") for f in (SHARED / d).rglob("*") if f.is_file()
    ]
    if not files:
        pytest.skip("the hostile files are not beside this checkout")
    for file in files:
        found, problems = read_town(file.read_bytes(), file.name)
        assert (found is None) == bool(problems), file.name


def test_a_place_whose_outline_crosses_itself_is_told() -> None:
    def place(name: str, ring: list[list[float]]) -> dict[str, object]:
        shape = {"type": "Polygon", "coordinates": [ring]}
        return {"type": "Feature", "properties": {"kind": "place", "id": name}, "geometry": shape}

    square = [[1.0, 43.0], [1.01, 43.0], [1.01, 43.01], [1.0, 43.01], [1.0, 43.0]]
    bow = [[1.02, 43.0], [1.03, 43.01], [1.03, 43.0], [1.02, 43.01], [1.02, 43.0]]
    root = {"type": "FeatureCollection", "features": [place("square", square), place("bow", bow)]}
    found, problems = read_town(json.dumps(root).encode())
    assert found is None
    facts = (("feature", 2), ("name", ""), ("place", "bow"))
    assert [(one.code, one.facts) for one in problems] == [("map_place_crossed", facts)]
