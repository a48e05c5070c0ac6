"""The session's file is gone, cut, emptied or another's while it is played: it is said, and nothing is lost."""

import shutil

import pytest

from game.core.errors import JournalError
from game.core.moves.flow import EnterPhase, TakeNote
from game.desk.opening import new_session, open_session
from game.journal.journal import Journal


def emptied(path):
    path.write_bytes(b"")


def cut(path):
    data = path.read_bytes()
    with path.open("r+b") as file:
        file.truncate(len(data) * 2 // 3)


def older(path):
    with path.open("r+b") as file:
        data = path.with_suffix(".old").read_bytes()
        file.truncate(len(data))
        file.write(data)


def other(path):
    with path.open("r+b") as file:
        file.truncate(0)
        file.write(b"un tout autre fichier\n" * 3000)


def zeroed(path):
    with path.open("r+b") as file:
        file.write(b"\0" * path.stat().st_size)


def deleted(path):
    path.unlink()


def swapped(path):
    shutil.copyfile(path.with_suffix(".old"), path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


WAYS = [emptied, cut, older, other, zeroed, deleted, swapped]


def standing(desk):
    return tuple(notice for notice in desk.notices() if notice[0] not in ("no_undo", "no_redo", "gestures"))


def played(desk, *notes):
    for note in notes:
        assert desk.do(TakeNote(note)) is None


@pytest.fixture
def old(desk):
    """Give a desk in the middle of its play, an older copy of its file lying beside it."""
    played(desk, "un")
    shutil.copyfile(desk.path, desk.path.with_suffix(".old"))
    assert desk.do(EnterPhase("enjeux")) is None
    played(desk, "deux", "trois")
    return desk


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_at_closing_the_file_is_read_back_and_a_whole_new_one_is_written_beside(old, way, same_as):
    desk, former, session = old, old.path, old.session
    way(former)
    left = former.read_bytes() if former.exists() else None
    with pytest.raises(JournalError) as caught:
        desk.close()
    assert caught.value == JournalError("rewritten", path=str(desk.path), former=former.name)
    assert (left is None) == (desk.path == former), "what is there now is another's: it is left alone"
    assert left is None or former.read_bytes() == left
    assert standing(desk) == ()
    desk.close()
    again = open_session(desk.path)
    assert same_as(again.session, session)
    assert len(again.rows) == len(desk.rows)
    again.close()


def test_a_file_that_holds_all_is_closed_without_a_word(old):
    old.close()
    old.close()
    assert [path.name for path in old.path.parent.glob("*.clap")] == [old.path.name]


@pytest.mark.parametrize(("code", "kind"), [("missing", "gone"), ("replaced", "replaced"), ("damaged", "replaced")])
def test_once_the_file_is_lost_the_whole_session_is_told_to_be_in_memory(old, monkeypatch, code, kind, tmp_path):
    def lost(journal, *rows):
        raise JournalError(code, path=str(journal.path))

    monkeypatch.setattr(Journal, "append", lost)
    played(old, "quatre")
    assert standing(old) == ((kind, str(len(old.rows))),)
    monkeypatch.undo()
    played(old, "cinq")
    assert standing(old) == ((kind, str(len(old.rows))),), "a file that came back is not trusted"
    (tmp_path / "ailleurs").mkdir()
    old.move_to(tmp_path / "ailleurs")
    assert standing(old) == ()
    old.close()
    assert [note.text for note in open_session(old.path, read_only=True).session.notes][-2:] == ["quatre", "cinq"]


def test_where_nothing_can_be_written_closing_says_that_all_would_be_lost(path, sources, tmp_path):
    folder = tmp_path / "clé"
    folder.mkdir()
    desk = new_session(folder / path.name, sources, "90")
    played(desk, "un", "deux")
    shutil.rmtree(folder)
    for _ in range(2):
        with pytest.raises(JournalError) as caught:
            desk.close()
        assert caught.value == JournalError("all_unsaved", n=3, path=str(folder / path.name))
    assert standing(desk)[0][1] == "3"
    folder.mkdir()
    with pytest.raises(JournalError) as caught:
        desk.close()
    assert caught.value.code == "rewritten"
    desk.close()
    assert len(open_session(desk.path, read_only=True).rows) == 3


def test_a_failed_write_whatever_it_was_is_counted_and_written_once(old, monkeypatch):
    def broken(*_):
        raise RuntimeError("a driver's own")

    monkeypatch.setattr(Journal, "append", broken)
    played(old, "quatre")
    assert standing(old) == (("unwritten", "1"),)
    monkeypatch.undo()
    played(old, "cinq")
    assert standing(old) == ()
    old.close()
    again = open_session(old.path, read_only=True)
    assert [row.id for row in again.rows] == list(range(1, len(old.rows) + 1))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_it_is_noticed_at_the_next_gesture(old, way):
    way(old.path)
    played(old, "le geste d'après")
    kind = "gone" if way is deleted else "replaced"
    assert standing(old) == ((kind, str(len(old.rows))),)
