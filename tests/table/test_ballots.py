"""A secret vote at the real table, on a real file: a kill keeps the ballots, no draft is on record, no log tells."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from game.core.ballot import ANONYMOUS, HIDDEN, SECRET, Way
from game.core.moves.ballots import ChooseWay
from game.core.moves.flow import EnterPhase
from game.core.moves.levers import PlaceLever
from game.core.report import report
from game.desk.opening import open_session
from game.desk.tracing import traces
from game.export import export_one
from game.words.catalogue import speaker
from game.words.history import sentence
from tests.table.real import desk, opened, press
from tests.view.afternoon import PICKS
from tests.x11.sessions import LEVERS, made

BOARD = (
    *LEVERS,
    *(PlaceLever(lever, card) for card, _, _, levers in PICKS for lever in levers),
    EnterPhase("arbitrage"),
)


def rows(path: Path) -> list[tuple[str, str]]:
    """Give kind and data of every row of a session file."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT kind, data FROM rows ORDER BY id").fetchall()


def voted(home: Path, way: Way, card: str) -> Path:
    """Vote three times at the table, one ballot taken back whole; give the file as a kill leaves it."""
    path, left = made(home, *BOARD, ChooseWay(way)), home / "left.clap"
    with opened(path) as table:
        press(table, "tab:council:vote")
        press(table, "booth:take")
        for _ in range(3):
            press(table, f"lay:{card}")
            press(table, "booth:cast")
        press(table, f"lay:{card}")
        press(table, "booth:back")
        press(table, "undo")
        assert len(desk(table).session.ballot.cast) == 2
        shutil.copyfile(path, left)
    return left


@pytest.mark.parametrize("way", SECRET)
def test_a_kill_keeps_the_ballots_and_no_draft(way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    path = voted(tmp_path, way, "eau")
    found = rows(path)
    assert {kind for kind, _ in found} == {"gesture", "undo"}, "what is begun in the booth is on no record"
    cast = [data for kind, data in found if "BallotCast" in data]
    assert len(cast) == 3
    assert all(('"seat":""' in data) == (way == ANONYMOUS) for data in cast)
    told = open_session(path, read_only=True)
    log = [sentence(told.session, event, speaker("fr")) for line in told.log() for event in line.events]
    assert "Économiser" in " ".join(log), "the pick itself was placed and told"
    assert "Économiser" not in " ".join(log[-4:])
    with opened(path) as table:
        assert len(desk(table).session.ballot.cast) == 2
        press(table, "tab:council:vote")
        asked = table.tree.find("booth:ask") is not None
        assert asked == (way == ANONYMOUS)
        if way == HIDDEN:
            assert sum(node.key.startswith("voter:") and not node.acts for node in table.tree.walk()) == 2


def test_a_kill_keeps_the_guesses_behind_the_hand_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    path, left = made(tmp_path, EnterPhase("reperage")), tmp_path / "left.clap"
    with opened(path) as table:
        for key in ("guess:take", "slate:35", "slate:put", "slate:85", "slate:put", "slate:60", "slate:back", "undo"):
            press(table, key)
        assert table.ui.toast is not None
        assert "85" not in table.ui.toast.text
        for key in ("guess:take", "slate:70"):
            press(table, key)
        shutil.copyfile(path, left)
    assert [kind for kind, _ in rows(left)] == ["gesture"] * 4 + ["undo"], "what is begun on the slate is on no record"
    again = open_session(left, read_only=True)
    assert again.session.sealed == (("travaux", 35),)
    (file,) = export_one("json", report(again.session, traces(again.log())), "fr", tmp_path)
    exported = json.loads(file.read_bytes())
    again.close()
    assert exported["guesses"] == {"mean": None, "revealed": False, "share": exported["guesses"]["share"]}
    assert {seat["guess"] for seat in exported["session"]["seats"]} == {None}
