"""One session file: what it was opened with, and its rows, one a gesture.

Why a rollback journal in TRUNCATE mode and not WAL: a session must be one file to copy, at any moment, even after
kill -9. WAL would commit in a quarter of the time but keeps the last gestures in a second file. DELETE would need
`synchronous=EXTRA` to survive a power cut just after a gesture, and costs as much: figures and reasons are in
docs/decisions/0005-session-file.md.

Why a transaction always stands open: its RESERVED lock is how a second program learns that the file is being
played, on every system and without a lock file; readers are not hindered, and kill -9 releases it.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, fields, replace
from pathlib import Path

from game.core.errors import JournalError
from game.journal import schema
from game.journal.checks import HELD, check_header, check_writable, failure, inode, told
from game.journal.connection import (
    COLUMNS,
    GAP,
    LONG_GAP,
    Row,
    commit,
    connect,
    counted,
    known,
    last_row,
    noted,
    safe,
    snapshot,
    take,
    whole,
)

__all__ = ["Journal", "Row"]


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
        if not path.parent.is_dir():
            raise JournalError("no_folder", path=str(path.parent))
        with told(path, denied="not_writable"):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
        connection = None
        try:
            with told(path):
                connection = connect(path, "rw")
                safe(connection)
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
                snapshot(path, copy)
                known(path, copy)
                schema.migrate(copy)
                last = counted(path, copy)
        except BaseException:
            copy.close()
            raise
        return cls(path, copy, read_only=True, last=last)

    @classmethod
    def _write(cls, path: Path) -> Journal:
        check_writable(path)
        gap = LONG_GAP if Path(f"{path}-journal").exists() else GAP
        connection = None
        try:
            with told(path):
                connection = connect(path, "rw")
                safe(connection)
                take(connection, gap)
                whole(path, connection)
                known(path, connection)
                if schema.version(connection) < len(schema.MIGRATIONS):
                    schema.migrate(connection)
                    commit(connection)
                last = counted(path, connection)
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
        commit(connection)
        self._last = len(rows)

    def _insert(self, rows: Sequence[Row]) -> None:
        numbered = [replace(row, id=self._last + n) for n, row in enumerate(rows, 1)]
        marks = ", ".join("?" * len(fields(Row)))
        self._connection.executemany(f"INSERT INTO rows ({COLUMNS}) VALUES ({marks})", map(astuple, numbered))

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
            found = self._connection.execute(f"SELECT {COLUMNS} FROM rows ORDER BY id").fetchall()
        return [Row(*values) for values in found]

    def last(self) -> Row | None:
        """Give the last row."""
        with told(self.path):
            return last_row(self._connection)

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
            return noted(self._connection)

    def close(self) -> None:
        """Let go of the file, and leave nothing beside it."""
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if not self.read_only:
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()
        HELD.discard(self._inode)
