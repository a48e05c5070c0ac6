"""The plans drawn for the towns that do not exist: sound, ours, and roomy enough for names, tabs and pins."""

from __future__ import annotations

import json

import pytest

from game.content.shelf import Sources, load_scenario
from game.core.town import Town, camera
from game.places import shelves
from game.type.ground import Setting
from game.type.groundwords import words

TOWNS = ("cantine", "drumsallow")
TABLE = (960, 665)
"""The map's panel at 1080p."""


@pytest.fixture(scope="module", params=TOWNS)
def found(request: pytest.FixtureRequest) -> Sources:
    return load_scenario(shelves.scenario(request.param).parent, shelves.decks())


@pytest.fixture(scope="module")
def town(found: Sources) -> Town:
    return found.town


def test_the_map_says_that_it_is_ours(found: Sources) -> None:
    root = json.loads(found.map_text)
    assert "does not exist" in root["description"]
    assert {"boundary", "water", "road", "building", "field", "district"} <= {shape.kind for shape in found.town.layers}
    assert any(shape.cls == "river" for shape in found.town.layers)


def test_places_are_sound(town: Town) -> None:
    shapely = pytest.importorskip("shapely")
    assert all(shapely.Polygon(zone.rings[0]).is_valid for zone in town.zones)


def test_the_whole_town_and_its_places_are_in_the_frame(town: Town) -> None:
    x0, y0, x1, y1 = town.extent
    border = next(shape for shape in town.layers if shape.kind == "boundary")
    for x, y in [*border.rings[0], *(point for zone in town.zones for point in zone.rings[0])]:
        assert x0 < x < x1
        assert y0 < y < y1


def test_no_place_stands_in_the_water(town: Town) -> None:
    shapely = pytest.importorskip("shapely")
    water = shapely.union_all([shapely.Polygon(s.rings[0], s.rings[1:]) for s in town.layers if s.kind == "water"])
    for zone in town.zones:
        place = shapely.Polygon(zone.rings[0])
        assert place.intersection(water).area < place.area * 0.05, zone.place_id


def test_names_of_the_plan_are_told(found: Sources, town: Town) -> None:
    for lang in found.scenario.languages:
        assert len(words(town, TABLE, camera(town, *TABLE), Setting(lang))) >= 6


def test_names_on_the_plan_are_apart(found: Sources) -> None:
    for lang in found.scenario.languages:
        shorts = [place.short.say(lang) for place in found.scenario.places]
        assert len(set(shorts)) == len(shorts)
