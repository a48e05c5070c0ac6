"""`clap intentions`: the purchases that departments propose, from a sheet to a scenario or to a session."""

from __future__ import annotations

from pathlib import Path

import click

from game.wiring.settings import language
from game.words.catalogue import Speaker, speaker


def group(said: Speaker, lang: click.Parameter) -> click.Group:
    """Give the commands, their help in a language."""
    path, say = click.Path(path_type=Path), said.say
    town = click.Option(["--scenario"], type=str, help=say("subjects.option.scenario"))
    params = [
        click.Argument(["file"], type=path),
        town,
        click.Option(["--session"], type=path, help=say("subjects.option.session")),
        click.Option(["--yes"], is_flag=True, help=say("subjects.option.yes")),
        lang,
    ]
    of = click.Option(["--scenario"], type=str, default="blagnac", help=say("subjects.option.of"))
    to = click.Option(["--to"], type=path, required=True, help=say("subjects.option.to"))
    found = click.Group("intentions", help=say("subjects.help"))
    found.add_command(click.Command("import", callback=take, params=params, help=say("subjects.help_import")))
    template = click.Command("template", callback=empty, params=[to, of, lang], help=say("subjects.help_template"))
    found.add_command(template)
    return found


def take(file: Path, scenario: str | None, session: Path | None, lang: str | None, *, yes: bool) -> int:
    """Bring the good rows of a sheet into a scenario's text, or into an open session in one gesture."""
    from game.cli import proposing

    said = speaker(language(lang))
    if (scenario is None) == (session is None):
        raise click.UsageError(said.say("subjects.where"))
    if session is not None:
        return proposing.to_session(said, file, session, yes=yes)
    return proposing.to_scenario(said, file, scenario or "", yes=yes)


def empty(to: Path, scenario: str, lang: str | None) -> int:
    """Write the sheet that departments fill in."""
    from game.authoring.subjects.empty import delimited, workbook
    from game.content.shelf import load_scenario
    from game.core.errors import SetupError
    from game.places import landing, shelves
    from game.wiring.chosen import scenario_file

    said = speaker(language(lang))
    if to.suffix.lower() not in (".csv", ".xlsx"):
        raise SetupError("subjects_ending", path=str(to))
    sources = load_scenario(scenario_file(scenario).parent, shelves.decks())
    if to.suffix.lower() == ".csv":
        data = delimited(said.say)
    else:
        data = workbook(sources.deck, sources.scenario, said.lang, said.say)
    landing.put(to, data)
    click.echo(said.say("cli.wrote", path=str(to)))
    return 0
