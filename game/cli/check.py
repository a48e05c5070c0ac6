"""Commands that check and mend what trainers write: every fault, its place, the line with a caret.

Exit codes: 0 nothing to mend, 1 something to mend, 2 nothing could be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from game.cli.agreeing import agreed
from game.cli.making import PATH, argument, command, option
from game.cli.waiting import bar
from game.content.problems import ContentError, Problem, errors, tally, tidy
from game.core.errors import GameError, SetupError
from game.core.frozen import dataclass
from game.desk.clocks import today
from game.places import shelves
from game.places.given import content
from game.wiring.chosen import deck_file, open_deck, scenario_file
from game.wiring.reviewing import checked as proper_day
from game.words.catalogue import Speaker

SOUND, FAULTY, UNREAD = 0, 1, 2
UNREADABLE = frozenset({"file_missing", "file_is_folder", "file_is_device", "file_unreadable"})


@dataclass(frozen=True, slots=True)
class Told:
    """How problems are told: to people with the lines (none), or `json`, `gcc`, `simple`; and how severely."""

    how: str
    strict: bool
    said: Speaker


WAYS = tuple(
    option(f"--{way}", f"check.option.{way}", "how", flag_value=way, default="") for way in ("json", "gcc", "simple")
)
STRICT = option("--strict", "check.option.strict", is_flag=True)
ON = option("--on", "check.option.on", type=str, default="")


@command("check", "cli.deck_check", argument("file"), *WAYS, STRICT, ON)
def check_deck(said: Speaker, file: str, how: str, on: str, *, strict: bool) -> int:
    """Check a deck: a file, its folder, a pack, or the id of one of ours; its law on a day."""
    from game.authoring.check import check_deck as checked

    told, day = Told(how or "", strict, said), proper_day(on) or today()

    def run() -> tuple[str, tuple[Problem, ...], Iterable[Path]]:
        path = deck_file(file)
        found = checked(path, shelves.decks(), day)
        return str(path), found.problems, found.reading.files

    return _tell(told, file, run)


@command("check", "cli.scenario_check", argument("file"), *WAYS, STRICT)
def check_scenario(said: Speaker, file: str, how: str, *, strict: bool) -> int:
    """Check a scenario, the deck it names and its map."""
    from game.content.files import shown
    from game.content.shelf import load_scenario

    told = Told(how or "", strict, said)

    def run() -> tuple[str, tuple[Problem, ...], Iterable[Path]]:
        path = scenario_file(file)
        try:
            with bar(said):
                problems = load_scenario(path.parent, shelves.decks()).warnings
        except ContentError as error:
            problems = error.problems
        return str(path), tidy(problems, shown(path)), ()

    return _tell(told, file, run)


def _tell(told: Told, asked: str, run: Callable[[], tuple[str, tuple[Problem, ...], Iterable[Path]]]) -> int:
    """Tell what a check found, and give the exit code; what cannot be read at all is one sentence, and 2."""
    try:
        name, problems, files = run()
    except ContentError as error:
        name, problems, files = asked, tidy(error.problems), ()
    except (SetupError, GameError) as error:
        return _unread(told, asked, error)
    _show(told, name, problems, files)
    if any(one.code in UNREADABLE and one.line == 0 for one in problems):
        return UNREAD
    return FAULTY if (problems if told.strict else errors(problems)) else SOUND


def _unread(told: Told, asked: str, error: GameError) -> int:
    from game.authoring.telling import machine
    from game.wiring import failures

    if told.how == "json":
        click.echo(machine(asked, (Problem("file_missing", asked, 0, 0),), told.said.say))
    else:
        click.echo(failures.told(error, told.said), err=True)
    return UNREAD


def _show(told: Told, name: str, problems: tuple[Problem, ...], files: Iterable[Path]) -> None:
    from game.authoring import telling

    say = told.said.say
    if told.how == "json":
        click.echo(telling.machine(name, problems, say))
        return
    if told.how == "gcc":
        lines = telling.gcc(problems, say)
    elif told.how == "simple":
        lines = telling.simple(problems, say)
    else:
        lines = telling.plain(problems, say, _sources(problems, files))
    for line in lines:
        click.echo(line)
    if told.how != "gcc":
        _count(told, name, problems)


def _count(told: Told, name: str, problems: tuple[Problem, ...]) -> None:
    faults, warnings = tally(problems)
    if not problems:
        click.echo(told.said.say("cli.sound", file=name))
    if faults:
        click.echo(told.said.say("cli.faults", n=faults))
    if warnings:
        click.echo(told.said.say("check.warnings", n=warnings))


def _sources(problems: tuple[Problem, ...], files: Iterable[Path]) -> dict[str, bytes]:
    """Give the bytes of every file that a problem is in."""
    from game.content.files import shown

    found: dict[str, bytes] = {}
    named = {one.file for problem in problems for one in (problem, *problem.related)}
    for path in (*files, *map(Path, sorted(named))):
        if shown(path) in named or str(path) in named:
            data = _bytes(path)
            found |= {shown(path): data, str(path): data}
    return found


def _bytes(path: Path) -> bytes:
    try:
        return content(path)
    except SetupError:
        return b""


@command("fix", "check.fix", argument("file"), option("--yes", "check.option.yes", is_flag=True))
def fix_deck(said: Speaker, file: str, *, yes: bool) -> int:
    """Show what can safely be repaired in a deck's files; write it once it is agreed to, the old file kept."""
    from game.authoring.fix import mend_deck

    path = open_deck(file)
    mended = mend_deck(path)
    for one in mended:
        for kind, count in one.repairs:
            click.echo(said.say(f"fix.{kind}", file=one.name, n=count))
        for line in one.diff():
            click.echo(line)
    if not mended:
        click.echo(said.say("fix.nothing", file=str(path)))
        return _after(path, said)
    if not (yes or agreed(said, "fix.write", n=len(mended))):
        click.echo(said.say("fix.left"))
        return FAULTY
    for one in mended:
        click.echo(said.say("fix.written", file=one.name, backup=str(one.write())))
    return _after(path, said)


def _after(path: Path, said: Speaker) -> int:
    """Tell how many faults are left, that only their author can mend."""
    from game.content.folder import read_folder

    count, _ = tally(read_folder(path, shelves.decks()).problems)
    if count:
        click.echo(said.say("fix.rest", n=count))
    return FAULTY if count else SOUND


@command("schema", "check.schema", option("--to", "check.option.schema_to", type=PATH))
def write_schema(said: Speaker, to: Path | None) -> int:
    """Write the JSON Schemas that editors help with, or show the deck's."""
    from game.authoring.schema import text, write

    if to is None:
        click.echo(text("deck", said))
        return SOUND
    for path in write(to, said):
        click.echo(said.say("cli.wrote", path=str(path)))
    return SOUND
