"""The cells of a sheet as they come, each by its own place, whatever workbook they are of; then the table they make."""

from __future__ import annotations

from game.tables.markup import Budget, Heavy
from game.tables.table import Table, Unread, letters, unreadable

LONGEST = 32_767
"""Signs a cell holds: the limit of the most usual format."""
ROWS, COLUMNS = 70_000, 1_000
"""Rows and columns of a sheet: nothing people fill in goes further, and what lies far out is a slip or a trap."""
Cell = tuple[int, int]


class Far(ValueError):  # noqa: N818  told by the caller, with the file
    """A sheet has cells too far out. `sheet` is its name."""

    def __init__(self, sheet: str) -> None:
        super().__init__(sheet)
        self.sheet = sheet


class Cells:
    """Gathers the cells of a sheet, and those that merging covers; `most`: how many a sheet may have."""

    def __init__(self, name: str, budget: Budget, most: int) -> None:
        self._name, self._budget, self._most = name, budget, most
        self._cells: dict[Cell, str] = {}
        self._unread: dict[Cell, Unread] = {}
        self._merged: list[tuple[Cell, Cell]] = []

    def put(self, row: int, column: int, cell: str | Unread | None) -> None:
        """Take a cell; an empty one is none. Raises Far."""
        if cell in ("", None):
            return
        if not (0 <= row < ROWS and 0 <= column < COLUMNS):
            raise Far(self._name)
        if isinstance(cell, Unread):
            self._unread[row, column] = cell
        elif cell is not None:
            self._budget.use(cell)
            self._cells[row, column] = cell
        if len(self._cells) + len(self._unread) > self._most:
            raise Far(self._name)

    def merge(self, first: Cell, last: Cell) -> None:
        """Take two corners between which one cell covers the others. Raises Heavy."""
        self._merged.append((first, last))
        if len(self._merged) > ROWS:
            raise Heavy("cells")

    def table(self, *, hidden: bool) -> Table:
        """Give the sheet once it was read. Raises Far, Heavy when its cells are too far apart to be a table."""
        widths: dict[int, int] = {}
        for row, column in (*self._cells, *self._unread):
            widths[row] = max(widths.get(row, 0), column + 1)
        if sum(widths.values()) > self._most:
            raise Far(self._name)
        rows: list[list[str]] = [[""] * widths.get(at, 0) for at in range(max(widths, default=-1) + 1)]
        for (row, column), text in self._cells.items():
            rows[row][column] = text
        self._cover(rows)
        return Table(self._name, rows, self._unread, hidden=hidden)

    def _cover(self, rows: list[list[str]]) -> None:
        """Mark the cells that a merged one covers: they show its value, and have none."""
        left = self._most
        for (top, start), (bottom, end) in self._merged:
            anchor = f"{letters(start)}{top + 1}"
            for row in range(top, min(bottom + 1, len(rows))):
                left -= min(end, COLUMNS) - start + 1
                if left < 0:
                    raise Heavy("cells")
                for column in range(start, min(end + 1, COLUMNS)):
                    if (row, column) not in self._cells and (row, column) != (top, start):
                        self._unread.setdefault((row, column), Unread("merged", anchor))


def sound(text: str) -> str | Unread:
    """Give a cell's text, or why it cannot be read."""
    return Unread("long") if len(text) > LONGEST else unreadable(text) or text
