"""Cutting a text into lines: at spaces and after hyphens, never at a no-break space."""

from __future__ import annotations

import re
from collections.abc import Callable

Width = Callable[[str], float]

_BREAK = re.compile(r"(?<= )(?=[^ ])|(?<=[^\W\d_]-)(?=[^\W\d_])")
"""Before a word, and after a hyphen between two letters."""


def wrap(text: str, width: float, measured: Width, max_lines: int | None = None) -> tuple[str, ...]:
    """Cut a text into lines of at most `width`, as `measured` tells it; a longer word is alone on its line.

    Line feeds are kept as breaks. When `max_lines` cuts the text, the last line ends with an ellipsis.
    """
    lines = [line for paragraph in text.split("\n") for line in _paragraph(paragraph, width, measured)]
    if max_lines is not None and len(lines) > max_lines:
        kept = lines[:max_lines]
        kept[-1] = _cut(f"{kept[-1]} {lines[max_lines]}", width, measured)
        lines = kept
    return tuple(lines)


def _paragraph(text: str, width: float, measured: Width) -> list[str]:
    if measured(text) <= width:
        return [text]
    lines, line = [], ""
    for piece in _BREAK.split(text):
        if line and measured((line + piece).rstrip(" ")) > width:
            lines.append(line.rstrip(" "))
            line = ""
        line += piece
    return [*lines, line.rstrip(" ")]


def _cut(line: str, width: float, measured: Width) -> str:
    while line and measured(line + "…") > width:
        line = line[:-1]
    return line.rstrip(" \u00a0\u202f,;:-") + "…"
