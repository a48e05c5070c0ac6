"""What cells name by its label, title or number, given the id that the deck points with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.authoring.sheet.columns import BETWEEN, column, listed, shape, values
from game.authoring.sheet.grid import Found, Grid
from game.authoring.sheet.merge import Added, Change, Plan
from game.content.near import nearest, slug
from game.content.problems import Problem
from game.content.spec import Field
from game.core.cards import Deck

KINDS = {"axis": ("axes",), "stage": ("stages",), "family": ("families",), "issue": ("issues",), "lever": ("levers",),
         "event": ("events",), "card": ("issues", "levers", "events")}  # fmt: skip
"""The kinds of cards and groups that a reference may point to."""
ALL = frozenset({"tous", "toutes", "tout", "toute", "all", "toutes-les-familles", "tous-les-enjeux"})
_CALLED = ("id", "label", "title", "name", "short")
_PARTED = re.compile(r"[,/|•]| et | and | & ")
TOLD = 6
"""Names listed to someone whose word is like none."""


@dataclass
class Names:
    """What each card and group goes by: id by slug of its names, kind by kind. `labels`: a name people read, by id."""

    ids: dict[str, dict[str, str]] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, kind: str, card: str, names: Iterable[str]) -> None:
        """Enter what a card goes by; a name that two cards have points to none."""
        known = self.ids.setdefault(kind, {})
        read = [one for one in names if one and one != card]
        self.labels.setdefault(kind, {})[card] = read[0] if read else card
        for one in {slug(name) for name in (card, *read)} - {""}:
            known[one] = card if known.get(one, card) == card or one == card else ""

    def also(self, kind: str, card: str, name: str) -> None:
        """Enter another name of a card, unless another card has it."""
        self.ids.setdefault(kind, {}).setdefault(slug(name), card)

    def find(self, kinds: Iterable[str], word: str) -> str:
        """Give the id of what a word names; nothing when none or several do."""
        return next((found for kind in kinds if (found := self.ids.get(kind, {}).get(slug(word), ""))), "")

    def every(self, kinds: Iterable[str]) -> list[str]:
        """Give the ids of a kind, in their order."""
        return [card for kind in kinds for card in self.labels.get(kind, {})]

    def near(self, kinds: Iterable[str], word: str) -> str:
        """Give the name a misspelt word may stand for."""
        known = (self.labels.get(kind, {}) for kind in kinds)
        return nearest(word, [name for labels in known for each in labels.items() for name in each])


def known(deck: Deck) -> Names:
    """Give what the cards and groups of a deck go by, those of the deck it extends included."""
    names = Names()
    for kind in dict.fromkeys(kind for kinds in KINDS.values() for kind in kinds):
        for one in getattr(deck, kind):
            said = [text for part in _CALLED[1:] if hasattr(one, part) for text in getattr(one, part).said]
            names.add(kind, one.id, said)
    return names


def by_id(one: Grid, names: Names) -> Grid:
    """Give a sheet whose references to what the deck has are ids, so that a label is no change of its id."""
    kept = []
    for line in one.lines:
        cells = dict(line.cells)
        for key, what in _pointing(one.kind, cells):
            found, wrong = resolved(what, cells[key], names)
            cells[key] = cells[key] if wrong else found
        kept.append(replace(line, cells=cells))
    return replace(one, lines=tuple(kept))


def pointed(plan: Plan, names: Names) -> Plan:
    """Give a plan whose references are ids; what they name and is nowhere becomes a fault, cell by cell."""
    for one in plan.added:
        names.add(one.kind, one.card, _called(one.cells))
    for change in plan.changes:  # a card may be called by the name that the same file gives it
        if change.key.partition(" [")[0] in _CALLED[1:] and change.new:
            names.also(change.kind, change.card, change.new)
    faults = list(plan.faults)
    added = [replace(one, cells=_cells(one, plan, names, faults)) for one in plan.added]
    changes = [_change(one, names, faults) for one in plan.changes]
    clashes = [_change(one, names, faults) for one in plan.clashes]
    return replace(plan, added=added, changes=[one for one in changes if one.new != one.old],
                   clashes=[one for one in clashes if one.new != one.old], faults=faults)  # fmt: skip


def _called(cells: Mapping[str, str]) -> Iterator[str]:
    """Give what a row goes by, what people read first."""
    for name in (*_CALLED[1:], ALIAS):
        yield from (text for key, text in cells.items() if key.partition(" [")[0] == name)


ALIAS = "alias"
"""What a card is also called in its author's own table: a number."""


def _cells(one: Added, plan: Plan, names: Names, faults: list[Found]) -> dict[str, str]:
    grid, row = plan.rows[one.kind, one.card]
    kept = {key: text for key, text in one.cells.items() if key != ALIAS}
    for key, what in _pointing(one.kind, kept):
        place = grid.place(row, key)
        kept[key], wrong = resolved(what, kept[key], names)
        faults += [Found(place, problem) for problem in wrong]
    return kept


def _change(one: Change, names: Names, faults: list[Found]) -> Change:
    found = column(shape(one.kind), one.key)
    if found is None or not one.new or not _refers(found.field):
        return one
    new, wrong = resolved(found.field, one.new, names)
    faults += [Found(one.place, problem) for problem in wrong]
    return replace(one, new=new)


def _pointing(kind: str, cells: Mapping[str, str]) -> Iterator[tuple[str, Field]]:
    for key in cells:
        found = column(shape(kind), key)
        if found is not None and _refers(found.field):
            yield key, found.field


def _refers(what: Field) -> bool:
    return what.kind == "ref" or (listed(what) and what.of is not None and what.of.kind == "ref")


def resolved(what: Field, text: str, names: Names) -> tuple[str, list[Problem]]:
    """Give the ids that a cell names, and what is wrong with the words that name none."""
    to = what.to if what.kind == "ref" else what.of.to if what.of is not None else ""
    kinds = KINDS.get(to, ())
    if not listed(what):
        found = names.find(kinds, text)
        return found or text, [] if found else [_wrong(to, kinds, text, names)]
    if slug(text) in ALL:
        return BETWEEN.join(names.every(kinds)), []
    ids: dict[str, None] = {}
    wrong = []
    for word in values(text):
        for piece in _pieces(word, kinds, names):
            found = names.find(kinds, piece)
            ids[found or piece] = None
            wrong += [] if found else [_wrong(to, kinds, piece, names)]
    return BETWEEN.join(ids), wrong


def _pieces(word: str, kinds: tuple[str, ...], names: Names) -> list[str]:
    """Part a word at its commas where the whole of it names nothing and its pieces do."""
    if names.find(kinds, word):
        return [word]
    pieces = [one.strip() for one in _PARTED.split(word) if one.strip()]
    return pieces if any(names.find(kinds, one) for one in pieces) or len(pieces) > 2 else [word]


def _wrong(to: str, kinds: tuple[str, ...], word: str, names: Names) -> Problem:
    if any(slug(word) in names.ids.get(kind, {}) for kind in kinds):
        return Problem("sheet_name_shared", "", 0, 0, (("value", word),))
    near = names.near(kinds, word)
    other = next((kind for kind in names.ids if kind not in kinds and names.find((kind,), word)), "")
    if near or not other:
        some = [name for kind in kinds for name in names.labels.get(kind, {}).values()]
        listing = " · ".join(some[:TOLD]) + (" …" if len(some) > TOLD else "")
        code = f"sheet_unknown_{to}" + ("_near" if near else "")
        return Problem(code, "", 0, 0, (("value", word), ("near", near) if near else ("known", listing)))
    return Problem(f"sheet_other_{other}", "", 0, 0, (("value", word),))
