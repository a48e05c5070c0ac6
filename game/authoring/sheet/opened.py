"""A workbook read back: its sheets as rows of texts, and what the deck said when it was made."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from game.authoring.sheet.grid import Base
from game.content.problems import ContentError, Problem

MEMORY = "_clap"
"""The hidden sheet that remembers the deck."""
MARK = "clap-sheet-1"
UNPACKED, PARTS = 120_000_000, 500
"""Limits of a workbook: bytes once unpacked, files in it."""
ROWS, COLUMNS, CELLS = 70_000, 1_000, 3_000_000
"""Limits of a sheet; a lone cell far out would be read as a table of all the cells before it."""
_CHUNK = 1_000_000
_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Za-z]{1,4})(\d{1,8})["'][^>]*?(/?)>""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br=["'](\d{1,9})["'][^>]*?(/?)>""")

Rows = list[list[str]]


def opened(data: bytes, file: str) -> tuple[dict[str, Rows], Base | None]:
    """Read a workbook. Raises ContentError when it is none, or too big to be a deck."""
    _safe(data, file)
    sheets = _sheets(data, file)
    memory = sheets.pop(MEMORY, None)
    return sheets, (_base(memory) if memory else None)


def _fault(code: str, file: str, **facts: str | int) -> ContentError:
    return ContentError((Problem(code, file, 0, 0, tuple(facts.items())),))


def _sheets(data: bytes, file: str) -> dict[str, Rows]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return {
            name: [
                [_text(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            ]
            for name in book.sheet_names
        }
    except (CalamineError, OSError, ValueError) as error:
        raise _fault("sheet_broken", file) from error
    except BaseException as error:
        if type(error).__module__ == "pyo3_runtime":  # the reader gave up on something it did not foresee
            raise _fault("sheet_broken", file) from error
        raise


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _safe(data: bytes, file: str) -> None:
    """Refuse what would fill the memory, before anything reads the cells."""
    total = 0
    try:
        with ZipFile(BytesIO(data)) as book:
            parts = book.infolist()
            if len(parts) > PARTS:
                raise _fault("sheet_big", file, limit=UNPACKED // 1_000_000)
            for part in parts:
                with book.open(part) as handle:
                    total += _part(handle, part.filename, file, UNPACKED - total)
    except (BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, ZlibError) as error:
        raise _fault("sheet_broken", file) from error


def _part(handle: object, name: str, file: str, room: int) -> int:
    read = handle.read  # type: ignore[attr-defined]
    size, row, column, tail = 0, 0, 0, b""
    while chunk := read(_CHUNK):
        size += len(chunk)
        if size > room:
            raise _fault("sheet_big", file, limit=UNPACKED // 1_000_000)
        if "worksheets/" in name:
            row, column = _reach(tail + chunk, row, column)
            tail = chunk[-400:]
            if row > ROWS or column > COLUMNS or row * column > CELLS:
                raise _fault("sheet_far", file, rows=ROWS, columns=COLUMNS)
    return size


def _reach(text: bytes, row: int, column: int) -> tuple[int, int]:
    """Give the last row and column that hold something."""
    for letters, number, empty in _CELL.findall(text):
        if not empty:
            row, column = max(row, int(number)), max(column, _number(letters))
    far = max((int(number) for number, empty in _ROW.findall(text) if not empty), default=0)
    return (max(row, far) if far > ROWS else row), column


def _number(letters: bytes) -> int:
    found = 0
    for letter in letters.upper():
        found = found * 26 + letter - 64
    return found


def _base(rows: Rows) -> Base | None:
    if len(rows) < 2 or rows[0][:1] != [MARK] or len(rows[1]) < 3:
        return None
    found: dict[str, dict[str, dict[str, str]]] = {}
    for kind, card, *said in (row for row in rows[2:] if len(row) > 3):
        cells = zip(said[::2], said[1::2], strict=False)
        found.setdefault(kind, {})[card] = {key: text.strip() for key, text in cells if key}
    return Base(rows[1][0], rows[1][1], rows[1][2], found)
