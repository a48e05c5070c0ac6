"""A filled table as it came back: its lines, and where each cell stands, whatever file it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.authoring.sheet.columns import PAIRS, SHEETS, canonical, column, shape
from game.content.near import nearest
from game.content.problems import Problem

HEAD, COUNTER = "id", "#"
"""The heading of the first column; what opens the heading of a column that only counts signs."""
DEEP = 8
"""Lines among which the headings are looked for: a title may stand above them."""
_OWN = {
    "issues": {"axis", "question [fr]", "question [en]"},
    "levers": {"stage", "answers", "effects.cost"},
    "events": {"cancelled_by", "effect [fr]", "effect [en]", "loads.1.family"},
    "tensions": {"reconcile [fr]", "reconcile [en]"},
    "synergies": {"pair", "why [fr]", "why [en]"},
}
"""Headings that tell a kind from the others; the kinds are tried in order."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a sheet, or of a file when it is a CSV; rows and columns count from 0."""

    sheet: str
    row: int
    column: int
    file: bool = False

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
    """A row: heading → value, empty cells left out."""

    row: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cards of one kind. `columns`: heading → column; `strangers`: headings the deck format does not know."""

    name: str
    kind: str
    columns: dict[str, int]
    lines: tuple[Line, ...]
    file: bool = False
    strangers: tuple[Place, ...] = ()
    faults: tuple[Found, ...] = ()

    def place(self, row: int, key: str) -> Place:
        """Give the cell of a row under a heading; the row's first cell when there is no such heading."""
        return Place(self.name, row, self.columns.get(key, self.columns.get(HEAD, 0)), self.file)


@dataclass(frozen=True, slots=True)
class Base:
    """What the deck said when the sheet was made: `rows` by kind and card."""

    deck: str
    version: str
    digest: str
    rows: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)


def letters(column: int) -> str:
    """Name a column as spreadsheets do: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def grid(name: str, rows: Sequence[Sequence[str]], kind: str = "", *, file: bool = False) -> Grid | None:
    """Make the grid of a sheet; None when it has no headings of ours."""
    at = next((n for n, row in enumerate(rows[:DEEP]) if HEAD in (cell.strip() for cell in row)), None)
    if at is None:
        return None
    headings = [(n, cell.strip()) for n, cell in enumerate(rows[at]) if cell.strip() and cell[0] != COUNTER]
    kind = kind or _kind({heading for _, heading in headings})
    if not kind:
        return None
    return _made(name, rows, kind, at, headings, file=file)


def _made(
    name: str, rows: Sequence[Sequence[str]], kind: str, at: int, headings: list[tuple[int, str]], *, file: bool
) -> Grid:
    columns: dict[str, int] = {}
    strangers: list[Place] = []
    faults: list[Found] = []
    for n, heading in headings:
        place = Place(name, at, n, file)
        if heading in columns:
            faults.append(Found(place, _problem("sheet_heading_twice", name, value=heading)))
        elif heading == HEAD or column(shape(kind), heading) is not None:
            columns[heading] = n
        else:
            strangers.append(place)
            near = nearest(heading, _headings(kind))
            if near:
                faults.append(Found(place, _problem("sheet_heading_near", name, value=heading, near=near)))
    lines = tuple(_lines(kind, rows, at + 1, columns))
    return Grid(name, kind, columns, lines, file, tuple(strangers), tuple(faults))


def _problem(code: str, file: str, **facts: str) -> Problem:
    return Problem(code, file, 0, 0, tuple(facts.items()))


def _headings(kind: str) -> Iterable[str]:
    from game.authoring.sheet.columns import columns

    return (one.key for one in columns(shape(kind), ("fr", "en"), {}))


def _lines(kind: str, rows: Sequence[Sequence[str]], first: int, columns: dict[str, int]) -> Iterable[Line]:
    what = shape(kind)
    fields = {key: one.field for key in columns if (one := column(what, key)) is not None}
    for n in range(first, len(rows)):
        row = rows[n]
        given = {key: row[at] for key, at in columns.items() if at < len(row)}
        cells = {key: canonical(fields[key], text) if key in fields else text.strip() for key, text in given.items()}
        cells = {key: text for key, text in cells.items() if text}
        if cells.keys() - {HEAD}:
            yield Line(n, cells)


def _kind(headings: set[str]) -> str:
    return next((kind for kind in SHEETS if headings & _OWN[kind]), "")


def named(kind: str, cells: dict[str, str]) -> str:
    """Give the id a line carries; a pair's is made of its two cards when it has none."""
    from game.authoring.sheet.table import pair_name

    own = cells.get(HEAD, "")
    return own or (pair_name(cells.get("pair", "")) if kind in PAIRS else "")
