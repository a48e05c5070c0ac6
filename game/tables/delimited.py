"""A CSV as any office saves it: which sign parts its cells, where its headings are, what in it has slipped."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from game.core.errors import TableError
from game.tables.encoding import decoded
from game.tables.limits import Limits
from game.tables.table import DEEP, Book, Note, Table, Unread, columns_named, suspect, unreadable

_OPENERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet read a text as a formula, full-width forms included (OWASP, CSV injection)."""
_UNSEEN = " \n\v\f\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u2060\u2066\u2067\u2068\u2069\ufeff"
_SIGNS = (";", ",", "\t", "|")
_SEP = re.compile(r"""\s*"?sep=(.)"?\s*""", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_END = "\x1a"
"""A last line of our own: a quote that was never closed has swallowed it."""
_LONGEST = 10_000_000
"""Signs of a cell: the amendments of a contract are one cell."""
_BINARY = 0.05
"""Share of NUL bytes from which a file is no text."""


def kept(text: str) -> str:
    """Give a text no spreadsheet takes for a formula."""
    return f"'{text}" if _opens(text.lstrip("'")) else text


def given(text: str) -> str:
    """Give the text that `kept` was given."""
    return text[1:] if text.startswith("'") and _opens(text.lstrip("'")) else text


def _opens(text: str) -> bool:
    return text.startswith(_OPENERS) or text.lstrip(_UNSEEN).startswith(_OPENERS)


def read(data: bytes, file: str, name: str, named: Callable[[str], str], limits: Limits) -> Book:
    """Read a CSV. `named` tells the column a heading stands for: by it the sign that parts the cells is found.

    Raises TableError: table_accents, table_binary, table_big, table_quote (line), table_long (line).
    """
    text, notes = _decoded(data, file, name)
    said = _said(text)
    if said:
        text = text[_end(text) :]
    sign = _sign(text, said, named)
    if text.count(sign) + text.count("\n") > limits.cells:
        raise TableError("table_big", path=file, limit=limits.cells)
    rows = _rows(text, sign, file)
    return Book((Table(name, rows, _unread(text, rows), file=True),), notes)


def text(data: bytes, file: str, name: str) -> tuple[str, tuple[Note, ...]]:
    """Give a file's text, the line `sep=` emptied, and what is to be said of it. Raises TableError as `read` does."""
    found, notes = _decoded(data, file, name)
    return (found[_end(found) - 1 :] if _said(found) else found), notes


def _decoded(data: bytes, file: str, name: str) -> tuple[str, tuple[Note, ...]]:
    found = decoded(data, file)
    if found.text.count("\0") > _BINARY * len(found.text):
        raise TableError("table_binary", path=file)
    notes = (Note("read_as", (("file", name), ("code", found.guess))),) if found.guess else ()
    return found.text, notes


def _said(text: str) -> str:
    """Give the sign that a first line `sep=` says parts the cells."""
    found = _SEP.fullmatch(text[: min(_end(text), 20)])
    return found[1] if found else ""


def _end(text: str) -> int:
    line = _LINE.match(text)
    return line.end() if line is not None else 0


def _lines(text: str) -> Iterator[str]:
    return (found[0] for found in _LINE.finditer(text))


def _sign(text: str, said: str, named: Callable[[str], str]) -> str:
    """Choose the sign with which a line names most of our columns; the one the file says, or the most usual, of two."""
    head = list(islice(_lines(text), DEEP))
    signs = ([said] if said else []) + sorted(
        _SIGNS, key=lambda one: -max((line.count(one) for line in head), default=0)
    )
    return max(signs, key=lambda one: _known(head, one, named))


def _known(head: Sequence[str], sign: str, named: Callable[[str], str]) -> int:
    try:
        rows = list(_reader(head, sign))
    except csv.Error:
        return 0
    return max((len(columns_named(row, named)) for row in rows), default=0)


def _reader(lines: Iterable[str], sign: str, *, quoted: bool = True) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST)
    return csv.reader(lines, delimiter=sign, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)


def _rows(text: str, sign: str, file: str) -> list[list[str]]:
    rows = _split(text, sign, file)
    width = max((len(row) for row in rows[:DEEP]), default=0)
    at = _open(rows, sign, width)
    if at is not None:
        rows = _unquoted(text, sign, width)
        if not rows:
            raise TableError("table_quote", path=file, line=at + 1)
    else:
        rows.pop()
    return [[given(cell) if cell[:1] == "'" else cell for cell in row] for row in rows]


def _split(text: str, sign: str, file: str) -> list[list[str]]:
    rows: list[list[str]] = []
    last = "" if text.endswith(("\n", "\r")) else "\n"
    try:
        rows.extend(_reader(_lines(f"{text}{last}{_END}"), sign))
    except csv.Error:
        raise TableError("table_long", path=file, line=len(rows) + 1) from None
    return rows


def _open(rows: Sequence[Sequence[str]], sign: str, width: int) -> int | None:
    """Find the row in which a quote opens that is not closed where it should be: it has taken in other rows."""
    for at, row in enumerate(rows):
        for cell in row:
            if "\n" in cell and max(line.count(sign) for line in cell.split("\n")) >= max(2, width - 1):
                return at
    return None if rows and rows[-1] == [_END] else len(rows) - 1


def _unquoted(text: str, sign: str, width: int) -> list[list[str]]:
    """Read a file in which a quote is a sign like another (inches, a name); nothing when it quotes cells as well."""
    rows = list(_reader(_lines(text), sign, quoted=False))
    opened = sum(cell.startswith('"') or cell.endswith('"') for row in rows for cell in row)
    return rows if opened == 1 and all(len(row) in (0, width) for row in rows) else []


def _unread(text: str, rows: list[list[str]]) -> dict[tuple[int, int], Unread]:
    """Find the cells that hold an error, lost letters or a NUL; their text is taken away."""
    if not suspect(text):
        return {}
    found = {}
    for at, row in enumerate(rows):
        for n, cell in enumerate(row):
            wrong = unreadable(cell) if cell else None
            if wrong is not None:
                found[at, n] = wrong
                row[n] = ""
    return found
