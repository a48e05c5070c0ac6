"""What broke the YAML of a file, told from the line rather than from the parser's own words.

libyaml and PyYAML word the same fault differently, and neither knows what an office suite does to a file.
"""

from __future__ import annotations

import re
from typing import Any

Facts = tuple[tuple[str, str | int], ...]
Diagnosis = tuple[str, int, int, Facts]
"""Code, line, column (from 1) and facts."""

_OFFICE = (
    ("tab", re.compile(r"^[ ]*(\t)")),
    ("word_dash", re.compile(r"^\s*([–—−•‑])\s*\S")),
    ("dash_glued", re.compile(r"^\s*(-)[^\W\d][\w-]*(?:\s*:(?:\s|$)|$)")),
    ("no_break_space", re.compile(r"^\s*(?:-[ ]*)?(?:[\w-]+\s*:)?[ ]*([\u00a0\u202f])")),
    ("no_break_space", re.compile(r"^\s*(?:-[ ]*)?[\w-]+([\u00a0\u202f]+)\s*(?::|$)")),
    ("smart_quotes", re.compile(r"(?::|-|,|\[|\{)\s*([“”„‘’])")),
)
_TWO_COLONS = re.compile(r"^\s*(?:- )?[\w-]+\s*:\s+[^\s'\"\[{|>].*?(:)(?:\s|$)")


def office_accident(text: str) -> tuple[str, int] | None:
    """Tell what copying from an office suite did to a line, and where (from 0)."""
    for code, pattern in _OFFICE:
        found = pattern.search(text)
        if found:
            return code, found.start(1)
    return None


def diagnose(error: Exception, lines: list[str]) -> Diagnosis:
    """Name the fault that a parser's error comes from, with its place."""
    problem = str(getattr(error, "problem", "") or "")
    line, column = _mark(error, "problem_mark")
    first, opened = _mark(error, "context_mark")
    line = min(line, len(lines) - 1)
    return (
        _accident(lines, first if "simple key" in str(getattr(error, "context", "")) else line, line)
        or _by_context(error, problem, (first, opened))
        or _by_line(problem, lines, line, column)
        or ("syntax", line + 1, column + 1, ())
    )


def _mark(error: Any, name: str) -> tuple[int, int]:
    mark = getattr(error, name, None)
    return (mark.line, mark.column) if mark is not None else (0, 0)


def _accident(lines: list[str], first: int, line: int) -> Diagnosis | None:
    for number in range(line, max(-1, min(first, line - 1) - 1), -1):
        found = office_accident(lines[number])
        if found:
            return found[0], number + 1, found[1] + 1, ()
    return None


def _by_context(error: Exception, problem: str, opened: tuple[int, int]) -> Diagnosis | None:
    """Name what was opened and never closed, at the place where it was opened."""
    context = str(getattr(error, "context", "") or "")
    line, column = opened[0] + 1, opened[1] + 1
    if "end of stream" in problem and "quoted" in context:
        return "quote_open", line, column, ()
    if "nesting depth" in problem:
        return "too_deep", line, column, (("limit", 12),)
    if "flow sequence" in context:
        return "bracket_open", line, column, (("sign", "]"),)
    if "flow mapping" in context:
        return "bracket_open", line, column, (("sign", "}"),)
    if "simple key" in context:
        return "colon_missing", line, column, ()
    return None


def _by_line(problem: str, lines: list[str], line: int, column: int) -> Diagnosis | None:
    text = lines[line]
    if "mapping values" in problem:
        two = _TWO_COLONS.match(text)
        if two and two.start(1) == column:
            return "colon_in_text", line + 1, column + 1, ()
        return "indentation", line + 1, len(text) - len(text.lstrip()) + 1, ()
    if "cannot start any token" in problem:
        return "forbidden_start", line + 1, column + 1, (("sign", text[column : column + 1]),)
    if "escape" in problem:
        return "bad_escape", line + 1, column + 1, ()
    if "expected key" in problem or "block end" in problem or "'-' indicator" in problem:
        return _group(lines, line, column)
    return None


def _group(lines: list[str], line: int, column: int) -> Diagnosis:
    """Tell a line that left its group from text after a quote, and that from a quote that closes another."""
    before = lines[line][:column].rstrip()
    if not before.endswith(("'", '"')):
        return "indentation", line + 1, column + 1, ()
    opened = _opened_before(lines, line, before)
    return ("quote_open", *opened, ()) if opened else ("after_quote", line + 1, column + 1, ())


def _opened_before(lines: list[str], line: int, before: str) -> tuple[int, int] | None:
    """Find the earlier line that opened the quote which `before` closes, as an apostrophe may by chance."""
    sign = before[-1]
    if before.count(sign) % 2 == 0:
        return None
    for number in range(line - 1, -1, -1):
        if lines[number].count(sign) % 2:
            return number + 1, lines[number].index(sign) + 1
    return None
