"""A workbook (XLSX; an ODS by a reader of its own): its sheets in their order, those put away too, within limits."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from struct import error as StructError  # noqa: N812
from xml.parsers.expat import ExpatError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812

from game.content.unseen import shown
from game.core.errors import TableError
from game.core.frozen import dataclass
from game.tables import opendocument
from game.tables.cells import COLUMNS, ROWS, Far
from game.tables.kinds import OPEN, WORKBOOK, packed_kind
from game.tables.limits import Limits
from game.tables.markup import Budget, Heavy, Reader, Tangled, walk
from game.tables.table import Book, Note, Table
from game.tables.worksheet import Context, Sheet, Styles, Texts

PARTS, SHEETS, NAME = 500, 100, 100
"""Parts and sheets of a workbook, signs of a sheet's name (offices allow 31)."""
_BROKEN = (
    BadZipFile,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    ZlibError,
    StructError,
    ExpatError,
    LookupError,
)
_TRUE = ("1", "true", "on")


def read(data: bytes, file: str, limits: Limits) -> Book:
    """Read a workbook.

    Raises TableError: table_broken, table_password, table_unpacked, table_parts, table_big, table_far (sheet),
    table_no_sheet, or the code of what the file is instead of a workbook.
    """
    with _told(file, limits), ZipFile(BytesIO(data)) as archive:
        if packed_kind({one.filename for one in archive.infolist()[:PARTS]}) == OPEN:
            return opendocument.read(archive, file, limits)
        return _Workbook(archive, file, limits).book()


@contextmanager
def _told(file: str, limits: Limits) -> Iterator[None]:
    try:
        yield
    except Heavy as error:
        facts = {"limit": limits.unpacked // 1_000_000 if error.of == "size" else limits.written}
        raise TableError("table_unpacked" if error.of == "size" else "table_big", path=file, **facts) from None
    except Far as error:
        raise TableError("table_far", path=file, sheet=shown(error.sheet), rows=ROWS, columns=COLUMNS) from None
    except RuntimeError:  # a part of the archive has a password
        raise TableError("table_password", path=file) from None
    except _BROKEN as error:
        raise TableError("table_broken", path=file) from error


@dataclass(frozen=True, slots=True)
class _Listed:
    """A sheet as the workbook lists it."""

    name: str
    state: str
    link: str


class _Workbook:
    def __init__(self, archive: ZipFile, file: str, limits: Limits) -> None:
        self._archive, self._file, self._limits = archive, file, limits
        infos = archive.infolist()
        if len(infos) > PARTS:
            raise TableError("table_parts", path=file, limit=PARTS)
        self._parts: dict[str, ZipInfo] = {one.filename.replace("\\", "/").lstrip("/").lower(): one for one in infos}
        found = packed_kind(self._parts)
        if found != WORKBOOK:
            raise TableError(found, path=file)
        self._budget = Budget(limits.unpacked, limits.elements, limits.signs)

    def book(self) -> Book:
        """Read every sheet of cells."""
        main = self._main()
        content, links = _Content(), self._links(main)
        self._walk(main, content)
        if len(content.sheets) > SHEETS:
            raise TableError("table_parts", path=self._file, limit=SHEETS)
        context = self._context(links, since_1904=content.since_1904)
        tables, notes, seen = [], [], set[str]()
        for one in content.sheets:
            kind, part = links.of.get(one.link, ("", ""))
            if kind != "worksheet":
                notes.append(Note("sheet_chart", (("sheet", one.name),)))
                continue
            if part in seen:
                raise Tangled
            seen.add(part)
            tables.append(self._table(one, part, context))
        if not tables:
            raise TableError("table_no_sheet", path=self._file)
        if any(name.endswith("vbaproject.bin") for name in self._parts):
            notes.append(Note("macros"))
        return Book(tuple(tables), tuple(notes))

    def _table(self, one: _Listed, part: str, context: Context) -> Table:
        sheet = Sheet(one.name, context, self._limits.spread)
        self._walk(part, sheet)
        return sheet.table(hidden=one.state in ("hidden", "veryHidden"))

    def _main(self) -> str:
        found = self._linked("_rels/.rels", "")
        return next((part for kind, part in found.of.values() if kind == "officeDocument"), "xl/workbook.xml")

    def _links(self, part: str) -> _Links:
        folder, name = posixpath.split(part)
        return self._linked(f"{folder}/_rels/{name}.rels", folder)

    def _linked(self, part: str, folder: str) -> _Links:
        links = _Links(folder)
        if part in self._parts:
            self._walk(part, links)
        return links

    def _context(self, links: _Links, *, since_1904: bool) -> Context:
        named = dict(links.of.values())
        texts, styles = Texts(self._limits.written), Styles()
        for kind, reader in (("sharedStrings", texts), ("styles", styles)):
            if named.get(kind, "") in self._parts:
                self._walk(named[kind], reader)
        return Context(texts.found, styles.kinds, self._budget, since_1904)

    def _walk(self, part: str, reader: Reader) -> None:
        info = self._parts[part]
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Tangled
        with self._archive.open(info) as source:
            walk(source, reader, self._budget)


class _Links(Reader):
    """Reads what a part refers to: `of`, by the link's id, its kind and the part; what lies outside is left out."""

    def __init__(self, folder: str) -> None:
        self.of: dict[str, tuple[str, str]] = {}
        self._folder = folder

    def start(self, name: str, given: Mapping[str, str]) -> None:
        if name == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "").replace("\\", "/")
            part = target.lstrip("/") if target.startswith("/") else posixpath.join(self._folder, target)
            kind = given.get("Type", "").rpartition("/")[2]
            self.of[given.get("Id", "")] = kind, posixpath.normpath(part).lower()


class _Content(Reader):
    """Reads a workbook's own part: its sheets, and where its days are counted from."""

    def __init__(self) -> None:
        self.sheets: list[_Listed] = []
        self.since_1904 = False

    def start(self, name: str, given: Mapping[str, str]) -> None:
        if name == "workbookPr":
            self.since_1904 = given.get("date1904", "").lower() in _TRUE
        elif name == "sheet":
            link = next((value for key, value in given.items() if key.rpartition("}")[2] == "id" and "}" in key), "")
            self.sheets.append(_Listed(given.get("name", "")[:NAME], given.get("state", ""), link))
