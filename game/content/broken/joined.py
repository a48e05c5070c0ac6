"""A value that goes over several lines, as one line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

_BEGINS = re.compile(r" *(?:(?:- +)+|[\w-]+ *: +)[{\[\"'“«]")


def begins(line: str) -> bool:
    """Tell a line whose value may go on below it: keys in braces, a list in brackets, a text between quotes."""
    return _BEGINS.match(line) is not None


def joined(lines: list[str]) -> tuple[str, Callable[[int], tuple[int, int]]]:
    """Give lines as one, and what gives the line and the column (from 0) of each of its columns."""
    text, starts = lines[0].rstrip(), [0]
    for line in lines[1:]:
        starts.append(len(text))
        text += f" {line.strip()}" if line.strip() else ""

    def place(column: int) -> tuple[int, int]:
        at = bisect_right(starts, column) - 1
        indent = len(lines[at]) - len(lines[at].lstrip()) - 1 if at else 0
        return at, max(0, column - starts[at] + indent)

    return text, place
