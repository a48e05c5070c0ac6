"""The plan of Blagnac: sound, ours, and roomy enough for labels and pins."""

from __future__ import annotations

import json
import random
from itertools import combinations
from pathlib import Path

import pytest

from game.content.townmap import read_town
from game.core.town import Town, label_box, place_at, slots

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
    assert len(town.zones) == 20


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
        assert place_at(town, x, y) == next((name for name, area in polygons if area.contains(point)), None)


@pytest.mark.parametrize("width", [1120, 2240])
def test_pins_never_overlap_nor_cover_a_name(town: Town, width: int) -> None:
    k = width / 1120
    scale = (town.extent[2] - town.extent[0]) / width
    half = 22 * k * scale
    pins, boxes = [], []
    for zone in town.zones:
        boxes.append(label_box(zone, 28 * k, scale))
        spots = slots(zone, 44 * k, scale, 28 * k, 8 * k)
        assert len(spots) >= 4 or zone.place_id == "tram-t1"
        pins += spots
    assert len(pins) >= 60
    for (ax, ay), (bx, by) in combinations(pins, 2):
        assert max(abs(ax - bx), abs(ay - by)) >= 2 * half
    for x, y in pins:
        for x0, y0, x1, y1 in boxes:
            assert x + half <= x0 or x - half >= x1 or y + half <= y0 + 1 or y - half >= y1 - 1


def test_hostile_maps_get_a_sentence_and_never_a_crash() -> None:
    files = [
        f for d in ("hostile/geojson", "geo/oddities", "geo/rings") for f in (SHARED / d).rglob("*") if f.is_file()
    ]
    if not files:
        pytest.skip("the hostile files are not beside this checkout")
    for file in files:
        found, problems = read_town(file.read_bytes(), file.name)
        assert (found is None) == bool(problems), file.name
