"""A workbook of LibreOffice (OpenDocument): its sheets in their order, read as they stream by, within limits."""

from __future__ import annotations

from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from game.core.errors import TableError
from game.tables.cells import COLUMNS, ROWS, Cells, sound
from game.tables.figures import shown
from game.tables.limits import Limits
from game.tables.markup import Budget, Heavy, Reader, Tangled, walk
from game.tables.table import Book, Note, Table, Unread

CONTENT, KIND, MANIFEST = "content.xml", "mimetype", "META-INF/manifest.xml"
SHEETS, NAME, HEAD = 100, 100, 2_000_000
"""Sheets of a workbook, signs of a sheet's name, bytes of its list of parts."""
_SPREADSHEET, _LOCKED = b"opendocument.spreadsheet", b"encryption-data"
_NUMBERS = ("float", "currency", "percentage")
_CELLS = ("table-cell", "covered-table-cell")
_ASIDE = ("annotation", "shapes", "frame", "tracked-changes", "dde-links")
"""Elements whose texts are none of a cell's: comments, drawings, what was there before."""


def read(archive: ZipFile, file: str, limits: Limits) -> Book:
    """Read a workbook. Raises TableError: table_word, table_password, table_parts, table_no_sheet."""
    if _SPREADSHEET not in _part(archive, KIND):
        raise TableError("table_word", path=file)
    if MANIFEST in archive.namelist() and _LOCKED in _part(archive, MANIFEST):
        raise TableError("table_password", path=file)
    info = archive.getinfo(CONTENT)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Tangled
    budget = Budget(limits.unpacked, limits.elements, limits.signs)
    content = _Content(budget, limits.spread)
    with archive.open(info) as source:
        walk(source, content, budget)
    if len(content.tables) > SHEETS:
        raise TableError("table_parts", path=file, limit=SHEETS)
    if not content.tables:
        raise TableError("table_no_sheet", path=file)
    macros = any(name.startswith("Basic/") for name in archive.namelist())
    return Book(tuple(content.tables), (Note("macros"),) if macros else ())


def _part(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as source:
        return source.read(HEAD)


class _Content(Reader):
    """Reads the sheets: `tables`, in their order."""

    def __init__(self, budget: Budget, most: int) -> None:
        self.tables: list[Table] = []
        self._budget, self._most = budget, most
        self._style, self._put_away = "", set[str]()
        self._sheet: _Sheet | None = None
        self._aside = 0

    def start(self, name: str, given: Mapping[str, str]) -> None:
        said = _bare(given)
        if name in _ASIDE:
            self._aside += 1
        elif name == "style":
            self._style = said.get("name", "")
        elif name == "table-properties" and said.get("display") == "false":
            self._put_away.add(self._style)
        elif name == "table" and self._sheet is None and not self._aside:
            cells = Cells(said.get("name", "")[:NAME], self._budget, self._most)
            self._sheet = _Sheet(cells, hidden=said.get("style-name", "") in self._put_away)
        elif self._sheet is not None and not self._aside:
            self._sheet.start(name, said)

    def end(self, name: str) -> None:
        if name in _ASIDE:
            self._aside -= 1
        elif self._sheet is not None and not self._aside:
            if name == "table":
                self.tables.append(self._sheet.table())
                self._sheet = None
            else:
                self._sheet.end(name)

    def text(self, data: str) -> None:
        if self._sheet is not None and not self._aside:
            self._sheet.text(data)


def _bare(given: Mapping[str, str]) -> dict[str, str]:
    """Give attributes without their namespaces; the format's own before LibreOffice's, but for an error."""
    found: dict[str, str] = {}
    for name, value in given.items():
        key = name.rpartition("}")[2]
        if key == "value-type" and value == "error":
            found["failed"] = value
        elif "calcext" not in name:
            found[key] = value
    return found


class _Sheet:
    """Reads the rows of a sheet, those that repeat written once."""

    def __init__(self, cells: Cells, *, hidden: bool) -> None:
        self._cells, self._hidden = cells, hidden
        self._row = self._column = 0
        self._rows = 1
        self._given: dict[str, str] = {}
        self._taken: list[str] = []
        self._paragraphs = 0
        self._held: list[tuple[int, str | Unread]] = []

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "table-row":
            self._rows, self._column, self._held = _times(given, "number-rows-repeated"), 0, []
        elif name in _CELLS:
            self._given, self._taken, self._paragraphs = given, [], 0
        elif name in ("p", "h"):
            self._taken += ["\n"] if self._paragraphs else []
            self._paragraphs += 1
        elif name == "s":
            self._taken.append(" " * min(_times(given, "c"), COLUMNS))
        elif name in ("tab", "line-break"):
            self._taken.append("\t" if name == "tab" else "\n")

    def text(self, data: str) -> None:
        if self._paragraphs:
            self._taken.append(data)

    def end(self, name: str) -> None:
        if name in _CELLS:
            self._end_cell()
        elif name == "table-row":
            self._end_row()

    def _end_cell(self) -> None:
        cell = self._read("".join(self._taken))
        times = _times(self._given, "number-columns-repeated")
        if cell not in ("", None):
            self._held += [(self._column + n, cell) for n in range(min(times, COLUMNS + 1))]
        wide, high = _times(self._given, "number-columns-spanned"), _times(self._given, "number-rows-spanned")
        if wide > 1 or high > 1:
            last = self._row + min(high, ROWS) - 1, self._column + min(wide, COLUMNS) - 1
            self._cells.merge((self._row, self._column), last)
        self._column += times
        self._paragraphs = 0

    def _end_row(self) -> None:
        for n in range(min(self._rows, ROWS + 1) if self._held else 0):
            for column, cell in self._held:
                self._cells.put(self._row + n, column, cell)
        self._row += self._rows

    def _read(self, text: str) -> str | Unread | None:
        """Give a cell's text; nothing for an empty one."""
        what = self._given.get("value-type", "")
        if "failed" in self._given:
            return Unread("error", text.strip() or "#N/A")
        if "formula" in self._given and not what and not text:
            return Unread("formula")
        if what in _NUMBERS:
            return _number(self._given.get("value", ""), what)
        if what == "date":
            return self._given.get("date-value", "").removesuffix("T00:00:00")
        return self._given.get("boolean-value", "") if what == "boolean" else sound(text)

    def table(self) -> Table:
        return self._cells.table(hidden=self._hidden)


def _number(said: str, what: str) -> str | Unread:
    try:
        return shown(float(said), "percent" if what == "percentage" else "")
    except (ValueError, OverflowError):
        return Unread("error", said[:40])


def _times(given: Mapping[str, str], key: str) -> int:
    """Give how often something repeats. Raises Tangled, Heavy."""
    said = given.get(key, "1")
    if not said.isdecimal():
        raise Tangled
    if len(said) > 9:
        raise Heavy("cells")
    return int(said)
