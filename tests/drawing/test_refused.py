"""What may not be drawn, and what a gesture makes of a town: rules without files."""

import pytest

from game.core.drawing import shaping, wording
from game.core.drawing.drawing import Drawing, DrawnPlace
from game.core.drawing.moves import EVENTS
from game.core.drawing.outline import box, disc, middle
from game.core.errors import Refused
from game.core.text import Text
from game.journal.codec import Codec

SQUARE = ((1.39, 43.64), (1.392, 43.64), (1.392, 43.642), (1.39, 43.642))
HALL = DrawnPlace("mairie", Text("Mairie", "Town hall"), Text("Mairie", "Town hall"), ("works", "sports"), ((SQUARE,),))
POOL = DrawnPlace("piscine", Text("Piscine", "Pool"), Text("Piscine", "Pool"), ("sports",), disc((1.4, 43.65)))
RIVER = DrawnPlace(
    "garonne", Text("Garonne", "Garonne"), Text("Garonne", "Garonne"), (), disc((1.41, 43.65)), decor=True
)
TOWN = Drawing((HALL, POOL, RIVER), ("works", "urban", "sports"), ("fr", "en"), (("mairie", "works"),),
               (1.3, 43.6, 1.5, 43.7))  # fmt: skip
FEW = (1.39, 43.64)


def after(*commands, town=TOWN):
    for command in commands:
        for event in command.decide(town):
            town = event.apply(town)
    return town


def drawn(*corners):
    return after(*map(shaping.DrawCorner, corners))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (wording.NamePlace("poste", "fr", "Poste"), "place_gone"),
        (wording.NamePlace("mairie", "fr", "  "), "place_name_missing"),
        (wording.NamePlace("mairie", "fr", "x" * 81), "place_name_long"),
        (wording.NamePlace("mairie", "fr", "piscine"), "place_name_taken"),
        (wording.NamePlace("mairie", "en", "PISCINE"), "place_name_taken"),
        (wording.ShortenName("mairie", "fr", "Mairie et place des Arts"), "place_short_long"),
        (wording.ShortenName("mairie", "fr", "Pool"), "place_name_taken"),
        (wording.SetFamily("piscine", "sports", on=False), "place_family_missing"),
        (wording.SetFamily("mairie", "works", on=False), "place_family_bought"),
        (wording.SetFamily("garonne", "works", on=True), "place_decor"),
        (wording.RemovePlace("mairie"), "place_bought"),
        (shaping.AddPlace("Halle", ("works",)), "sketch_missing"),
        (shaping.AddPlaceAt("Halle", (), "43.64", "1.39"), "place_family_missing"),
        (shaping.AddPlaceAt("Mairie", ("works",), "43.64", "1.39"), "place_name_taken"),
        (shaping.AddPlaceAt("Halle", ("works",), "43.64", "1,39 est"), "spot_unreadable"),
        (shaping.AddPlaceAt("Halle", ("works",), "", ""), "spot_unreadable"),
        (shaping.AddPlaceAt("Halle", ("works",), "1.39", "43.64"), "spot_swapped"),
        (shaping.AddPlaceAt("Halle", ("works",), "48.85", "2.35"), "spot_far"),
        (shaping.DrawCorner((2.35, 48.85)), "spot_far"),
        (shaping.MovePlace("mairie", (1.0, 0.0)), "spot_far"),
        (shaping.MoveCorner("mairie", 0, (1.394, 43.641)), "outline_crossed"),
        (shaping.MoveCorner("mairie", 4, FEW), "corner_gone"),
        (shaping.AddCorner("mairie", 0, (1.391, 43.645)), "outline_crossed"),
    ],
)
def test_what_may_not_be_drawn_is_refused(command, code):
    with pytest.raises(Refused) as refused:
        command.decide(TOWN)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("corners", "code"),
    [
        ([FEW, (1.391, 43.64)], "outline_few"),
        ([FEW, (1.39001, 43.64), (1.39, 43.64001)], "outline_small"),
        ([FEW, (1.391, 43.64), (1.392, 43.64)], "outline_small"),
        ([FEW, (1.391, 43.641), (1.391, 43.64), (1.39, 43.641)], "outline_crossed"),
    ],
)
def test_corners_that_make_no_place_are_refused(corners, code):
    with pytest.raises(Refused) as refused:
        shaping.AddPlace("Halle", ("works",)).decide(drawn(*corners))
    assert refused.value.code == code


def test_one_corner_makes_a_small_footprint_three_an_outline():
    one = after(shaping.AddPlace("La halle !", ("sports", "works")), town=drawn(FEW))
    place = one.places[-1]
    assert (place.id, place.families, one.sketch) == ("la-halle", ("works", "sports"), ())
    assert middle(place.pieces) == FEW
    x0, _, x1, _ = box(place.pieces)
    assert 35 < (x1 - x0) * 111_320 * 0.7236 < 45
    three = after(shaping.AddPlace("La halle", ("works",)), town=drawn(*SQUARE[:3]))
    assert three.places[-1].pieces == ((SQUARE[:3],),)


def test_a_place_goes_where_its_coordinates_say():
    moved = after(shaping.MovePlaceTo("mairie", "43,65°", "1.4"))
    assert middle(moved.place("mairie").pieces) == (1.4, 43.65)


def test_corners_are_moved_added_and_taken_off():
    moved = after(shaping.MoveCorner("mairie", 2, (1.393, 43.643)))
    assert moved.place("mairie").pieces[0][0][2] == (1.393, 43.643)
    more = after(shaping.AddCorner("mairie", 3, (1.3895, 43.641)))
    assert more.place("mairie").pieces[0][0] == (*SQUARE, (1.3895, 43.641))
    assert after(shaping.RemoveCorner("mairie", 0)).place("mairie").pieces[0][0] == SQUARE[1:]


def test_a_short_name_that_was_the_name_follows_it_and_another_stays():
    named = after(wording.NamePlace("mairie", "fr", "Hôtel de ville et place")).place("mairie")
    assert (named.name.fr, named.short.fr, named.name.en) == ("Hôtel de ville et place", "Hôtel de ville", "Town hall")
    own = after(wording.ShortenName("mairie", "fr", "HdV"), wording.NamePlace("mairie", "fr", "Hôtel de ville"))
    assert own.place("mairie").short.fr == "HdV"


def test_the_last_place_stays():
    alone = after(wording.RemovePlace("piscine"), wording.RemovePlace("garonne"), town=TOWN)
    alone = Drawing(alone.places, alone.families, alone.langs, (), alone.frame)
    with pytest.raises(Refused) as refused:
        wording.RemovePlace("mairie").decide(alone)
    assert refused.value.code == "place_last"


def test_a_gesture_that_changes_nothing_is_none():
    same = (wording.NamePlace("mairie", "fr", "Mairie"), wording.SetFamily("mairie", "works", on=True),
            wording.SetSure("mairie", sure=True), shaping.MovePlace("mairie", (0.0, 0.0)),
            shaping.MoveCorner("mairie", 0, SQUARE[0]), shaping.DropSketch())  # fmt: skip
    assert [command.decide(TOWN) for command in same] == [()] * len(same)


def test_every_event_can_be_written():
    Codec(EVENTS).study()
