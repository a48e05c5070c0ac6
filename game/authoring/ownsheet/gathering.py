"""The rows of a spreadsheet of one's own as grids of the deck's kinds, and what of it is not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from game.authoring.ownsheet import titles
from game.authoring.ownsheet.guessing import guessed
from game.authoring.ownsheet.titles import DECK, Heading
from game.authoring.sheet.columns import BETWEEN, GROUPS, canonical, column, shape
from game.authoring.sheet.grid import HEAD, Found, Grid, Line, grid
from game.authoring.sheet.spoken import meant
from game.content.problems import Problem
from game.tables.table import DEEP, Book, Note, Table, Unread, letters

KINDS = ("issues", "levers", "events", "tensions", "synergies", "families", "axes", "stages")
LEAST = 2
"""Columns of ours that make a line one of headings, where the sheet's name does not tell what it holds."""
WIDE = 3
"""Columns read from which a row with one filled cell is the title of a part, not a card."""
_THINGS = {"indicators", "loads"}
"""Lists of things, whose columns carry a rank in the deck's workbook."""


@dataclass
class Gathered:
    """What the sheets hold. `head`: what they say of the deck itself, by key; `columns`: the keys read, by kind."""

    grids: list[Grid] = field(default_factory=list)
    head: dict[str, str] = field(default_factory=dict)
    columns: dict[str, set[str]] = field(default_factory=dict)
    faults: list[Found] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def of(self, kind: str) -> list[Grid]:
        """Give the grids of a kind."""
        return [one for one in self.grids if one.kind == kind]


def gathered(books: Iterable[Book], lang: str, ours: frozenset[str]) -> Gathered:
    """Gather what is read of spreadsheets. `lang`: the language of texts whose columns name none.

    `ours`: names of hidden sheets that a workbook of ours has, of which nothing is to be said.
    """
    made = Gathered()
    for book in books:
        made.notes += book.notes
        hidden = [one.name for one in book.tables if one.hidden and one.name not in ours and _filled(one)]
        if hidden:
            made.notes.append(Note("sheets_hidden", (("sheets", ", ".join(hidden)),)))
        for table in book.shown:
            _take(made, table, lang)
    return made


def _filled(table: Table) -> bool:
    return any(table.filled(row) for row in range(len(table.rows)))


def _take(made: Gathered, table: Table, lang: str) -> None:
    if not _filled(table):
        return
    ours = grid(table, "")
    if ours is not None and HEAD in ours.columns:
        if ours.kind == DECK:
            _take_row(made, ours, lang)
        else:
            _keep(made, ours)
        return
    kind = titles.kind_of(table.name)
    if kind == DECK:
        _take_head(made, table, lang)
        return
    reader = _Reader(table, lang)
    grids = reader.grids(kind)
    for one in grids:
        _keep(made, one)
    if not grids:
        seen = " · ".join(cell for cell in _fullest(table) if cell)
        made.notes.append(Note("sheet_untold", (("sheet", table.name), ("seen", seen[:200]))))
    made.notes += reader.notes


def _fullest(table: Table) -> list[str]:
    rows = [[" ".join(cell.split()) for cell in row] for row in table.rows[:DEEP]]
    return max(rows, key=lambda row: sum(map(bool, row)), default=[])


def _keep(made: Gathered, one: Grid) -> None:
    made.grids.append(one)
    made.faults += one.faults
    made.columns.setdefault(one.kind, set()).update(one.columns)


def _take_head(made: Gathered, table: Table, lang: str) -> None:
    """Read a sheet of two columns: what is said of the deck, and what it is."""
    for n, row in enumerate(table.rows):
        said = [cell for cell in row if cell.strip()]
        found = titles.read(row[:1], DECK, lang) if len(said) > 1 else ()
        if found:
            made.head.setdefault(found[0].key, said[1].strip())
        elif said:
            made.notes.append(Note("row_untold", (("sheet", table.name), ("line", n + 1), ("text", said[0][:60]))))


