"""A filled table as it came back: its lines, and where each cell stands, whatever file it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from game.authoring.sheet.columns import PAIRS, SHEETS, canonical, column, shape
from game.authoring.sheet.spoken import meant
from game.content.near import FRENCH, nearest, slug
from game.content.problems import Problem
from game.core.frozen import dataclass
from game.tables.headings import STRANGERS
from game.tables.table import Table, letters

HEAD, COUNTER = "id", "#"
"""The heading of the first column; what opens the heading of a column that only counts signs."""
_LANGUAGE = re.compile(r"\s*\[\s*([a-z0-9-]{2,12})\s*\]$")
_OWN = {
    "issues": {"axis", "question [fr]", "question [en]"},
    "levers": {"stage", "answers", "effects.cost"},
    "events": {"cancelled_by", "effect [fr]", "effect [en]", "loads.1.family"},
    "tensions": {"reconcile [fr]", "reconcile [en]"},
    "synergies": {"pair", "why [fr]", "why [en]"},
    "families": {"letter", "colour"},
    "stages": {"part", "short [fr]", "short [en]"},
    "axes": {"icon"},
    "deck": {"version", "authors", "law_as_of"},
}
"""Headings that tell a kind from the others; the kinds are tried in order."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a sheet, or of a file when it is a CSV; rows and columns count from 0.

    `title`: what its column is called there.
    """

    sheet: str
    row: int
    column: int
    file: bool = False
    title: str = ""

    @property
    def cell(self) -> str:
        """Give the cell's name in any spreadsheet: `D14`."""
        return f"{letters(self.column)}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class Found:
    """What is wrong in a cell: the problem's code and facts word it."""

    place: Place
    problem: Problem


@dataclass(frozen=True, slots=True)
class Line:
    """A row: heading → value, empty cells left out. `unread`: headings under which a cell is neither empty nor read."""

    row: int
    cells: dict[str, str]
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """The cards of one kind. `columns`: heading → column; `strangers`: headings the deck format does not know.

    `titles`: heading → what the column is called, for people.
    """

    name: str
    kind: str
    columns: dict[str, int]
    lines: tuple[Line, ...]
    file: bool = False
    strangers: tuple[Place, ...] = ()
    faults: tuple[Found, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    def place(self, row: int, key: str) -> Place:
        """Give the cell of a row under a heading; the row's first cell when there is no such heading."""
        column = self.columns.get(key, self.columns.get(HEAD, 0))
        return Place(self.name, row, column, self.file, self.titles.get(key, "") if key != HEAD else "")


@dataclass(frozen=True, slots=True)
class Base:
    """What the deck said when the sheet was made: `rows` by kind and card."""

    deck: str
    version: str
    digest: str
    rows: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)


def heading_of(cell: str) -> str:
    """Give a heading as the deck format writes it, whatever its capitals and spaces: `label [fr]`."""
    words = " ".join(cell.split()).lower()
    return _LANGUAGE.sub(lambda found: f" [{found[1]}]", words)


def named(cell: str) -> str:
    """Give the heading of ours that a cell is; nothing for any other."""
    heading = heading_of(cell)
    return heading if heading == HEAD or any(column(shape(kind), heading) for kind in SHEETS) else ""


def grid(table: Table, kind: str = "") -> Grid | None:
    """Make the grid of a sheet; None when it has no headings of ours. `kind`: what it is by its name."""
    at = table.headings(named)
    if at is None or not _ours(table.rows[at]):
        return None
    headings = [(n, heading_of(cell)) for n, cell in enumerate(table.rows[at]) if cell.strip() and cell[0] != COUNTER]
    kind = kind or _kind({heading for _, heading in headings})
    return _Making(table, kind, at).grid(headings) if kind else None


def _ours(row: Sequence[str]) -> bool:
    """Tell a line of headings from a line that happens to hold some words of ours."""
    found = {one for cell in row if (one := named(cell))}
    others = sum(1 for cell in row if cell.strip() and cell[0] != COUNTER and not named(cell))
    return HEAD in found or len(found) > max(2, others)


def _meant(heading: str, kind: str) -> str:
    """Give the heading that another one is like, or says in French; nothing when there is none."""
    known = tuple(_headings(kind))
    key = FRENCH.get(slug(heading.partition(" [")[0]), "")
    return next((one for one in known if key and one.partition(" [")[0] == key), "") or nearest(heading, known)


