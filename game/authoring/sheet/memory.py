"""What a workbook remembers, in a hidden sheet, of the deck it was made of: the import tells by it who changed what."""

from __future__ import annotations

from game.authoring.sheet.grid import Base
from game.tables.table import Book

MEMORY = "_clap"
"""The hidden sheet that remembers the deck."""
MARK = "clap-sheet-1"


def remembered(book: Book) -> Base | None:
    """Give what a workbook remembers; None when it was not made by us, or has lost its memory."""
    table = next((one for one in book.tables if one.name == MEMORY), None)
    rows = table.rows if table is not None else ()
    if len(rows) < 2 or list(rows[0][:1]) != [MARK] or len(rows[1]) < 3:
        return None
    found: dict[str, dict[str, dict[str, str]]] = {}
    for kind, card, *said in (row for row in rows[2:] if len(row) > 3):
        cells = zip(said[::2], said[1::2], strict=False)
        found.setdefault(kind, {})[card] = {key: text.strip() for key, text in cells if key}
    return Base(rows[1][0], rows[1][1], rows[1][2], found)
