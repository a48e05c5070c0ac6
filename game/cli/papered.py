"""A session played on paper, brought back from its workbook or from YAML: votes and objectives too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

import click

from game.authoring.onpaper.columns import CARDS, KINDS, SESSION, words
from game.authoring.onpaper.naming import Names, wrong
from game.authoring.onpaper.reading import At, Copied, Fault, from_book, from_yaml
from game.authoring.sheet.spoken import meant
from game.cli.noting import tell
from game.cli.sheeting import placed
from game.content.problems import words as worded
from game.content.shelf import Sources
from game.content.spec import Field
from game.core.errors import GameError
from game.core.frozen import dataclass
from game.core.moves.flow import TakeNote
from game.core.scenario import Scenario
from game.desk.desk import Desk
from game.desk.opening import new_session
from game.tables.kinds import WORKBOOK, kind
from game.tables.reading import read
from game.wiring.onpaper import Bringing
from game.wiring.rehearsing import rehearsed
from game.wiring.reviewing import checked
from game.words.catalogue import Speaker
from game.words.names import naming
from game.words.refusals import refusal

YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a session is to be written, of which agenda (none: the town's first) and day (none: as copied)."""

    out: Path
    agenda: str
    date: str


def copied(data: bytes, file: str, scenario: Scenario) -> Copied | None:
    """Read what was copied from paper; None for a file that is a list of cards, or none. Raises TableError."""
    if PurePath(file).suffix.lower() in YAML:
        return from_yaml(data, file, scenario)
    if kind(data) != WORKBOOK:
        return None
    known = tuple(words(one, scenario) for one in KINDS)
    return from_book(read(data, file, lambda heading: next((one.field(heading) for one in known), "")), scenario)


def bring(said: Speaker, found: Copied, file: str, sources: Sources, asked: Asked) -> int:
    """Write the session; what could not be read or played is told where it stands, and its texts kept as notes."""
    telling = _Telling(said, file)
    if not found.of(CARDS):
        telling.faults(found.faults)
        tell(found.notes, said)
        click.echo(said.say("workshop.list_none"))
        return 1
    date, undated = _date(found, asked.date)
    agenda = asked.agenda or sources.scenario.agendas[0].id
    desk = new_session(asked.out, rehearsed(sources, agenda), agenda, date=date)
    brought = Bringing(desk, Names(sources.deck, sources.scenario))
    brought.play(found)
    refused = list(telling.refused(brought, desk))
    for text in telling.lost(brought):
        desk.do(TakeNote(text))
    desk.close()
    faults = (*found.faults, *undated, *brought.names.faults)
    telling.faults((*faults, *brought.names.notes))
    for line in refused:
        click.echo(line)
    tell(found.notes, said)
    click.echo(said.say("cli.wrote", path=str(asked.out)))
    click.echo(said.say("onpaper.kept", **brought.kept))
    return 1 if faults or refused else 0


def _date(found: Copied, asked: str) -> tuple[str, tuple[Fault, ...]]:
    """Give the day of the session: the one asked for, else as it was copied; what is no day is a fault."""
    line = next((one for one in found.of(SESSION) if "date" in one.cells), None)
    if asked or line is None:
        return asked, ()
    try:
        return checked(meant(Field("day"), line.cells["date"])), ()
    except GameError:
        return "", (wrong(line, "date", "onpaper_date", value=line.cells["date"]),)


class _Telling:
    """Words what is wrong with a copied session, each where it stands."""

    def __init__(self, said: Speaker, file: str) -> None:
        self._said, self._file = said, file

    def _at(self, at: At, sentence: str) -> str:
        if isinstance(at, int):
            return self._said.say("workshop.line", file=self._file, line=at, said=sentence)
        return self._said.say("sheet.at", place=placed(self._said, at), sentence=sentence)

    def faults(self, faults: Iterable[Fault]) -> None:
        """Say what could not be read."""
        for one in faults:
            click.echo(self._at(one.at, worded(one.problem, self._said.say)))

    def refused(self, brought: Bringing, desk: Desk) -> Iterator[str]:
        """Word what the rules refused."""
        for one in brought.refused:
            yield self._at(one.at, refusal(one.why, self._said, naming(desk.session, self._said)))

    def lost(self, brought: Bringing) -> Iterator[str]:
        """Word the texts that were refused, as notes of the session."""
        return (self._said.say("onpaper.lost", text=self._at(one.at, one.text)) for one in brought.lost())
