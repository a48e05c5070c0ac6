"""The tables of a session file, one migration after the other.

`rows` only grows: the triggers refuse to change or remove one, whoever asks.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x434C4150
"""CLAP in ASCII: what tells a session from any other SQLite file."""

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
        "CREATE TRIGGER rows_stay BEFORE UPDATE ON rows BEGIN SELECT RAISE(ABORT, 'append only'); END",
        "CREATE TRIGGER rows_last BEFORE DELETE ON rows BEGIN SELECT RAISE(ABORT, 'append only'); END",
    ),
]
"""Each entry brings a file one version up. Never edit one that was released: add the next."""


def version(connection: sqlite3.Connection) -> int:
    """Give the version of an open file's tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to this program, inside the transaction the caller holds."""
    for statements in MIGRATIONS[version(connection) :]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