def _take_row(made: Gathered, ours: Grid, lang: str) -> None:
    """Read the sheet of the deck itself of a workbook of ours: its texts in a language, or in any."""
    cells = [(key, text) for line in ours.lines for key, text in line.cells.items() if key != HEAD]
    for key, text in sorted(cells, key=lambda one: not one[0].endswith(f"[{lang}]")):
        made.head.setdefault(key.partition(" [")[0], text)


class _Reader:
    """Reads one sheet."""

    def __init__(self, table: Table, lang: str) -> None:
        self._table, self._lang = table, lang
        self.notes: list[Note] = []

    def grids(self, kind: str) -> list[Grid]:
        """Give the grids of a sheet; `kind`: what its name says it holds, if it says."""
        sorting = self._sorting()
        if sorting is not None:
            return self._sorted(*sorting)
        found = self._headed(kind)
        if found is None:
            return []
        kind, at, headings = found
        return [self._grid(kind, at, headings, range(at + 1, len(self._table.rows)))]

    def _headed(self, kind: str) -> tuple[str, int, tuple[Heading, ...]] | None:
        """Find the line of the headings: that which names most columns of the kind, or of the kind it tells best."""
        tried = [
            (titles.telling(found), len(found), -at, one, found)
            for one in ([kind] if kind else KINDS)
            for at, row in enumerate(self._table.rows[:DEEP])
            if len(found := titles.read(row, one, self._lang)) >= (1 if kind else LEAST)
        ]
        if not tried:
            return None
        telling, _, at, one, found = max(tried, key=lambda each: each[:3])
        return (one, -at, found) if telling or kind else None

    def _sorting(self) -> tuple[int, int] | None:
        """Find the column that tells the kind of each row, and the line of its heading."""
        for at, row in enumerate(self._table.rows[:DEEP]):
            for n, cell in enumerate(row):
                if cell.strip() and (self._sorts(at, n) if titles.sorts(cell) else self._parts(at, n)):
                    return at, n
        return None

    def _sorts(self, at: int, n: int) -> bool:
        told = [row[n] for row in self._table.rows[at + 1 :] if n < len(row) and row[n].strip()]
        return bool(told) and 2 * sum(titles.kind_of(cell) in KINDS for cell in told) > len(told)

    def _parts(self, at: int, n: int) -> bool:
        """Tell a column that holds names of kinds and nothing else, whatever its heading."""
        kinds = [titles.kind_named(row[n]) for row in self._table.rows[at + 1 :] if n < len(row) and row[n].strip()]
        return "" not in kinds and {"issues", "levers"} <= set(kinds)

    def _sorted(self, at: int, n: int) -> list[Grid]:
        rows: dict[str, list[int]] = {}
        for row in range(at + 1, len(self._table.rows)):
            cells = self._table.rows[row]
            kind = titles.kind_of(cells[n]) if n < len(cells) else ""
            if kind in KINDS:
                rows.setdefault(kind, []).append(row)
            elif self._table.filled(row):
                self._aside([row])
        bare = ["" if column == n else cell for column, cell in enumerate(self._table.rows[at])]
        read = {kind: titles.read(bare, kind, self._lang) for kind in rows}
        used = {one.column for headings in read.values() for one in headings} | {n}
        self._unread(at, used)
        return [self._made(kind, read[kind], own) for kind, own in rows.items()]

    def _grid(self, kind: str, at: int, headings: tuple[Heading, ...], rows: Iterable[int]) -> Grid:
        told = tuple(guessed(self._table, at, kind, headings, self._lang))
        for one in told:
            self.notes.append(Note(f"taken_{one.key}", (("sheet", self._table.name), ("column", one.title))))
        headings = (*(one for one in headings if one.column not in {new.column for new in told}), *told)
        self._unread(at, {one.column for one in headings})
        return self._made(kind, headings, rows)

    def _unread(self, at: int, used: set[int]) -> None:
        """Say which columns are not read."""
        head = self._table.rows[at]
        left = [" ".join(cell.split()) for n, cell in enumerate(head) if cell.strip() and n not in used]
        if left:
            self.notes.append(Note("columns_untold", (("sheet", self._table.name), ("columns", " · ".join(left)))))
        for n in self._table.unnamed(at):
            self.notes.append(Note("column_unnamed", (("sheet", self._table.name), ("column", letters(n)))))

    def _made(self, kind: str, headings: Sequence[Heading], rows: Iterable[int]) -> Grid:
        keys = {_key(kind, one): one for one in headings}
        places = {key: one.column for key, one in keys.items()}
        called = {key: one.title for key, one in keys.items()}
        made = Grid(self._table.name, kind, places, (), self._table.file, titles=called)
        lines, aside = [], []
        least = WIDE if kind not in GROUPS else len(keys) + 1  # a group may have no more than its name
        faults: list[Found] = []
        for row in rows:
            line = self._line(made, row, faults)
            if line is not None and len(keys) >= least and len(line.cells) + len(line.unread) < LEAST:
                aside.append(row)
            elif line is not None:
                lines.append(line)
        self._aside(aside)
        return Grid(made.name, kind, places, tuple(lines), made.file, (), tuple(faults), called)

    def _aside(self, rows: Sequence[int]) -> None:
        for row in rows:
            text = next((cell.strip() for cell in self._table.rows[row] if cell.strip()), "")
            facts = (("sheet", self._table.name), ("line", row + 1), ("text", text[:60]))
            self.notes.append(Note("row_untold", facts))

    def _line(self, made: Grid, row: int, faults: list[Found]) -> Line | None:
        cells: dict[str, str] = {}
        unread = set()
        for key, n in made.columns.items():
            wrong = self._table.unread.get((row, n))
            if wrong is not None and wrong.why != "merged":
                unread.add(key)
                problem = Problem(wrong.code, made.name, 0, 0, (("shown", wrong.told),))
                faults.append(Found(made.place(row, key), problem))
            else:
                cells[key] = self._value(made.kind, key, row, n, wrong)
        cells = _paired({key: text for key, text in cells.items() if text})
        return Line(row, cells, frozenset(unread)) if cells or unread else None

    def _value(self, kind: str, key: str, row: int, n: int, covered: Unread | None) -> str:
        """Give the value of a cell; that of a cell merged with those above is theirs."""
        cells = self._table.rows[row]
        text = cells[n] if n < len(cells) else ""
        if covered is not None:
            text = self._above(row, n, covered.shown)
        found = column(shape(kind), key)
        return canonical(found.field, meant(found.field, text)) if found is not None else text.strip()

    def _above(self, row: int, n: int, anchor: str) -> str:
        for at in range(row - 1, -1, -1):
            if f"{letters(n)}{at + 1}" == anchor:
                cells = self._table.rows[at]
                return cells[n] if n < len(cells) else ""
        return ""


def _key(kind: str, one: Heading) -> str:
    """Give the heading of the deck's workbook that a column stands for."""
    first, dot, rest = one.key.partition(".")
    key = f"{first}.{one.rank}.{rest}" if dot and first in _THINGS else one.key
    worded = f"{key} [{one.lang}]"
    return worded if column(shape(kind), worded) is not None else key


def _paired(cells: dict[str, str]) -> dict[str, str]:
    """Join the two cards of a pair that stand in two columns."""
    both = [cells.pop(key) for key in ("pair.1", "pair.2") if key in cells]
    return {**cells, "pair": BETWEEN.join(both)} if both else cells


def told_as(cells: Mapping[str, str]) -> Iterator[str]:
    """Give what a row is called, the shortest name first."""
    for name in ("label", "name", "title", "short"):
        yield from (text for key, text in cells.items() if key.partition(" [")[0] == name)
