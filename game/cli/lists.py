"""A session played with printed cards, brought back from a list: typed, pasted, or read from a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from game.authoring.listing import Listed, read
from game.cli.making import PATH, argument, command, option
from game.cli.noting import tell
from game.content.files import LARGEST, read_bytes
from game.content.problems import words
from game.content.shelf import load_scenario
from game.places import shelves
from game.tables.reading import lines
from game.wiring.chosen import scenario_file
from game.wiring.paper import opened, played, worded
from game.words.catalogue import Speaker


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
    desk = opened(sources, agenda, out, date)
    refused = played(desk, listed.placings)
    desk.close()
    _tell(listed, tuple((one.line, worded(why, desk, said)) for one, why in refused), file, said)
    tell(notes, said)
    kept = len(listed.placings) - len(refused)
    click.echo(said.say("cli.wrote", path=str(out)))
    click.echo(said.say("workshop.listed", n=kept))
    return 1 if listed.problems or refused else 0


def _tell(listed: Listed, refused: tuple[tuple[int, str], ...], name: str, said: Speaker) -> None:
    """Tell line by line what was not kept, and what was read as another word."""
    lines = [(one.line, words(one, said.say)) for one in (*listed.notes, *listed.problems)] + list(refused)
    for line, text in sorted(lines):
        click.echo(said.say("workshop.line", file=name, line=line, said=text))
