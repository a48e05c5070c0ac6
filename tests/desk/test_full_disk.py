"""A disk that fills up: play goes on in memory, is counted, is written as soon as it can be, or moves elsewhere."""

import errno
import os
import shutil
import subprocess
from contextlib import suppress
from random import Random

import pytest

from game.core.errors import JournalError
from game.core.moves.flow import TakeNote
from game.desk.opening import new_session, open_session
from game.journal.journal import Journal
from tests.desk.players import any_gesture

LONG = "L'école d'abord " * 40


def until_full(desk, most=500):
    for n in range(most):
        assert desk.do(TakeNote(f"{n} {LONG}")) is None
        if desk.unsaved:
            return n
    raise AssertionError


def kinds(path):
    return [(row.id, row.kind, row.data) for row in Journal.open(path, read_only=True).rows()]


def made(desk):
    return [(line.id, line.kind) for line in desk.log()]


@pytest.fixture
def full(desk):
    """Give a desk whose file can grow no more."""
    desk.do(TakeNote("avant"))
    pages = desk._keeping.journal._connection.execute("PRAGMA page_count").fetchone()[0]
    desk._keeping.journal._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    until_full(desk)
    return desk


def room(desk):
    desk._keeping.journal._connection.execute("PRAGMA max_page_count = 100000")


def standing(desk):
    return tuple(notice for notice in desk.notices() if notice[0] not in ("no_undo", "no_redo", "gestures"))


def test_play_goes_on_and_is_counted(full):
    saved = len(full.log()) - 1
    assert standing(full) == (("disk", "1"),)
    assert full.undo() is None
    assert full.redo() is None
    full.draft("title", "é" * 3000)
    assert full.do(TakeNote("après " + LONG)) is None
    assert standing(full) == (("disk", "5"),)
    assert full.session.notes[-1].text.startswith("après")
    assert full.drafts() == (("title", "é" * 3000),)
    assert len(kinds(full.path)) == saved


def test_the_next_gesture_writes_them_all_in_order(full, same_as):
    full.draft("title", "é" * 5000)
    assert full.undo() is None
    room(full)
    assert full.unsaved == 3
    full.do(TakeNote("de la place"))
    assert standing(full) == ()
    assert [row[:2] for row in kinds(full.path)] == made(full)
    session, drafts = full.session, full.drafts()
    full.close()
    again = open_session(full.path)
    assert same_as(again.session, session)
    assert again.drafts() == drafts
    again.close()


def test_closing_tries_once_more_and_says_what_would_be_lost(full):
    with pytest.raises(JournalError) as caught:
        full.close()
    assert caught.value == JournalError("unsaved", n=1, path=str(full.path))
    with pytest.raises(JournalError):
        open_session(full.path)
    room(full)
    full.close()
    assert len(kinds(full.path)) == len(full.log())


def test_the_session_moves_to_another_folder_with_everything(full, tmp_path, same_as):
    elsewhere = tmp_path / "clé USB"
    with pytest.raises(JournalError) as caught:
        full.move_to(elsewhere)
    assert caught.value.code == "no_folder"
    assert standing(full) == (("disk", "1"),)
    elsewhere.mkdir()
    former, before = full.path, kinds(full.path)
    moved = full.move_to(elsewhere)
    assert full.path == moved == elsewhere / former.name
    assert standing(full) == ()
    full.do(TakeNote("ailleurs"))
    assert [row[:2] for row in kinds(moved)] == made(full)
    assert kinds(former) == before, "what was saved stays where it was"
    assert list(former.parent.glob("*-journal")) == []
    full.undo()
    session = full.session
    full.close()
    again = open_session(moved)
    assert same_as(again.session, session)
    assert again.redo() is None
    again.close()


def test_a_disk_taken_away_loses_nothing(desk, tmp_path, monkeypatch, same_as):
    (tmp_path / "autre").mkdir()

    def gone(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("game.journal.journal._write", gone)
    desk.do(TakeNote("un")), desk.do(TakeNote("deux"))
    assert standing(desk) == (("disk", "2"),)
    with pytest.raises(JournalError) as caught:
        desk.move_to(tmp_path / "autre")
    assert caught.value.code == "disk_full"
    assert list((tmp_path / "autre").iterdir()) == []
    monkeypatch.undo()
    shutil.rmtree(tmp_path / "autre")
    desk.path.unlink()
    (tmp_path / "autre").mkdir()
    moved = desk.move_to(tmp_path / "autre")
    assert [note.text for note in open_session(moved, read_only=True).session.notes] == ["un", "deux"]


@pytest.mark.skipif(os.name != "posix", reason="a folder in use cannot be deleted there")
def test_a_folder_deleted_during_the_play_is_no_full_disk(path, sources, tmp_path):
    folder = tmp_path / "séances"
    folder.mkdir()
    desk = new_session(folder / path.name, sources, "90")
    shutil.rmtree(folder)
    desk.do(TakeNote("un")), desk.do(TakeNote("deux"))
    assert standing(desk) == (("gone", "3"),)
    desk.move_to(tmp_path)
    assert standing(desk) == ()
    desk.close()


def test_a_small_disk_filled_for_real(tmp_path, sources, same_as):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", disk]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting a small disk is not allowed here")
    try:
        desk = new_session(disk / "a.clap", sources, "90", date="2026-12-02")
        desk.do(TakeNote("avant"))
        filler = disk / "filler"
        fill_disk(filler)
        until_full(desk)
        dice = Random(4)
        for _ in range(60):
            any_gesture(dice, desk)
        assert desk.unsaved > 10
        saved = len(desk.log()) - desk.unsaved
        assert len(kinds(desk.path)) == saved
        filler.unlink()
        desk.do(TakeNote("de la place"))
        assert standing(desk) == ()
        assert [row[:2] for row in kinds(desk.path)] == made(desk)
        fill_disk(filler)
        until_full(desk)
        moved = desk.move_to(tmp_path)
        session = desk.session
        desk.close()
        assert same_as(open_session(moved, read_only=True).session, session)
    finally:
        subprocess.run(["umount", disk], check=True)


def fill_disk(path):
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the limit is set in a process of its own")
def test_a_file_that_may_grow_no_more_keeps_what_it_has(desk):
    resource = pytest.importorskip("resource")
    desk.do(TakeNote("avant"))
    desk.close()
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (desk.path.stat().st_size + 8192,) * 2)
            limited = open_session(desk.path)
            until_full(limited)
            limited.do(TakeNote("encore"))
            os.write(into, f"{len(limited.log())} {limited.unsaved}".encode())
        finally:
            os._exit(0)
    os.close(into)
    total, unsaved = map(int, os.read(out, 100).split())
    os.close(out)
    os.waitpid(child, 0)
    assert unsaved >= 2
    again = open_session(desk.path)
    assert len(again.log()) == total - unsaved
    again.close()
