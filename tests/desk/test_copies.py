"""Twenty rotating copies in a hidden folder beside a session: whole, private, and gone with it."""

import os
import shutil
import stat

import pytest

from game.core.moves.flow import TakeNote
from game.desk import copies
from game.desk.desk import free
from game.desk.opening import new_session, open_session
from game.desk.purging import purge
from game.wiring.copying import GESTURES, SECONDS, Copying


@pytest.fixture
def kept(desk):
    return lambda: copies.keep(desk.path, desk.sources, desk.facts, list(desk.rows))


def test_a_copy_opens_as_the_session_was(desk, kept, same_as):
    desk.do(TakeNote("un"))
    made, session = kept(), desk.session
    desk.do(TakeNote("deux"))
    again = open_session(made, read_only=True)
    assert same_as(again.session, session)
    assert made.parent == desk.path.parent / ".copies" / desk.path.name


@pytest.mark.skipif(os.name != "posix", reason="rights are told otherwise there")
def test_nobody_else_may_read_them(desk, kept):
    made = kept()
    rights = [stat.S_IMODE(one.stat().st_mode) for one in (made, made.parent, made.parent.parent)]
    assert rights == [0o600, 0o700, 0o700]


def test_the_latest_twenty_are_kept(desk, kept):
    made = [kept() for _ in range(23)]
    assert copies.copies(desk.path) == tuple(reversed(made[3:]))


def test_where_they_take_much_room_two_stay(desk, kept, monkeypatch):
    monkeypatch.setattr(copies, "ROOM", 1)
    made = [kept() for _ in range(4)]
    assert copies.copies(desk.path) == (made[3], made[2])


def test_a_full_disk_is_no_fault_and_makes_room(desk, kept, monkeypatch):
    for _ in range(5):
        kept()

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(copies.Journal, "create", full)
        assert kept() is None
    assert len(copies.copies(desk.path)) == 2


def test_what_a_killed_program_left_goes(desk, kept):
    kept()
    part = copies.folder(desk.path) / "000002.part"
    part.write_bytes(b"half")
    made = kept()
    assert sorted(one.name for one in made.parent.iterdir()) == ["000001.clap", "000002.clap"]


def test_they_follow_a_session_that_was_renamed(desk, kept):
    kept()
    desk.close()
    renamed = desk.path.with_name("Conseil de mercredi.clap")
    desk.path.rename(renamed)
    copies.follow(renamed, desk.facts, desk.rows)
    assert [one.name for one in copies.copies(renamed)] == ["000001.clap"]
    assert copies.copies(desk.path) == ()


def test_those_of_another_session_are_not_taken_for_its_own(desk, kept, sources, tmp_path):
    kept()
    desk.close()
    desk.path.unlink()
    assert free(desk.path.parent, desk.path.stem) != desk.path, "a name that copies still bear is taken"
    other = new_session(desk.path, sources, "90", title="Une autre", date="2026-12-03")
    copies.follow(other.path, other.facts, other.rows)
    assert copies.copies(other.path) == ()
    assert len(list((tmp_path / ".copies").iterdir())) == 1
    other.close()


def test_those_of_a_session_gone_for_long_go(desk, kept, tmp_path):
    old = tmp_path / ".copies" / "Ancienne.clap"
    kept()
    shutil.copytree(copies.folder(desk.path), old)
    kept()
    assert old.is_dir()
    os.utime(old, (0, 0))
    kept()
    assert not old.exists()
    assert copies.copies(desk.path)


@pytest.mark.skipif(os.name != "posix", reason="links are made otherwise there")
@pytest.mark.parametrize("linked", [".copies", ".copies/gone.clap"])
def test_nothing_goes_beyond_a_link_of_a_strangers_stick(desk, kept, tmp_path, linked):
    theirs = tmp_path / "theirs"
    for name in ("photos", "gone.clap"):
        (theirs / name).mkdir(parents=True)
        for file in ("1.jpg", "000001.clap", "notes.part"):
            (theirs / name / file).write_bytes(b"mine")
            os.utime(theirs / name / file, (0, 0))
        os.utime(theirs / name, (0, 0))
    before = sorted(theirs.rglob("*"))
    at = desk.path.parent / linked
    at.parent.mkdir(exist_ok=True)
    at.symlink_to(theirs if linked == ".copies" else theirs / "gone.clap")
    kept()
    copies.forget(desk.path.with_name("gone.clap"))
    copies.follow(desk.path, desk.facts, list(desk.rows))
    assert sorted(theirs.rglob("*")) == before


def test_what_is_no_copy_is_left_in_place(desk, kept):
    home = kept().parent
    (home / "à moi.txt").write_text("mien")
    copies.forget(desk.path)
    assert [one.name for one in home.iterdir()] == ["à moi.txt"]


def test_they_are_forgotten_with_it(desk, kept, tmp_path):
    kept()
    copies.forget(desk.path)
    assert not (tmp_path / ".copies").exists()


def test_they_are_made_at_opening_after_so_many_gestures_or_minutes_and_at_closing(desk):
    now = [0.0]
    copying = Copying(lambda: now[0])

    def made():
        copying.look(desk)
        if copying._job is not None:
            copying._job.answer()
        return len(copies.copies(desk.path))

    assert [made(), made()] == [1, 1]
    for n in range(GESTURES):
        desk.do(TakeNote(str(n)))
    assert made() == 2
    desk.do(TakeNote("encore"))
    assert made() == 2
    now[0] = SECONDS + 1
    assert made() == 3
    desk.do(TakeNote("enfin"))
    desk.close()
    copying.left(desk)
    copying._job.answer()
    assert len(copies.copies(desk.path)) == 4
    assert len(open_session(copies.copies(desk.path)[0], read_only=True).rows) == len(desk.rows)


def test_a_purged_file_has_no_copies_of_what_bore_its_name(desk, kept, tmp_path):
    kept()
    to = tmp_path / "purgée.clap"
    shutil.copytree(copies.folder(desk.path), copies.folder(to))
    purge(desk.path, to, "effacé", str)
    assert copies.copies(to) == ()
    assert copies.copies(desk.path)
