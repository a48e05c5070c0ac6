"""`clap session list`, `rename`, `archive`, `delete`, `restore`: sessions put in order without the table."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.agreeing import agreed
from game.cli.making import PATH, argument, command, option
from game.words.catalogue import Speaker


@command("list", "cli.session_list", argument("folder", PATH, required=False))
def listed(said: Speaker, folder: Path | None) -> int:
    """List the sessions of a folder (that of the sessions if none is given), then the archives and the bin."""
    from game.desk.away import AWAY, put_away
    from game.desk.opening import sessions, summary
    from game.places import folders

    home = folder if folder is not None else folders.sessions()
    for one in sessions(home):
        click.echo(
            said.say("cli.session_line", title=one.path.stem, when=one.when[:16].replace("T", " "), file=one.path)
        )
    for where in AWAY:
        for path in put_away(home, where):
            when = summary(path).when[:16].replace("T", " ")
            click.echo(
                said.say(f"tidy.in.{where}", title=said.say("cli.session_line", title=path.stem, when=when, file=path))
            )
    return 0


@command("rename", "cli.session_rename", argument("session", PATH), argument("title"))
def rename(said: Speaker, session: Path, title: str) -> int:
    """Give a session a title: its file, its copies and its papers take it."""
    from game.desk.shelving import rename as renamed

    return _told(said, "rename", renamed(session, title))


@command("archive", "cli.session_archive", argument("session", PATH))
def archive(said: Speaker, session: Path) -> int:
    """Put a session into the archives."""
    from game.desk.shelving import archive as archived

    return _told(said, "archive", archived(session))


@command("restore", "cli.session_restore", argument("session", PATH))
def restore(said: Speaker, session: Path) -> int:
    """Take a session back from the archives or the bin."""
    from game.desk.shelving import restore as restored

    return _told(said, "restore", restored(session))


@command(
    "delete", "cli.session_delete", argument("session", PATH), option("--yes", "cli.option.delete_yes", is_flag=True)
)
def delete(said: Speaker, session: Path, *, yes: bool = False) -> int:
    """Throw a session into the bin; one that lies there goes for good. It is asked twice."""
    from game.desk.away import BIN
    from game.desk.shelving import discard, erase

    what = "erase" if session.parent.name == BIN else "discard"
    if not yes and not all(agreed(said, f"tidy.ask.{what}.{times}", session=session.stem) for times in (1, 2)):
        click.echo(said.say("cli.session_kept", title=session.stem))
        return 1
    if what == "erase":
        erase(session)
        click.echo(said.say("tidy.done.erase", title=session.stem))
        return 0
    return _told(said, what, discard(session))


def _told(said: Speaker, what: str, path: Path) -> int:
    click.echo(said.say(f"tidy.done.{what}", title=path.stem))
    click.echo(said.say("cli.wrote", path=str(path)))
    return 0


COMMANDS = (listed, rename, archive, delete, restore)
