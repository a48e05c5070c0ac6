"""objectives.csv: one row an objective, as a French spreadsheet opens it (`;`, UTF-8 with its mark, CRLF)."""

from __future__ import annotations

import csv
import io

from game.core.report import Report
from game.export.register import COLUMNS
from game.export.telling import Cell, Teller

BETWEEN = " | "
"""Between several texts of one cell; never the `;` that separates cells."""
OPENERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet read a text as a formula, full-width forms included (OWASP, CSV injection)."""

UNSEEN = " \n\v\f\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Spaces and marks of direction a person does not see: what stands behind them counts as the opening."""


def content(report: Report, lang: str) -> bytes:
    """Give the file's bytes."""
    tell, out = Teller(lang, report), io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe(tell.say(f"column.{column.key}")) for column in COLUMNS])
    for sheet in report.objectives:
        writer.writerow([_written(column.cell(tell, sheet), lang) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """Give a text no spreadsheet takes for a formula: an apostrophe stands before one that would open like it."""
    return f"'{text}" if text.startswith(OPENERS) or text.lstrip(UNSEEN).startswith(OPENERS) else text


def _written(cell: Cell, lang: str) -> str:
    """Write a cell. A number is no text: it keeps its minus, so that it can be counted with."""
    if isinstance(cell, int | float):
        return str(cell).replace(".", ",") if lang == "fr" else str(cell)
    return safe(cell if isinstance(cell, str) else BETWEEN.join(cell))
