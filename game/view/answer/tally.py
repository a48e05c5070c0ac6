"""Small counts that a text of the view keeps by name, as "eau:2 handicap:1": nothing of them is recorded."""

from __future__ import annotations

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """What pressing does to a count: raise or lower it. Pressed twice in a row, however quickly, it counts twice."""

    key: str
    name: str
    by: int


def read(text: str) -> dict[str, int]:
    """Give the counts of a text."""
    pairs = (one.rpartition(":") for one in text.split())
    return {name: int(n) for name, _, n in pairs}


def added(text: str, name: str, by: int) -> str:
    """Give the text with a count raised or lowered; one that comes to nothing goes."""
    counts = read(text)
    counts[name] = counts.get(name, 0) + by
    return " ".join(f"{one}:{n}" for one, n in counts.items() if n > 0)
