"""A part of the reading done in a program of its own: what a file does to a library ends there, its memory too."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]


def command(module: str, *arguments: str) -> list[str]:
    """Give how `main` of a module of ours is run, with words that it is given; nothing of the surroundings is."""
    asks = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from {module} import main; main(*sys.argv[1:])"
    return [sys.executable, "-I", "-c", asks, *arguments]


def told(module: str, *arguments: str, given: bytes = b"", seconds: int) -> bytes:
    """Give what `main` of a module writes of some bytes; nothing when it fails, or takes longer."""
    try:
        done = subprocess.run(
            command(module, *arguments), input=given, capture_output=True, timeout=seconds, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""


def limited(memory: int, seconds: int) -> None:
    """Limit this program, where the system sets limits: bytes of address space, seconds of processor time."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library's own words are for nobody
