"""A session played with printed cards, brought back from a list: typed, pasted, or read from a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from game.authoring.listing import Listed, Placing, read
from game.cli.making import PATH, argument, command, option
from game.cli.noting import tell
from game.content.files import LARGEST, read_bytes
from game.content.problems import words
from game.content.shelf import Sources, load_scenario
from game.core.agenda import Agenda
from game.core.errors import Refused
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.desk.desk import Desk
from game.desk.opening import new_session
from game.places import shelves
from game.tables.reading import lines
from game.wiring.chosen import scenario_file
from game.wiring.rehearsing import rehearsed
from game.words.catalogue import Speaker
from game.words.names import naming
from game.words.refusals import refusal


@command(
    "from-list", "cli.session_from_list",
    argument("file"),
    option("--scenario", "cli.option.scenario", type=str, required=True),
    option("--agenda", "cli.option.agenda", type=str, default=""),
    option("--out", "cli.option.out_session", type=PATH, required=True),
    option("--date", "cli.option.date", type=str, default=""),
)  # fmt: skip
def from_list(said: Speaker, file: str, scenario: str, agenda: str, out: Path, date: str) -> int:
    """Write the session of a workbook, a YAML file or a list; what is not good is told, all else is kept."""
    from game.cli import papered

    data = sys.stdin.buffer.read(LARGEST) if file == "-" else read_bytes(Path(file))
    sources = load_scenario(scenario_file(scenario).parent, shelves.decks())
    found = papered.copied(data, file, sources.scenario)
    if found is not None:
        return papered.bring(said, found, file, sources, papered.Asked(out, agenda, date))
    text, notes = lines(data, file)
    listed = read(text, file, sources.deck, sources.scenario, said.lang)
    if not listed.placings:
        _tell(listed, (), file, said)
        tell(notes, said)
        click.echo(said.say("workshop.list_none"))
        return 1
    desk = _opened(sources, agenda, out, date)
    refused = _played(desk, listed)
    desk.close()
    _tell(listed, tuple(_worded(one, why, desk, said) for one, why in refused), file, said)
    tell(notes, said)
    kept = len(listed.placings) - len(refused)
    click.echo(said.say("cli.wrote", path=str(out)))
    click.echo(said.say("workshop.listed", n=kept))
    return 1 if listed.problems or refused else 0


def _opened(sources: Sources, agenda: str, out: Path, date: str) -> Desk:
    chosen = agenda or sources.scenario.agendas[0].id
    return new_session(out, rehearsed(sources, chosen), chosen, date=date)


def _played(desk: Desk, listed: Listed) -> list[tuple[Placing, Refused]]:
    """Place the cards in their phases; give what the rules refuse."""
    refused = []
    agenda = desk.session.workshop.agenda
    for levers in (False, True):
        phase = _phase(agenda, "place_lever" if levers else "place_issue")
        mine = [one for one in listed.placings if one.lever is levers]
        if mine and phase:
            desk.do(EnterPhase(phase))
        for one in mine:
            why = desk.do(PlaceLever(one.card, one.issue) if levers else PlaceIssue(one.card, one.family, one.place))
            if why is not None:
                refused.append((one, why))
    return refused


def _phase(agenda: Agenda, move: str) -> str:
    return next((phase.id for phase in agenda.phases if move in phase.moves), "")


def _worded(one: Placing, why: Refused, desk: Desk, said: Speaker) -> tuple[int, str]:
    return one.line, refusal(why, said, naming(desk.session, said))


def _tell(listed: Listed, refused: tuple[tuple[int, str], ...], name: str, said: Speaker) -> None:
    """Tell line by line what was not kept, and what was read as another word."""
    lines = [(one.line, words(one, said.say)) for one in (*listed.notes, *listed.problems)] + list(refused)
    for line, text in sorted(lines):
        click.echo(said.say("workshop.line", file=name, line=line, said=text))
