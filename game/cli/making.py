"""How commands are made: each file has, beside what a command does, `NAME_command(make)`, which gives it to click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from game.wiring.settings import LANGUAGES
from game.words.catalogue import Speaker

PATH = click.Path(path_type=Path)


class Maker:
    """Makes commands and options, their help in a language; `asked` is the one given anywhere on the line, if any."""

    def __init__(self, said: Speaker, asked: str | None = None) -> None:
        self.say = said.say
        self.lang = self.option("--lang", "cli.option.lang", type=click.Choice(LANGUAGES), default=asked)

    def option(self, flag: str, help_key: str, name: str = "", **more: Any) -> click.Option:
        """Make an option; `name` is the callback's, if it is not the flag's."""
        return click.Option([flag, name] if name else [flag], help=self.say(help_key), **more)

    def command(
        self, name: str, help_key: str, callback: Callable[..., object], *params: click.Parameter
    ) -> click.Command:
        """Make a command; its language is an option of each."""
        return click.Command(name, callback=callback, params=[*params, self.lang], help=self.say(help_key))

    def group(self, name: str, help_key: str, *makes: Make, **more: Any) -> click.Group:
        """Make a group of commands."""
        made = [make(self) for make in makes]
        return click.Group(name, commands=made, help=self.say(help_key), **more)


Make = Callable[[Maker], click.Command]


def argument(name: str, kind: Any = str, **more: Any) -> click.Argument:
    """Make an argument: it has no help of its own."""
    return click.Argument([name], type=kind, **more)
