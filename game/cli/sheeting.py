"""A deck taken to a spreadsheet and back, told on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from game.authoring.sheet.apply import CellsRefused
from game.authoring.sheet.columns import PAIRS, SHEETS
from game.authoring.sheet.grid import Found, Place
from game.authoring.sheet.leaving import taken_out
from game.authoring.sheet.merge import Added, Change, Plan
from game.authoring.sheet.table import tables
from game.authoring.sheet.trip import (
    LISTS,
    Asked,
    Outcome,
    Source,
    all_faults,
    asked,
    delimited_files,
    kinds_of,
    outcome,
    source,
    workbook,
)
from game.cli.agreeing import agreed
from game.cli.noting import tell
from game.content.near import slug
from game.content.problems import sentence, words
from game.content.unseen import shown
from game.core.frozen import dataclass
from game.places import landing, shelves
from game.places.looks import is_folder
from game.places.names import file_name
from game.wiring.chosen import deck_file, open_deck
from game.wiring.settings import LANGUAGES
from game.words.catalogue import Speaker, speaker

SHOWN, LONGEST = 200, 160
"""Changes told one by one; signs of a text told."""


@dataclass(frozen=True, slots=True)
class Order:
    """What `clap deck sheet import` is given: `keep` says which side wins where both changed."""

    deck: str
    files: tuple[Path, ...]
    yes: bool
    remove: bool
    keep: str | None
    dry: bool


def _source(file: Path) -> Source:
    return source(file, shelves.decks())


def export(said: Speaker, deck: str, file: Path | None, only: str | None, *, csv: bool) -> int:
    """Write a deck as a workbook or, with `csv` or a name in .csv, as one CSV a kind."""
    given = _source(deck_file(deck))
    named = file_name(given.deck.id, ".xlsx")
    if csv or only or (file is not None and file.suffix.lower() == ".csv"):
        made = _named(file, given, delimited_files(given, kinds_of(only)), said)
    else:
        target = file if file is not None else Path(named)
        target = target / named if is_folder(target) else target
        made = {target: workbook(given, said.say)}
    for target, data in made.items():
        landing.put(target, data)
        click.echo(said.say("sheet.written", file=str(target)))
    return 0


def _named(file: Path | None, given: Source, made: dict[str, bytes], said: Speaker) -> dict[Path, bytes]:
    """Give the CSV files their names: the one that was asked, or the kind's after it."""
    folder = file if file is not None and (is_folder(file) or not file.suffix) else None
    if folder is not None:
        landing.folder(folder)
    if file is not None and folder is None and len(made) == 1:
        return dict.fromkeys([file], next(iter(made.values())))
    named = file_name(given.deck.id)
    start = (folder / named) if folder is not None else (file or Path(named)).with_suffix("")
    return {start.with_name(f"{start.name}-{slug(said.say(f'sheet.kind.{kind}'))}.csv"): made[kind] for kind in made}


def take(said: Speaker, order: Order) -> int:
    """Bring filled sheets into a deck: say what changes, ask, then change that and nothing else."""
    given = _source(open_deck(order.deck))
    found = asked(given, order.files, sheet_names())
    code = _settle(given, found, _Teller(said), order)
    tell(found.notes, said)
    return code


def sheet_names() -> dict[str, str]:
    """Give the kinds by the names of their sheets, in every language."""
    names = {speaker(one).say(f"sheet.kind.{kind}"): kind for one in LANGUAGES for kind in SHEETS}
    return names | {speaker(one).say("sheet.lists"): LISTS for one in LANGUAGES}


def _settle(given: Source, found: Asked, teller: _Teller, order: Order) -> int:
    said = teller.said
    teller.origin(found)
    if found.plan.faults:
        return teller.faults(all_faults(given, found.plan))
    if found.plan.clashes and order.keep is None:
        return teller.clashes(found.plan.clashes)
    plan = found.plan.settled(order.keep or "deck")
    if plan.empty:
        click.echo(said.say("sheet.nothing"))
        return 0
    teller.plan(plan)
    return _carry(given, plan, teller, order)


def _carry(given: Source, plan: Plan, teller: _Teller, order: Order) -> int:
    said, remove = teller.said, _removing(plan, teller.said, order)
    if not (plan.changes or plan.added or (plan.gone and remove)):
        return 0
    if remove:
        plan = teller.leaving(plan, taken_out(plan, tables(given.text)))
    try:
        result = outcome(given, plan, remove=remove)
    except CellsRefused as error:
        return teller.faults(error.found)
    if result.found or result.others:
        return teller.refused(result)
    tell_cells(result.noted, said)
    if order.dry:
        click.echo(said.say("sheet.dry"))
        return 0
    if not order.yes and not agreed(said, "sheet.ask"):
        click.echo(said.say("sheet.untouched"))
        return 1
    return _write(given, result, said)


