"""Who sits at the table: roles, never persons."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.text import Text


@dataclass(frozen=True, slots=True)
class Seat:
    """A member by role, never by name. `family` is the one a deputy buys for."""

    id: str
    role: Text
    short: Text
    family: str = ""
    co_chair: bool = False
    voting: bool = True
    cao: bool = False
