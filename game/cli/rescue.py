"""`clap session rescue`: a new session of what is good in a damaged one."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.making import PATH, argument, command, option
from game.wiring.rescuing import rescued
from game.words.catalogue import Speaker


@command("rescue", "cli.session_rescue", argument("session", PATH), option("--to", "cli.option.rescue_to", type=PATH))
def rescue(said: Speaker, session: Path, to: Path | None) -> int:
    """Write the new session beside the damaged one, or at `to`; say what it holds and what it does not."""
    path, sentences = rescued(session, to, said)
    click.echo(said.say("cli.wrote", path=str(path)))
    for sentence in sentences:
        click.echo(sentence)
    return 0
