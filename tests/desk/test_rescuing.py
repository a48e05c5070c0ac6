"""What is good of a damaged session goes into a new one, and what is not is named; the damaged file stays as it is."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from game.core.errors import JournalError
from game.core.moves.flow import EnterPhase, TakeNote
from game.desk import copies
from game.desk.opening import new_session, open_session, texts_of
from game.desk.rescuing import rescue
from game.journal import salvage
from game.journal.journal import Journal
from tests.journal.files import as_version_1

NOTES = 60
pytestmark = pytest.mark.usefixtures("read_once")


@pytest.fixture
def played(path, sources):
    desk = new_session(path, sources, "90", date="2026-12-02")
    desk.do(EnterPhase("enjeux"))
    for n in range(NOTES):
        desk.do(TakeNote(f"Note numéro {n:03} de la séance"))
    desk.draft("title", "à moitié")
    desk.close()
    return path


def hurt(path, old, new):
    """Change bytes of the file where they stand."""
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    return path.read_bytes()


def refused(path):
    codes = set()
    for read_only in (True, False):
        with pytest.raises(JournalError) as caught:
            open_session(path, read_only=read_only)
        codes.add(caught.value.code)
    assert len(codes) == 1
    return caught.value


def test_a_letter_changed_in_a_row_is_restored_as_its_digest_proves_it(played, sources, tmp_path):
    whole = open_session(played, read_only=True)
    hurt(played, "numéro 040".encode(), "numéro 047".encode())
    assert refused(played).code == "damaged_from"
    done = rescue(played, tmp_path / "new.clap", lambda: iter([sources]))
    assert (done.kept, done.lost, done.texts, done.noted, done.proven) == (63, 0, (), True, True)
    assert open_session(tmp_path / "new.clap", read_only=True).session == whole.session


def test_letters_changed_in_a_row_are_told_with_the_last_good_gesture_and_rescued_up_to_it(played, sources, tmp_path):
    whole = open_session(played, read_only=True)
    before = hurt(played, "numéro 040".encode(), b"numero 0407")
    error = refused(played)
    assert (error.code, error.facts["last"], error.facts["lost"]) == ("damaged_from", 42, 21)
    done = rescue(played, tmp_path / "new.clap", lambda: iter([sources]))
    assert played.read_bytes() == before
    assert (done.kept, done.lost, done.texts, done.noted, done.proven) == (42, 21, (), True, True)
    again = open_session(tmp_path / "new.clap")
    assert [note.text for note in again.session.notes] == [note.text for note in whole.session.notes][:40]
    assert again.do(TakeNote("la suite")) is None
    again.close()


@pytest.mark.parametrize("part", ["deck", "scenario", "map", "duties"])
def test_a_damaged_text_is_taken_from_the_shelf_to_the_letter(played, sources, tmp_path, part):
    text = texts_of(sources)[part]
    hurt(played, text[5000:5040], text[5000:5039] + b"\x01")
    assert (refused(played).code, refused(played).facts["source"]) == ("damaged_text", part)
    done = rescue(played, tmp_path / "new.clap", lambda: iter([sources]))
    assert (done.kept, done.lost, done.texts) == (NOTES + 3, 0, ((part, "same"),))
    assert Journal.open(tmp_path / "new.clap", read_only=True).sources()[part] == text


def test_a_damaged_text_without_an_original_is_kept_as_it_reads_or_replaced_and_this_is_said(played, sources, tmp_path):
    hurt(played, b"The CLAP deck", b"The CLAP dxck")
    done = rescue(played, tmp_path / "kept.clap", lambda: iter(()))
    assert done.texts == (("deck", "unsure"),)
    hurt(played, b"format: ", b"fxrmat: ")
    other = replace(sources, deck_text=sources.deck_text + b"\n# today\n")
    done = rescue(played, tmp_path / "other.clap", lambda: iter([other]))
    assert dict(done.texts) == {"deck": "other", "scenario": "same", "duties": "same"}
    with pytest.raises(JournalError) as caught:
        rescue(played, tmp_path / "none.clap", lambda: iter(()))
    assert caught.value.code == "beyond_rescue"
    assert not (tmp_path / "none.clap").exists()


def test_facts_that_changed_are_told_and_the_rows_are_all_kept(played, tmp_path):
    hurt(played, b"Blagnac", b"Blognac")
    assert refused(played).code in ("damaged_facts", "damaged_text")
    hurt(played, b"Blognac", b"Blagnac")
    open_session(played, read_only=True)
    data = played.read_bytes()
    place = data.index(b"agenda90")
    played.write_bytes(data[: place + 6] + b"80" + data[place + 8 :])
    assert refused(played).code == "damaged_facts"
    done = rescue(played, tmp_path / "new.clap", lambda: iter(()))
    assert (done.kept, done.noted) == (NOTES + 3, False)


@pytest.mark.parametrize("offset", [1, 16, 28, 56, 60, 68, 100, 103, 108])
def test_whatever_is_broken_in_the_first_page_the_rows_are_found(played, sources, tmp_path, offset):
    data = bytearray(played.read_bytes())
    data[offset] ^= 0x41
    played.write_bytes(data)
    try:
        open_session(played, read_only=True)
    except JournalError:
        assert rescue(played, tmp_path / "new.clap", lambda: iter([sources])).kept == NOTES + 3
        open_session(tmp_path / "new.clap", read_only=True)


def test_half_a_file_gives_what_it_holds(played, sources, tmp_path):
    data = played.read_bytes()
    played.write_bytes(data[:-4096])
    assert refused(played).code == "truncated"
    done = rescue(played, tmp_path / "new.clap", lambda: iter([sources]))
    assert 10 < done.kept < NOTES + 3
    open_session(tmp_path / "new.clap", read_only=True)


def test_what_no_row_can_be_read_of_is_refused_and_a_file_that_is_there_is_not_written_over(played, tmp_path):
    other = tmp_path / "notes.clap"
    other.write_bytes(b"des notes" * 3000)
    with pytest.raises(JournalError) as caught:
        rescue(other, tmp_path / "new.clap", lambda: iter(()))
    assert caught.value.code == "not_a_session"
    with pytest.raises(JournalError) as caught:
        rescue(played, other, lambda: iter(()))
    assert caught.value.code == "exists"
    assert other.read_bytes() == b"des notes" * 3000


def test_a_session_being_played_is_not_rescued(played, tmp_path):
    desk = open_session(played)
    with pytest.raises(JournalError) as caught:
        rescue(played, tmp_path / "new.clap", lambda: iter(()))
    assert caught.value.code == "locked"
    desk.close()


def test_a_session_of_before_the_digests_is_rescued_and_said_to_be_unproven(played, sources, tmp_path):
    as_version_1(played)
    force = sqlite3.connect(played)
    force.execute("UPDATE sources SET sha256 = 'x' WHERE name = 'map'")
    force.commit(), force.close()
    assert refused(played).code == "damaged_text"
    done = rescue(played, tmp_path / "new.clap", lambda: iter([sources]))
    assert (done.kept, done.proven) == (NOTES + 3, False)


def test_a_copy_that_holds_more_is_taken(played, sources, tmp_path):
    copy = copies.folder(played) / "000001.clap"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(played.read_bytes())
    hurt(played, "numéro 040".encode(), "numéro 047".encode())
    done = rescue(played, tmp_path / "new.clap", lambda: iter([sources]))
    assert (done.kept, done.lost) == (NOTES + 3, 0)


def test_a_file_is_read_to_its_last_zero(played, monkeypatch):
    """One file in 256 ends in a digest whose last byte is zero: its row, and all after it, were once given up."""
    sizes = []
    pages = salvage.Pages
    monkeypatch.setattr(salvage, "Pages", lambda data: sizes.append(len(data)) or pages(data))
    assert len(salvage.salvage(played).rows) == NOTES + 3
    assert sizes == [played.stat().st_size]


def test_the_zeros_after_a_session_are_not_searched(played, monkeypatch):
    """Padded by a failing stick: what is read stops a page after the last byte that is something."""
    whole, sizes, pages = played.stat().st_size, [], salvage.Pages
    played.write_bytes(played.read_bytes() + bytes(2_000_000))
    monkeypatch.setattr(salvage, "Pages", lambda data: sizes.append(len(data)) or pages(data))
    assert len(salvage.salvage(played).rows) == NOTES + 3
    assert whole <= sizes[0] <= whole + 65_536
