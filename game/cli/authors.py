"""The commands of who writes decks, and their options: added to `clap deck` and `clap session`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from game.cli import decks, lists
from game.words.catalogue import Speaker

Make = Callable[..., click.Command]
"""`make(name, help key, callback, *parameters)` gives a command with its help in the reader's language."""


def add(deck: click.Group, session: click.Group, make: Make, said: Speaker) -> None:
    """Add the commands."""
    path, say = click.Path(path_type=Path), said.say

    def option(name: str, help_key: str, **more: Any) -> click.Option:
        return click.Option([name], help=say(help_key), **more)

    named = click.Argument(["deck"], type=str)
    folder = click.Argument(["folder"], type=path)
    two = (click.Argument(["old"], type=str), click.Argument(["new"], type=str))
    file = click.Argument(["file"], type=str)
    deck.add_command(make("new", "cli.deck_new", decks.new, folder))
    png = option("--out", "cli.option.png", type=path, required=True)
    deck.add_command(make("preview", "cli.deck_preview", decks.preview, named, png))
    deck.add_command(make("diff", "cli.deck_diff", decks.diff, *two))
    deck.add_command(make("pack", "cli.deck_pack", decks.pack, named, option("--out", "cli.option.pack", type=path)))
    options = (
        option("--scenario", "cli.option.scenario", type=str, required=True),
        option("--agenda", "cli.option.agenda", type=str, default=""),
        option("--out", "cli.option.out_session", type=path, required=True),
        option("--date", "cli.option.date", type=str, default=""),
    )
    session.add_command(make("from-list", "cli.session_from_list", lists.from_list, file, *options))
