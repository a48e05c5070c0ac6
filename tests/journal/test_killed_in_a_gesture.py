"""A program killed while a gesture grows the file: its first page already tells pages that are not there yet."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from game.core.errors import JournalError
from game.journal.journal import Journal
from game.journal.peek import peek
from game.journal.salvage import salvage


@pytest.fixture
def half(played, tmp_path):
    """Give a session with a gesture half written beside it, the file shorter than its first page tells."""
    path = tmp_path / "half.clap"
    shutil.copyfile(played, path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE more (what BLOB)")
    connection.executemany("INSERT INTO more VALUES (zeroblob(3000))", [()] * 60)
    there = tmp_path / "there.clap"
    shutil.copyfile(path, there)
    shutil.copyfile(f"{path}-journal", f"{there}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    assert Path(f"{there}-journal").stat().st_size > 0
    with there.open("r+b") as file:
        file.seek(28)
        file.write((there.stat().st_size // 4096 + 3).to_bytes(4, "big"))
    return there


def test_it_is_read_as_it_was_before_the_gesture(half):
    before = half.read_bytes()
    assert len(Journal.open(half, read_only=True).rows()) == 20
    assert half.read_bytes() == before


def test_it_is_played_on(half):
    journal = Journal.open(half)
    assert len(journal.rows()) == 20
    journal.close()


def test_without_its_journal_it_is_told_as_cut(half):
    Path(f"{half}-journal").unlink()
    with pytest.raises(JournalError, match="truncated"):
        Journal.open(half)


def test_a_list_says_it_was_not_closed(half):
    found = peek(half)
    assert (found.last, found.playing, found.cut) == (Journal.open(half, read_only=True).rows()[-1], False, True)


@pytest.mark.parametrize("left", [20, 0], ids=["its journal torn", "its journal emptied"])
def test_what_cannot_be_taken_back_is_refused_and_every_row_is_rescued(half, left):
    rows = Journal.open(half, read_only=True).rows()
    with Path(f"{half}-journal").open("r+b") as file:
        file.truncate(left)
    for find in (peek, Journal.open):
        with pytest.raises(JournalError, match=r"damaged|truncated"):
            find(half)
    assert salvage(half).rows == rows
