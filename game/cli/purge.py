"""`clap session purge`: a copy of a session without personal data."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.making import PATH, argument, command, option
from game.words.catalogue import Speaker


@command("purge", "cli.session_purge", argument("session", PATH), option("--out", "cli.option.purge_out", type=PATH))
def purge(said: Speaker, session: Path, out: Path | None) -> int:
    """Write the copy beside the session, or at `out`; say what was taken out and what was not."""
    from game.desk.copies import copies
    from game.desk.desk import free
    from game.desk.purging import purge as purged

    to = out if out is not None else free(session.parent, said.say("cli.purge_name", name=session.stem))
    found = purged(session, to, said.say("cli.purge_erased"), lambda n: said.say("cli.purge_guest", number=n))
    click.echo(said.say("cli.wrote", path=str(to)))
    for name in ("notes", "guests", "functions", "drafts"):
        click.echo(said.say(f"cli.purge_{name}", n=getattr(found, name)))
    click.echo(said.say("cli.purge_kept"))
    left = copies(session)
    if left:
        click.echo(said.say("cli.purge_copies", n=len(left), folder=str(left[0].parent)))
    return 0