def _removing(plan: Plan, said: Speaker, order: Order) -> bool:
    """Tell whether the cards without a row go: as the order says, or whoever is asked."""
    remove = order.remove
    if plan.gone and not remove and not order.yes and not order.dry:
        remove = agreed(said, "sheet.ask_remove", n=len(plan.gone))
    if plan.gone and not remove:
        click.echo(said.say("sheet.kept", n=len(plan.gone)))
    return remove


def _write(given: Source, result: Outcome, said: Speaker) -> int:
    """Keep the former text beside the deck, then put the new one in its place."""
    spare = given.file.with_name(given.file.name + ".bak")
    landing.put(spare, given.data)
    landing.put(given.file, result.data)
    click.echo(said.say("sheet.changed", file=str(given.file), spare=spare.name))
    return 0


class _Teller:
    """Says in words what a sheet changes."""

    def __init__(self, said: Speaker) -> None:
        self.said = said

    def origin(self, found: Asked) -> None:
        """Say where the sheet comes from, when it matters, and what of it is not looked at."""
        if found.older:
            click.echo(self.said.say("sheet.older", version=found.version))
        if not found.based:
            click.echo(self.said.say("sheet.no_base"))
        for place in found.plan.strangers:
            click.echo(self.said.say("sheet.stranger", place=placed(self.said, place)))

    def plan(self, plan: Plan) -> None:
        """Say all that changes."""
        lines = [*map(self._change, plan.changes), *map(self._added, plan.added)]
        for gone in plan.gone:
            lines.append(self.said.say("sheet.gone", card=gone.card, title=_clip(gone.title)))
        for line in lines[:SHOWN]:
            click.echo(line)
        if len(lines) > SHOWN:
            click.echo(self.said.say("sheet.more", n=len(lines) - SHOWN))

    def leaving(self, before: Plan, plan: Plan) -> Plan:
        """Say what changes besides because cards go; give the plan."""
        for one in plan.changes:
            if one not in before.changes:
                click.echo(self._change(one))
        return plan

    def _change(self, one: Change) -> str:
        key = "sheet.change" if one.new and one.old else "sheet.change_new" if one.new else "sheet.change_empty"
        return self.said.say(key, card=one.card, field=_column(one), old=_clip(one.old), new=_clip(one.new))

    def _added(self, one: Added) -> str:
        key = "sheet.added_pair" if one.kind in PAIRS else "sheet.added_proposed" if one.proposed else "sheet.added"
        kind = self.said.say(f"sheet.kind.{one.kind}")
        shown = one.cells.get("pair", one.card) if one.kind in PAIRS else one.card
        return self.said.say(key, card=shown, kind=kind, place=placed(self.said, one.place))

    def faults(self, found: Sequence[Found]) -> int:
        """Say what is wrong, cell by cell."""
        tell_cells(found, self.said)
        click.echo(self.said.say("sheet.untouched"))
        return 1

    def refused(self, result: Outcome) -> int:
        """Say what the checker finds wrong in the deck as it would be."""
        for problem in result.others:
            click.echo(sentence(problem, self.said.say))
        return self.faults(result.found)

    def clashes(self, clashes: Sequence[Change]) -> int:
        """Say which cells were changed both in the sheet and in the deck."""
        for one in clashes:
            new, old = (_clip(text) or self.said.say("sheet.empty") for text in (one.new, one.old))
            told = self.said.say("sheet.clash", card=one.card, field=_column(one), new=new, old=old)
            click.echo(self.said.say("sheet.at", place=placed(self.said, one.place), sentence=told))
        click.echo(self.said.say("sheet.clashes", n=len(clashes)))
        return 1


def placed(said: Speaker, place: Place) -> str:
    """Name a cell: the sheet or the file, the cell, and what its column is called."""
    key = "sheet.place_file" if place.file else "sheet.place"
    found = said.say(key, sheet=place.sheet, cell=place.cell)
    return said.say("sheet.named", place=found, title=shown(place.title)) if place.title else found


def tell_cells(found: Sequence[Found], said: Speaker) -> None:
    """Say what is to be said of cells."""
    for line in of_cells(found, said):
        click.echo(line)


def of_cells(found: Sequence[Found], said: Speaker) -> Iterator[str]:
    """Word what is to be said of cells, a line each."""
    for one in found[:SHOWN]:
        yield said.say("sheet.at", place=placed(said, one.place), sentence=words(one.problem, said.say))
    if len(found) > SHOWN:
        yield said.say("subjects.more", n=len(found) - SHOWN)


def _column(one: Change) -> str:
    """Give what the column of a change is called: in the workbook if it says, else in the deck."""
    return shown(one.place.title) or one.key


def _clip(text: str) -> str:
    shown = " ".join(text.split("\n"))
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
