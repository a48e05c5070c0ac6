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

SEEDS = range(10) if os.environ.get("CLAP_TORTURE") else range(1)
every_way = pytest.mark.parametrize(
    ("name", "way"), [("blagnac", "qgis"), ("drumsallow", "as it is"), ("cantine", "windows")]
)


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


@every_way
@pytest.mark.parametrize("seed", SEEDS)
def test_three_hundred_edits_with_undo_and_redo_give_back_exact_files(tmp_path, name, way, seed):
    desk = DrawingDesk(copied(tmp_path, name, WAYS[way]))
    first = contents(desk)
    assert play(desk, Random(f"{name} {seed}"), 300 if SEEDS[1:] or name == "blagnac" else 60) > 12
    drawn, last = desk.drawing, contents(desk)
    while desk.undo() is None:
        pass
    assert contents(desk) == first
    assert desk.drawing == desk.first
    while desk.redo() is None:
        pass
    assert (desk.drawing, contents(desk)) == (drawn, last)


@every_way
def test_the_files_say_what_was_drawn_and_are_played_from(tmp_path, name, way):
    folder, dice = copied(tmp_path, name, WAYS[way]), Random(name)
    desk = DrawingDesk(folder)
    for _ in range(5):
        play(desk, dice, 12)
        texts = tuple(file.read_bytes().decode() for file in desk.files)
        assert alike(read(*texts)) == alike(desk.drawing)
    sources = load_scenario(folder, shelves.decks())
    assert [one.id for one in sources.scenario.places] == [one.id for one in desk.drawing.places]
    assert {one.place_id for one in sources.town.zones} == {one.id for one in desk.drawing.places}


def alike(drawing):
    """Give a drawing as a file tells it: what is not finished is in none."""
    return replace(drawing, sketch=(), frame=())


@every_way
def test_comments_and_whatever_was_not_touched_stay_as_they_were(tmp_path, name, way):
    desk, dice = DrawingDesk(copied(tmp_path, name, WAYS[way])), Random(name)
    scenario, town = (text.decode() for text in contents(desk))
    comments = [line for line in scenario.splitlines() if line.lstrip().startswith("#")]
    play(desk, dice, 70)
    now, map_now = (text.decode() for text in contents(desk))
    assert now != scenario
    assert map_now != town
    kept = {one.id for one in desk.drawing.places if one in desk.first.places}
    head, tail = scenario.index("places:"), scenario.index("intentions:")
    assert now.startswith(scenario[:head])
    assert now.endswith(scenario[tail:])
    assert [line for line in now.splitlines() if line.lstrip().startswith("#")] == comments
    for one in features(town):
        if not one.place or one.place in kept:
            assert town[one.start : one.end] in map_now
    for one in spots(scenario).get("places").items:
        assert one.get("id").value not in kept or scenario[one.start : one.end] in now


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
