"""Sessions named anew, archived, thrown away and taken back: nothing is overwritten, and no kill loses anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.errors import JournalError
from game.core.moves.flow import TakeNote
from game.desk import copies, shelving
from game.desk.away import ARCHIVES, BIN, put_away
from game.desk.desk import Desk
from game.desk.opening import new_session, open_session, sessions
from game.desk.shelving import archive, discard, erase, rename, restore


@pytest.fixture
def path(tmp_path: Path, sources) -> Path:
    """Give a closed session of one note, with a copy and papers."""
    desk = made(tmp_path / "CLAP-Blagnac.clap", sources)
    desk.close()
    return desk.path


def made(path: Path, sources, note: str = "une note") -> Desk:
    desk = new_session(path, sources, "90", date="2026-12-02")
    desk.do(TakeNote(note))
    copies.keep(path, desk.sources, desk.facts, list(desk.rows))
    path.with_suffix("").mkdir()
    (path.with_suffix("") / "compte-rendu.docx").write_bytes(b"minutes")
    return desk


def notes(path: Path) -> list[str]:
    return [note.text for note in open_session(path, read_only=True).session.notes]


def whole(path: Path) -> bool:
    papers = path.with_suffix("") / "compte-rendu.docx"
    return notes(path) == ["une note"] and bool(copies.copies(path)) and papers.read_bytes() == b"minutes"


def test_a_session_takes_a_title_with_its_copies_and_its_papers(path):
    to = rename(path, "Conseil du 2 décembre : après-midi / salle 3")
    assert to.name == "Conseil du 2 décembre - après-midi - salle 3.clap"
    assert whole(to)
    assert not path.exists()
    assert not path.with_suffix("").exists()
    assert rename(to, to.stem) == to


def test_no_name_is_taken_from_another(path, sources, tmp_path):
    other = made(tmp_path / "Conseil.clap", sources, "l'autre")
    other.close()
    (tmp_path / "Budget").mkdir()  # somebody's own folder
    assert rename(path, "Conseil").name == "Conseil (2).clap"
    assert notes(other.path) == ["l'autre"]
    assert rename(tmp_path / "Conseil (2).clap", "Budget").name == "Budget (2).clap"
    with pytest.raises(JournalError, match="title_missing"):
        rename(tmp_path / "Budget (2).clap", "  ")


def test_a_session_goes_to_the_archives_and_comes_back(path, tmp_path):
    away = archive(path)
    assert away.parent.name == ARCHIVES
    assert whole(away)
    assert sessions(tmp_path) == ()
    assert put_away(tmp_path, ARCHIVES) == (away,)
    assert restore(away) == path
    assert whole(path)


def test_a_session_thrown_away_can_be_taken_back_until_it_is_erased(path, tmp_path):
    gone = discard(archive(path))
    assert gone.parent == tmp_path / BIN
    assert whole(restore(gone))
    with pytest.raises(JournalError, match="not_in_bin"):
        erase(path)
    gone = discard(path)
    erase(gone)
    assert put_away(tmp_path, BIN) == ()
    assert not copies.copies(gone)
    assert (gone.with_suffix("") / "compte-rendu.docx").exists(), "papers are the town's"


def test_numbers_of_sessions_put_away_are_not_given_again(path, sources, tmp_path):
    archive(path)
    again = new_session(tmp_path / "b.clap", sources, "90", date="2026-12-02")
    assert again.session.series == "B"
    again.close()


def test_a_session_being_played_stays_and_one_cut_off_is_closed_first(sources, tmp_path):
    desk = made(tmp_path / "a.clap", sources)
    with pytest.raises(JournalError, match="locked"):
        archive(desk.path)
    assert desk.do(TakeNote("encore")) is None
    desk.close()
    assert notes(archive(desk.path)) == ["une note", "encore"]
    with pytest.raises(JournalError, match="missing"):
        archive(desk.path)


class Killed(BaseException):
    """The program is killed: nothing after it is done."""


@pytest.mark.parametrize("what", ["rename", "archive", "discard"])
@pytest.mark.parametrize("n", [1, 2, 3])
def test_a_kill_between_two_of_its_steps_loses_nothing(what, n, path, tmp_path, monkeypatch):
    left, real = [n], Path.rename

    def renamed(self, to):
        left[0] -= 1
        if not left[0]:
            raise Killed
        return real(self, to)

    monkeypatch.setattr(Path, "rename", renamed)
    with pytest.raises(Killed):
        rename(path, "Conseil") if what == "rename" else getattr(shelving, what)(path)
    monkeypatch.undo()
    there = [one for one in tmp_path.rglob("*.clap") if one.is_file() and ".copies" not in one.parts]
    assert len(there) == 1
    assert notes(there[0]) == ["une note"]
    assert len([one for one in tmp_path.rglob("*.clap") if one.is_file() and ".copies" in one.parts]) == 1
    assert [one.read_bytes() for one in tmp_path.rglob("compte-rendu.docx")] == [b"minutes"]
    assert all(one.problem is None for one in sessions(tmp_path)), "home tells of no file that is gone"
