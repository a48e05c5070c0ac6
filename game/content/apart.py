"""A part of the reading done in a program of its own: what a file does to a library ends there, its memory too."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE
from threading import Thread, Timer

from game.places.bundle import APART, bundled

ROOT = Path(__file__).parents[2]


def command(module: str, *arguments: str) -> list[str]:
    """Give how `main` of a module of ours is run, with words that it is given; nothing of the surroundings is."""
    if bundled():
        return [sys.executable, APART, module, *arguments]
    asks = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from {module} import main; main(*sys.argv[1:])"
    return [sys.executable, "-I", "-c", asks, *arguments]


def told(
    module: str, *arguments: str, given: bytes = b"", seconds: int, step: Callable[[int], None] | None = None
) -> bytes:
    """Give what `main` of a module writes of some bytes; nothing when it fails, or takes longer.

    `step` is told as that program goes on: a byte of its errors is a hundredth.
    """
    found: list[bytes] = []
    try:
        with subprocess.Popen(command(module, *arguments), stdin=PIPE, stdout=PIPE, stderr=PIPE) as running:
            late = Timer(seconds, running.kill)
            hands = [Thread(target=_fed, args=(running, given)), Thread(target=lambda: found.append(_out(running)))]
            for hand in (late, *hands):
                hand.start()
            while running.stderr is not None and running.stderr.read(1):
                if step is not None:
                    step(1)
            for hand in hands:
                hand.join()
            late.cancel()
    except OSError:
        return b""
    return found[0] if running.returncode == 0 else b""


def _fed(running: subprocess.Popen[bytes], given: bytes) -> None:
    with suppress(OSError):  # it ended before it had read all
        if running.stdin is not None:
            running.stdin.write(given)
            running.stdin.close()


def _out(running: subprocess.Popen[bytes]) -> bytes:
    return running.stdout.read() if running.stdout is not None else b""


def limited(memory: int, seconds: int) -> None:
    """Limit this program, where the system sets limits: bytes of address space, seconds of processor time."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library's own words are for nobody