class _Making:
    """A grid in the making: a table whose headings are on line `at`."""

    def __init__(self, table: Table, kind: str, at: int) -> None:
        self._table, self._kind, self._at = table, kind, at
        self._columns: dict[str, int] = {}
        self._strangers: list[Place] = []
        self._faults: list[Found] = []

    def grid(self, headings: list[tuple[int, str]]) -> Grid:
        for n, heading in headings:
            self._take(n, heading)
        if HEAD not in self._columns:
            seen = self._table.rows[self._at][0].strip() if self._table.rows[self._at] else ""
            self._wrong(self._at, 0, "sheet_no_id", sheet=self._table.name, value=seen)
        for row in sorted(self._table.overlong(self._at)) if self._table.file else ():
            width = len(self._table.rows[self._at])
            self._wrong(row, width, "sheet_row_slipped", cells=len(self._table.rows[row]), headings=width)
        lines = tuple(self._lines())
        faults = tuple(self._faults)
        file, strangers = self._table.file, tuple(self._strangers)
        return Grid(self._table.name, self._kind, self._columns, lines, file, strangers, faults, self._titles())

    def _titles(self) -> dict[str, str]:
        """Give the columns the names that stand over ours, where there are any."""
        return {key: title for key, n in self._columns.items() if (title := self._title(n))}

    def _take(self, n: int, heading: str) -> None:
        if heading in self._columns:
            self._wrong(self._at, n, "sheet_heading_twice", value=heading)
        elif heading == HEAD or column(shape(self._kind), heading) is not None:
            self._columns[heading] = n
        else:
            self._strangers.append(self._place(self._at, n))
            near = _meant(heading, self._kind) if len(self._strangers) <= STRANGERS else ""
            if near:
                self._wrong(self._at, n, "sheet_heading_near", value=heading, near=near)

    def _place(self, row: int, n: int) -> Place:
        return Place(self._table.name, row, n, self._table.file, self._title(n) if row > self._at else "")

    def _title(self, n: int) -> str:
        """Give the name that stands over ours, where there is any."""
        above = self._table.rows[self._at - 1] if self._at else ()
        return above[n].strip() if n < len(above) else ""

    def _wrong(self, row: int, n: int, code: str, **facts: str | int) -> None:
        self._faults.append(Found(self._place(row, n), Problem(code, self._table.name, 0, 0, tuple(facts.items()))))

    def _lines(self) -> Iterable[Line]:
        what = shape(self._kind)
        fields = {key: one.field for key in self._columns if (one := column(what, key)) is not None}
        for n in range(self._at + 1, len(self._table.rows)):
            row = self._table.rows[n]
            given = {key: row[at] for key, at in self._columns.items() if at < len(row)}
            cells = {
                key: canonical(fields[key], meant(fields[key], text)) if key in fields else text.strip()
                for key, text in given.items()
            }
            cells = {key: text for key, text in cells.items() if text}
            unread = self._unread(n)
            if cells.keys() - {HEAD} or unread - {HEAD}:
                yield Line(n, cells, frozenset(unread))

    def _unread(self, row: int) -> set[str]:
        """Give the headings under which a row's cell cannot be read, each said."""
        if not self._table.unread or not self._table.filled(row):
            return set()
        wrong = {
            key: one for key, at in self._columns.items() if (one := self._table.unread.get((row, at))) is not None
        }
        for key, one in wrong.items():
            self._wrong(row, self._columns[key], one.code, shown=one.told)
        return set(wrong)


def _headings(kind: str) -> Iterable[str]:
    from game.authoring.sheet.columns import columns

    return (one.key for one in columns(shape(kind), ("fr", "en"), {}))


def _kind(headings: set[str]) -> str:
    return next((kind for kind in SHEETS if headings & _OWN[kind]), "")


def name_of(kind: str, cells: dict[str, str]) -> str:
    """Give the id a line carries; a pair's is made of its two cards when it has none."""
    from game.authoring.sheet.table import pair_name

    own = cells.get(HEAD, "")
    return own or (pair_name(cells.get("pair", "")) if kind in PAIRS else "")
