"""The plan laid out: no leader crosses another, nothing overlaps, nothing moves when a card is laid."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from itertools import combinations

import pytest

from game.core.labels.columns import LEFT, Edge, Spot, spread
from game.core.labels.labelling import HELD, REST, Asked, Labelled, Named, labelled
from game.core.labels.lines import crossed, extent
from game.core.labels.straight import uncrossed
from game.core.town import to_screen
from tests.core.towns import FRAMES, OURS, PERCENTS, asked, faults, grazed, ours, random_town, wide

SEEDS = (3, 11, 25)


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("town", OURS)
def test_our_towns_are_laid_out_without_a_fault(town: str, frame: str, percent: int) -> None:
    for lang in ("fr", "en"):
        wanted = asked(ours(town, lang), frame, percent)
        found = labelled(wanted)
        assert faults(wanted, found) == set()
        assert all(label.slots for label in found.labels)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_towns_are_laid_out_without_a_fault(seed: int) -> None:
    for frame, percent in (("1080p", 100), ("1080p", 140), ("hero", 125)):
        wanted = asked(random_town(seed), frame, percent)
        assert faults(wanted, labelled(wanted)) == set()


def blagnac(percent: int = 100) -> Labelled:
    return labelled(asked(ours("blagnac"), "1080p", percent))


def test_no_leader_of_blagnac_passes_near_another_place() -> None:
    assert grazed(blagnac()) == []


def test_every_ring_keeps_its_target_at_1080p() -> None:
    for town in OURS:
        found = labelled(asked(ours(town), "1080p", 100))
        assert all(math.dist(a.ring, b.ring) >= 44 for a, b in combinations(found.labels, 2))


def test_hardly_a_place_has_a_single_pin_at_140() -> None:
    assert sum(len(label.slots) < 2 for label in blagnac(140).labels) <= 3
    assert all(len(label.slots) >= 2 for label in blagnac().labels)


def test_the_town_fills_the_height_where_it_can() -> None:
    found, (_, y0, _, y1) = blagnac(), ours("blagnac")[0]
    assert (y1 - y0) / found.camera[2] > 0.9 * 668


def test_plates_grow_in_their_place() -> None:
    found = blagnac()
    assert found.rest == REST
    assert all(label.plate and round(label.plate[3] - label.plate[1]) == HELD for label in found.labels)
    assert not found.thin


def test_many_places_have_thin_plates_and_those_that_matter_are_laid_out_again() -> None:
    wanted = asked(many(40), "1080p", 100)
    found = labelled(wanted)
    assert found.thin
    assert faults(wanted, found) == set()
    some = tuple(replace(one, plated=i % 4 == 0) for i, one in enumerate(wanted.named))
    again = labelled(replace(wanted, named=some, look=found.camera))
    assert again.camera == found.camera
    assert not again.thin
    assert sum(label.plate is not None for label in again.labels) == 10
    assert faults(wanted, again) == {"a place without a plate"}


def many(count: int) -> tuple[tuple[float, float, float, float], tuple[Named, ...]]:
    dice = random.Random(count)
    named = []
    for i in range(count):
        x, y = dice.uniform(300, 5700), dice.uniform(300, 5700)
        ring = ((x - 40, y - 30), (x + 40, y - 30), (x + 40, y + 30), (x - 40, y + 30))
        named.append(Named(str(i), (x, y), ring, wide("Un lieu", 2)))
    return (0.0, 0.0, 6000.0, 6000.0), tuple(named)


def test_of_too_many_places_the_first_have_a_plate() -> None:
    wanted = asked(many(120), "1080p", 100)
    found = labelled(wanted)
    named = [label.plate is not None for label in found.labels]
    assert 40 < sum(named) < 60
    assert named == sorted(named, reverse=True)
    assert faults(wanted, found) == set()


@pytest.mark.parametrize("size", [(0.0, 0.0), (40.0, 30.0), (300.0, 200.0), (200.0, 700.0), (1500.0, 120.0)])
def test_any_picture_is_laid_out(size: tuple[float, float]) -> None:
    for town in (ours("cantine"), many(3), many(0)):
        found = labelled(Asked(size, town[0], town[1]))
        assert len(found.labels) == len(town[1])
        assert all(math.isfinite(value) for value in found.camera)


def test_places_on_one_spot_are_laid_out() -> None:
    (extent, (one, *_)), count = ours("blagnac"), 12
    wanted = asked((extent, tuple(replace(one, place=str(i)) for i in range(count))), "1080p", 100)
    found = labelled(wanted)
    assert not faults(wanted, found) & {"leaders cross", "plates overlap", "pins overlap"}


def test_where_two_columns_leave_no_room_there_is_one() -> None:
    extent, named = ours("cantine")
    found = labelled(Asked((420, 400), extent, named))
    assert {label.side for label in found.labels if label.plate} == {1}
    assert max(label.site[0] for label in found.labels) < min(label.plate[0] for label in found.labels if label.plate)


def test_a_nearer_view_names_what_is_in_sight_between_the_columns() -> None:
    wanted, whole = asked(ours("blagnac"), "1080p", 100), blagnac()
    x, y, scale = whole.camera
    near = (x + 240 * scale, y + 167 * scale, scale / 2)
    found = labelled(replace(wanted, look=near, near=True))
    assert found.camera == near
    plated = {label.place for label in found.labels if label.plate}
    assert 2 <= len(plated) < len(wanted.named)
    for one in wanted.named:
        across, down = to_screen(near, one.site)
        assert one.place not in plated or (0 < across < 960 and 0 < down < 668)


def test_heights_are_the_nearest_in_their_order() -> None:
    edge = Edge(LEFT, 10, 0, 600, 50, 60)
    assert spread([100, 300, 500], edge) == [100, 300, 500]
    assert spread([300, 300], edge) == [270, 330]
    assert spread([0, 0, 600], edge) == [25, 85, 575]


def test_uncrossing_ends_with_no_crossing() -> None:
    dice = random.Random(7)
    edges = (Edge(LEFT, 0, 0, 900, 20, 22), Edge(1, 1000, 0, 900, 20, 22))
    spots = [Spot(str(i), (dice.uniform(200, 800), dice.uniform(0, 900)), (0, 0, 0, 0), 100) for i in range(40)]
    placed = uncrossed(((edges[0], spots[:20]), (edges[1], spots[20:])))
    paths = [path for _, _, _, path in placed]
    assert crossed(paths, [extent(path) for path in paths]) == []
    assert sorted(spot.place for _, spot, _, _ in placed) == sorted(spot.place for spot in spots)


def test_a_picture_asked_for_again_is_not_laid_out_again() -> None:
    found = labelled(asked(ours("blagnac"), "1080p", 100))
    assert labelled(asked(ours("blagnac"), "1080p", 100)) is found
