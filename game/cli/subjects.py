"""`clap intentions`: the purchases that departments propose, from a sheet to a scenario or to a session."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.making import PATH, Group, argument, command, option
from game.words.catalogue import Speaker


@command(
    "import", "subjects.help_import",
    argument("file", PATH),
    option("--scenario", "subjects.option.scenario", type=str),
    option("--session", "subjects.option.session", type=PATH),
    option("--yes", "subjects.option.yes", is_flag=True),
)  # fmt: skip
def take(said: Speaker, file: Path, scenario: str | None, session: Path | None, *, yes: bool) -> int:
    """Bring the good rows of a sheet into a scenario's text, or into an open session in one gesture."""
    from game.cli import proposing

    if (scenario is None) == (session is None):
        raise click.UsageError(said.say("subjects.where"))
    if session is not None:
        return proposing.to_session(said, file, session, yes=yes)
    return proposing.to_scenario(said, file, scenario or "", yes=yes)


@command(
    "template", "subjects.help_template",
    option("--to", "subjects.option.to", type=PATH, required=True),
    option("--scenario", "subjects.option.of", type=str, default="blagnac"),
)  # fmt: skip
def empty(said: Speaker, to: Path, scenario: str) -> int:
    """Write the sheet that departments fill in."""
    from game.authoring.subjects.empty import delimited, workbook
    from game.content.shelf import load_scenario
    from game.core.errors import SetupError
    from game.places import landing, shelves
    from game.wiring.chosen import scenario_file

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


INTENTIONS = Group("intentions", "subjects.help", (take, empty))
