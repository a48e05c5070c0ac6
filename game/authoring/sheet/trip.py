"""There and back: a deck's file to sheets, and filled sheets to the deck's next text."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.authoring.sheet import book, delimited
from game.authoring.sheet.apply import CellsRefused, carried_out, faithful
from game.authoring.sheet.blame import blamed
from game.authoring.sheet.columns import PAIRS, SHEETS
from game.authoring.sheet.grid import HEAD, Base, Found, Grid, Place, grid, named
from game.authoring.sheet.memory import MEMORY, remembered
from game.authoring.sheet.merge import Plan, plan
from game.authoring.sheet.pointing import by_id, known, pointed
from game.authoring.sheet.table import Row, tables
from game.content.files import read_bytes, shown
from game.content.folder import read_folder
from game.content.problems import ContentError, Problem, errors
from game.content.spans import spots
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.tables.headings import seen
from game.tables.reading import read as read_table
from game.tables.table import Book, Note, Table, letters

LISTS = "lists"
"""What a sheet of words to choose from is called by `asked`: it is ours, and not read."""
OVERLAYS = "i18n"
"""The folder of translations beside the deck: a language that has a file there is no column here."""


@dataclass(frozen=True, slots=True)
class Source:
    """A sound deck's own file. `spoken`: the languages written in it; `problems`: what was said of it already."""

    file: Path
    root: Path
    data: bytes
    deck: Deck
    spoken: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def text(self) -> str:
        """Give the text, without the mark that may open the file."""
        return self.data.decode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class Asked:
    """What filled sheets ask for. `based`: they remember the deck; `older`: the deck has changed since.

    `notes`: how the files were read, and what in them was not.
    """

    plan: Plan
    based: bool
    older: bool
    version: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The deck's next text, with the faults it would have, by cell and elsewhere, and what is worth a look in it."""

    data: bytes
    found: tuple[Found, ...]
    others: tuple[Problem, ...]
    noted: tuple[Found, ...] = ()


def source(file: Path, decks_root: Path) -> Source:
    """Read a deck to make sheets of. Raises ContentError when it has a fault: a sheet would hide it."""
    data = read_bytes(file)
    reading = read_folder(file, decks_root, data)
    if reading.deck is None:
        raise ContentError(reading.problems)
    beside = {one.stem for one in (file.parent / OVERLAYS).glob("*.yaml")}
    named = spots(data.decode("utf-8-sig")).get("languages")
    promised = tuple(one.value for one in named.items) if named is not None else reading.deck.languages
    spoken = tuple(one for one in promised if one not in beside)
    return Source(file, decks_root, data, reading.deck, spoken, reading.problems)


def workbook(given: Source, say: book.Say) -> bytes:
    """Give the XLSX of a deck."""
    return book.content(given.data, given.deck, given.spoken, say, shown(given.file))


def delimited_files(given: Source, kinds: Sequence[str]) -> dict[str, bytes]:
    """Give a CSV for each kind; a kind without a card has headings alone."""
    found = tables(given.text)
    made = {}
    for kind in kinds:
        heads = book.kind_columns(found[kind], given.spoken)
        made[kind] = delimited.written(heads, [_csv_row(kind, row) for row in found[kind].rows])
    return made


def _csv_row(kind: str, row: Row) -> dict[str, str]:
    return {**row.cells, HEAD: row.id if kind in PAIRS else row.cells.get(HEAD, "")}


def asked(given: Source, files: Sequence[Path], names: dict[str, str]) -> Asked:
    """Read filled sheets and compare them with the deck. Raises ContentError, TableError.

    `names`: kind by the name of its sheet, for sheets without the headings that tell; `LISTS` for those of words.
    """
    grids: list[Grid] = []
    notes: list[Note] = []
    lost: list[Found] = []
    base: Base | None = None
    for file in files:
        held = read_table(read_bytes(file), shown(file), named)
        found = [(one, grid(one, names.get(one.name, ""))) for one in held.shown if names.get(one.name) != LISTS]
        grids += [one for _, one in found if one is not None]
        notes += [*held.notes, *_aside(held, found, names)]
        lost += [_untitled(one) for one, read in found if read is None and _ours(one, names)]
        base = remembered(held) or base
        if not any(one for _, one in found):
            raise _fault("sheet_no_headings", shown(file), seen=seen(held))
    _sound(grids, base, given, files)
    names_known = known(given.deck)
    grids = [by_id(one, names_known) for one in grids]
    made = pointed(plan(tables(given.text), grids, base), names_known)
    made.faults += lost
    older = base is not None and base.digest != book.digest(given.data)
    return Asked(made, base is not None, older, base.version if base is not None else "", tuple(notes))


