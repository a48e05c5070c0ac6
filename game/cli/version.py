"""`clap --version`: the number, what it was built from, and the versions of what it stands on."""

from __future__ import annotations

import platform
from collections.abc import Iterator

import click

from game.places import built, bundle
from game.words.catalogue import Speaker


def version(said: Speaker) -> click.Option:
    """Give the option; it is answered before anything else is read."""

    def told(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  click gives it so
        if wanted and not context.resilient_parsing:
            click.echo("\n".join(lines(said)))
            context.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=told, help=said.say("program.option")
    )


def lines(said: Speaker) -> Iterator[str]:
    """Give what is told: the number and the commit first, so that one line can be copied into a letter."""
    yield f"CLAP {built.release() or '?'} ({_origin(said)})"
    how = said.say("program.bundle" if bundle.bundled() else "program.package")
    yield f"Python {platform.python_version()}, {platform.platform(terse=True)}, {how}"
    yield ", ".join(f"{name} {built.found(name)}" for name in built.needed())


def _origin(said: Speaker) -> str:
    source = built.source()
    if source == built.UNKNOWN:
        return said.say("program.unknown")
    return said.say("program.changed" if source.changed else "program.commit", commit=source.commit, day=source.day)
