"""Where the name of a place stands on the poster."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.printing.plates import GAP, plate
from tests.printing.press import deck

SQUARE = ((0.0, 0.0), (60.0, 0.0), (60.0, 50.0), (0.0, 50.0))
ELL = ((0.0, 0.0), (60.0, 40.0), (60.0, 80.0), (0.0, 80.0))


def test_a_name_stands_at_the_top_middle_of_a_plain_place():
    x0, y0, x1, y1 = plate((SQUARE,), 40, 10)
    assert (x0, x1) == (10, 50)
    assert (y0, y1) == (GAP, GAP + 10)


def test_it_goes_lower_where_the_top_is_slanted_rather_than_out():
    x0, y0, x1, _ = plate((ELL,), 30, 10)
    assert x0 >= 0
    assert x1 <= 60
    assert y0 >= 40 * x1 / 60  # under the slope


def test_it_keeps_clear_of_what_is_drawn_over_the_place():
    _, y0, _, _ = plate((SQUARE,), 30, 8, ((0.0, 0.0, 60.0, 20.0),))
    assert y0 >= 20


@given(st.floats(5, 120), st.floats(4, 30))
def test_it_always_answers_with_a_box_no_larger_than_asked_or_across_the_top(wide, high):
    x0, y0, x1, y1 = plate((SQUARE,), wide, high)
    assert x1 - x0 <= max(wide, 60) + 1e-9
    assert y1 - y0 <= high + 1e-9


def test_every_place_of_our_towns_has_its_name_inside(blagnac):
    from game.core.town import camera, inside
    from game.printing.poster import MAP, Town, places
    from game.words.catalogue import speaker
    from tests.map.pointing import place_at, to_town

    town = Town(deck(), blagnac.scenario, blagnac.town)
    view = camera(blagnac.town, MAP[2], MAP[3])
    for zone in places(town, view, speaker("fr")):
        x0, y0, x1, y1 = zone["plate"]
        assert all(inside(zone["rings"][0], x, y) for x in (x0, x1) for y in (y0, y1)), zone["id"]
        if not zone["decor"]:
            assert place_at(blagnac.town, *to_town(view, (x0 + x1) / 2, (y0 + y1) / 2)) == zone["id"]


def test_the_words_of_the_ground_stand_whole_on_the_poster_clear_of_its_places(blagnac):
    from game.core.town import camera
    from game.printing.poster import MAP, _box, _words
    from game.words.catalogue import speaker

    view = camera(blagnac.town, MAP[2], MAP[3])
    taken = [_box(zone, view) for zone in blagnac.town.zones]
    for lang, river in (("fr", "La Garonne"), ("en", "The Garonne")):
        found = _words(blagnac.town, view, taken, speaker(lang))
        assert river in ["".join(run["text"] for run in word["runs"]) for word in found]
        for run in (run for word in found for run in word["runs"]):
            assert 0 < run["x"] < MAP[2]
            assert 0 < run["y"] < MAP[3]
            assert not any(x0 < run["x"] < x1 and y0 < run["y"] < y1 for x0, y0, x1, y1 in taken)
