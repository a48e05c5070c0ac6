"""What was copied from paper, line by line: from a workbook, a CSV a sheet, or YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.authoring.onpaper.columns import KINDS, SEAT, kind_named, words
from game.authoring.sheet.grid import Place
from game.content.near import nearest
from game.content.nodes import Listing, Node, Scalar
from game.content.nodes import Mapping as Keyed
from game.content.problems import Problem
from game.content.source import read_source
from game.core.frozen import dataclass
from game.core.scenario import Scenario
from game.tables.headings import Columns, Words
from game.tables.table import Book, Note, Table

At = Place | int
"""Where something is written: a cell, or a line of a text counted from 1."""
LEAST = 2
"""Columns a line of headings must name where the sheet's own name says nothing."""
ROWS = 2_000
KEYS = ("cartes", "votes", "tensions", "objectifs", "seance")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: what it says by column, where each cell stands and where it begins itself."""

    kind: str
    at: At
    cells: Mapping[str, str]
    places: Mapping[str, At]

    def where(self, field: str) -> At:
        """Give where a column's cell stands, or the row when it has none."""
        return self.places.get(field, self.at)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where."""

    at: At
    problem: Problem


@dataclass(frozen=True, slots=True)
class Copied:
    """What a file says, in the order in which it is played, and what of it could not be read."""

    lines: tuple[Line, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()

    def of(self, kind: str) -> tuple[Line, ...]:
        """Give the lines of a sheet."""
        return tuple(one for one in self.lines if one.kind == kind)


def from_book(book: Book, scenario: Scenario) -> Copied | None:
    """Read the sheets of a workbook, or the one of a CSV; None where none is of a session played on paper."""
    known = {kind: words(kind, scenario) for kind in KINDS}
    found = [(table, *_headed(table, known)) for table in book.shown]
    if not any(kind for _, kind, _ in found):
        return None
    faults: list[Fault] = []
    lines: list[Line] = []
    notes = list(book.notes)
    for table, kind, columns in found:
        if columns is None:
            notes += [Note("sheet_foreign", (("sheet", table.name),))] if _filled(table) else []
            continue
        lines += _rows(table, kind, columns, faults)
        faults += [_fault(Place(table.name, columns.line, 0, table.file), "onpaper_column", value=heading, near=near)
                   for heading, near in columns.strangers]  # fmt: skip
    return Copied(_in_order(lines), tuple(faults), tuple(notes))


def _filled(table: Table) -> bool:
    return any(table.filled(row) for row in range(len(table.rows)))


def _headed(table: Table, known: Mapping[str, Words]) -> tuple[str, Columns | None]:
    """Tell which sheet a table is, by its name, else by the headings of which it has most."""
    named = kind_named(table.name)
    tried = [named] if named else list(known)
    found = [(kind, one) for kind in tried if (one := known[kind].columns(table, 1 if named else LEAST)) is not None]
    return max(found, key=lambda one: len(one[1].places), default=("", None))


def _rows(table: Table, kind: str, columns: Columns, faults: list[Fault]) -> Iterator[Line]:
    heads = table.rows[columns.line]
    for at in range(columns.line + 1, min(len(table.rows), columns.line + 1 + ROWS)):
        places: dict[str, At] = {field: Place(table.name, at, n, table.file, " ".join(heads[n].split()))
                                 for field, n in columns.places.items()}  # fmt: skip
        row = table.rows[at]
        cells = {field: " ".join(row[n].split()) for field, n in columns.places.items() if n < len(row)}
        for field, n in columns.places.items():
            if (at, n) in table.unread:
                one = table.unread[at, n]
                faults.append(_fault(places[field], one.code, shown=one.told))
        cells = {field: cell for field, cell in cells.items() if cell}
        if set(cells) - {"pin", "family"}:
            yield Line(kind, Place(table.name, at, 0, table.file), cells, places)


def from_yaml(data: bytes, file: str, scenario: Scenario) -> Copied:
    """Read a YAML file, its keys in French or in English."""
    root, problems = read_source(data, file)
    faults = [Fault(one.line, one) for one in problems]
    lines: list[Line] = []
    if isinstance(root, Keyed):
        for key, value in root.pairs:
            kind = kind_named(key.value)
            if kind:
                lines += _items(kind, value, words(kind, scenario), faults)
            else:
                faults.append(_key(key, KEYS))
    elif root is not None:
        faults.append(_fault(root.line + 1, "onpaper_yaml"))
    return Copied(_in_order(lines), tuple(faults))


def _items(kind: str, value: Node, known: Words, faults: list[Fault]) -> Iterator[Line]:
    items = value.items if isinstance(value, Listing) else (value,)
    for item in items[:ROWS]:
        if not isinstance(item, Keyed):
            faults.append(_fault(item.line + 1, "onpaper_item"))
            continue
        cells: dict[str, str] = {}
        places: dict[str, At] = {}
        for key, one in item.pairs:
            field = known.field(key.value)
            if not field:
                faults.append(_key(key, [name for names in known.names.values() for name in names.split()]))
            for name, said in _said(field, one, known, faults):
                cells[name], places[name] = " ".join(said.value.split()), said.line + 1
        cells = {field: cell for field, cell in cells.items() if cell}
        if cells:
            yield Line(kind, item.line + 1, cells, places)


def _said(field: str, one: Node, known: Words, faults: list[Fault]) -> Iterator[tuple[str, Scalar]]:
    """Give the columns that a value fills: a list fills those of its kind in turn, tokens by seat one a seat."""
    if not field:
        return
    if isinstance(one, Scalar):
        yield field, one
    elif isinstance(one, Listing) and field.endswith("_1"):
        yield from _listed(field, one, known, faults)
    elif isinstance(one, Keyed) and field == "tokens":
        yield from _seated(one, known, faults)
    else:
        faults.append(_fault(one.line + 1, "onpaper_item"))


def _listed(field: str, one: Listing, known: Words, faults: list[Fault]) -> Iterator[tuple[str, Scalar]]:
    for at, item in enumerate(one.items, 1):
        name = f"{field[:-1]}{at}"
        if isinstance(item, Scalar) and name in known.names:
            yield name, item
        else:
            faults.append(_fault(item.line + 1, "onpaper_item"))


def _seated(one: Keyed, known: Words, faults: list[Fault]) -> Iterator[tuple[str, Scalar]]:
    for key, value in one.pairs:
        seat = known.field(key.value)
        if seat.startswith(SEAT) and isinstance(value, Scalar):
            yield seat, value
        else:
            faults.append(_fault(key.line + 1, "onpaper_seat", value=key.value))


def _key(key: Scalar, known: Sequence[str]) -> Fault:
    return _fault(key.line + 1, "onpaper_column", value=key.value, near=nearest(key.value, known))


def _in_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda one: KINDS.index(one.kind)))


def _fault(at: At, code: str, **facts: str) -> Fault:
    if code == "onpaper_column" and facts.get("near"):
        code = "onpaper_column_near"
    line = at if isinstance(at, int) else 0
    return Fault(at, Problem(code, "", line, 0, tuple(facts.items())))
