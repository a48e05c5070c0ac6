"""A deck's folder made of spreadsheets of one's own: told cell by cell, written only when it can be played."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from game.authoring.check import warnings
from game.authoring.ownsheet.completing import Completing
from game.authoring.ownsheet.gathering import Gathered, gathered
from game.authoring.scaffold import put, schemas, vacant
from game.authoring.sheet.apply import CellsRefused, carried_out
from game.authoring.sheet.blame import blamed
from game.authoring.sheet.columns import SHEETS
from game.authoring.sheet.grid import Found, Grid
from game.authoring.sheet.merge import Plan, plan
from game.authoring.sheet.pointing import Names, pointed
from game.authoring.sheet.render import quoted
from game.authoring.sheet.spoken import meant
from game.authoring.sheet.table import Table
from game.authoring.town import new as town
from game.content.deckspec import SPEC
from game.content.folder import DECK, read_folder
from game.content.maps.files import drawn
from game.content.near import slug
from game.content.problems import Problem, errors
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.places import folders, shelves
from game.tables.table import Book, Note

VERSION = "1"
RESERVED = "LicenseRef-All-Rights-Reserved"
"""The licence of a deck whose author chose none: nothing is granted in their name."""
TOWN = "Valmarie"
"""The small town that a new deck is played in."""
Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. `ours`: names of sheets that are ours, and not read; `today`: YYYY-MM-DD."""

    folder: Path
    books: tuple[Book, ...]
    files: tuple[str, ...]
    ours: frozenset[str]
    lang: str
    today: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it. `faults` and `others` stop it: nothing was written; `noted`: worth a look in what was.

    `counts`: rows by kind; `groups`: what families, axes and stages are called, by kind.
    """

    files: tuple[Path, ...] = ()
    faults: tuple[Found, ...] = ()
    others: tuple[Problem, ...] = ()
    noted: tuple[Found, ...] = ()
    notes: tuple[Note, ...] = ()
    counts: Mapping[str, int] | None = None


def make(asked: Asked, say: Say) -> Made:
    """Write a deck, and a small town to play it in, into a new or empty folder. Raises SetupError folder_taken."""
    vacant(asked.folder)
    found = gathered(asked.books, asked.lang, asked.ours)
    completing = Completing(found, asked.lang, say)
    grids = completing.grids()
    notes = (*found.notes, *completing.notes)
    lacking = _lacking(found)
    if lacking:
        return Made(others=lacking, notes=notes)
    planned = _planned(grids, found)
    return replace(_made(asked, planned, _head(asked, found, completing.languages, say), say),
                   notes=notes, counts={kind: sum(len(one.lines) for one in grids if one.kind == kind)
                                        for kind in SHEETS})  # fmt: skip


def _lacking(found: Gathered) -> tuple[Problem, ...]:
    """Say which kinds a deck cannot do without and has no row of."""
    kinds = [kind for kind in ("issues", "levers") if not any(one.lines for one in found.of(kind))]
    return tuple(Problem(f"ownsheet_no_{kind}", "", 0, 0) for kind in kinds)


def _planned(grids: Sequence[Grid], found: Gathered) -> Plan:
    made = plan({kind: Table(kind) for kind in SHEETS}, grids, None)
    return pointed(made, Names())


def _in_order(faults: Sequence[Found]) -> list[Found]:
    told = dict.fromkeys(faults)
    return sorted(told, key=lambda one: (one.place.sheet, one.place.row, one.place.column))


def _head(asked: Asked, found: Gathered, languages: Sequence[str], say: Say) -> str:
    """Give what opens the deck: what its sheet says of it, or its folder's name."""
    head = found.head
    name = asked.folder.resolve().name
    lines = [
        f"# {say('sheet.own.head', files=', '.join(asked.files))}",
        "format: 2",
        f"id: {slug(name) or 'my-deck'}",
        f"version: {quoted(head.get('version', VERSION))}",
        f"languages: [{', '.join(languages)}]",
        f"title: {quoted(head.get('title') or name)}",
        *(f"authors: [{quoted(head[key])}]" for key in ("authors",) if key in head),
        f"licence: {quoted(head.get('licence', RESERVED))}",
        *(f"{key}: {quoted(meant(SPEC.fields[key], head[key]))}" for key in ("law_as_of", "notes") if key in head),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _made(asked: Asked, planned: Plan, head: str, say: Say) -> Made:
    file = asked.folder / DECK
    try:
        text = carried_out(head, planned, remove=False)
    except CellsRefused as refused:
        return Made(faults=tuple(_in_order([*planned.faults, *refused.found])))
    reading = read_folder(file, shelves.decks(), text.encode())
    if reading.deck is None or planned.faults:
        faults, others = blamed(text, str(file), errors(reading.found), planned)
        told = {one.place for one in planned.faults}
        fresh = [one for one in faults if one.place not in told]
        return Made(faults=tuple(_in_order([*planned.faults, *fresh])), others=tuple(others))
    folders.writable(asked.folder)
    files = (
        put(file, text.encode()),
        *schemas(asked.folder, asked.lang),
        *small_town(asked.folder, reading.deck, asked.lang, asked.today, say),
    )
    noted, _ = blamed(text, str(file), (*reading.found, *warnings(reading)), planned)
    return Made(files, noted=tuple(_in_order(noted)))


def small_town(folder: Path, deck: Deck, lang: str, today: str, say: Say) -> tuple[Path, ...]:
    """Make a small town to play a deck in, within its folder; give the files."""
    plan_file = shelves.assets() / "scaffold" / "scenario" / "town.geojson"
    title = town.both("sheet.own.trying", deck.title)
    wanted = town.Asked(folder / "scenario", deck, TOWN, (plan_file.name,), (), today, title=title)
    return town.make(wanted, drawn((plan_file,)), lang, say).files
