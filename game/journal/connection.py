"""A connection to a session file: how it is opened, taken for this program, checked and copied."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass, fields
from pathlib import Path

from game.core.errors import JournalError
from game.journal import schema
from game.journal.checks import failure

PATIENCE = 2.0
"""Seconds a gesture waits for a reader to finish its copy."""
GAP, LONG_GAP = 0.005, 0.3
"""Seconds between the two takings of a file; long when its journal lies beside it: someone plays, or was cut off."""
COLUMNS = "kind, data, clock, at, note, phase, state, id"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the session. `clock` is table time in seconds, `at` ISO wall time; phase and state hold after it."""

    kind: str
    data: str = ""
    clock: int = 0
    at: str = ""
    note: str = ""
    phase: str = ""
    state: str = ""
    id: int = 0


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Connect to a file that exists; `mode` is rw or ro."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)


def last_row(connection: sqlite3.Connection) -> Row | None:
    """Give the last row of an open file."""
    found = connection.execute(f"SELECT {COLUMNS} FROM rows ORDER BY id DESC LIMIT 1").fetchone()
    return Row(*found) if found else None


def noted(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the facts of an open file."""
    return dict(connection.execute("SELECT name, value FROM facts").fetchall())


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


def commit(connection: sqlite3.Connection) -> None:
    """Write the transaction that stands open, and open the next."""
    connection.execute("COMMIT")
    connection.execute("BEGIN IMMEDIATE")


def known(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse a file of a later program."""
    found = schema.version(connection)
    if found > len(schema.MIGRATIONS):
        raise JournalError("too_new", path=str(path), version=found, known=len(schema.MIGRATIONS))


def whole(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse a file cut short, were it by one byte, and one whose tables do not hold together."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    pages, page = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    size, wanted = path.stat().st_size, pages * page
    if not pages:  # killed while it was being made, and taken back
        raise JournalError("empty", path=str(path))
    if size < wanted:
        raise JournalError("truncated", path=str(path), size=size, wanted=wanted)
    if found != ("ok",):
        raise failure(path, "damaged")


def counted(path: Path, connection: sqlite3.Connection) -> int:
    """Count the rows; one missing in between, or a value of another type, is damage."""
    types = "typeof(clock) || " + " || ".join(
        f"typeof({field.name})" for field in fields(Row)[:7] if field.name != "clock"
    )
    count, last = connection.execute("SELECT count(*), max(id) FROM rows").fetchone()
    kinds = connection.execute(f"SELECT DISTINCT {types} FROM rows").fetchall()
    if count != (last or 0) or not set(kinds) <= {("integer" + "text" * 6,)}:
        raise failure(path, "damaged")
    return int(count)


def snapshot(path: Path, copy: sqlite3.Connection) -> None:
    """Copy a whole file, checked, into another connection."""
    try:
        _copy(path, "ro", copy)
    except sqlite3.OperationalError as error:
        # Killed in the middle of a gesture: SQLite must first take that gesture back, which only a writer can.
        if error.sqlite_errorname not in ("SQLITE_READONLY_ROLLBACK", "SQLITE_CANTOPEN"):
            raise
        import shutil
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            twin = Path(folder) / path.name
            shutil.copyfile(path, twin)
            shutil.copyfile(f"{path}-journal", f"{twin}-journal")
            _copy(twin, "rw", copy)


def _copy(path: Path, mode: str, copy: sqlite3.Connection) -> None:
    connection = connect(path, mode)
    try:
        whole(path, connection)
        connection.backup(copy)
    finally:
        connection.close()
