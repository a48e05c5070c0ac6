"""How commands are made: `@command` stands above what one does, as in click, worded once the language is known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from game.core.frozen import dataclass
from game.wiring.settings import language
from game.words.catalogue import Speaker, speaker

PATH = click.Path(path_type=Path)
Param = Callable[[Speaker], click.Parameter]


@dataclass(frozen=True, slots=True)
class Command:
    """A command to be; each takes a language too, and is given who speaks it."""

    name: str
    help_key: str
    params: tuple[Param, ...]
    callback: Callable[..., object]

    def made(self, said: Speaker, lang: click.Option) -> click.Command:
        """Give the command to click, its help in a language."""

        def spoken(lang: str | None, **given: Any) -> object:
            return self.callback(speaker(language(lang)), **given)

        params = [*(each(said) for each in self.params), lang]
        return click.Command(self.name, callback=spoken, params=params, help=said.say(self.help_key))


@dataclass(frozen=True, slots=True)
class Group:
    """A group of commands to be."""

    name: str
    help_key: str
    within: tuple[Command | Group, ...]

    def made(self, said: Speaker, lang: click.Option, **more: Any) -> click.Group:
        """Give the group to click, its help in a language."""
        within = [each.made(said, lang) for each in self.within]
        return click.Group(self.name, commands=within, help=said.say(self.help_key), **more)


def command(name: str, help_key: str, *params: Param) -> Callable[[Callable[..., object]], Command]:
    """Make a command of the function below."""
    return lambda callback: Command(name, help_key, params, callback)


def option(flag: str, help_key: str, name: str = "", **more: Any) -> Param:
    """Give an option; `name` is the function's, if it is not the flag's."""
    return lambda said: click.Option([flag, name] if name else [flag], help=said.say(help_key), **more)


def chosen() -> str | None:
    """Give the language asked for on the line, if one was: the table has one of its own."""
    lang: str | None = click.get_current_context().params["lang"]
    return lang


def argument(name: str, kind: Any = str, **more: Any) -> Param:
    """Give an argument: it has no help of its own."""
    return lambda _: click.Argument([name], type=kind, **more)
