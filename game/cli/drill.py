"""`clap session drill`: a copy is played by another process, killed at any instant, and opened again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click

from game.cli.making import PATH, argument, command, option
from game.core.errors import SetupError
from game.words.catalogue import Speaker

LEAST, MOST = 20, 60
"""Gestures told before the kill."""


@command(
    "drill", "cli.session_drill",
    argument("session", PATH, required=False),
    option("--play", "cli.session_drill", is_flag=True, hidden=True),
)  # fmt: skip
def drill(said: Speaker, session: Path | None, *, play: bool = False) -> int:
    """Do the drill on a copy of the session, or on a new one; `--play` is the process that is killed."""
    if play and session is not None:
        return _play(session, said)
    with TemporaryDirectory(prefix="clap-drill-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "clap.clap"
        _begin(copy, session)
        before = _noted(copy)
        told = _killed(copy, Random().randint(LEAST, MOST))
        found = _noted(copy) - before
    if found < told:
        raise SetupError("drill_lost", told=told, found=found)
    click.echo(said.say("drill.done", told=told, found=found))
    if session is not None:
        click.echo(said.say("drill.kept"))
    return 0


def _begin(copy: Path, session: Path | None) -> None:
    """Lay the copy. Raises JournalError as opening does, SetupError drill_closed."""
    from game.desk.opening import new_session, open_session

    if session is None:
        from game.content.shelf import load_scenario
        from game.places import shelves
        from game.wiring.demo import DEMO
        from game.wiring.rehearsing import rehearsed

        sources = load_scenario(shelves.scenario(DEMO).parent, shelves.decks())
        agenda = sources.scenario.agendas[0].id
        new_session(copy, rehearsed(sources, agenda), agenda).close()
        return
    desk = open_session(session, read_only=True)
    closed = desk.session.closed
    desk.close()
    if closed:
        raise SetupError("drill_closed", path=str(session))
    shutil.copyfile(session, copy)


def _noted(copy: Path) -> int:
    """Count the notes of the copy, opened as anybody would."""
    from game.desk.opening import open_session

    desk = open_session(copy)
    try:
        return len(desk.session.notes)
    finally:
        desk.close()


def _play(copy: Path, said: Speaker) -> int:
    """Take notes for ever, each told once it is recorded."""
    from game.core.moves.flow import Resume, TakeNote
    from game.desk.opening import open_session

    desk = open_session(copy)
    desk.do(Resume())
    n = 0
    while desk.do(TakeNote(said.say("drill.gesture", n=n + 1))) is None:
        n += 1
        sys.stdout.write(f"{n}\n")
        sys.stdout.flush()
    return 1


def _killed(copy: Path, after: int) -> int:
    """Have the copy played, kill who plays after so many gestures; give how many were told. SetupError drill_stuck."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "game"]
    command_line = [*program, "session", "drill", str(copy), "--play"]
    with subprocess.Popen(command_line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as played:
        assert played.stdout is not None
        assert played.stderr is not None
        told = sum(1 for _ in zip(range(after), played.stdout, strict=False))
        played.kill()
        told += sum(1 for _ in played.stdout)
        why = played.stderr.read().strip()
    if told < after:
        raise SetupError("drill_stuck", reason=why.splitlines()[-1] if why else "–")
    return told
