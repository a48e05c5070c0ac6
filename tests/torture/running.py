"""A command run in a process of its own, with what it took and what it left."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from game.core.signs import fault

ROOT = Path(__file__).parents[2]
MEMORY, SECONDS = 300_000_000, 5.0
"""Bytes held and seconds of processor a hostile file may cost."""


@dataclass(frozen=True, slots=True)
class Ran:
    """Its exit code, what it said, bytes it held at most, seconds of processor it took."""

    code: int
    said: str
    held: int
    took: float


def run(home: Path, *words: str | Path) -> Ran:
    """Run a command of `clap` in a home of its own."""
    env = {
        **os.environ,
        "CLAP_HOME": str(home),
        "LANG": "fr_FR.UTF-8",
        "SDL_VIDEODRIVER": "dummy",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "game", *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env, cwd=home) as child:
        assert child.stdout is not None
        said = child.stdout.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return Ran(child.returncode, said.decode("utf-8"), used.ru_maxrss * 1024, used.ru_utime + used.ru_stime)


def well(ran: Ran) -> list[str]:
    """Tell what is wrong with how a command ended; nothing when a person can live with it."""
    lines = ran.said.split("\n")
    found = {
        "code": ran.code not in (0, 1, 2),
        "silent": not ran.said.strip(),
        "traceback": "Traceback" in ran.said or "défaut du programme" in ran.said,
        "raw signs": any(fault(line) for line in lines),
        "memory": ran.held > MEMORY,
        "time": ran.took > SECONDS,
    }
    return [what for what, wrong in found.items() if wrong]
