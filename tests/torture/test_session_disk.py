"""Power cuts, calls that fail, files cut short: nothing acknowledged is missing, looking changes nothing."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from random import Random

import pytest

from game.content.shelf import open_workshop
from game.core.errors import JournalError
from game.desk import opening
from game.desk.opening import new_session, open_session, summary
from tests.desk.bench import blagnac
from tests.torture.disk import play, power_cut, shim, steps

CUTS, FAULTS, TRUNCATIONS = (int(os.environ.get("CLAP_TRIES", n)) for n in (1000, 150, 200))
GESTURES = 40


@pytest.fixture(scope="module", autouse=True)
def read_once():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_workshop", cache(open_workshop))
        yield


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return shim(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def begun(tmp_path):
    path = tmp_path / "a.clap"
    new_session(path, blagnac(), "90", date="2026-12-02").close()
    return path


def looked(path: Path) -> int:
    """Look at a file as home and an export do; give its rows. Nothing in its folder changes."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    seen = summary(path)
    rows = open_session(path, read_only=True).rows
    assert seen.problem is None, seen.problem
    assert (seen.when, seen.phase, seen.state) == (rows[-1].at, rows[-1].phase, rows[-1].state)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before
    return len(rows)


def test_whatever_a_power_cut_leaves_all_acknowledged_is_there(begun, library, tmp_path):
    start, notes = begun.read_bytes(), tmp_path / "notes"
    said = play(library, begun, 5, GESTURES, notes=notes)
    assert said.stderr == ""
    every, dice, half = steps(notes), Random(3), 0
    rows = [int(line) for line in said.stdout.split()]
    ends = [n for n, step in enumerate(every) if step.kind == "s" and step.file == 2 and every[n - 1].kind == "t"]
    room = tmp_path / "cut"
    room.mkdir()
    for _ in range(CUTS):
        cut = dice.randrange(1, len(every))
        session, journal = power_cut(start, every[:cut], dice)
        (room / "a.clap").write_bytes(session)
        (room / "a.clap-journal").write_bytes(journal)
        half += bool(journal)
        acknowledged = sum(end < cut for end in ends)
        found = looked(room / "a.clap")
        least = 1 + acknowledged
        assert least <= found <= least + 1, (cut, found, least)
        desk = open_session(room / "a.clap")
        assert len(desk.rows) == found
        desk.close()
        assert [file.name for file in room.iterdir()] == ["a.clap"]
    assert len(ends) >= rows[-1] - 1
    assert half > CUTS / 10
    print(f"{CUTS} power cuts, {half} in a gesture, {len(every)} calls")


def test_a_call_that_fails_loses_nothing_acknowledged(begun, library, tmp_path):
    start, dice, failed = begun.read_bytes(), Random(8), 0
    notes = tmp_path / "notes"
    play(library, begun, 5, 12, notes=notes)
    calls = len(steps(notes))
    room = tmp_path / "fault"
    room.mkdir()
    for turn in range(FAULTS):
        path = room / "a.clap"
        path.write_bytes(start)
        fault = dice.randrange(1, calls) * (1 if turn % 2 else -1)
        said = play(library, path, turn, 12, fault=fault)
        assert said.stderr == "", (fault, said.stderr)
        lines = said.stdout.split()
        acknowledged = max([int(line) for line in lines if line.isdigit()], default=0)
        found = looked(path)
        assert found >= acknowledged, (fault, found, lines)
        failed += "left" in lines
        desk = open_session(path)
        assert [row.id or n for n, row in enumerate(desk.rows, 1)] == list(range(1, found + 1))
        desk.close()
    print(f"{FAULTS} faults, {failed} sessions left with gestures in memory")


def test_cut_short_anywhere_it_is_refused_and_home_says_the_same(begun, tmp_path):
    data, dice = begun.read_bytes(), Random(2)
    path = tmp_path / "short.clap"
    for _ in range(TRUNCATIONS):
        path.write_bytes(short := data[: dice.randrange(len(data))])
        problem = summary(path).problem
        with pytest.raises(JournalError) as caught:
            open_session(path)
        assert problem is not None
        assert problem.code == caught.value.code == ("truncated" if short else "empty")
        assert path.read_bytes() == short