def _aside(book: Book, found: Sequence[tuple[Table, Grid | None]], names: dict[str, str]) -> Iterator[Note]:
    """Say which sheets of a file are not read, and which of their columns have no name."""
    hidden = [one.name for one in book.tables if one.hidden and one.name != MEMORY and names.get(one.name) != LISTS]
    if hidden:
        yield Note("sheets_hidden", (("sheets", ", ".join(hidden)),))
    for table, one in found:
        if one is None and _filled(table) and not _ours(table, names):
            yield Note("sheet_foreign", (("sheet", table.name),))
        at = table.headings(named) if one is not None else None
        for column in table.unnamed(at) if at is not None else ():
            yield Note("column_unnamed", (("sheet", table.name), ("column", letters(column))))


def _filled(table: Table) -> bool:
    return any(table.filled(row) for row in range(len(table.rows)))


def _ours(table: Table, names: dict[str, str]) -> bool:
    """Tell a sheet that our workbook has, by its name, and that holds something."""
    return names.get(table.name) in SHEETS and _filled(table)


def _untitled(table: Table) -> Found:
    """Say of a sheet of ours that the line that names its columns is gone."""
    place = Place(table.name, 0, 0, table.file)
    return Found(place, Problem("sheet_untitled", table.name, 0, 0, (("sheet", table.name),)))


def _sound(grids: Sequence[Grid], base: Base | None, given: Source, files: Sequence[Path]) -> None:
    first = shown(files[0])
    kinds = [one.kind for one in grids]
    for one in grids:
        if kinds.count(one.kind) > 1:
            raise _fault("sheet_kind_twice", first, value=one.name)
    if base is not None and base.deck != given.deck.id:
        raise _fault("sheet_other_deck", first, value=base.deck, wanted=given.deck.id)


def _fault(code: str, file: str, **facts: str) -> ContentError:
    return ContentError((Problem(code, file, 0, 0, tuple(facts.items())),))


def outcome(given: Source, settled: Plan, *, remove: bool) -> Outcome:
    """Carry out a plan and have the checker read the result, before anything is written.

    Raises CellsRefused; ContentError when a sound text does not say exactly what the plan asks.
    """
    text = carried_out(given.text, settled, remove=remove)
    mark = codecs.BOM_UTF8 if given.data.startswith(codecs.BOM_UTF8) else b""
    data = mark + text.encode()
    reading = read_folder(given.file, given.root, data)
    problems, stopping = reading.found, errors(reading.found) if reading.deck is None else ()
    if not stopping and not faithful(given.text, text, settled, remove=remove):
        raise _fault("sheet_unfaithful", shown(given.file))
    found, others = blamed(text, shown(given.file), stopping, settled)
    known = {(one.code, one.facts) for one in given.problems}
    new = [one for one in problems if one not in stopping and (one.code, one.facts) not in known and one.line]
    noted, _ = blamed(text, shown(given.file), new, settled)
    return Outcome(data, tuple(found), tuple(others), tuple(noted))


def all_faults(given: Source, made: Plan) -> list[Found]:
    """Give the faults of a plan, and those the checker would find besides in what it asks for: one run tells all."""
    try:
        text = carried_out(given.text, made, remove=False)
    except (CellsRefused, ValueError):
        return made.faults
    reading = read_folder(given.file, given.root, text.encode())
    found, _ = blamed(text, shown(given.file), errors(reading.found), made)
    told = {one.place for one in made.faults}
    return [*made.faults, *(one for one in found if one.place not in told)]


def kinds_of(only: str | None) -> tuple[str, ...]:
    """Give the kinds that were asked for."""
    return (only,) if only else SHEETS
