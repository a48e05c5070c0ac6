"""The names people give to columns, capitals, accents, spaces and words in brackets let pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from game.content.near import nearest, slug
from game.content.unseen import shown
from game.core.frozen import dataclass
from game.tables.table import DEEP, LONG, WIDE, Book, Note, Table, Unread, letters

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
SEEN, CLIPPED = 12, 40
"""Headings listed to someone whose table lacks one, and signs of each."""
STRANGERS = 40
"""Headings that are not ours for which one of ours is looked for."""
FEW = 5
"""Rows told one by one."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands, on which line the headings are.

    `strangers`: headings that are not read, each with the name of a column it is like; `doubles`: those that name a
    column a second time.
    """

    line: int
    places: Mapping[str, int]
    strangers: tuple[tuple[str, str], ...] = ()
    doubles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """The columns of a kind of table. `names`: for each field the names it goes by, as ids parted by spaces.

    `idle`: words that tell nothing more of a column ("Montant HT (€)", "Famille (liste)").
    """

    names: Mapping[str, str]
    idle: frozenset[str] = frozenset()
    _fields: dict[str, str] = field(init=False, default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        for one, names in self.names.items():
            self._fields.update(dict.fromkeys(names.split(), one))

    def field(self, heading: str) -> str:
        """Give the field of a heading; nothing for one that is not ours."""
        for words in (slug(heading), slug(_BRACKETS.sub(" ", heading))):
            found = self._fields.get(words) or self._fields.get(self._bare(words))
            if found:
                return found
        return ""

    def _bare(self, words: str) -> str:
        return "-".join(word for word in words.split("-") if word not in self.idle and not word.isdigit())

    def columns(self, table: Table, least: int = 1) -> Columns | None:
        """Find the columns of a table; of a column named twice, the first. None where no line has `least` of them."""
        line = table.headings(self.field, least)
        return None if line is None else self._columns(line, table.rows[line])

    def headed(self, book: Book, least: int = 1) -> Headed | None:
        """Choose the table to read: of those its author sees, the first that has most of our columns."""
        found = [(one, columns) for one in book.shown if (columns := self.columns(one, least)) is not None]
        if not found:
            return None
        table, columns = max(found, key=lambda one: len(one[1].places))
        return Headed(table, columns, (*book.notes, *self._hidden(book, least), *_aside(book, table, columns)))

    def _hidden(self, book: Book, least: int) -> Iterator[Note]:
        """Say which sheets that might have been read their author has put away; lists of words are none of them."""
        found = [one.name for one in book.tables if one.hidden and self.columns(one, least) is not None]
        if found:
            yield Note("sheets_hidden", (("sheets", ", ".join(found)),))

    def _columns(self, line: int, row: Sequence[str]) -> Columns:
        found: dict[str, int] = {}
        strangers: list[tuple[str, str]] = []
        doubles: list[str] = []
        for at, cell in enumerate(row):
            name, one = " ".join(cell[:LONG].split()), self.field(cell) if at < WIDE else ""
            if one and one not in found:
                found[one] = at
            elif one:
                doubles.append(name)
            elif name:
                strangers.append((name, nearest(name, self._fields) if len(strangers) < STRANGERS else ""))
        return Columns(line, found, tuple(strangers), tuple(doubles))


@dataclass(frozen=True, slots=True)
class Row:
    """A row under headings. `at` counts from 0; `cells` and `unread` by field, empty cells left out."""

    at: int
    cells: Mapping[str, str]
    unread: Mapping[str, Unread]


@dataclass(frozen=True, slots=True)
class Headed:
    """A table whose headings were found. `notes`: what is to be said of it, what was not read among it."""

    table: Table
    columns: Columns
    notes: tuple[Note, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Give the rows that hold something, those whose cells have slipped apart."""
        slipped = self.slipped
        for at in range(self.columns.line + 1, len(self.table.rows)):
            if at in slipped or not self.table.filled(at):
                continue
            row = self._row(at)
            if row.cells or row.unread or any(cell.strip() for cell in self.table.rows[at]):
                yield row

    @property
    def slipped(self) -> frozenset[int]:
        """Give the rows of a CSV that have more cells than headings."""
        return self.table.overlong(self.columns.line)

    def _row(self, at: int) -> Row:
        row, unread = self.table.rows[at], self.table.unread
        given = {one: row[n] for one, n in self.columns.places.items() if n < len(row) and row[n].strip()}
        return Row(at, given, {one: unread[at, n] for one, n in self.columns.places.items() if (at, n) in unread})


def _aside(book: Book, table: Table, columns: Columns) -> Iterator[Note]:
    """Say which sheets are not read, and which rows."""
    rest = [one for one in book.shown if one is not table]
    others = [one.name for one in rest if any(one.filled(at) for at in range(len(one.rows)))]
    if others:
        yield Note("sheets_other", (("sheet", table.name), ("others", ", ".join(others))))
    for at in sorted(table.overlong(columns.line))[:FEW]:
        yield Note(
            "row_slipped", (("line", at + 1), ("cells", len(table.rows[at])), ("headings", _width(table, columns)))
        )
    for column in table.unnamed(columns.line):
        yield Note("column_unnamed", (("sheet", table.name), ("column", letters(column))))
    for name in columns.doubles:
        yield Note("column_twice", (("heading", name),))


def _width(table: Table, columns: Columns) -> int:
    return len(table.rows[columns.line])


def seen(book: Book) -> str:
    """List the headings of a file that lacks ours: the fullest line near the top of the first sheet that has any."""
    for table in book.shown:
        rows = [[" ".join(cell.split()) for cell in row if cell.strip()] for row in table.rows[:DEEP]]
        fullest = max(rows, key=len, default=[])
        if fullest:
            return " · ".join(shown(one[:CLIPPED]) for one in fullest[:SEEN]) + (" …" if len(fullest) > SEEN else "")
    return ""
