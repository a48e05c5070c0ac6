"""Any table, whatever file it came in: what it is is told by its bytes, never by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from game.core.errors import TableError
from game.tables import delimited, workbook
from game.tables.kinds import TEXT, WORKBOOK, kind
from game.tables.limits import OFFICE, Limits
from game.tables.table import Book


def read(data: bytes, file: str, named: Callable[[str], str], limits: Limits = OFFICE) -> Book:
    """Read a table. `file` is said in sentences; `named` gives the column of a heading, nothing for one not ours.

    Raises TableError, whose code says what the file is when it is no table.
    """
    if len(data) > limits.size:
        raise TableError("table_heavy", path=file, limit=limits.size // 1_000_000)
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise TableError("table_empty", path=file)
    found = kind(data)
    if found == WORKBOOK:
        return workbook.read(data, file, limits)
    if found != TEXT:
        raise TableError(found, path=file)
    return delimited.read(data, file, PurePath(file).name, named, limits)
