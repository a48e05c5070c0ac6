"""What this copy of the program was built from: its version, and its commit.

A checkout asks git; a wheel and a bundle carry what was asked when they were built (`built.json`, .ci/stamp.py).
"""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

from game.core.frozen import dataclass
from game.places import shelves

NAME = "clap-table"
"""What the program is called where packages are installed."""
FILE = "built.json"
PATIENCE = 5.0
"""Seconds that git may take to answer."""


@dataclass(frozen=True, slots=True)
class Source:
    """A commit (shortened), the day it was made (ISO date), and whether files differed from it; empty where unknown."""

    commit: str = ""
    day: str = ""
    changed: bool = False


UNKNOWN = Source()


def source() -> Source:
    """Give what this copy was built from, as far as that is known."""
    root = shelves.root()
    return noted(root / FILE) or asked(root) or UNKNOWN


def noted(file: Path) -> Source | None:
    """Read what a build noted; None where nothing was."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        told = json.loads(file.read_text(encoding="utf-8"))
        return Source(str(told["commit"]), str(told["day"]), bool(told["changed"]))
    return None


def asked(checkout: Path) -> Source | None:
    """Ask git what a checkout stands at; None where there is no checkout, or no git."""
    if not (checkout / ".git").exists():
        return None
    with suppress(OSError, ValueError, subprocess.SubprocessError):
        commit, day = _git(checkout, "log", "-1", "--format=%h %cs").split()
        return Source(commit, day, bool(_git(checkout, "status", "--porcelain", "--untracked-files=no")))
    return None


def _git(checkout: Path, *words: str) -> str:
    command = ["git", "-C", str(checkout), *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout.strip()


def release() -> str:
    """Give the version's number; empty where the program was not installed."""
    return found(NAME)


def found(name: str) -> str:
    """Give the version of a package that is installed; empty where it is not."""
    with suppress(PackageNotFoundError):
        return version(name)
    return ""


def needed() -> tuple[str, ...]:
    """List the packages the program cannot do without, by their names; none where it was not installed."""
    with suppress(PackageNotFoundError):
        asked_for = [line for line in requires(NAME) or () if "extra ==" not in line]
        return tuple(sorted(name[0] for line in asked_for if (name := match(r"[\w.-]+", line))))
    return ()
