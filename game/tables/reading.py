"""Any table, whatever file it came in: what it is is told by its bytes, never by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from game.core.errors import TableError
from game.tables import delimited, workbook
from game.tables.kinds import TEXT, WORKBOOK, kind
from game.tables.limits import OFFICE, Limits
from game.tables.table import Book, Note, Table


def read(data: bytes, file: str, named: Callable[[str], str], limits: Limits = OFFICE) -> Book:
    """Read a table. `file` is said in sentences; `named` gives the column of a heading, nothing for one not ours.

    Raises TableError, whose code says what the file is when it is no table.
    """
    if len(data) > limits.size:
        raise TableError("table_heavy", path=file, limit=limits.size // 1_000_000)
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise TableError("table_empty", path=file)
    if _workbook(data, file):
        return _filled(workbook.read(data, file, limits), file)
    return delimited.read(data, file, PurePath(file).name, named, limits)


def _filled(book: Book, file: str) -> Book:
    """Give a workbook that shows something. Raises TableError: table_hidden (sheets), table_empty."""
    full = [one for one in book.tables if any(one.filled(at) for at in range(len(one.rows)))]
    if any(not one.hidden for one in full):
        return book
    if full:
        raise TableError("table_hidden", path=file, sheets=", ".join(one.name for one in full))
    raise TableError("table_empty", path=file)


def lines(data: bytes, file: str) -> tuple[str, tuple[Note, ...]]:
    """Read a list that anyone typed: a text, or the first sheet of a workbook, its cells parted by tabs.

    What is to be said of it comes beside. Raises TableError as `read` does.
    """
    if not _workbook(data, file):
        return delimited.text(data, file, PurePath(file).name)
    book = workbook.read(data, file, OFFICE)
    table = next((one for one in book.shown if one.rows), None)
    if table is None:
        raise TableError("table_empty", path=file)
    return "\n".join(_line(table, at) for at in range(len(table.rows))), book.notes


def _line(table: Table, at: int) -> str:
    """Give a row as a line; a cell that cannot be read keeps what it shows, which names nothing."""
    wrong = table.unread
    cells = (wrong[at, n].told if (at, n) in wrong else cell for n, cell in enumerate(table.rows[at]))
    return "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t")


def _workbook(data: bytes, file: str) -> bool:
    """Tell a workbook from a text. Raises TableError for anything else."""
    found = kind(data)
    if found not in (WORKBOOK, TEXT):
        raise TableError(found, path=file)
    return found == WORKBOOK
