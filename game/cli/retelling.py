"""`clap session replay`, `branch`, `stills`: a session seen again, gone on with another way, told in pictures."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from game.cli.making import PATH, argument, chosen, command, option
from game.core.errors import SetupError
from game.desk.replaying import Replayed
from game.words.catalogue import Speaker


@command("replay", "cli.session_replay", argument("session", PATH))
def replay(said: Speaker, session: Path) -> int:
    """Open the table on the session as it began."""
    from game.cli.sessions import curtain

    if not curtain():
        sys.stderr.write(said.say("cli.no_display") + "\n")
        return 1
    from game.wiring.play import tell

    tell(session, chosen())
    return 0


@command(
    "branch", "cli.session_branch",
    argument("session", PATH),
    option("--at", "cli.option.branch_at", required=True),
    option("--to", "cli.option.branch_to", type=PATH),
)  # fmt: skip
def branch(said: Speaker, session: Path, at: str, to: Path | None) -> int:
    """Write the new session."""
    from game.wiring.retelling import branched, opened

    desk = opened(session)
    try:
        desk.seek(_step(desk, at))
        new = branched(desk, to, said)
    finally:
        desk.close()
    click.echo(said.say("cli.wrote", path=str(new)))
    click.echo(said.say("replay.branched", name=new.stem))
    return 0


@command(
    "stills", "cli.session_stills",
    argument("session", PATH),
    option("--to", "cli.option.to", type=PATH, required=True),
)  # fmt: skip
def stills(said: Speaker, session: Path, to: Path) -> int:
    """Write the strip and the film; the session is only read."""
    from game.export import stills as files
    from game.places import folders, looks
    from game.wiring.assembly import picture
    from game.wiring.retelling import opened, pictured

    if looks.is_file(to):
        raise SetupError("not_a_folder", path=str(to))
    desk = opened(session)
    try:
        shown = [files.Still(*one) for one in pictured(desk, said, picture)]
    finally:
        desk.close()
    for file in files.export(shown, said.lang, folders.writable(to)):
        click.echo(said.say("cli.wrote", path=str(file)))
    return 0


def _step(desk: Replayed, wanted: str) -> int:
    """Give the step of a number or of a mark's name, the last of that name. SetupError no_such_moment."""
    named = {name: at for at, step in enumerate(desk.steps, 1) for name in step.names}
    if wanted.isdecimal() and 1 <= int(wanted) <= len(desk.steps):
        return int(wanted)
    if wanted in named:
        return named[wanted]
    raise SetupError("no_such_moment", name=wanted, last=len(desk.steps), known=", ".join(named) or "–")
