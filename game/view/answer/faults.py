"""What is wrong in the deck's files while it is played, worded by whoever read them."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its file, line and column (from 1; 0: the whole file), its sentence, the line it is on.

    `width` is how many characters are pointed at; `mild` when the deck can be played all the same.
    """

    file: str
    line: int
    column: int
    said: Text
    source: str = ""
    width: int = 1
    mild: bool = False
