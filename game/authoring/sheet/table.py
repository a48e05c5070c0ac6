"""A deck's text as rows of cells, each with the place of its value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from game.authoring.sheet.columns import BETWEEN, DECK, PAIRS, SHEETS, canonical, held, listed, shape
from game.content.spans import Spot, spots
from game.content.spec import Field, Shape
from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A card. `cells`: heading → value, empty ones left out; `places`: heading → the value in the text."""

    id: str
    spot: Spot
    cells: dict[str, str]
    places: dict[str, Spot]


@dataclass(frozen=True, slots=True)
class Table:
    """All cards of a kind, in the order of the deck; `spot` is None when the deck has no such list."""

    kind: str
    spot: Spot | None = None
    rows: tuple[Row, ...] = ()
    ranks: dict[str, int] = field(default_factory=dict)

    def row(self, row_id: str) -> Row | None:
        """Find a card."""
        return next((row for row in self.rows if row.id == row_id), None)


def tables(text: str) -> dict[str, Table]:
    """Read the text of a deck that has no fault. Raises ValueError on one that is no YAML."""
    root = spots(text)
    languages = root.get("languages")
    spoken = tuple(item.value for item in languages.items) if languages is not None else ("fr", "en")
    return {kind: _table(kind, root if kind == DECK else root.get(kind), spoken) for kind in SHEETS}


def _table(kind: str, spot: Spot | None, spoken: tuple[str, ...]) -> Table:
    ranks: dict[str, int] = {}
    rows = []
    for item in (spot,) if kind == DECK and spot is not None else spot.items if spot is not None else ():
        places = {key: (text, place) for key, text, place in _cells(shape(kind), item, spoken, "", ranks) if text}
        cells = {key: text for key, (text, _) in places.items()}
        rows.append(Row(_name(kind, cells), item, cells, {key: place for key, (_, place) in places.items()}))
    return Table(kind, spot, tuple(rows), ranks)


def _name(kind: str, cells: dict[str, str]) -> str:
    return pair_name(cells.get("pair", "")) if kind in PAIRS else cells.get("id", "")


def pair_name(cell: str) -> str:
    """Name the row of a pair by its two cards."""
    return " + ".join(one.strip() for one in cell.split(";") if one.strip())


def _cells(
    what: Shape, spot: Spot, spoken: tuple[str, ...], prefix: str, ranks: dict[str, int]
) -> Iterator[tuple[str, str, Spot]]:
    for name, one in what.fields.items():
        value = spot.get(name)
        if value is not None and held(one):
            yield from _field(one, value, spoken, f"{prefix}{name}", ranks)


def _field(
    what: Field, value: Spot, spoken: tuple[str, ...], path: str, ranks: dict[str, int]
) -> Iterator[tuple[str, str, Spot]]:
    if what.kind == "words":
        yield from _words(what, value, spoken, path)
    elif what.kind == "thing" and what.shape is not None:
        yield from _cells(what.shape, value, spoken, f"{path}.", ranks)
    elif listed(what):
        yield path, BETWEEN.join(item.value.strip() for item in value.items), value
    elif what.kind == "list" and what.of is not None and what.of.shape is not None:
        ranks[path] = max(ranks.get(path, 0), len(value.items))
        for rank, item in enumerate(value.items, 1):
            yield from _cells(what.of.shape, item, spoken, f"{path}.{rank}.", ranks)
    else:
        yield path, canonical(what, value.value), value


def _words(what: Field, value: Spot, spoken: tuple[str, ...], path: str) -> Iterator[tuple[str, str, Spot]]:
    """One plain text stands for every language."""
    if value.kind == "text":
        for lang in spoken:
            yield f"{path} [{lang}]", canonical(what, value.value), value
    for key, said in value.entries:
        if key is not None:
            yield f"{path} [{key.value}]", canonical(what, said.value), said
