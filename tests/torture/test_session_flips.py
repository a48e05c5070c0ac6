"""One bit, digit or letter changed anywhere in a session file: the same session, a refusal, never another session."""

from __future__ import annotations

import os
from functools import cache
from random import Random

import pytest

from game.content.shelf import open_workshop
from game.core.errors import JournalError
from game.desk import opening, rescuing
from game.desk.opening import new_session, open_session
from game.desk.rescuing import rescue
from tests.desk.bench import blagnac
from tests.desk.hurting import KINDS, changed, told
from tests.desk.players import any_gesture

TRIES = int(os.environ.get("CLAP_TRIES", "3000"))


@pytest.fixture(scope="module", autouse=True)
def read_once():
    """Read the same texts once: each try opens them."""
    with pytest.MonkeyPatch.context() as patch:
        for room in (opening, rescuing):
            patch.setattr(room, "open_workshop", cache(open_workshop))
        yield


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    path = tmp_path_factory.mktemp("flips") / "a.clap"
    desk = new_session(path, blagnac(), "90", date="2026-12-02")
    dice = Random(4)
    for _ in range(250):
        any_gesture(dice, desk)
    desk.close()
    return path


def test_no_change_is_silent_and_nearly_all_are_rescued(played, tmp_path):
    sources = blagnac()
    data, dice = played.read_bytes(), Random(11)
    whole = told(open_session(played, read_only=True))
    counts = {"same": 0, "rescued": 0, "partly": 0, "lost": 0}
    kept, said = 0.0, {True}
    for turn in range(TRIES):
        hurt = tmp_path / f"{turn}.clap"
        hurt.write_bytes(changed(data, dice, KINDS[turn % len(KINDS)]))
        before = hurt.read_bytes()
        try:
            desk = open_session(hurt, read_only=True)
        except JournalError as error:
            said.add(error.facts["path"] == str(hurt))
            fate, share = rescued(hurt, tmp_path / "new.clap", sources, whole)
        else:
            assert told(desk) == whole, f"turn {turn}: another session, silently"
            fate, share = "same", 1.0
        assert hurt.read_bytes() == before
        counts[fate] += 1
        kept += share
        hurt.unlink()
    assert said == {True}
    print(counts, f"{100 * kept / TRIES:.2f} % of the rows kept")
    assert counts["lost"] <= TRIES * 0.05


def rescued(hurt, to, sources, whole):
    """Rescue a file; what is rescued is a beginning of the session, to the row."""
    try:
        done = rescue(hurt, to, lambda: iter([sources]))
    except JournalError:
        return "lost", 0.0
    rows = told(open_session(to, read_only=True))[0]
    first = 0 if done.noted else 1  # what may have changed is said
    assert rows[first:] == whole[0][first : len(rows)]
    to.unlink()
    assert len(rows) == done.kept
    return ("rescued" if len(rows) == len(whole[0]) else "partly"), len(rows) / len(whole[0])
