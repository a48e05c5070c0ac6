"""A glance at a session file, for a list: its last row and what was noted at creation; nothing is copied or checked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from game.journal.checks import HELD, check_header, inode, told
from game.journal.connection import Row, connect, known, last_row, noted
from game.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Peek:
    """What a list shows. `playing`: some program plays it now; `cut`: the one that played it did not close it."""

    last: Row | None
    facts: dict[str, str]
    playing: bool = False
    cut: bool = False


def peek(path: Path) -> Peek:
    """Look at a session file. Raises JournalError as opening it would."""
    check_header(path)
    beside = Path(f"{path}-journal").exists()
    playing = beside and _playing(path)
    with told(path):
        if beside and not playing and Path(f"{path}-journal").stat().st_size:
            return _recovered(path)
        with closing(connect(path, "ro")) as connection:
            known(path, connection)
            return Peek(last_row(connection), noted(connection), playing=playing, cut=beside and not playing)


def _recovered(path: Path) -> Peek:
    """Look at a copy: a file killed in the middle of a gesture is mended when it is opened to be played."""
    journal = Journal.open(path, read_only=True)
    try:
        return Peek(journal.last(), journal.facts(), cut=True)
    finally:
        journal.close()


def _playing(path: Path) -> bool:
    """Ask for the lock of the one who plays, and give it back: nothing is written."""
    with told(path):
        if inode(path) in HELD:
            return True
        with closing(connect(path, "rw")) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                return "BUSY" in error.sqlite_errorname
            connection.execute("ROLLBACK")
            return False
