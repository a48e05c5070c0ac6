"""The parts of a workbook that hold cells: shared texts, formats, and the sheets themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.core.frozen import dataclass
from game.tables.cells import Cell, Cells, sound
from game.tables.figures import kind, shown
from game.tables.markup import Budget, Heavy, Reader, Tangled
from game.tables.table import Table, Unread

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"\s*\$?([A-Za-z]{1,3})\$?(\d{1,8})\s*")


def unescaped(text: str) -> str:
    """Give a text whose signs no XML can hold were written `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class Texts(Reader):
    """Reads the shared texts: `found`, in their order; rich texts in one piece, readings of signs left out."""

    def __init__(self, most: int) -> None:
        self.found: list[str | Unread] = []
        self._most, self._taken, self._aside = most, list[str](), 0
        self._open = False

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Open an element."""
        if name == "rPh":
            self._aside += 1
        self._open = name == "t" and not self._aside

    def end(self, name: str) -> None:
        """Close an element."""
        self._open = False
        if name == "rPh":
            self._aside -= 1
        elif name == "si":
            self.found.append(sound(unescaped("".join(self._taken))))
            self._taken = []
            if len(self.found) > self._most:
                raise Heavy("cells")

    def text(self, data: str) -> None:
        """Take a piece of text."""
        if self._open:
            self._taken.append(data)


class Styles(Reader):
    """Reads the formats: `kinds`, for each style of a cell what its numbers show."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self._codes: dict[str, str] = {}
        self._within = ""

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Open an element."""
        if name in ("numFmts", "cellXfs", "cellStyleXfs", "dxfs"):
            self._within = name
        elif name == "numFmt" and self._within == "numFmts":
            self._codes[given.get("numFmtId", "")] = given.get("formatCode", "")[:255]
        elif name == "xf" and self._within == "cellXfs":
            number = given.get("numFmtId", "0")
            self.kinds.append(kind(int(number) if number.isdecimal() else 0, self._codes.get(number, "")))

    def end(self, name: str) -> None:
        """Close an element."""
        if name == self._within:
            self._within = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the cells of a workbook refer to. `since_1904`: its days are counted from 1904."""

    texts: list[str | Unread]
    kinds: list[str]
    budget: Budget
    since_1904: bool = False


class Sheet(Reader):
    """Reads a sheet's cells, each by its own place, and the cells that merging covers."""

    def __init__(self, name: str, context: Context, most: int) -> None:
        self._context = context
        self._cells = Cells(name, context.budget, most)
        self._row = self._column = -1
        self._within = False
        self._given: Mapping[str, str] = {}
        self._formula = False
        self._value: list[str] | None = None
        self._taking = ""

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Open an element."""
        if name == "sheetData":
            self._within = True
        elif name == "mergeCell":
            self._merge(given.get("ref", ""))
        elif not self._within:
            return
        elif name == "row":
            self._begin_row(given.get("r", ""))
        elif name == "c":
            self._begin_cell(given)
        else:
            self._part(name)

    def _begin_row(self, number: str) -> None:
        self._row = _whole(number) - 1 if number else self._row + 1
        self._column = -1

    def _begin_cell(self, given: Mapping[str, str]) -> None:
        place = given.get("r", "")
        if place:
            self._row, self._column = _place(place)
        else:
            self._column += 1
        self._given, self._formula, self._value, self._taking = given, False, None, ""

    def _part(self, name: str) -> None:
        if name == "f":
            self._formula = True
        self._taking = name if name in ("v", "t", "rPh") and self._taking != "rPh" else self._taking
        if name in ("v", "t") and self._value is None:
            self._value = []

    def end(self, name: str) -> None:
        """Close an element."""
        if name == "sheetData":
            self._within = False
        elif self._within and name == "c":
            self._end_cell()
        elif name == self._taking:
            self._taking = ""

    def text(self, data: str) -> None:
        """Take a piece of text."""
        if self._taking in ("v", "t") and self._value is not None:
            self._value.append(data)

    def _end_cell(self) -> None:
        said = None if self._value is None else "".join(self._value)
        self._cells.put(self._row, self._column, self._read(said, self._given.get("t", "n")))

    def _read(self, said: str | None, what: str) -> str | Unread | None:
        """Give a cell's text; nothing for an empty one."""
        if what == "e":
            return Unread("error", said or "#N/A")
        if self._formula and (said is None or (not said and what != "str")):
            return Unread("formula")
        if said is None or (what in ("n", "s", "b", "d") and not said.strip()):
            return None
        if what in ("inlineStr", "str"):
            return sound(unescaped(said))
        return self._referred(said.strip(), what)

    def _referred(self, said: str, what: str) -> str | Unread:
        if what == "s":
            number = _whole(said)
            if number >= len(self._context.texts):
                raise Tangled
            return self._context.texts[number]
        if what == "b":
            return "true" if said == "1" else "false"
        return said.removesuffix("T00:00:00") if what == "d" else self._number(said)

    def _number(self, said: str) -> str | Unread:
        style = self._given.get("s", "0")
        kinds = self._context.kinds
        what = kinds[int(style)] if style.isdecimal() and int(style) < len(kinds) else ""
        try:
            return shown(float(said), what, since_1904=self._context.since_1904)
        except (ValueError, OverflowError):
            return Unread("date" if what else "error", said[:40])

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        self._cells.merge(_place(first), _place(last or first))

    def table(self, *, hidden: bool) -> Table:
        """Give the sheet once it was read. Raises Far, Heavy when its cells are too far apart to be a table."""
        return self._cells.table(hidden=hidden)


def _whole(said: str) -> int:
    if not said.strip().isdecimal() or len(said) > 9:
        raise Tangled
    return int(said)


def _place(said: str) -> Cell:
    """Give the row and column of `D14`, from 0."""
    found = _PLACE.fullmatch(said)
    if found is None:
        raise Tangled
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
