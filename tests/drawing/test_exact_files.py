"""Places drawn on a town's two files: what is undone gives the bytes back, and nothing else is ever touched."""

import json
import os
from dataclasses import replace
from random import Random

import pytest

from game.authoring.drawing.desk import DrawingDesk
from game.authoring.drawing.features import features
from game.authoring.drawing.reading import read
from game.content.shelf import load_scenario
from game.content.spans import spots
from game.core.drawing.shaping import AddPlaceAt
from game.core.errors import Refused
from game.places import shelves
from tests.drawing.people import any_command
from tests.drawing.towns import WAYS, contents, copied

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
TOWNS = [("blagnac", "qgis"), ("drumsallow", "as it is"), ("cantine", "windows")]


def play(desk, dice, count):
    """Draw anything, undo and redo; give how many gestures were let be."""
    done = 0
    for _ in range(count):
        roll = dice.random()
        if roll < 0.15:
            desk.undo()
        elif roll < 0.25:
            desk.redo()
        else:
            refused = desk.do(any_command(dice, desk.drawing))
            assert refused is None or isinstance(refused, Refused)
            done += refused is None
    return done


@pytest.mark.parametrize(("name", "way"), TOWNS if TORTURE else TOWNS[:1])
@pytest.mark.parametrize("seed", range(10 if TORTURE else 1))
def test_three_hundred_edits_with_undo_and_redo_give_back_exact_files(tmp_path, name, way, seed):
    desk = DrawingDesk(copied(tmp_path, name, WAYS[way]))
    first = contents(desk)
    assert play(desk, Random(f"{name} {seed}"), 300) > 60
    drawn, last = desk.drawing, contents(desk)
    back = 0
    while desk.undo() is None:
        back += 1
    assert contents(desk) == first
    assert desk.drawing == desk.first
    assert [desk.redo() for _ in range(back)] == [None] * back
    assert (desk.drawing, contents(desk)) == (drawn, last)


@pytest.mark.parametrize(("name", "way"), TOWNS)
def test_the_files_say_what_was_drawn_are_played_from_and_nothing_else_in_them_is_touched(tmp_path, name, way):
    folder, dice = copied(tmp_path, name, WAYS[way]), Random(name)
    desk = DrawingDesk(folder)
    before = tuple(text.decode() for text in contents(desk))
    for _ in range(4):
        play(desk, dice, 15)
        texts = tuple(text.decode() for text in contents(desk))
        assert alike(read(*texts)) == alike(desk.drawing)
    assert all(now != was for now, was in zip(texts, before, strict=True))
    _untouched(before, texts, {one.id for one in desk.drawing.places if one in desk.first.places})
    sources = load_scenario(folder, shelves.decks())
    assert [one.id for one in sources.scenario.places if not one.decor] == [one.id for one in desk.drawing.places]
    assert {one.place_id for one in sources.town.zones} == {one.id for one in desk.drawing.places}


def alike(drawing):
    """Give a drawing as a file tells it: what is not finished is in none."""
    return replace(drawing, sketch=(), frame=())


def _untouched(before, now, kept):
    """Hold that comments, all that is no place, and the places that nobody changed stand as they were."""
    (scenario, town), (scenario_now, town_now) = before, now
    head, tail = scenario.index("places:"), scenario.index("intentions:")
    assert scenario_now.startswith(scenario[:head])
    assert scenario_now.endswith(scenario[tail:])
    assert comments(scenario_now) == comments(scenario)
    for one in features(town):
        assert (one.place and one.place not in kept) or town[one.start : one.end] in town_now
    for one in spots(scenario).get("places").items:
        assert one.get("id").value not in kept or scenario[one.start : one.end] in scenario_now


def comments(text):
    return [line for line in text.splitlines() if line.lstrip().startswith("#")]


def test_a_new_place_is_not_called_as_one_that_has_no_outline(tmp_path):
    def bare(scenario, town):
        root = json.loads(town)
        root["features"] = [one for one in root["features"] if one["properties"].get("id") != "tram-t1"]
        return scenario, json.dumps(root).encode()

    desk = DrawingDesk(copied(tmp_path, "blagnac", bare))
    assert "tram-t1" not in [one.id for one in desk.drawing.places]
    assert desk.do(AddPlaceAt("Tramway T1", ("urbain",), "43.64", "1.39")).code == "place_name_taken"
    assert desk.do(AddPlaceAt("Tram T1 !", ("urbain",), "43.64", "1.39")) is None
    assert desk.drawing.places[-1].id == "tram-t1-2"
    load_scenario(tmp_path / "blagnac", shelves.decks())
