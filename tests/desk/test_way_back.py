"""Whatever became of a session's file, what its copies hold is found, told and taken; never another session's."""

from __future__ import annotations

import os
import shutil

import pytest

from game.core.errors import JournalError
from game.core.moves.flow import TakeNote
from game.desk import copies
from game.desk.opening import new_session, open_session, sessions, summary
from game.desk.rescuing import rescue

NOTES = 12


def shelf():
    return iter(())


def begun(path, sources, word, notes=NOTES, date="2026-12-02"):
    desk = new_session(path, sources, "90", date=date)
    for n in range(notes):
        desk.do(TakeNote(f"{word} {n:03}"))
    copies.keep(path, desk.sources, desk.facts, list(desk.rows))
    desk.close()
    return path


@pytest.fixture
def played(path, sources):
    return begun(path, sources, "Note")


def hurt(path, at=5):
    path.write_bytes(path.read_bytes().replace(f"Note {at:03}".encode(), f"Note {at:02}x".encode()))


def notes(path):
    return [note.text for note in open_session(path, read_only=True).session.notes]


def test_the_copies_of_another_session_that_bore_the_name_are_never_taken(played, sources, tmp_path):
    played.unlink()
    desk = new_session(played, sources, "90", date="2026-12-03")
    for n in range(8):
        desk.do(TakeNote(f"Note {n:03}"))
    desk.close()
    hurt(played)
    done = rescue(played, tmp_path / "new.clap", shelf)
    assert (done.kept, notes(tmp_path / "new.clap")) == (6, [f"Note {n:03}" for n in range(5)])


def test_the_copies_of_a_renamed_session_are_found(played, tmp_path):
    renamed = played.rename(tmp_path / "Conseil de mercredi.clap")
    hurt(renamed)
    done = rescue(renamed, tmp_path / "new.clap", shelf)
    assert (done.kept, done.lost) == (NOTES + 1, 0)


def test_the_copies_left_where_the_session_was_are_found(played, tmp_path):
    (tmp_path / "clé").mkdir()
    moved = played.rename(tmp_path / "clé" / "Conseil.clap")
    hurt(moved)
    done = rescue(moved, tmp_path / "new.clap", shelf, tmp_path)
    assert (done.kept, done.lost) == (NOTES + 1, 0)


def test_of_a_copy_without_what_tells_of_persons_the_originals_copies_are_not_taken(played, tmp_path):
    from game.desk.purging import purge

    purge(played, tmp_path / "prêtée.clap", "(note effacée)", str)
    played.unlink()
    lent = tmp_path / "prêtée.clap"
    lent.write_bytes(lent.read_bytes()[:-4096])
    try:
        rescue(lent, tmp_path / "new.clap", shelf)
    except JournalError as error:
        assert error.code == "beyond_rescue"  # noqa: PT017  it may hold nothing, or no name
    else:
        assert set(notes(tmp_path / "new.clap")) <= {"(note effacée)"}
    again = open_session(tmp_path / "new.clap") if (tmp_path / "new.clap").exists() else None
    if again is not None:
        copies.follow(again.path, again.facts, list(again.rows))
        assert copies.copies(again.path) == ()
        again.close()


