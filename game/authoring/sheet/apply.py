"""A deck's text once a plan is carried out: only the spans it names are other than before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from game.authoring.sheet.columns import DECK, shape
from game.authoring.sheet.grid import Found
from game.authoring.sheet.merge import Added, Change, Plan
from game.authoring.sheet.patch import Edit, applied, ends, insertion, line_end, line_start, margin, removal
from game.authoring.sheet.reconcile import Unwritable, rewritten
from game.authoring.sheet.render import entry, item
from game.authoring.sheet.table import Row, Table, pair_name, tables
from game.authoring.sheet.wanted import Want, wanted
from game.content.deck import SPEC
from game.content.problems import Problem
from game.content.spans import Spot, spots


class CellsRefused(Exception):  # noqa: N818  told cell by cell
    """Cells whose value cannot be written into the deck."""

    def __init__(self, found: Sequence[Found]) -> None:
        super().__init__(len(found))
        self.found = found


def carried_out(text: str, plan: Plan, *, remove: bool) -> str:
    """Give the text with changes, new cards and, if `remove`, without the cards that have gone. Raises CellsRefused."""
    before = tables(text)
    new = _changed(text, before, [one for one in plan.changes if one.kind != DECK])
    head = [one for one in plan.changes if one.kind == DECK]
    new = _changed(new, tables(new), head) if head else new
    for gone in plan.gone if remove else ():
        new = _removed(new, gone.kind, gone.card)
    for kind in dict.fromkeys(one.kind for one in plan.added):
        new = _enlarged(new, kind, [one for one in plan.added if one.kind == kind])
    return new


def faithful(text: str, new: str, plan: Plan, *, remove: bool) -> bool:
    """Tell whether a text, read again, says exactly what the plan asks of the former one."""
    return _said(tables(new)) == _meant(tables(text), plan, remove=remove)


def _changed(text: str, before: Mapping[str, Table], changes: Sequence[Change]) -> str:
    edits: list[Edit] = []
    refused: list[Found] = []
    rows = _rows(before)
    for (kind, card), own in _by_card(changes).items():
        row = rows[kind, card]
        start, end = row.spot.start, row.spot.end
        want = wanted(shape(kind), _cells(row, own))
        try:
            written = rewritten(text[start:end], start - line_start(text, start), shape(kind), want)
            edits.append(Edit(start, end, written))
        except Unwritable:
            refused.append(Found(own[0].place, Problem("sheet_unwritable", "", 0, 0)))
    if refused:
        raise CellsRefused(refused)
    for edit in sorted(edits, reverse=True):
        text = applied(text, edit)
    return text


def _rows(found: Mapping[str, Table]) -> dict[tuple[str, str], Row]:
    return {(kind, row.id): row for kind, table in found.items() for row in table.rows}


def _by_card(changes: Sequence[Change]) -> dict[tuple[str, str], list[Change]]:
    groups: dict[tuple[str, str], list[Change]] = {}
    for one in changes:
        groups.setdefault((one.kind, one.card), []).append(one)
    return groups


def _cells(row: Row, changes: Sequence[Change]) -> dict[str, str]:
    cells = {**row.cells, **{one.key: one.new for one in changes}}
    return {key: text for key, text in cells.items() if text}


def _removed(text: str, kind: str, card: str) -> str:
    table = tables(text)[kind]
    at = next((n for n, row in enumerate(table.rows) if row.id == card), None)
    if at is None or table.spot is None:
        return text
    if len(table.rows) == 1:
        return applied(text, Edit(table.spot.start, table.spot.end, "[]"))
    return applied(text, removal(text, table.spot, at))


def _enlarged(text: str, kind: str, added: Sequence[Added]) -> str:
    """Put the new cards of a kind into its list, each after the card above its row, or at the end."""
    known = {row.id for row in tables(text)[kind].rows}
    groups: dict[str, list[Added]] = {}
    for one in added:
        after = one.after if one.after in known else next((g for g, some in groups.items() if _in(one, some)), "")
        groups.setdefault(after, []).append(one)
    for after, some in groups.items():
        wants = [wanted(shape(kind), one.cells) for one in some]
        text = _inserted(text, kind, after, wants)
    return text


def _in(one: Added, some: Sequence[Added]) -> bool:
    return any(other.card == one.after for other in some)


def _inserted(text: str, kind: str, after: str, wants: Sequence[dict[str, Want]]) -> str:
    table = tables(text)[kind]
    if table.spot is None or not table.spot.entries:
        return _begun(text, kind, wants)
    at = next((n for n, row in enumerate(table.rows) if row.id == after), len(table.rows) - 1)
    flow, lead = table.spot.flow, "" if table.spot.flow else margin(text, table.spot)
    cards = [item(shape(kind), want, lead, ends(text), flow=flow) for want in wants]
    if flow:
        return applied(text, insertion(text, table.spot, at, ", ".join(cards)))
    gap = ends(text) * (2 if _aired(text, table.spot) else 1)
    place = line_end(text, table.spot.entries[at][1].end)
    return applied(text, Edit(place, place, "".join(f"{gap}{lead}- {card}" for card in cards)))


def _aired(text: str, spot: Spot) -> bool:
    """Tell whether a blank line stands between the cards of a list."""
    if len(spot.items) < 2:
        return True
    between = text[spot.items[0].end : spot.items[1].start].split("\n")
    return any(not line.strip() for line in between[1:-1])


def _begun(text: str, kind: str, wants: Sequence[dict[str, Want]]) -> str:
    """Write a list the deck does not have yet, where the format's order has it."""
    root = spots(text)
    written = entry(kind, SPEC.fields[kind], cast(Want, list(wants)), "", ends(text), flow=root.flow)
    order = list(SPEC.fields)
    for key, value in root.entries:
        if key is not None and key.value == kind:
            return applied(text, Edit(key.start, max(value.end, key.end + 1), written))
    before = order[: order.index(kind)]
    places = [n for n, (key, _) in enumerate(root.entries) if key is not None and key.value in before]
    return applied(text, insertion(text, root, max(places, default=len(root.entries) - 1), written))


Said = dict[str, dict[str, object]]


def _said(found: Mapping[str, Table]) -> Said:
    return {
        kind: {row.id: _compact(wanted(shape(kind), row.cells)) for row in table.rows} for kind, table in found.items()
    }


def _meant(before: Mapping[str, Table], plan: Plan, *, remove: bool) -> Said:
    meant, rows = _said(before), _rows(before)
    for (kind, card), own in _by_card(plan.changes).items():
        cells = _cells(rows[kind, card], own)
        del meant[kind][card]
        meant[kind][pair_name(cells["pair"]) if "pair" in cells else card] = _compact(wanted(shape(kind), cells))
    for gone in plan.gone if remove else ():
        meant[gone.kind].pop(gone.card, None)
    for one in plan.added:
        meant[one.kind][_name(one)] = _compact(wanted(shape(one.kind), one.cells))
    return meant


def _name(one: Added) -> str:
    return pair_name(one.cells["pair"]) if "pair" in one.cells else one.card


def _compact(want: object) -> object:
    """Close the gaps of emptied things in a list."""
    if isinstance(want, dict):
        return {key: _compact(value) for key, value in want.items()}
    return [_compact(one) for one in want if one is not None] if isinstance(want, list) else want
