"""All that an open session file holds, checked as it is read: its tables, its pages, its types, its digests."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.core.errors import JournalError
from game.journal import schema
from game.journal.row import MOST, SEAL, Row, link, plain, seal


@dataclass(slots=True)
class Contents:
    """What a file holds. `digest` is that of its last row, or its seal when there is none."""

    facts: dict[str, str]
    sources: dict[str, bytes]
    rows: list[Row]
    digest: bytes


def known(path: Path, connection: sqlite3.Connection) -> int:
    """Give the version of a file's tables; refuse one of a later program, and tables that are not ours."""
    found, last = schema.version(connection), len(schema.MIGRATIONS)
    if found > last:
        raise JournalError("too_new", path=str(path), version=found, known=last)
    if not schema.ours(connection, found):
        raise JournalError("altered", path=str(path))
    return found


def contents(path: Path, connection: sqlite3.Connection) -> Contents:
    """Read all of a file.

    JournalError: `too_new`, `altered`; `damaged`, `damaged_from` when the rows up to one are proven (`last`, `at`, and
    `lost` after it), `damaged_text` (`source`) when every row is and a text is not, `damaged_facts` alike.
    """
    chained = known(path, connection) >= schema.CHAINED
    _whole(path, connection)
    facts, told = noted(path, connection)
    sources, hashes = _sources(path, connection)
    rows = _rows(path, connection)
    own = {name: hashlib.sha256(text).hexdigest() for name, text in sources.items()}
    if not chained:
        _unspoilt(path, own, hashes)
        return Contents(facts, sources, rows, _chain(path, rows, seal(facts, own))[-1])
    digests = [told, *(digest for (digest,) in connection.execute("SELECT digest FROM rows ORDER BY id"))]
    proven = _proven(path, rows, digests, (seal(facts, own), seal(facts, hashes)))
    if proven:
        _unspoilt(path, own, hashes)
        raise JournalError("damaged_facts", path=str(path))
    return Contents(facts, sources, rows, digests[-1])


def after(path: Path, connection: sqlite3.Connection, last: int, digest: bytes) -> tuple[list[Row], bytes]:
    """Read the rows after the `last` one known, whose digest is given; give theirs too. None in a file without digests.

    JournalError: `too_new`, `altered`; `replaced` where the last one known is another; `damaged`, `too_long`.
    """
    if known(path, connection) < schema.CHAINED:
        return [], digest
    there = connection.execute("SELECT digest FROM rows WHERE id = ?", (last,)).fetchone() if last else None
    if (there[0] if there is not None else noted(path, connection)[1]) != digest:
        raise JournalError("replaced", path=str(path))
    asked = f"SELECT {schema.COLUMNS}, digest FROM rows WHERE id > ? ORDER BY id LIMIT ?"
    found = connection.execute(asked, (last, MOST + 1 - last)).fetchall()
    rows = [Row(*values[:-1]) for values in found]
    _numbered(path, rows, last)
    digests = _chain(path, rows, digest)
    if digests[1:] != [values[-1] for values in found]:
        raise JournalError("damaged", path=str(path))
    return rows, digests[-1]


def _whole(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse a file whose pages do not hold together."""
    if not connection.execute("PRAGMA page_count").fetchone()[0]:  # killed while it was being made, and taken back
        raise JournalError("empty", path=str(path))
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise JournalError("damaged", path=str(path))


def noted(path: Path, connection: sqlite3.Connection) -> tuple[dict[str, str], bytes]:
    """Give the facts, and the seal apart: empty in a file from before the digests."""
    facts = dict(connection.execute("SELECT name, value FROM facts").fetchall())
    if not all(type(part) is str for fact in facts.items() for part in fact):
        raise JournalError("damaged", path=str(path))
    told = b""
    with suppress(ValueError):
        told = bytes.fromhex(facts.pop(SEAL, ""))
    return facts, told


def _sources(path: Path, connection: sqlite3.Connection) -> tuple[dict[str, bytes], dict[str, str]]:
    """Give the texts, and their hashes as they are told."""
    found = connection.execute("SELECT name, sha256, text FROM sources").fetchall()
    for name, told, text in found:
        if not (isinstance(name, str) and isinstance(told, str) and isinstance(text, bytes)):
            raise JournalError("damaged", path=str(path))
    return {name: text for name, _, text in found}, {name: told for name, told, _ in found}


def _unspoilt(path: Path, own: dict[str, str], told: dict[str, str]) -> None:
    spoilt = next((name for name in own if own[name] != told[name]), None)
    if spoilt is not None:
        raise JournalError("damaged_text", path=str(path), source=spoilt)


def _rows(path: Path, connection: sqlite3.Connection) -> list[Row]:
    """Give the rows; one missing in between is damage."""
    count = connection.execute("SELECT count(*) FROM rows").fetchone()[0]
    if count > MOST:
        raise JournalError("too_long", path=str(path), count=count, limit=MOST)
    rows = [Row(*values) for values in connection.execute(f"SELECT {schema.COLUMNS} FROM rows ORDER BY id")]
    _numbered(path, rows)
    return rows


def _numbered(path: Path, rows: Sequence[Row], last: int = 0) -> None:
    """Refuse rows that do not follow one another after the `last` one known, or that are no rows."""
    if last + len(rows) > MOST:
        raise JournalError("too_long", path=str(path), count=last + len(rows), limit=MOST)
    if [row.id for row in rows] != list(range(last + 1, last + len(rows) + 1)) or not all(map(plain, rows)):
        raise JournalError("damaged", path=str(path))


def _chain(path: Path, rows: Sequence[Row], before: bytes) -> list[bytes]:
    """Give the digests there should be: the seal, then one a row. A value of another type is damage."""
    found = [before]
    try:
        for row in rows:
            found.append(before := link(before, row))
    except TypeError as error:
        raise JournalError("damaged", path=str(path)) from error
    return found


def _proven(path: Path, rows: Sequence[Row], digests: Sequence[bytes], seals: Sequence[bytes]) -> int:
    """Tell which of the seals, or the one the file tells, proves its last row; else up to which row it is proven.

    Digests are made again from what the rows say, so one of them hurt in between costs nothing.
    """
    least = 0
    for place, start in enumerate((*seals, digests[0])):
        found = _chain(path, rows, start)
        if found[-1] == digests[-1]:
            return place
        least = max(least, *(n for n, digest in enumerate(found) if digest == digests[n]), 0)
    raise cut(path, rows, least)


def cut(path: Path | str, rows: Sequence[Row], least: int) -> JournalError:
    """Give the error of a file of which so many rows are good, and not the next."""
    if not least:
        return JournalError("damaged", path=str(path))
    at = rows[least - 1].at.replace("T", " ")
    return JournalError("damaged_from", path=str(path), last=least, at=at, lost=len(rows) - least)
