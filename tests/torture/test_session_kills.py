"""A thousand kills at any instant: nothing acknowledged is missing, home is right, and looking changes nothing."""

from __future__ import annotations

import os
from random import Random

import pytest

from game.desk.opening import new_session, open_session
from tests.desk.conftest import read_once, sources
from tests.desk.test_kill import digest, killed, seen
from tests.torture.test_session_disk import looked

__all__ = ["read_once", "sources"]
KILLS = int(os.environ.get("CLAP_TRIES", "1000"))
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes to kill are made by fork"),
    pytest.mark.usefixtures("read_once"),
]


def test_killed_a_thousand_times_nothing_recorded_is_missing(tmp_path, sources):
    path = tmp_path / "a.clap"
    new_session(path, sources, "90", date="2026-12-02").close()
    dice, half, fresh = Random(1), 0, path.read_bytes()
    for turn in range(KILLS):
        if turn % 40 == 0:
            path.write_bytes(fresh)
            (tmp_path / "a.clap-journal").unlink(missing_ok=True)
        rows, made = killed(path, dice.random(), dice.randrange(1, 12), dice.random() * 0.003)
        journal = tmp_path / "a.clap-journal"
        half += journal.exists() and journal.stat().st_size > 0
        assert looked(path) in (rows, rows + 1)
        there, prefix, whole = seen(path, rows)
        assert there in (rows, rows + 1)
        assert prefix == made
        if turn % 2:
            desk = open_session(path)
            assert digest(desk.session, desk.drafts()) == whole
            desk.close()
            assert list(tmp_path.iterdir()) == [path]
    print(f"{KILLS} kills, {half} in a gesture")
