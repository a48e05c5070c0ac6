"""Time and chance as the table takes them; a demo gives its own, so that it plays the same twice."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from game.core.frozen import dataclass


def wall_time() -> str:
    """Give the local time as YYYY-MM-DDTHH:MM:SS."""
    return datetime.now(UTC).astimezone().strftime("%Y-%m-%dT%H:%M:%S")


def today() -> str:
    """Give the local day as YYYY-MM-DD."""
    return wall_time()[:10]


def dice() -> int:
    """Give a whole number nobody can foresee."""
    import secrets  # rarely drawn, and it reads much of the standard library

    return secrets.randbelow(2**31)


@dataclass(frozen=True, slots=True)
class Clocks:
    """`elapsed` counts seconds from anywhere and never jumps; `wall` gives YYYY-MM-DDTHH:MM:SS; `dice` any number."""

    elapsed: Callable[[], float] = time.monotonic
    wall: Callable[[], str] = wall_time
    dice: Callable[[], int] = dice
