"""A drawing on disk: killed at any instant, on a full disk, beside another hand."""

import json
import os
import signal
import time
from random import Random

import pytest

from game.authoring.drawing import keeping
from game.authoring.drawing.desk import DrawingDesk
from game.core.drawing.shaping import AddPlaceAt, DrawCorner, MovePlace
from game.core.drawing.wording import NamePlace, RemovePlace
from game.core.errors import ExportError
from game.places import landing
from tests.drawing.people import any_command
from tests.drawing.towns import contents, copied

ADDED = AddPlaceAt("Halle", ("travaux",), "43,64", "1,39")


@pytest.fixture
def folder(tmp_path):
    return copied(tmp_path)


def told(desk):
    return len(desk.rows), repr(desk.drawing)


def draw(folder, seed, pipe):
    """Draw for ever; after each gesture, tell how many are on disk, and what they make."""
    desk, dice = DrawingDesk(folder), Random(seed)
    while True:
        roll = dice.random()
        _ = desk.undo() if roll < 0.2 else desk.redo() if roll < 0.3 else desk.do(any_command(dice, desk.drawing))
        os.write(pipe, json.dumps(told(desk)).encode() + b"\n")


def killed(folder, seed, gestures, after):
    """Have a process draw and kill it `after` seconds from so many gestures; give the last thing it told."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(out)
            draw(folder, seed, into)
        finally:
            os._exit(9)
    os.close(into)
    said = b""
    while said.count(b"\n") < gestures and (more := os.read(out, 1 << 16)):
        said += more
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    while more := os.read(out, 1 << 16):
        said += more
    os.close(out)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), "the drawer stopped by itself"
    return json.loads(said.split(b"\n")[-2])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes to kill are made by fork")
def test_killed_at_any_instant_no_gesture_told_is_missing(folder):
    first, dice = contents(DrawingDesk(folder)), Random(4)
    for _ in range(60 if os.environ.get("CLAP_TORTURE") else 6):
        rows, drawing = killed(folder, dice.random(), dice.randrange(1, 9), dice.random() * 0.02)
        desk = DrawingDesk(folder)
        assert len(desk.rows) in (rows, rows + 1), "a gesture told as drawn is missing"
        assert len(desk.rows) > rows or repr(desk.drawing) == drawing
    while desk.undo() is None:
        pass
    assert contents(desk) == first
    assert not list(folder.glob(".clap-*")), "what was being written is left behind"


def test_a_gesture_that_was_cut_after_its_line_is_finished_in_both_files(folder, monkeypatch):
    desk = DrawingDesk(folder)
    for reached in range(3):
        assert desk.do(MovePlace("odyssud", (0.001, 0.0))) is None
        whole, named = desk.drawing, landing._replace
        count = iter(range(3))

        def cut(part, path, named=named, count=count, reached=reached):
            if next(count) == reached:
                raise KeyboardInterrupt
            named(part, path)

        monkeypatch.setattr(landing, "_replace", cut)
        if reached < 2:
            with pytest.raises(KeyboardInterrupt):
                desk.do(ADDED)
        monkeypatch.undo()
        desk = DrawingDesk(folder)
        assert ("halle" in [one.id for one in desk.drawing.places]) == (reached < 2)
        assert desk.undo() is None
        assert reached == 2 or desk.drawing == whole


def test_half_a_line_of_the_journal_is_as_if_nothing_had_been_done(folder):
    desk = DrawingDesk(folder)
    assert desk.do(ADDED) is None
    drawn = desk.drawing
    journal = folder / keeping.JOURNAL
    with journal.open("ab") as out:
        out.write(b'{"kind":"do","eve')
    desk = DrawingDesk(folder)
    assert desk.drawing == drawn
    assert desk.do(MovePlace("odyssud", (0.001, 0.0))) is None
    assert len(DrawingDesk(folder).rows) == 2


def test_a_disk_that_takes_one_file_only_leaves_both_as_they_were(folder, monkeypatch):
    desk = DrawingDesk(folder)
    assert desk.do(MovePlace("odyssud", (0.001, 0.0))) is None
    before, drawing, named = contents(desk), desk.drawing, landing._replace
    full = [False, True]

    def replaces(part, path):
        if full and full.pop(0):
            raise ExportError("disk_full", path=str(path))
        named(part, path)

    monkeypatch.setattr(landing, "_replace", replaces)
    assert desk.do(ADDED).code == "disk_full"
    assert (contents(desk), desk.drawing) == (before, drawing)
    assert desk.do(ADDED) is None
    assert DrawingDesk(folder).drawing == desk.drawing


def test_what_another_hand_wrote_is_never_written_over(folder):
    desk = DrawingDesk(folder)
    assert desk.do(ADDED) is None
    scenario = folder / "scenario.yaml"
    scenario.write_bytes(scenario.read_bytes() + b"# une note\n")
    refused = desk.do(NamePlace("halle", "fr", "Halle aux grains"))
    assert (refused.code, scenario.read_bytes().endswith(b"# une note\n")) == ("drawing_changed", True)
    again = DrawingDesk(folder)
    assert again.undo().code == "nothing_to_undo", "a journal of other files is not taken up"
    assert again.do(NamePlace("halle", "fr", "Halle aux grains")) is None
    assert scenario.read_bytes().endswith(b"# une note\n")


def test_left_properly_only_the_two_files_stay(folder):
    names = sorted(folder.iterdir())
    desk = DrawingDesk(folder)
    assert desk.do(ADDED) is None
    assert desk.do(RemovePlace("halle")) is None
    desk.close()
    assert sorted(folder.iterdir()) == names


def test_an_unfinished_place_comes_back(folder):
    desk = DrawingDesk(folder)
    before = contents(desk)
    assert desk.do(DrawCorner((1.39, 43.64))) is None
    assert desk.do(DrawCorner((1.391, 43.64))) is None
    assert contents(desk) == before
    assert DrawingDesk(folder).drawing.sketch == ((1.39, 43.64), (1.391, 43.64))
