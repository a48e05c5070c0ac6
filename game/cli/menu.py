"""`clap menu`: the table in the computer's own menu, or out of it."""

from __future__ import annotations

import click

from game.cli.making import command, option
from game.places import menu as places
from game.words.catalogue import Speaker


@command("menu", "cli.menu", option("--remove", "cli.option.menu_remove", is_flag=True))
def menu(said: Speaker, *, remove: bool) -> int:
    """Write the entry, its icon and the kind of session files; or take them away."""
    for path in places.remove() if remove else places.add():
        click.echo(said.say("program.removed" if remove else "cli.wrote", path=path))
    return 0
