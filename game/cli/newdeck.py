"""A deck begun from a spreadsheet of one's own or from another deck, told on the way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from game.authoring.ownsheet.new import Asked, Made, make
from game.authoring.sheet.memory import MEMORY
from game.cli.noting import tell
from game.cli.sheeting import tell_cells
from game.content.files import read_bytes, shown
from game.content.problems import words
from game.desk.clocks import today
from game.places.looks import is_file
from game.places.names import typed
from game.tables.reading import read
from game.wiring.settings import LANGUAGES
from game.words.catalogue import Speaker, speaker


def begun(said: Speaker, folder: Path, sources: Sequence[str]) -> int:
    """Make a deck of what was given: files that exist, else the deck of that name."""
    if len(sources) == 1 and not _table(Path(sources[0])):
        return _copied(said, folder, sources[0])
    return _made(said, folder, [Path(one) for one in sources])


def _table(path: Path) -> bool:
    return is_file(path) and path.suffix.lower() not in (".yaml", ".yml", ".zip")


def _made(said: Speaker, folder: Path, files: Sequence[Path]) -> int:
    from game.authoring.ownsheet.titles import known

    books = tuple(read(read_bytes(file), shown(file), known) for file in files)
    ours = frozenset((MEMORY, *(speaker(lang).say("sheet.lists") for lang in LANGUAGES)))
    made = make(Asked(folder, books, tuple(one.name for one in files), ours, said.lang, today()), said.say)
    tell(made.notes, said)
    tell_cells(made.faults, said)
    for problem in made.others:
        click.echo(words(problem, said.say))
    if not made.files:
        click.echo(said.say("sheet.own.refused"))
        return 1
    return _told(said, folder, made)


def _told(said: Speaker, folder: Path, made: Made) -> int:
    tell_cells(made.noted, said)
    for kind, n in (made.counts or {}).items():
        if n:
            click.echo(said.say("sheet.own.made", kind=said.say(f"sheet.kind.{kind}"), n=n))
    click.echo(said.say("sheet.own.next", folder=str(folder), shell=typed(folder)))
    return 0


def _copied(said: Speaker, folder: Path, name: str) -> int:
    from game.authoring.copying import copied
    from game.wiring.chosen import deck_file

    title = copied(deck_file(name), folder, said.lang, today(), said.say)
    click.echo(said.say("sheet.own.copied", title=title.say(said.lang)))
    click.echo(said.say("sheet.own.next", folder=str(folder), shell=typed(folder)))
    return 0
