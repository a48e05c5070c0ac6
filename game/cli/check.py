"""Commands that check what trainers write: every fault, its place, the line with a caret."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.settings import language
from game.content.problems import ContentError, Problem, block, errors, tidy
from game.words.catalogue import Speaker, speaker


def deck(file: str, lang: str | None) -> int:
    """Check a deck: a file, its folder, or the id of one of ours."""
    from game.content.deck import read_deck
    from game.content.shelf import read_bytes
    from game.places import shelves

    path = _path(file, "deck.yaml") or shelves.deck(file)
    return _told(path, read_deck(read_bytes(path), str(path))[1], speaker(language(lang)))


def scenario(file: str, lang: str | None) -> int:
    """Check a scenario, the deck it names and its map."""
    from game.content.shelf import load_scenario
    from game.places import shelves

    path = _path(file, "scenario.yaml") or shelves.scenario(file)
    try:
        problems = load_scenario(path.parent, shelves.decks()).warnings
    except ContentError as error:
        problems = error.problems
    return _told(path, problems, speaker(language(lang)))


def _path(file: str, name: str) -> Path | None:
    """Give the file that was named, if it is there or looks like a path."""
    path = Path(file)
    if path.is_dir():
        return path / name
    return path if path.is_file() or path.suffix or "/" in file or "\\" in file else None


def _told(path: Path, problems: tuple[Problem, ...], said: Speaker) -> int:
    texts: dict[str, str] = {}
    for problem in tidy(problems):
        if problem.file not in texts:
            texts[problem.file] = _text(problem.file)
        click.echo(block(problem, said.say, texts[problem.file]))
    count = len(errors(problems))
    if not problems:
        click.echo(said.say("cli.sound", file=str(path)))
    elif count:
        click.echo(said.say("cli.faults", n=count))
    return 1 if count else 0


def _text(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
