"""Edits of a YAML text: the smallest span, whatever stands around it left as it is."""

from __future__ import annotations

from typing import NamedTuple

from game.content.spans import Spot


class Edit(NamedTuple):
    """What replaces `text[start:end]`."""

    start: int
    end: int
    text: str


def applied(text: str, edit: Edit) -> str:
    """Give the text with one edit made."""
    return text[: edit.start] + edit.text + text[edit.end :]


def ends(text: str) -> str:
    """Give how the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def line_start(text: str, at: int) -> int:
    """Give where the line of a sign starts."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Give where the line of a sign ends, before its line end."""
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return end - 1 if found > 0 and text[end - 1] == "\r" else end


def margin(text: str, spot: Spot) -> str:
    """Give the spaces under which the next entry of a block collection stands (for a list, its dash)."""
    return " " * (_start(text, spot, 0) - line_start(text, _start(text, spot, 0)))


def _start(text: str, spot: Spot, at: int) -> int:
    """Give where an entry starts: its key, the dash of a block list, or its value."""
    key, value = spot.entries[at]
    if key is not None:
        return key.start
    return value.start if spot.flow else text.rfind("-", 0, value.start)


def removal(text: str, spot: Spot, at: int) -> Edit:
    """Take an entry out of a list or a mapping that has others. The comments above it stay."""
    start, end = _start(text, spot, at), spot.entries[at][1].end
    alone = not text[line_start(text, start) : start].strip()
    if spot.flow:
        return _out_of_brackets(text, spot, at, start, end, alone=alone)
    if alone:
        return _lines(text, start, end)
    if at + 1 < len(spot.entries):  # on the line of a dash: the next one takes its place there
        return Edit(start, _start(text, spot, at + 1), "")
    return Edit(start, line_end(text, end), "")


def _lines(text: str, start: int, end: int) -> Edit:
    """Take whole lines out; of the blank lines before and after, one goes too."""
    first, last = line_start(text, start), line_end(text, end)
    after = last + len(ends(text)) if last < len(text) else last
    above = line_start(text, first - 1) if first else first
    blank_above = first and not text[above:first].strip()
    blank_below = after >= len(text) or not text[after : line_end(text, after)].strip()
    return Edit(above if blank_above and blank_below else first, after, "")


def _out_of_brackets(text: str, spot: Spot, at: int, start: int, end: int, *, alone: bool) -> Edit:
    rest = text[end : line_end(text, end)].strip()
    if alone and rest.startswith(",") and rest.lstrip(", ")[:1] in ("", "#"):
        return _lines(text, start, end)
    if at + 1 < len(spot.entries):
        return Edit(start, _start(text, spot, at + 1), "")
    return Edit(spot.entries[at - 1][1].end, end, "") if at else Edit(start, end, "")


def insertion(text: str, spot: Spot, after: int, written: str) -> Edit:
    """Put an entry after another (-1: before them all) into a list or a mapping that has some, or brackets.

    In a block list, `written` comes without its dash.
    """
    if spot.flow:
        return _into_brackets(spot, after, written)
    lead, dash = margin(text, spot), "" if spot.entries[0][0] is not None else "- "
    if after < 0:
        at = _start(text, spot, 0)
        return Edit(at, at, f"{dash}{written}{ends(text)}{lead}")
    at = line_end(text, spot.entries[after][1].end)
    return Edit(at, at, f"{ends(text)}{lead}{dash}{written}")


def _into_brackets(spot: Spot, after: int, written: str) -> Edit:
    if after >= 0:
        at = spot.entries[after][1].end
        return Edit(at, at, f", {written}")
    at = spot.start + 1
    return Edit(at, at, f"{written}, " if spot.entries else written)
