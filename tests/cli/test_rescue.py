"""`clap session rescue`, and what the other commands say of a damaged session."""

from __future__ import annotations

from pathlib import Path

from game.content.shelf import load_scenario
from game.core.moves.flow import TakeNote
from game.desk.opening import new_session
from game.places import shelves
from tests.cli.conftest import Clap, clap

__all__ = ["clap"]


def test_a_damaged_session_is_refused_in_a_sentence_and_rescued_into_another(clap: Clap, tmp_path: Path) -> None:
    path = tmp_path / "a.clap"
    desk = new_session(path, load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90", date="2026-12-02")
    for n in range(9):
        desk.do(TakeNote(f"Note {n}"))
    desk.close()
    path.write_bytes(hurt := path.read_bytes().replace(b"Note 5", b"Nute 8"))
    for words in (("session", "log", path), ("export", path, "--to", tmp_path / "out"), ("session", "purge", path)):
        said = clap(*words)
        assert said.code == 1
        assert "jusqu'au geste 6" in said.err
        assert "{" not in said.err
    said = clap("session", "rescue", path)
    assert said.code == 0
    assert "6 gestes sont repris" in said.out
    assert "4 gestes après lui" in said.out
    assert path.read_bytes() == hurt
    new = tmp_path / "a-récupérée.clap"
    assert clap("session", "log", new).out.count("Note\u00a0") == 5
    assert clap("session", "rescue", path, "--to", new).code == 1
    notes = tmp_path / "notes.clap"
    notes.write_text("rien")
    assert "n'est pas une séance" in clap("session", "rescue", notes, "--lang", "fr").err
    assert clap("session", "rescue", tmp_path / "nowhere.clap").code == 1
