"""A table as CSV: written as a French spreadsheet opens it, read as any office saves it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence

from game.authoring.sheet.columns import NUMBERS, Column
from game.authoring.sheet.grid import HEAD

_OPENERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet read a text as a formula, full-width forms included (OWASP, CSV injection)."""
_UNSEEN = " \n\v\f\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u2060\u2066\u2067\u2068\u2069\ufeff"
_APART = (";", ",", "\t")
_SEP = re.compile(r"sep=(.)\s*")


def written(columns: Sequence[Column], rows: Iterable[dict[str, str]]) -> bytes:
    """Give the file: `;`, UTF-8 with its mark, CRLF; a text that would open as a formula after an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([HEAD, *(one.key for one in columns if one.key != HEAD)])
    for cells in rows:
        shown = [_cell(one, cells.get(one.key, "")) for one in columns if one.key != HEAD]
        writer.writerow([kept(cells.get(HEAD, "")), *shown])
    return out.getvalue().encode("utf-8-sig")


def _cell(column: Column, text: str) -> str:
    if column.field.kind in NUMBERS:
        return text.replace(".", ",")
    return kept(text)


def kept(text: str) -> str:
    """Give a text no spreadsheet takes for a formula."""
    return f"'{text}" if _opens(text.lstrip("'")) else text


def given(text: str) -> str:
    """Give the text that `kept` was given."""
    return text[1:] if text.startswith("'") and _opens(text.lstrip("'")) else text


def _opens(text: str) -> bool:
    return text.startswith(_OPENERS) or text.lstrip(_UNSEEN).startswith(_OPENERS)


def read(data: bytes, heading: Callable[[str], bool] = HEAD.__eq__) -> list[list[str]]:
    """Read a CSV: `;`, `,` or tab, UTF-8 with or without mark, UTF-16, Windows-1252. Raises ValueError.

    `heading` knows a cell of the line of headings: by it the sign that parts the cells is found.
    """
    text = _decoded(data)
    first, _, rest = text.partition("\n")
    said = _SEP.fullmatch(first.strip())
    if said:
        return _split(rest, said[1])
    tried = (_split(text, sign) for sign in sorted(_APART, key=first.count, reverse=True))
    found = [rows for rows in tried if any(heading(cell.strip()) for row in rows[:8] for cell in row)]
    return found[0] if found else _split(text, ";")


def _split(text: str, sign: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    return [[given(cell) for cell in row] for row in rows]


def _decoded(data: bytes) -> str:
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
