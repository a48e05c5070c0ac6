"""`clap session pages`: what a new member leaves with, made from the council's last session."""

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
