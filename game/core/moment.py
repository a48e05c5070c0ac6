"""When and by what chance a gesture happens: given by whoever holds a clock and dice, never taken by the rules."""

from __future__ import annotations

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a session.

    `clock` is table time in seconds (it stops while the session file is closed), `at` the wall time as
    YYYY-MM-DDTHH:MM:SS, `dice` any whole number, to draw from.
    """

    clock: int = 0
    at: str = ""
    dice: int = 0
