"""Columns whose heading says nothing known, told by what stands in them: questions, long texts, the same few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.authoring.ownsheet.titles import Heading
from game.core.cards import LABEL_LIMIT
from game.tables.table import Table

FEWEST = 4
"""Rows from which what stands in a column tells what it is."""
LONG, WORD = 3, 60
"""Words that a text has on average, from which it explains; signs of a group's name, at most."""
SHARED = 2
"""How often each of a few words stands in a column, on average, that sorts the rows."""
Cells = Sequence[str]


def _asks(cells: Cells) -> bool:
    return 2 * sum(cell.rstrip().endswith("?") for cell in cells) > len(cells)


def _sorts(cells: Cells) -> bool:
    distinct = set(cells)
    return (
        len(distinct) > 1 and len(cells) >= SHARED * len(distinct) and max(map(len, cells)) <= WORD and _worded(cells)
    )


def _names(cells: Cells) -> bool:
    return len(set(cells)) == len(cells) and _worded(cells) and sum(map(len, cells)) <= LABEL_LIMIT * len(cells)


def _explains(cells: Cells) -> bool:
    return len(set(cells)) * 2 > len(cells) and sum(len(cell.split()) for cell in cells) >= LONG * len(cells)


def _worded(cells: Cells) -> bool:
    """Tell words from figures and signs."""
    return 2 * sum(sum(sign.isalpha() for sign in cell) > 2 for cell in cells) > len(cells)


_TOLD: dict[str, tuple[tuple[str, Callable[[Cells], bool]], ...]] = {
    "issues": (("question", _asks), ("axis", _sorts), ("label", _names), ("title", _explains)),
    "levers": (("stage", _sorts), ("label", _names), ("text", _explains)),
    "events": (("label", _names), ("text", _explains)),
}
"""For each kind the columns that their cells tell, in the order in which they are looked for."""


def guessed(table: Table, at: int, kind: str, read: Sequence[Heading], lang: str) -> Iterator[Heading]:
    """Give the columns, under headings on line `at`, that only their cells tell; a title does for a missing label.

    A note that asks is the question that is lacking.
    """
    keys, notes = {one.key for one in read}, {one.column for one in read if one.key == "note"}
    left = {n: table.rows[at][n] for n in range(len(table.rows[at])) if table.rows[at][n].strip()}
    left = {n: title for n, title in left.items() if n not in {one.column for one in read if one.key != "note"}}
    for key, tells in _TOLD.get(kind, ()):
        if key in keys or (key == "label" and "title" in keys):
            continue
        spare = [n for n in left if key == "question" or n not in notes]
        found = next((n for n in spare if len(cells := _cells(table, at, n)) >= FEWEST and tells(cells)), None)
        if found is not None:
            yield Heading(found, " ".join(left.pop(found).split()), key, lang)


def _cells(table: Table, at: int, n: int) -> list[str]:
    return [row[n].strip() for row in table.rows[at + 1 :] if n < len(row) and row[n].strip()]
