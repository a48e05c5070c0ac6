"""One session file: what it was opened with, and its rows, one a gesture.

Why a rollback journal in TRUNCATE mode and not WAL: a session must be one file to copy, at any moment, even after
kill -9. WAL would commit in a quarter of the time but keeps the last gestures in a second file. DELETE would need
`synchronous=EXTRA` to survive a power cut just after a gesture, and costs as much (docs/decisions/session-file.md).

Why a transaction always stands open: its RESERVED lock is how a second program learns that the file is being
played, on every system and without a lock file; readers are not hindered, and kill -9 releases it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from game.core.errors import JournalError
from game.journal import schema
from game.journal.checks import HELD, check_header, check_writable, failure, inode, told

PATIENCE = 2.0
"""Seconds a gesture waits for a reader to finish its copy."""
_COLUMNS = "kind, data, clock, at, note, phase, state, id"


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


class Journal:
    """An open session file. Every method raises JournalError, with `path` among its facts.

    Opened to read, it is a copy of the file at that moment, in memory: the file can be played on or taken away.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool, last: int = 0) -> None:
        self.path, self.read_only = path, read_only
        self._connection = connection
        self._inode = (0, 0) if read_only else inode(path)
        self._last = last
        if not read_only:
            HELD.add(self._inode)

    @classmethod
    def create(
        cls, path: Path, sources: Mapping[str, bytes], facts: Mapping[str, str], rows: Sequence[Row] = ()
    ) -> Journal:
        """Write a new session file and hold it. `exists` if there is one; nothing is left of one that fails."""
        with told(path):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
        connection = None
        try:
            with told(path):
                connection = _connect(path, "rw")
                _safe(connection)
                journal = cls(path, connection, read_only=False)
                journal._fill(sources, facts, rows)
        except BaseException:
            HELD.discard(inode(path))
            if connection is not None:
                connection.close()
            path.unlink(missing_ok=True)
            Path(f"{path}-journal").unlink(missing_ok=True)
            raise
        return journal

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Journal:
        """Open a session: to play it, or to read it as it is now.

        `locked` if another program plays it; `missing`, `empty`, `not_a_session`, `truncated`, `damaged`, `too_new`,
        `unreadable`, `not_writable`. A file that is refused is left as it was.
        """
        check_header(path)
        return cls._read(path) if read_only else cls._write(path)

    @classmethod
    def _read(cls, path: Path) -> Journal:
        copy = sqlite3.connect(":memory:", isolation_level=None)
        try:
            with told(path):
                _snapshot(path, copy)
                _known(path, copy)
                schema.migrate(copy)
                last = _counted(path, copy)
        except BaseException:
            copy.close()
            raise
        return cls(path, copy, read_only=True, last=last)

    @classmethod
    def _write(cls, path: Path) -> Journal:
        check_writable(path)
        connection = None
        try:
            with told(path):
                connection = _connect(path, "rw")
                _safe(connection)
                _take(connection)
                _whole(path, connection)
                _known(path, connection)
                if schema.version(connection) < len(schema.MIGRATIONS):
                    schema.migrate(connection)
                    _commit(connection)
                last = _counted(path, connection)
        except BaseException:
            if connection is not None:
                connection.close()
            raise
        return cls(path, connection, read_only=False, last=last)

    def _fill(self, sources: Mapping[str, bytes], facts: Mapping[str, str], rows: Sequence[Row]) -> None:
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        schema.migrate(connection)
        hashed = [(name, hashlib.sha256(text).hexdigest(), text) for name, text in sources.items()]
        connection.executemany("INSERT INTO sources VALUES (?, ?, ?)", hashed)
        connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
        self._insert(rows)
        _commit(connection)

    def _insert(self, rows: Sequence[Row]) -> None:
        numbered = [replace(row, id=self._last + n) for n, row in enumerate(rows, 1)]
        marks = ", ".join("?" * len(fields(Row)))
        self._connection.executemany(f"INSERT INTO rows ({_COLUMNS}) VALUES ({marks})", map(astuple, numbered))

    def append(self, *rows: Row) -> None:
        """Write rows, all or none, on disk when this returns.

        `disk_full`, `not_writable`, or `locked` when a reader or another writer is in the way: nothing was written
        and it can be tried again.
        """
        if self.read_only:
            raise JournalError("not_writable", path=str(self.path))
        connection = self._connection
        try:
            with told(self.path):
                if not connection.in_transaction:
                    connection.execute("BEGIN IMMEDIATE")
                self._insert(rows)
                connection.execute("COMMIT")
        except BaseException:
            self._take_back()
            raise
        self._last += len(rows)
        with suppress(sqlite3.Error):
            connection.execute("BEGIN IMMEDIATE")

    def _take_back(self) -> None:
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._connection.execute("BEGIN IMMEDIATE")

    def rows(self) -> list[Row]:
        """Give every row, in order."""
        with told(self.path):
            found = self._connection.execute(f"SELECT {_COLUMNS} FROM rows ORDER BY id").fetchall()
        return [Row(*values) for values in found]

    def last(self) -> Row | None:
        """Give the last row."""
        with told(self.path):
            found = self._connection.execute(f"SELECT {_COLUMNS} FROM rows ORDER BY id DESC LIMIT 1").fetchone()
        return Row(*found) if found else None

    def sources(self) -> dict[str, bytes]:
        """Give the texts the session was opened with, checked against their hashes."""
        with told(self.path):
            found = self._connection.execute("SELECT name, sha256, text FROM sources").fetchall()
        for _, digest, text in found:
            if not isinstance(text, bytes) or hashlib.sha256(text).hexdigest() != digest:
                raise failure(self.path, "damaged")
        return {name: text for name, _, text in found}

    def facts(self) -> dict[str, str]:
        """Give what was noted at creation."""
        with told(self.path):
            return dict(self._connection.execute("SELECT name, value FROM facts").fetchall())

    def close(self) -> None:
        """Let go of the file, and leave nothing beside it."""
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if not self.read_only:
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()
        HELD.discard(self._inode)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)


