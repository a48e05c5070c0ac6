"""`clap session pages` and `effect`: what new members leave with, and what the induction changed for them."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.making import PATH, argument, command, option
from game.core.errors import SetupError
from game.words.catalogue import Speaker


@command(
    "pages", "cli.session_pages",
    argument("session", PATH),
    option("--family", "cli.option.family", type=str, default=""),
    option("--to", "cli.option.to", type=PATH, required=True),
)  # fmt: skip
def pages(said: Speaker, session: Path, family: str, to: Path) -> int:
    """Write the two pages and the dates of a family, or of each; the session is only read."""
    from game.desk.opening import open_session
    from game.places import folders, looks
    from game.wiring import takeaway

    if looks.is_file(to):
        raise SetupError("not_a_folder", path=str(to))
    desk = open_session(session, read_only=True)
    try:
        written = takeaway.pages(desk.session, said.lang, folders.writable(to), family, session.parent)
    finally:
        desk.close()
    for file in written:
        click.echo(said.say("cli.wrote", path=str(file)))
    return 0


@command(
    "effect", "cli.session_effect",
    argument("sessions", PATH, nargs=-1, required=True),
    option("--to", "cli.option.to", type=PATH, required=True),
)  # fmt: skip
def effect(said: Speaker, sessions: tuple[Path, ...], to: Path) -> int:
    """Write the page of what was answered before and after at some tables; the sessions are only read."""
    from game.export import effect as page
    from game.places import folders, looks
    from game.wiring.takeaway import read

    if looks.is_file(to):
        raise SetupError("not_a_folder", path=str(to))
    found = [read(path) for path in dict.fromkeys(sessions)]
    if not any(one.survey for one in found):
        raise SetupError("nothing_counted", count=len(found))
    for file in page.export(found, said.lang, folders.writable(to)):
        click.echo(said.say("cli.wrote", path=str(file)))
    return 0
