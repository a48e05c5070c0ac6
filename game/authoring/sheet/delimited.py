"""A table as CSV, written as a French spreadsheet opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from game.authoring.sheet.columns import NUMBERS, Column
from game.authoring.sheet.grid import HEAD
from game.tables.delimited import kept


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
