"""kill -9 at any instant: what was recorded is there, and the session goes on from it."""

import hashlib
import json
import os
import signal
import time
from dataclasses import replace
from random import Random

import pytest

from game.core.session import start
from game.desk import replay
from game.desk.opening import new_session, open_session
from tests.desk.players import any_gesture

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes to kill are made by fork"),
    pytest.mark.usefixtures("read_once"),
]


def digest(session, drafts):
    told = repr(replace(session, workshop=None)), sorted(drafts)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def play(path, seed, pipe):
    """Open the session and play for ever; after each gesture, tell how many rows are recorded, and what they make."""
    desk = open_session(path)
    dice = Random(seed)
    while True:
        any_gesture(dice, desk)
        line = json.dumps([count(desk), digest(desk.session, desk.drafts())])
        os.write(pipe, line.encode() + b"\n")


def count(desk):
    return len(desk.rows)


def killed(path, seed, gestures, after):
    """Have a process play and kill it `after` seconds from so many gestures; give the last thing it told."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(out)
            play(path, seed, into)
        finally:
            os._exit(9)
    os.close(into)
    told = b""
    while told.count(b"\n") < gestures and (more := os.read(out, 1 << 16)):
        told += more
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    while more := os.read(out, 1 << 16):
        told += more
    os.close(out)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), "the player stopped by itself"
    lines = told.split(b"\n")[:-1]
    assert lines
    return json.loads(lines[-1])


def seen(path, rows):
    """Read the session as it was after its first rows, without touching the file."""
    desk = open_session(path, read_only=True)
    found = desk.rows[:rows]
    marks = replay.marks(found)
    session = replay.history(start(desk.session.workshop), found, marks).session
    return count(desk), digest(session, marks.drafts.items()), (digest(desk.session, desk.drafts()))


TURNS = 30 if os.environ.get("CLAP_TORTURE") else 14


@pytest.mark.parametrize("seed", [1, 2, 3] if os.environ.get("CLAP_TORTURE") else [1])
def test_killed_again_and_again_nothing_recorded_is_missing(tmp_path, sources, seed):
    path, beside = tmp_path / "a.clap", tmp_path / "a.clap-journal"
    new_session(path, sources, "90", date="2026-12-02").close()
    dice, cut_in_a_gesture = Random(seed), 0
    for turn in range(TURNS):
        rows, made = killed(path, dice.random(), dice.randrange(1, 20), dice.random() * 0.003)
        cut_in_a_gesture += beside.exists() and beside.stat().st_size > 0
        there, prefix, whole = seen(path, rows)
        assert there in (rows, rows + 1), "a gesture told as recorded is missing"
        assert prefix == made
        if turn % 2:
            desk = open_session(path)
            assert digest(desk.session, desk.drafts()) == whole
            desk.close()
            assert list(tmp_path.iterdir()) == [path]
    assert there > 30
    assert cut_in_a_gesture > 0, "no kill fell in the middle of a gesture: the test is too kind"
