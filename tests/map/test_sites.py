"""The point by which a place is shown: inside it, deep where it can be; and which place lies under a point."""

from __future__ import annotations

import json
import math
import random
from typing import Any

import pytest

from game.content.site import site
from game.content.townmap import read_town
from game.core.town import Ring, Town, inside
from tests.map.pointing import place_at

shapely = pytest.importorskip("shapely")
SQUARE = ((0.0, 0.0), (100.0, 0.0), (100.0, 60.0), (0.0, 60.0), (0.0, 0.0))


def spokes(dice: random.Random) -> Ring:
    """Give a ring that bulges and narrows as it likes."""
    count = dice.randint(3, 40)
    turns = [(dice.uniform(20, 900), 2 * math.pi * i / count) for i in range(count)]
    ring = [(far * math.cos(turn), far * math.sin(turn)) for far, turn in turns]
    return (*ring, ring[0])


def crescent(width: float) -> Ring:
    """Give a bend of a river's bank: its centroid is in the water."""
    arc = [math.pi * i / 20 for i in range(21)]
    outside = [(500 * math.cos(turn), 500 * math.sin(turn)) for turn in arc]
    within = [((500 - width) * math.cos(turn), (500 - width) * math.sin(turn)) for turn in reversed(arc)]
    return (*outside, *within, outside[0])


def test_a_building_is_shown_by_its_middle() -> None:
    assert site((SQUARE,)) == (50.0, 30.0)


@pytest.mark.parametrize("seed", range(40))
def test_the_site_of_any_place_is_well_inside(seed: int) -> None:
    dice = random.Random(seed)
    ring = crescent(dice.uniform(10, 400)) if seed % 4 == 0 else spokes(dice)
    found = shapely.Polygon(ring)
    at = shapely.Point(site((ring,)))
    deepest = shapely.maximum_inscribed_circle(found).length
    assert found.contains(at)
    assert found.exterior.distance(at) >= min(0.8 * deepest, found.area / found.length) - 0.2


def test_a_site_is_not_in_a_hole() -> None:
    ring = ((0.0, 0.0), (300.0, 0.0), (300.0, 300.0), (0.0, 300.0), (0.0, 0.0))
    hole = ((100.0, 60.0), (200.0, 60.0), (200.0, 240.0), (100.0, 240.0), (100.0, 60.0))
    assert not inside(hole, *site((ring, hole)))


@pytest.mark.parametrize("ring", [((5.0, 5.0),) * 4, ((0.0, 0.0), (900.0, 0.0), (500.0, 0.0), (0.0, 0.0)),
                                  ((0.0, 0.0), (9000.0, 0.1), (4000.0, 0.0), (0.0, 0.0)),
                                  ((0.0, 0.0), (100.0, 100.0), (100.0, 0.0), (0.0, 100.0), (0.0, 0.0))])  # fmt: skip
def test_a_shape_of_no_area_has_a_site_too(ring: Ring) -> None:
    assert all(math.isfinite(value) for value in site((ring,)))


def test_an_outline_of_ten_thousand_points_is_thinned() -> None:
    ring = tuple((100 * math.cos(i / 1591.6), 100 * math.sin(i / 1591.6)) for i in range(10_000))
    x, y = site((ring,))
    assert math.hypot(x, y) < 5


def text(*places: tuple[str, float, dict[str, Any]]) -> bytes:
    """Give a map of squares round one point, each with a side in degrees."""
    features = [
        {"type": "Feature", "properties": {"kind": "place", "id": name} | more,
         "geometry": {"type": "Polygon", "coordinates": [[
             [2 - side, 46 - side], [2 + side, 46 - side], [2 + side, 46 + side], [2 - side, 46 + side]]]}}
        for name, side, more in places
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def town(*places: tuple[str, float, dict[str, Any]]) -> Town:
    found, problems = read_town(text(*places))
    assert problems == ()
    assert found is not None
    return found


def test_places_may_lie_in_one_another_and_the_smallest_is_pointed_at() -> None:
    found = town(("pool", 0.001, {}), ("town", 0.02, {}), ("park", 0.004, {}))
    assert [zone.place_id for zone in found.zones] == ["town", "park", "pool"]
    assert place_at(found, 0.0, 0.0) == "pool"
    assert place_at(found, 200.0, 0.0) == "park"
    assert place_at(found, 1000.0, 0.0) == "town"


@pytest.mark.parametrize("said", [None, True, "true", 1, "oui"])
def test_a_place_is_where_it_is_drawn(said: object) -> None:
    assert town(("school", 0.01, {"sure": said})).zones[0].sure
    assert town(("school", 0.01, {})).zones[0].sure


@pytest.mark.parametrize("said", [False, 0, "false", "no", "non"])
def test_a_place_may_say_that_its_spot_is_a_guess(said: object) -> None:
    assert not town(("school", 0.01, {"sure": said})).zones[0].sure
