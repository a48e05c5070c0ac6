"""What is wrong in a file people wrote, as a value: the sentence is `problem.<code>` of the catalogue `content`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `line` and `column` count from 1; 0 means the whole file. `facts` fill the sentence."""

    code: str
    file: str
    line: int
    column: int
    facts: tuple[tuple[str, str | int | float], ...] = ()
    related: tuple[Problem, ...] = ()
