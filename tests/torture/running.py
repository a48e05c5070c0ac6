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


CHILD = """
import re, runpy, sys
from pathlib import Path
peak = sys.argv.pop(1)
try:
    runpy.run_module("game", run_name="__main__", alter_sys=True)
finally:  # what the system counts for a child would hold what the program that started it held
    said = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
    Path(peak).write_text(str(int(said[1]) * 1024))
"""


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
    peak = home / "peak"
    command = [sys.executable, "-c", CHILD, str(peak), *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env, cwd=home) as child:
        assert child.stdout is not None
        said = child.stdout.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    held = int(peak.read_text()) if peak.exists() else 0
    peak.unlink(missing_ok=True)
    return Ran(child.returncode, said.decode("utf-8"), held, used.ru_utime + used.ru_stime)


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
