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
from dataclasses import astuple, replace
from pathlib import Path

from game.core.errors import JournalError
from game.journal import schema
from game.journal.checks import LARGEST, beside, check_header, check_writable, head, told
from game.journal.connection import GAP, LONG_GAP, PLAY, commit, connect, free_to_play, safe, take
from game.journal.contents import Contents, after, contents
from game.journal.looking import check_journal, look, played, stands_half
from game.journal.row import MOST, SEAL, Row, link, seal
from game.journal.watch import Watch
from game.places.looks import is_folder

__all__ = ["Journal", "Row"]
INSERT = f"INSERT INTO rows ({schema.COLUMNS}, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
Linked = tuple[Row, bytes]


class Journal:
    """An open session file. Every method raises JournalError, with `path` among its facts.

    Opened to read, it holds what the file said at that moment, and what `newer` found since: the file can be played on
    or taken away.
    """

    def __init__(self, path: Path, found: Contents, connection: sqlite3.Connection | None = None) -> None:
        self.path, self.read_only = path, connection is None
        self._found, self._connection = found, connection
        self._last, self._digest = len(found.rows), found.digest
        self._watch = Watch(path) if connection is not None else None

    @classmethod
    def create(
        cls, path: Path, sources: Mapping[str, bytes], facts: Mapping[str, str], rows: Sequence[Row] = ()
    ) -> Journal:
        """Write a new session file, for its owner alone, and hold it.

        `exists` if there is one, `too_large` for texts no session may hold; nothing is left of one that fails.
        """
        if not is_folder(path.parent):
            raise JournalError("no_folder", path=str(path.parent))
        size = sum(map(len, sources.values()))
        if size > LARGEST:
            raise JournalError("too_large", path=str(path), size=size // 1_000_000, limit=LARGEST // 1_000_000)
        with told(path, denied="not_writable"):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = None
        try:
            with told(path):
                connection = connect(path, PLAY)
                free_to_play(connection)
                safe(connection)
                return cls(path, _filled(connection, sources, facts, rows), connection)
        except BaseException:
            if connection is not None:
                connection.close()
            path.unlink(missing_ok=True)
            beside(path).unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Journal:
        """Open a session: to play it, or to read it as it is now. All of it is checked first.

        `locked` if another program plays it; those of `look`, those of `contents`, `not_writable`. A file that is
        refused, or only read, is left as it was.
        """
        if read_only:
            return cls(path, look(path, lambda connection: contents(path, connection)))
        with told(path):
            check_header(path, *head(path), half=stands_half(path))
        check_writable(path)
        return cls._play(path)

    @classmethod
    def _play(cls, path: Path) -> Journal:
        with told(path):
            if stands_half(path):
                if played(path):  # the gesture is being written, by the one who plays
                    raise JournalError("locked", path=str(path))
                check_journal(path)
                look(path, lambda connection: contents(path, connection))
            gap = LONG_GAP if beside(path).exists() else GAP
        connection = None
        try:
            with told(path):
                connection = connect(path, PLAY)
                safe(connection)
                take(connection, gap)
                found = _upgraded(path, connection)
                free_to_play(connection)
                return cls(path, found, connection)
        except BaseException:
            if connection is not None:
                connection.close()
            raise

    def append(self, *rows: Row) -> None:
        """Write rows, all or none, on disk when this returns. TypeError for a value of another type.

        `disk_full`, `not_writable`, or `locked` when a reader or another writer is in the way: it can be tried again,
        with the same rows first, for a failing disk may have written them all the same. `missing` or `replaced` when
        the file is not ours any more, `too_long` for more rows than are ever read: nothing is written into it.
        """
        connection, watch = self._connection, self._watch
        if connection is None or watch is None:
            raise JournalError("not_writable", path=str(self.path))
        if self._last + len(rows) > MOST:
            raise JournalError("too_long", path=str(self.path), count=self._last + len(rows), limit=MOST)
        linked = _linked(rows, self._last, self._digest)
        if not watch.check() and not self.holds():
            raise JournalError("replaced", path=str(self.path))
        try:
            with told(self.path):
                if not connection.in_transaction:
                    connection.execute("BEGIN IMMEDIATE")
                self._insert(connection, linked)
                connection.execute("COMMIT")
        except BaseException:
            self._take_back(connection)
            watch.note()
            raise
        watch.note()
        with suppress(sqlite3.Error):
            connection.execute("BEGIN IMMEDIATE")
        watch.named()
        self._last, self._digest = self._last + len(rows), linked[-1][1] if linked else self._digest

    def _insert(self, connection: sqlite3.Connection, linked: Sequence[Linked]) -> None:
        """Write rows, save those that a commit which failed has written all the same."""
        there = connection.execute("SELECT digest FROM rows WHERE id > ? ORDER BY id", (self._last,)).fetchall()
        if [digest for (digest,) in there] != [digest for _, digest in linked[: len(there)]]:
            raise JournalError("replaced", path=str(self.path))
        _write(connection, linked[len(there) :])

    def _take_back(self, connection: sqlite3.Connection) -> None:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            connection.execute("BEGIN IMMEDIATE")

    def holds(self, rows: Sequence[Row] | None = None) -> bool:
        """Read the file again from the disk: tell whether it holds all that was written, and just these rows.

        Nothing is asked of what SQLite remembers of it, and nothing is changed.
        """
        try:
            found = look(self.path, lambda connection: contents(self.path, connection))
        except JournalError:
            return False
        asked = rows is None or (len(rows) == len(found.rows) and all(map(_same, rows, found.rows)))
        return asked and (len(found.rows), found.digest) == (self._last, self._digest)

    def rows(self) -> list[Row]:
        """Give every row, in order."""
        if self._connection is None or self._last == len(self._found.rows):
            return list(self._found.rows)
        with told(self.path):
            found = self._connection.execute(f"SELECT {schema.COLUMNS} FROM rows ORDER BY id").fetchall()
        return [Row(*values) for values in found]

    def newer(self) -> list[Row]:
        """Read what another program wrote since, for who only reads; nothing is changed.

        `replaced` when the file no longer begins with what is known of it; those of `look`, `damaged`.
        """
        rows, digest = look(self.path, lambda there: after(self.path, there, self._last, self._digest))
        self._found.rows += rows
        self._last, self._digest = self._last + len(rows), digest
        return rows

    def last(self) -> Row | None:
        """Give the last row."""
        return next(reversed(self.rows()), None)

    def sources(self) -> dict[str, bytes]:
        """Give the texts the session was opened with."""
        return dict(self._found.sources)

    def facts(self) -> dict[str, str]:
        """Give what was noted at creation."""
        return dict(self._found.facts)

    def close(self) -> None:
        """Let go of the file, and leave nothing beside it."""
        if self._connection is None or self._watch is None:
            return
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if self._watch.ours:  # else what lies beside the name is another's
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()
        self._watch.close()


def _same(one: Row, other: Row) -> bool:
    """Tell whether two rows say the same, numbered or not."""
    return (one.data, one.kind, one.clock, one.at, one.note, one.phase, one.state) == (
        other.data, other.kind, other.clock, other.at, other.note, other.phase, other.state
    )  # fmt: skip


def _linked(rows: Sequence[Row], last: int, digest: bytes) -> list[Linked]:
    """Give the rows after the last one their numbers and their digests."""
    found = []
    for n, row in enumerate(rows, last + 1):
        numbered = replace(row, id=n)
        digest = link(digest, numbered)
        found.append((numbered, digest))
    return found


def _write(connection: sqlite3.Connection, linked: Sequence[Linked]) -> None:
    connection.executemany(INSERT, [(*astuple(row), digest) for row, digest in linked])


def _filled(
    connection: sqlite3.Connection, sources: Mapping[str, bytes], facts: Mapping[str, str], rows: Sequence[Row]
) -> Contents:
    """Write all that a session begins with, in one transaction."""
    hashes = {name: hashlib.sha256(text).hexdigest() for name, text in sources.items()}
    first = seal(facts, hashes)
    linked = _linked(rows, 0, first)
    connection.execute("BEGIN IMMEDIATE")
    schema.migrate(connection)
    connection.executemany("INSERT INTO sources VALUES (?, ?, ?)", [(n, hashes[n], sources[n]) for n in sources])
    connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", [*facts.items(), (SEAL, first.hex())])
    _write(connection, linked)
    commit(connection)
    return Contents(dict(facts), dict(sources), [row for row, _ in linked], linked[-1][1] if linked else first)


def _upgraded(path: Path, connection: sqlite3.Connection) -> Contents:
    """Read all of a file taken to be played, and bring its tables up to this program."""
    found = contents(path, connection)
    if schema.version(connection) < len(schema.MIGRATIONS):
        schema.migrate(connection)
        commit(connection)
        found = contents(path, connection)
    return found
