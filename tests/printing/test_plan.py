"""The town's plan on a poster: plates at its edges, leaders that lead to true places, words of the ground between."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.core.labels.labelling import labelled
from game.core.town import inside, to_screen
from game.printing.boards import LYING, OVERLAP, UPRIGHT, board, tiling
from game.printing.poster import PX, Town, asked, places, poster, written
from game.words.catalogue import speaker
from tests.printing.press import deck, needs_tools, pages, saved


@pytest.fixture(scope="module", params=["fr", "en"])
def shown(blagnac, request):
    town, said = Town(deck(), blagnac.scenario, blagnac.town), speaker(request.param)
    laid = labelled(asked(town, UPRIGHT, said))
    zones = places(town, laid, said)
    view = (laid.camera[0], laid.camera[1], laid.camera[2] * PX)
    return town, zones, written(town.plan, view, UPRIGHT, zones, said), said


def apart(one, other):
    return one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_every_place_that_buys_has_a_plate_of_its_own_on_the_plan(shown):
    town, zones, _, _ = shown
    assert {zone["id"] for zone in zones} == {place.id for place in town.scenario.places if not place.decor}
    for x0, y0, x1, y1 in (zone["plate"] for zone in zones):
        assert 0 < x0 < x1 < UPRIGHT.map[2]
        assert 0 < y0 < y1 < UPRIGHT.map[3]
    assert all(apart(one["plate"], other["plate"]) for one, other in combinations(zones, 2))


def test_a_leader_goes_from_its_plate_to_its_place(shown):
    for zone in shown[1]:
        (x, y), (to_x, to_y), (x0, y0, x1, y1) = zone["leader"][0], zone["leader"][-1], zone["plate"]
        assert min(abs(x - x0), abs(x - x1)) < 0.01
        assert y0 < y < y1
        assert (to_x, to_y) == pytest.approx(zone["site"])
        assert inside(zone["rings"][0], *zone["site"])


def test_words_of_the_ground_stand_whole_off_plates_and_are_said_in_the_reader_s_language(shown):
    _, zones, words, said = shown
    told = ["".join(run["text"] for run in word["runs"]) for word in words]
    assert ("La Garonne" if said.lang == "fr" else "The Garonne") in told
    for run in (run for word in words for run in word["runs"]):
        assert 0 < run["x"] < UPRIGHT.map[2]
        assert 0 < run["y"] < UPRIGHT.map[3]
        assert not any(
            x0 < run["x"] < x1 and y0 < run["y"] < y1 for x0, y0, x1, y1 in (zone["plate"] for zone in zones)
        )


def test_a_town_that_is_wider_than_high_lies_and_its_plan_is_larger_so():
    assert board((0, 0, 1_000, 1_200)) == UPRIGHT
    assert board((0, 0, 1_400, 1_000)) == LYING


@pytest.mark.parametrize("one", [UPRIGHT, LYING], ids=["upright", "lying"])
def test_tiles_show_all_of_the_poster_and_each_lies_a_centimetre_over_its_neighbour(one):
    cut = tiling(one)
    _, _, wide, high = cut.window
    assert {tile.x for tile in cut.tiles} == {12 * cut.unit, 12 * cut.unit + wide - OVERLAP}
    assert {tile.y for tile in cut.tiles} == {12 * cut.unit, 12 * cut.unit + high - OVERLAP}
    last = cut.tiles[-1]
    assert last.x + wide >= (one.paper[0] - 12) * cut.unit - 0.001
    assert last.y + high >= (one.paper[1] - 12) * cut.unit - 0.001
    assert cut.unit > 0.9
    assert [(tile.name, tile.right, tile.below) for tile in cut.tiles] == [
        ("A1", "B1", "A2"), ("B1", "", "B2"), ("A2", "B2", ""), ("B2", "", "")]  # fmt: skip


@needs_tools
def test_the_ground_is_printed_where_the_places_stand_on_it(blagnac, tmp_path):
    """The river is blue where it flows: the minus signs of the drawing were curled once, and it was cut."""
    town, dpi = Town(deck(), blagnac.scenario, blagnac.town), 40
    made = poster(town, "a4", speaker("fr"))
    assert made.overflows == ()
    drawn = pages(saved(made.pdf, tmp_path), dpi)
    assert len(drawn) == 4
    camera, cut = labelled(asked(town, UPRIGHT, speaker("fr"))).camera, tiling(UPRIGHT)
    east = cut.tiles[1]
    blue = []
    for x, y in _flowing(town.plan):
        on_map = (value / PX for value in to_screen(camera, (x, y)))
        here = [(value + start) * cut.unit - first + edge for value, start, first, edge in
                zip(on_map, UPRIGHT.map, (east.x, east.y), cut.window, strict=False)]  # fmt: skip
        if cut.window[0] < here[0] < 190 and cut.window[1] < here[1] < 260:
            red, _, deep = drawn[1].getpixel(tuple(round(value * dpi / 25.4) for value in here))
            blue.append(deep > red + 15)
    assert len(blue) > 20
    assert sum(blue) > 0.6 * len(blue)


def _flowing(plan):
    """Give points of a town that lie in its river, 60 m apart."""
    water = [ring for shape in plan.layers if shape.kind == "water" for ring in shape.rings[:1]]
    return [(x, y) for x in range(1_000, 3_000, 60) for y in range(-2_400, 2_400, 60)
            if any(inside(ring, x, y) for ring in water)]  # fmt: skip
