"""All commands, in their groups: help in the reader's language, every failure one sentence."""

from __future__ import annotations

import gettext
import os
import sys

import click

from game.cli.lastword import last_word
from game.cli.making import Group
from game.cli.outlet import outlets
from game.core.errors import SetupError
from game.places import shelves
from game.wiring.settings import LANGUAGES, language
from game.words.catalogue import DOMAIN, Speaker, speaker


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
        check,
        decks,
        drill,
        kit,
        leaving,
        lists,
        measures,
        meetings,
        menu,
        merging,
        photos,
        printing,
        purge,
        rescue,
        retelling,
        reviews,
        sessions,
        sheets,
        subjects,
        tidying,
        towns,
        version,
        yearly,
    )  # fmt: skip

    deck = Group("deck", "cli.deck", (decks.new, decks.preview, decks.diff, decks.pack, decks.unpack,
                                      decks.icons, check.check_deck,
                                      check.fix_deck, check.write_schema, printing.deck, kit.kit,
                                      sheets.SHEET))  # fmt: skip
    scenario = Group("scenario", "cli.scenario", (towns.new, sessions.draw, towns.kinds, check.check_scenario))
    files = (
        rescue.rescue,
        retelling.replay,
        retelling.branch,
        retelling.stills,
        drill.drill,
        lists.from_list,
        photos.from_photo,
        leaving.pages,
        leaving.effect,
    )
    session = Group("session", "cli.session", (sessions.log, purge.purge, *files, *tidying.COMMANDS))
    played = (sessions.play, sessions.demo, sessions.export, reviews.review, meetings.agenda, meetings.guide)
    within = (
        *played,
        measures.measure,
        yearly.report,
        merging.merge,
        subjects.INTENTIONS,
        deck,
        scenario,
        session,
        menu.menu,
    )
    lang = click.Option(["--lang"], type=click.Choice(LANGUAGES), default=asked, help=said.say("cli.option.lang"))
    root = Group("clap", "cli.help", within)
    return root.made(said, lang, invoke_without_command=True, callback=_table, params=[version.version(said), lang])


@click.pass_context
def _table(context: click.Context, lang: str | None) -> object:
    """Open the table when no command is named."""
    from game.cli import sessions

    return sessions.play.callback(speaker(language(lang)), None) if context.invoked_subcommand is None else None
