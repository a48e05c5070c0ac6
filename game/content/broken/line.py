"""What a line of a file was meant to be, whatever a word processor or a hurried hand made of it.

A line is a key and its value, after a dash or not; a value is a text, a list in brackets, keys in braces. Only lines in
which reading found fault are asked for: a sound one comes out as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from game.content.broken.blame import HARD, Fault
from game.content.broken.scan import Scan
from game.content.syntax import office_accident

_HEAD = re.compile(r"( *(?:- +)*)([\"'“«]?)([\w.-]+)([\"'”»]?)([ \u00a0\u202f]*):(?=\s|$)([ \u00a0\u202f]*)")
_DASHES = re.compile(r" *(?:- +)*")
_GLUED = re.compile(r"( *(?:- +)*)([A-Za-z_]{2,24}):(?=[^\s:/])")
_NO_COLON = re.compile(r"( *(?:- +)*)([A-Za-zÀ-ÿ_]{2,24})( *= *| +(?=\S)|\s*$)")
_SOFT = re.compile(f"[ {HARD}]*(?:-[ {HARD}]+)*(?:[\\w-]+[ {HARD}]*:[ {HARD}]+)?")
_ANY_DASH = re.compile(r"^(\s*)[-–—−•‑]\s*")


class Meant(NamedTuple):
    """A line as it was meant, and what was wrong with it."""

    line: str
    faults: tuple[Fault, ...]


def meant(line: str, keys: Collection[str] = ()) -> Meant | None:
    """Give a line as it was meant; None when there is nothing to mend, or nothing that is safe to.

    `keys`: the words that are known to be keys, so that one without its colon is seen.
    """
    found = colonless(line, keys)
    if found is not None:
        return found
    head = _HEAD.match(line)
    start = head.end() if head is not None else _dashes(line)
    scan = Scan(line, start)
    told, begun = _head(head, line, start)
    mended = begun + scan.whole()
    faults = (*told, *scan.faults)
    return Meant(mended, faults) if faults and mended != line else None


def _dashes(line: str) -> int:
    found = _DASHES.match(line)
    assert found is not None
    return found.end()


def straight(line: str) -> Meant | None:
    """Give a line whose head no word processor has dressed up: its spaces, its dash."""
    accident = office_accident(line)
    if accident is None or accident[0] not in _STRAIGHTENED:
        return None
    mended = _STRAIGHTENED[accident[0]](line)
    return Meant(mended, ((*accident, ()),)) if mended != line else None


def _soft(line: str) -> str:
    """Put ordinary spaces at the head of a line, after its dash and its key."""
    head = _SOFT.match(line)
    return re.sub(f"[{HARD}]", " ", head[0]) + line[head.end() :] if head is not None else line


def _dash(line: str) -> str:
    return _ANY_DASH.sub(r"\1- ", line, count=1)


_STRAIGHTENED: dict[str, Callable[[str], str]] = {"no_break_space": _soft, "word_dash": _dash, "dash_glued": _dash}


def _head(head: re.Match[str] | None, line: str, start: int) -> tuple[tuple[Fault, ...], str]:
    """Give what is wrong between a line's head and its value, and the head as it should be."""
    if head is None:
        return (), line[:start]
    indent, opened, key, closed, before, after = head.groups()
    hard = re.search(f"[{HARD}]", before + after)
    if hard is not None:
        at = head.end(4) + hard.start() + (hard.start() >= len(before))
        return (("no_break_space", at, ()),), f"{indent}{opened}{key}{closed}: "
    if opened and opened in "“«":
        return (("smart_quotes", head.start(2), ()),), f"{indent}{key}:{after}"
    return (), line[:start]


def colonless(line: str, keys: Collection[str]) -> Meant | None:
    """Tell a key that its colon is glued to, or that has none."""
    glued = _GLUED.match(line)
    if glued is not None:
        mended = f"{line[: glued.end()]} {line[glued.end() :]}"
        return Meant(mended, (("colon_glued", glued.end() - 1, (("key", glued[2]),)),))
    bare = _NO_COLON.match(line) if _HEAD.match(line) is None else None
    if bare is not None and bare[2] in keys:
        mended = f"{bare[1]}{bare[2]}: {line[bare.end() :]}".rstrip()
        return Meant(mended, (("colon_missing", bare.start(2), (("key", bare[2]),)),))
    return None
