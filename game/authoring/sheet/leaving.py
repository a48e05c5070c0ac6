"""What a card that leaves takes along: its place among what others answer, the pairs it was one of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from game.authoring.sheet.columns import BETWEEN, PAIRS, values
from game.authoring.sheet.grid import HEAD, Place
from game.authoring.sheet.merge import Change, Gone, Plan
from game.authoring.sheet.table import Row, Table
from game.content.merging import POINTING

KEYS = {"answers": "levers", "cancelled_by": "events"}
"""The kind whose rows have a column that lists other cards."""


def taken_out(plan: Plan, deck: Mapping[str, Table]) -> Plan:
    """Give a plan whose cards that go are taken out of the others; a lever's last answer stays, to be told of."""
    gone = {one.card for one in plan.gone}
    changes = [one for key, kind in KEYS.items() for one in _changes(plan, deck[kind], key, gone)]
    changed = {(one.kind, one.card, one.key) for one in changes}
    kept = [one for one in plan.changes if (one.kind, one.card, one.key) not in changed]
    pairs = [Gone(kind, row.id, row.id) for kind in PAIRS for row in deck[kind].rows
             if row.id not in gone and gone & set(values(row.cells.get("pair", "")))]  # fmt: skip
    return replace(plan, changes=[*kept, *changes], gone=[*plan.gone, *pairs])


def _changes(plan: Plan, table: Table, key: str, gone: set[str]) -> Iterator[Change]:
    said = {one.card: one.new for one in plan.changes if (one.kind, one.key) == (table.kind, key)}
    for row in table.rows:
        named = values(said.get(row.id, row.cells.get(key, "")))
        rest = [one for one in named if one not in gone]
        if row.id not in gone and rest != named and (rest or not POINTING[key]):
            yield Change(
                table.kind, row.id, key, row.cells.get(key, ""), BETWEEN.join(rest), _place(plan, table, row, key)
            )


def _place(plan: Plan, table: Table, row: Row, key: str) -> Place:
    grid, line = plan.rows.get((table.kind, row.id), (None, 0))
    return grid.place(line, key if key in grid.columns else HEAD) if grid is not None else Place(table.kind, 0, 0)