def _safe(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")


def _take(connection: sqlite3.Connection) -> None:
    """Take the file for this program.

    Between two gestures the program that plays lets go for some microseconds: taken twice, ten milliseconds apart,
    the file is never stolen in between.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    time.sleep(0.01)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")


def _commit(connection: sqlite3.Connection) -> None:
    connection.execute("COMMIT")
    connection.execute("BEGIN IMMEDIATE")


def _known(path: Path, connection: sqlite3.Connection) -> None:
    found = schema.version(connection)
    if found > len(schema.MIGRATIONS):
        raise JournalError("too_new", path=str(path), version=found, known=len(schema.MIGRATIONS))


def _whole(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse a file cut short, were it by one byte, and one whose tables do not hold together."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    pages, page = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    size, wanted = path.stat().st_size, pages * page
    if size < wanted:
        raise JournalError("truncated", path=str(path), size=size, wanted=wanted)
    if found != ("ok",):
        raise failure(path, "damaged")


def _counted(path: Path, connection: sqlite3.Connection) -> int:
    """Count the rows; one missing in between, or a value of another type, is damage."""
    types = "typeof(clock) || " + " || ".join(
        f"typeof({field.name})" for field in fields(Row)[:7] if field.name != "clock"
    )
    count, last = connection.execute("SELECT count(*), max(id) FROM rows").fetchone()
    kinds = connection.execute(f"SELECT DISTINCT {types} FROM rows").fetchall()
    if count != (last or 0) or not set(kinds) <= {("integer" + "text" * 6,)}:
        raise failure(path, "damaged")
    return int(count)


def _snapshot(path: Path, copy: sqlite3.Connection) -> None:
    try:
        _copy(path, "ro", copy)
    except sqlite3.OperationalError as error:
        # Killed in the middle of a gesture: SQLite must first take that gesture back, which only a writer can.
        if error.sqlite_errorname not in ("SQLITE_READONLY_ROLLBACK", "SQLITE_CANTOPEN"):
            raise
        with tempfile.TemporaryDirectory() as folder:
            twin = Path(folder) / path.name
            shutil.copyfile(path, twin)
            shutil.copyfile(f"{path}-journal", f"{twin}-journal")
            _copy(twin, "rw", copy)


def _copy(path: Path, mode: str, copy: sqlite3.Connection) -> None:
    connection = _connect(path, mode)
    try:
        _whole(path, connection)
        connection.backup(copy)
    finally:
        connection.close()
