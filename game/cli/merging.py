"""`clap merge`: the sessions of several tables of a training day, side by side."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.making import PATH, argument, command, option
from game.core.errors import SetupError
from game.words.catalogue import Speaker


@command(
    "merge", "cli.merge",
    argument("sessions", PATH, nargs=-1, required=True),
    option("--to", "cli.option.to", type=PATH, required=True),
)  # fmt: skip
def merge(said: Speaker, sessions: tuple[Path, ...], to: Path) -> int:
    """Write the report, the figures and the picture for the wall; the sessions are only read."""
    from game.core.merging import Table, merged, together
    from game.export import merged as files
    from game.places import folders, looks
    from game.wiring.assembly import picture
    from game.wiring.takeaway import read

    if looks.is_file(to):
        raise SetupError("not_a_folder", path=str(to))
    found = merged([Table(path.stem, read(path)) for path in dict.fromkeys(sessions)])
    wall = together(found, said.say("export.merge.wall", n=len(found.tables)))
    for file in files.export(found, said.lang, folders.writable(to), lambda: picture(wall, said.lang)):
        click.echo(said.say("cli.wrote", path=str(file)))
    return 0
