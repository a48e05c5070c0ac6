"""A connection to a session file: how it is opened, guarded, and taken for this program."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 2.0
"""Seconds a gesture waits for another program, and a reader for a gesture being written."""
GAP, LONG_GAP = 0.005, 0.3
"""Seconds between the two takings of a file; long when its journal lies beside it: someone plays, or was cut off."""
LONGEST = 64_000_000
"""Bytes of one value: a text a session is played with, or one of its pictures."""
STEPS, AT_ONCE = 30_000_000, 10_000
"""Steps of SQLite's machine for one opening, and between two counts: a hundred thousand gestures take a tenth."""
LOOK, PLAY = "mode=ro&immutable=1", "mode=rw"


def connect(path: Path, how: str) -> sqlite3.Connection:
    """Connect to a file that exists: to LOOK, which locks, mends and writes nothing, or to PLAY.

    Any thread may use it, one at a time.
    """
    uri = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE, check_same_thread=False)
    try:
        guard(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def guard(connection: sqlite3.Connection) -> None:
    """Bound what a file may make SQLite do: it comes from anyone, and its tables are a program."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    counted = iter(range(STEPS // AT_ONCE))
    connection.set_progress_handler(lambda: next(counted, None) is None, AT_ONCE)
    for choice in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {choice}")


def free_to_play(connection: sqlite3.Connection) -> None:
    """Count no more, once a file was checked: a session is played for hours."""
    connection.set_progress_handler(None, 0)


def safe(connection: sqlite3.Connection) -> None:
    """Choose how a gesture is written (docs/decisions/0005-session-file.md)."""
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")


def take(connection: sqlite3.Connection, gap: float) -> None:
    """Take the file for this program.

    Between two gestures the program that plays lets go for some microseconds, more on a busy machine: taken twice,
    `gap` seconds apart, the file is not stolen in between.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    time.sleep(gap)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")


def tries() -> Iterator[None]:
    """Give one try after the other, a moment apart, as long as one may wait for another program."""
    for _ in range(int(PATIENCE / GAP)):
        yield
        time.sleep(GAP)


def commit(connection: sqlite3.Connection) -> None:
    """Write the transaction that stands open, and open the next."""
    connection.execute("COMMIT")
    connection.execute("BEGIN IMMEDIATE")
