"""The commands: one function each, help in the reader's language, every failure one sentence."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path
from typing import Any

import click

from game.cli.lastword import last_word
from game.cli.outlet import outlets
from game.core.errors import SetupError
from game.places import shelves
from game.wiring.settings import LANGUAGES, language
from game.words.catalogue import DOMAIN, Speaker, speaker

EXPORTS = ("docx", "pdf", "sheets", "cao", "xlsx", "ics", "csv", "json", "png")
"""What `export --only` takes: WHATS of game.export, which is not read to word a help (tests/cli hold them equal)."""


def run(arguments: list[str]) -> int:
    """Run the commands; give the exit code: 0, 1 (something to mend), 2 (a command ill written)."""
    lang = _asked(arguments)
    with outlets() as (out, _):
        done = _run(arguments, lang)
        out.flush()
        if out.failed is not None:
            done = last_word(SetupError("words_lost", reason=out.failed.strerror or ""), lang)
    return done


def _run(arguments: list[str], lang: str | None) -> int:
    try:
        _word_click(language(lang))
        done = commands(speaker(language(lang)), lang)(args=arguments, prog_name="clap", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return 1
    except click.ClickException as error:
        return _misused(error, lang)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except Exception as error:  # whatever it is, a person reads one sentence
        return last_word(error, lang)
    return done if isinstance(done, int) else 0


def _asked(arguments: list[str]) -> str | None:
    """Find the language asked for before the commands are read: their help is worded in it."""
    for i, word in enumerate(arguments):
        given = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and i + 1 < len(arguments):
            given = arguments[i + 1]
        if given in LANGUAGES:
            return given
    return None


def _word_click(lang: str) -> None:
    """Have click word its own help and faults from our catalogue."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain(DOMAIN, str(shelves.assets() / "locale"))
    gettext.textdomain(DOMAIN)


def _misused(error: click.ClickException, lang: str | None) -> int:
    said = speaker(language(lang))
    sys.stderr.write(said.say("cli.usage", what=error.format_message()) + "\n" + said.say("cli.usage_help") + "\n")
    return 2


def commands(said: Speaker, asked: str | None = None) -> click.Group:
    """Give all commands, their help in a language; `asked` is the language given anywhere on the line."""
    from game.cli import (
        authors,
        check,
        measures,
        meetings,
        printing,
        purge,
        rescue,
        reviews,
        sessions,
        sheets,
        subjects,
        yearly,
    )

    lang = click.Option(["--lang"], type=click.Choice(LANGUAGES), default=asked, help=said.say("cli.option.lang"))
    full = click.Option(["--fullscreen"], is_flag=True, help=said.say("cli.option.full"))
    path = click.Path(path_type=Path)
    session = click.Argument(["session"], type=path)
    folder = click.Option(["--to"], type=path, required=True, help=said.say("cli.option.to"))
    what = click.Option(["--only", "what"], type=click.Choice(EXPORTS), help=said.say("cli.option.what"))
    paper = click.Option(["--template"], type=path, help=said.say("cli.option.template"))
    roles = click.Option(["--roles/--no-roles"], default=True, help=said.say("cli.option.roles"))
    out = click.Option(["--out"], type=path, help=said.say("cli.option.out"))
    bare = click.Option(["--headless"], is_flag=True, help=said.say("cli.option.headless"))
    town = click.Option(["--scenario"], type=str, help=said.say("cli.option.scenario"))

    def command(name: str, help_key: str, call: Any, *params: click.Parameter) -> click.Command:
        return click.Command(name, callback=call, params=[*params, lang], help=said.say(help_key))

    maybe = click.Argument(["session"], type=path, required=False)
    root = click.Group("clap", invoke_without_command=True, callback=_table, params=[lang], help=said.say("cli.help"))
    deck = click.Group("deck", help=said.say("cli.deck"))
    scenario = click.Group("scenario", help=said.say("cli.scenario"))
    history = click.Group("session", help=said.say("cli.session"))
    root.add_command(command("play", "cli.play", sessions.play, maybe, full))
    root.add_command(command("demo", "cli.demo", sessions.demo, town, out, bare))
    root.add_command(command("export", "cli.export", sessions.export, session, folder, what, paper, roles))
    deck.add_command(printing.command(said, lang))
    deck.add_command(sheets.group(said, lang))
    root.add_command(measures.command(said, lang))
    root.add_command(reviews.command(said, lang))
    root.add_command(yearly.command(said, lang))
    root.add_command(subjects.group(said, lang))
    root.add_command(meetings.command(said, lang))
    check.add(deck, scenario, command, said)
    history.add_command(command("log", "cli.session_log", sessions.log, session))
    bare_copy = click.Option(["--out"], type=path, help=said.say("cli.option.purge_out"))
    history.add_command(command("purge", "cli.session_purge", purge.purge, session, bare_copy))
    rescue_to = click.Option(["--to"], type=path, help=said.say("cli.option.rescue_to"))
    history.add_command(command("rescue", "cli.session_rescue", rescue.rescue, session, rescue_to))
    authors.add(deck, history, command, said)
    for group in (deck, scenario, history):
        root.add_command(group)
    return root


@click.pass_context
def _table(context: click.Context, lang: str | None) -> int | None:
    """Open the table when no command is named."""
    from game.cli import sessions

    return sessions.play(None, lang) if context.invoked_subcommand is None else None
