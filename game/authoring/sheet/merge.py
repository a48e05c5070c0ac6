"""What a filled sheet changes in a deck: three ways, by what each cell said when the sheet was made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from game.authoring.sheet.columns import DECK, GROUPS, PAIRS
from game.authoring.sheet.grid import HEAD, Base, Found, Grid, Line, Place, name_of
from game.authoring.sheet.table import Row, Table
from game.content.near import slug
from game.content.problems import Problem
from game.core.frozen import dataclass

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Signs that turn the direction of a text, or are none."""
THING = re.compile(r"\w+\.\d+\.")
"""How the headings of a thing in a list begin, as `indicators.1.`."""
ID_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that says something else than the deck. `old`: what the deck says."""

    kind: str
    card: str
    key: str
    old: str
    new: str
    place: Place


@dataclass(frozen=True, slots=True)
class Added:
    """A row the deck does not have. `after`: the card above it; `proposed`: its id was made from its title."""

    kind: str
    card: str
    cells: dict[str, str]
    after: str
    place: Place
    proposed: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """A card that has no row any more."""

    kind: str
    card: str
    title: str


@dataclass(slots=True)
class Plan:
    """All that a file of sheets asks for. `clashes`: changed here and, otherwise, in the deck since."""

    changes: list[Change] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    clashes: list[Change] = field(default_factory=list)
    faults: list[Found] = field(default_factory=list)
    strangers: list[Place] = field(default_factory=list)
    rows: dict[tuple[str, str], tuple[Grid, int]] = field(default_factory=dict)
    """Where the row of each card is, by kind and id."""

    @property
    def empty(self) -> bool:
        """Tell whether the sheet asks for nothing."""
        return not (self.changes or self.added or self.gone or self.clashes)

    def settled(self, keep: str) -> Plan:
        """Settle the clashes: `sheet` takes the sheet's word, `deck` the deck's."""
        return replace(self, changes=self.changes + (self.clashes if keep == "sheet" else []), clashes=[])


def plan(deck: Mapping[str, Table], grids: Sequence[Grid], base: Base | None) -> Plan:
    """Compare the sheets with the deck. Without a base, every difference is a change."""
    made = Plan()
    taken: dict[str, set[str]] = {}
    for kind, table in deck.items():
        taken.setdefault(_named_among(kind), set()).update(one for row in table.rows for one in (row.id, *_former(row)))
    for grid in grids:
        if HEAD not in grid.columns:
            made.faults += grid.faults
            continue
        known = base.rows.get(grid.kind, {}) if base is not None else None
        _Merge(made, deck[grid.kind], grid, known, taken[_named_among(grid.kind)]).run()
    return made


def _named_among(kind: str) -> str:
    """Give what an id is the only one of: its own group, or all cards."""
    return kind if kind in (*GROUPS, DECK) else "cards"


def _former(row: Row) -> list[str]:
    return [one.strip() for one in row.cells.get("former_ids", "").split(";") if one.strip()]


class _Merge:
    """One kind's grid against its table."""

    def __init__(
        self, made: Plan, table: Table, grid: Grid, base: Mapping[str, Mapping[str, str]] | None, taken: set[str]
    ) -> None:
        self.plan, self.table, self.grid, self.base, self.taken = made, table, grid, base, taken
        self.found = {row.id: row for row in table.rows}
        for row in table.rows:
            for old in _former(row):
                self.found.setdefault(old, row)
            if table.kind in PAIRS:
                self.found.setdefault(" + ".join(reversed(row.id.split(" + "))), row)

    def run(self) -> None:
        self.plan.faults += self.grid.faults
        self.plan.strangers += self.grid.strangers
        above = ""
        for line in self.grid.lines:
            above = self._line(line, above)
        seen = {card for kind, card in self.plan.rows if kind == self.table.kind}
        for row in self.table.rows if self.table.kind != DECK else ():
            if row.id not in seen and self._was(row):
                title = next((row.cells[key] for key in row.cells if key.startswith(("title [", "why ["))), row.id)
                self.plan.gone.append(Gone(self.table.kind, row.id, title))

        self._renamed()

    def _renamed(self) -> None:
        """Name the rows whose id alone was changed: what points to the card would be lost without a word."""
        gone = [self.found[one.card] for one in self.plan.gone if one.kind == self.table.kind]
        for one in self.plan.added:
            if one.kind != self.table.kind or one.kind in PAIRS or one.proposed:
                continue
            said = [(key, text) for key, text in one.cells.items() if key != "id"]
            was = next((row.id for row in gone if all(row.cells.get(key) == text for key, text in said)), "")
            if was:
                self.plan.faults.append(Found(one.place, _problem("sheet_id_changed", old=was, new=one.card)))

    def _was(self, row: Row) -> bool:
        """Tell whether the sheet had a card when it was made."""
        return self.base is None or row.id in self.base or any(one in self.base for one in _former(row))

    def _line(self, line: Line, above: str) -> str:
        """Compare a row; give the card it stands for."""
        self._signs(line)
        card = name_of(self.table.kind, line.cells)
        row = self.found.get(card)
        if row is None and self.base is not None and card in self.base:
            self._orphan(line, card)
            return above
        if row is None:
            return self._new(line, card, above)
        if (self.table.kind, row.id) in self.plan.rows:
            self._fault(line.row, HEAD, "sheet_row_twice", value=card)
            return above
        self.plan.rows[self.table.kind, row.id] = self.grid, line.row
        self._compare(line, row, card)
        return row.id

    def _compare(self, line: Line, row: Row, card: str) -> None:
        base = self.base.get(card, self.base.get(row.id)) if self.base is not None else None
        for key in self.grid.columns:
            if key == HEAD or key in line.unread:
                continue
            new, old = line.cells.get(key, ""), row.cells.get(key, "")
            before = (base or {}).get(key, "") if self.base is not None else old
            if new in (before, old):
                continue
            change = Change(self.table.kind, row.id, key, old, new, self.grid.place(line.row, key))
            (self.plan.changes if before == old else self.plan.clashes).append(change)
        self._emptied(line, row)

    def _emptied(self, line: Line, row: Row) -> None:
        """Empty the rest of a thing in a list of which the sheet empties all that it shows: it had no newer keys."""
        gone = {one.key for one in self.plan.changes if (one.kind, one.card, one.new) == (self.table.kind, row.id, "")}
        for thing in sorted({found[0] for key in gone if (found := THING.match(key))}):
            own = [key for key in row.cells if key.startswith(thing)]
            rest = [key for key in own if key not in self.grid.columns]
            if all(key in gone for key in own if key not in rest):
                place = self.grid.place(line.row, next(key for key in own if key in gone))
                self.plan.changes += [Change(self.table.kind, row.id, key, row.cells[key], "", place) for key in rest]

    def _orphan(self, line: Line, card: str) -> None:
        """Tell of a card the deck has lost since, when its row was changed meanwhile."""
        assert self.base is not None
        before = self.base[card]
        if any(line.cells.get(key, "") != before.get(key, "") for key in self.grid.columns if key != HEAD):
            self._fault(line.row, HEAD, "sheet_card_gone", value=card)

    def _new(self, line: Line, card: str, above: str) -> str:
        """Take in a row the deck does not have; one without an id is given one made from its title."""
        if self.table.kind == DECK:
            self._fault(line.row, HEAD, "sheet_deck_row", value=next(iter(self.found), ""))
            return above
        proposed = not card
        if proposed:
            card = self._proposed(line)
            if not card:
                return above
        elif card in self.taken:
            self._fault(line.row, HEAD, "sheet_row_twice", value=card)
            return above
        self.taken.add(card)
        cells = {key: text for key, text in line.cells.items() if key != HEAD}
        if self.table.kind not in PAIRS:
            cells = {"id": card, **cells}
        place = self.grid.place(line.row, HEAD)
        self.plan.rows[self.table.kind, card] = self.grid, line.row
        self.plan.added.append(Added(self.table.kind, card, cells, above, place, proposed))
        return card

    def _proposed(self, line: Line) -> str:
        if self.table.kind in PAIRS:
            self._fault(line.row, "pair", "sheet_no_pair")
            return ""
        names = ("title", "label", "name")
        texts = [text for name in names for key, text in line.cells.items() if key.startswith(f"{name} [")]
        root = next((one for text in texts if (one := slug(text)[: ID_LIMIT - 4].strip("-"))), "")
        if not root:
            self._fault(line.row, HEAD, "sheet_no_title")
            return ""
        more = (f"{root}-{n}" for n in range(2, len(self.taken) + 3))
        return next(one for one in (root, *more) if one not in self.taken)

    def _signs(self, line: Line) -> None:
        for key, text in line.cells.items():
            odd = "" if text.isprintable() else next((sign for sign in text if _odd(sign)), "")
            if odd:
                self._fault(line.row, key, "sheet_sign", sign=f"U+{ord(odd):04X}")

    def _fault(self, row: int, key: str, code: str, **facts: str) -> None:
        self.plan.faults.append(Found(self.grid.place(row, key), _problem(code, **facts)))


def _problem(code: str, **facts: str) -> Problem:
    return Problem(code, "", 0, 0, tuple(facts.items()))


def _odd(sign: str) -> bool:
    return (sign not in "\n\t\x85" and unicodedata.category(sign) in ("Cc", "Cs")) or bool(_TURNING.match(sign))
