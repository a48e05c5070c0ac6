"""A glance at a session file, for a list: its last row and what was noted at creation; nothing in it is changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from game.core.errors import JournalError
from game.core.frozen import dataclass
from game.journal import schema
from game.journal.checks import beside, told
from game.journal.contents import known, noted
from game.journal.looking import look, played
from game.journal.row import Row, link, plain, seal


@dataclass(frozen=True, slots=True)
class Peek:
    """What a list shows. `playing`: some program plays it now; `cut`: the one that played it did not close it.

    `first` tells a session from all others: it holds when it was begun, and a mark made by chance.
    """

    last: Row | None
    facts: dict[str, str]
    first: Row | None = None
    playing: bool = False
    cut: bool = False


def peek(path: Path) -> Peek:
    """Look at a session file. Raises JournalError as opening it would; of its rows, only the last is checked."""
    last, facts, first = look(path, lambda connection: _glance(path, connection))
    left = beside(path).exists()
    playing = left and played(path)
    return Peek(last, facts, first, playing, left and not playing)


def _glance(path: Path, connection: sqlite3.Connection) -> tuple[Row | None, dict[str, str], Row | None]:
    with told(path):
        chained = known(path, connection) >= schema.CHAINED
        facts, told_seal = noted(path, connection)
        columns = f"{schema.COLUMNS}, digest" if chained else schema.COLUMNS
        found = connection.execute(f"SELECT {columns} FROM rows ORDER BY id DESC LIMIT 2").fetchall()
        if chained:
            hashes = dict(connection.execute("SELECT name, sha256 FROM sources").fetchall())
            _check(path, found, told_seal, seal(facts, hashes))
        last = Row(*found[0][:8]) if found else None
        if last is not None and not plain(last):
            raise JournalError("damaged", path=str(path))
        begun = connection.execute(f"SELECT {schema.COLUMNS} FROM rows ORDER BY id LIMIT 1").fetchone()
        return last, facts, Row(*begun) if begun else None


def _check(path: Path, found: list[tuple[object, ...]], told_seal: bytes, own: bytes) -> None:
    """Refuse a last row that is not what was written after the one before it, and facts that are not sealed."""
    try:
        before = found[1][8] if len(found) > 1 else own
        right = not found or link(before, Row(*found[0][:8])) == found[0][8]  # type: ignore[arg-type]
    except TypeError as error:
        raise JournalError("damaged", path=str(path)) from error
    if not right or told_seal != own:
        raise JournalError("damaged", path=str(path))