GONE = {
    "deleted": lambda path: path.unlink(),
    "emptied": lambda path: path.write_bytes(b""),
    "zeroed": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "another thing": lambda path: path.write_text("<html>404</html>" * 99),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("kind", GONE)
def test_a_file_of_which_nothing_is_left_is_told_with_its_copies_and_rescued_from_them(played, tmp_path, kind):
    GONE[kind](played)
    for read_only in (True, False):
        with pytest.raises(JournalError) as caught:
            open_session(played, read_only=read_only)
        assert caught.value.code in ("only_copies", "damaged")
    assert [(one.path, one.problem.code) for one in sessions(tmp_path)] == [(played, caught.value.code)]
    done = rescue(played, tmp_path / "new.clap", shelf)
    assert (done.kept, done.copied) == (NOTES + 1, True)
    listed = {one.path.name: one.problem for one in sessions(tmp_path)}
    assert listed["new.clap"] is None
    assert (played.name in listed) == (kind != "deleted"), "what is back is not told as gone any more"


@pytest.mark.parametrize("kind", GONE)
def test_without_copies_nothing_is_promised(played, kind):
    copies.forget(played)
    GONE[kind](played)
    with pytest.raises(JournalError) as caught:
        open_session(played, read_only=True)
    assert caught.value.code in ("missing", "empty", "not_a_session", "damaged")
    with pytest.raises(JournalError) as caught:
        rescue(played, played.with_name("new.clap"), shelf)
    assert not played.with_name("new.clap").exists()


def test_a_file_put_back_to_what_it_was_is_told_and_the_fuller_copies_stay(played, sources, tmp_path):
    older = tmp_path / "older"
    desk = open_session(played)
    shutil.copy(played, older)
    for n in range(7):
        desk.do(TakeNote(f"Suite {n}"))
    copies.keep(played, desk.sources, desk.facts, list(desk.rows))
    desk.close()
    assert summary(played).ahead == 0
    shutil.copy(older, played)
    assert summary(played).ahead == 7
    desk = open_session(played)
    desk.do(TakeNote("une autre suite"))
    copies.follow(played, desk.facts, list(desk.rows))
    copies.keep(played, desk.sources, desk.facts, list(desk.rows))
    desk.close()
    left = [one for one in sessions(tmp_path) if one.problem is not None]
    assert [one.problem.code for one in left] == ["only_copies"]
    assert summary(played).ahead == 0
    assert rescue(left[0].path, tmp_path / "new.clap", shelf).kept == NOTES + 1 + 7
    assert [one.problem for one in sessions(tmp_path)] == [None, None]


def test_a_session_that_was_renamed_is_not_told_as_gone(played, tmp_path):
    played.rename(tmp_path / "Conseil.clap")
    assert [one.problem for one in sessions(tmp_path)] == [None]


def test_half_a_session_without_a_gesture_is_told_as_such(played, tmp_path):
    copies.forget(played)
    played.write_bytes(played.read_bytes()[:100_000])
    with pytest.raises(JournalError) as caught:
        rescue(played, tmp_path / "new.clap", shelf)
    assert caught.value.code == "beyond_rescue"


@pytest.mark.parametrize("offset", [0, 3, 15, 68, 69, 71])
def test_a_byte_changed_in_what_tells_a_session_makes_it_a_damaged_one(played, offset):
    data = bytearray(played.read_bytes())
    data[offset] ^= 0x20
    played.write_bytes(data)
    for read_only in (True, False):
        with pytest.raises(JournalError) as caught:
            open_session(played, read_only=read_only)
        assert caught.value.code == "damaged"
    assert played.read_bytes() == data


def test_a_first_page_of_zeros_is_damage_not_an_empty_file(played):
    data = played.read_bytes()
    played.write_bytes(bytes(4096) + data[4096:])
    with pytest.raises(JournalError) as caught:
        open_session(played)
    assert caught.value.code == "damaged"


def test_of_thousands_of_sessions_that_are_gone_a_list_looks_at_few(played, tmp_path, monkeypatch):
    left = copies.folder(played)
    for n in range(200):
        home = left.with_name(f"{n:03}.clap")
        home.mkdir()
        os.link(left / "000001.clap", home / "000001.clap")
        os.utime(home, (n, n))
    played.unlink()
    looked = []
    look = copies.peek
    monkeypatch.setattr(copies, "peek", lambda path: looked.append(path) or look(path))
    found = [path.name for path in copies.orphans(tmp_path, ())]
    assert found == [played.name, *(f"{n:03}.clap" for n in range(199, 170, -1))]
    assert len(looked) == 30
