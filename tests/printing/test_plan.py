"""The town's plan on a poster: plates at its edges, leaders that lead to true places, words of the ground between."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.core.labels.labelling import labelled
from game.core.town import inside
from game.printing.poster import MAP, PX, Town, _asked, _words, places
from game.words.catalogue import speaker
from tests.printing.press import deck


@pytest.fixture(scope="module", params=["fr", "en"])
def shown(blagnac, request):
    town, said = Town(deck(), blagnac.scenario, blagnac.town), speaker(request.param)
    laid = labelled(_asked(town, said))
    zones = places(town, laid, said)
    view = (laid.camera[0], laid.camera[1], laid.camera[2] * PX)
    return town, zones, _words(town.plan, view, zones, said), said


def apart(one, other):
    return one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_every_place_that_buys_has_a_plate_of_its_own_on_the_plan(shown):
    town, zones, _, _ = shown
    assert {zone["id"] for zone in zones} == {place.id for place in town.scenario.places if not place.decor}
    for x0, y0, x1, y1 in (zone["plate"] for zone in zones):
        assert 0 < x0 < x1 < MAP[2]
        assert 0 < y0 < y1 < MAP[3]
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
        assert 0 < run["x"] < MAP[2]
        assert 0 < run["y"] < MAP[3]
        assert not any(
            x0 < run["x"] < x1 and y0 < run["y"] < y1 for x0, y0, x1, y1 in (zone["plate"] for zone in zones)
        )
