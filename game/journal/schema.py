"""The tables of a session file, one migration after the other.

`rows` only grows: the triggers refuse to change or remove one, whoever asks.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from functools import cache

from game.journal.row import SEAL, Row, link, seal

APPLICATION_ID = 0x434C4150
"""CLAP in ASCII: what tells a session from any other SQLite file."""
COLUMNS = "kind, data, clock, at, note, phase, state, id"

STAY = "CREATE TRIGGER rows_stay BEFORE UPDATE ON rows BEGIN SELECT RAISE(ABORT, 'append only'); END"
MIGRATIONS: list[tuple[str, ...]] = [
    (
        "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE sources (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, text BLOB NOT NULL)",
        """CREATE TABLE rows (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            data TEXT NOT NULL,
            clock INTEGER NOT NULL,
            at TEXT NOT NULL,
            note TEXT NOT NULL,
            phase TEXT NOT NULL,
            state TEXT NOT NULL
        )""",
        STAY,
        "CREATE TRIGGER rows_last BEFORE DELETE ON rows BEGIN SELECT RAISE(ABORT, 'append only'); END",
    ),
    ("DROP TRIGGER rows_stay", "ALTER TABLE rows ADD COLUMN digest BLOB NOT NULL DEFAULT x''", "seal", STAY),
]
"""Each entry brings a file one version up; "seal" gives the rows there are their digests. Never edit one that was
released: add the next."""
CHAINED = 2
"""The version from which rows have digests."""


def version(connection: sqlite3.Connection) -> int:
    """Give the version of an open file's tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to this program, inside the transaction the caller holds."""
    for statements in MIGRATIONS[version(connection) :]:
        for statement in statements:
            _sealed(connection) if statement == "seal" else connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _sealed(connection: sqlite3.Connection) -> None:
    """Give a session from before the digests its own: they prove what it holds from now on."""
    facts = dict(connection.execute("SELECT name, value FROM facts").fetchall())
    texts = connection.execute("SELECT name, text FROM sources").fetchall()
    before = seal(facts, {name: hashlib.sha256(text).hexdigest() for name, text in texts})
    connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (SEAL, before.hex()))
    digests = []
    for values in connection.execute(f"SELECT {COLUMNS} FROM rows ORDER BY id").fetchall():
        before = link(before, Row(*values))
        digests.append((before, values[-1]))
    connection.executemany("UPDATE rows SET digest = ? WHERE id = ?", digests)


def ours(connection: sqlite3.Connection, found: int) -> bool:
    """Tell whether a file has the tables of a version, and nothing else: a view or a trigger is a program."""
    return _shape(connection) == _expected(found, len(MIGRATIONS))


@cache
def _expected(wanted: int, known: int) -> frozenset[tuple[str, ...]]:
    del known  # kept apart for a program that knows more
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        for statements in MIGRATIONS[:wanted]:
            for statement in statements:
                if statement != "seal":
                    fresh.execute(statement)
        return _shape(fresh)


def _shape(connection: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    """Give what a file is made of: kind, name, table, and the words that made it, however they are spaced."""
    found = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return frozenset((*map(str, part[:3]), "".join(str(part[3]).split())) for part in found)
