"""What is wrong with one text as it was typed, and its words without the quotes that were meant to hold it."""

from __future__ import annotations

import re

HARD = "\u00a0\u202f\u2000-\u200a\u205f\u3000"
"""Spaces that are none for YAML."""
OPENING, CLOSING = "“”„«‘’‚‹", "”“»’‘›"
"""Quotes of word processors, either end."""
STARTS = "*&!|>%@`[]{},#"
"""What no plain text may begin with."""

Fault = tuple[str, int, tuple[tuple[str, str | int], ...]]
"""A code, a column (from 0), facts."""

_ESCAPE = re.compile(r"\\(?![0abtnvfre \"/\\N_LPxuU])")
_BLOCK = re.compile(r"[|>][-+0-9]*(\s+#.*)?")
_DECIMAL = re.compile(r"[-+]?\d+,\d+")
_SHOWN = 60


def blame(raw: str, stop: str) -> Fault | None:
    """Tell what is wrong with a text that stands in braces or in brackets (`stop`: what closes them) or in neither."""
    first, last = raw[0], raw[-1]
    if _BLOCK.fullmatch(raw) and not stop:
        return None
    if first in OPENING or (first == '"' and last in CLOSING):
        return _dressed(raw, stop)
    if first == '"':
        return _double(raw)
    if first == "'":
        again = raw.find("'", 1)
        return ("apostrophe", again, ()) if again > 0 else ("quote_open", 0, ())
    if first in STARTS or raw[:2] in ("- ", "? ", ": ") or raw in ("-", "?"):
        return "forbidden_start", 0, (("sign", first),)
    return _plain(raw, stop)


def _dressed(raw: str, stop: str) -> Fault | None:
    """Tell quotes of a word processor that hold a text from those that are in it."""
    if raw[0] == '"':
        return "smart_quotes", len(raw) - 1, ()
    return ("smart_quotes", 0, ()) if dressed(raw) else _plain(raw, stop)


def dressed(raw: str) -> bool:
    """Tell a text that quotes of a word processor hold, or were meant to, from one that begins with a quotation."""
    if raw[:1] not in OPENING:
        return False
    within = set(raw[1:-1]) & set(OPENING + CLOSING) - {"’", "‘"}
    return not within and (raw[-1] in CLOSING + "\"'" or raw[0] in "“„«")


def _double(raw: str) -> Fault:
    escape = bad_escape(raw)
    if escape is not None:
        return "bad_escape", escape, ()
    again = raw.find('"', 1)
    return ("quote_within", again, ()) if again > 0 else ("quote_open", 0, ())


def bad_escape(raw: str) -> int | None:
    """Give the column of a backslash that means nothing between double quotes."""
    found = _ESCAPE.search(raw.replace("\\\\", "  "))
    return found.start() if found is not None else None


def _plain(raw: str, stop: str) -> Fault | None:
    colon = re.search(r":(?=\s|$)", raw)
    if colon is not None:
        return "colon_in_text", colon.start(), ()
    cut = re.search(r"\s#", raw)
    if cut is not None:
        return "text_cut", cut.start() + 1, ()
    sign = re.search(r"[,\[\]{}]", raw) if stop == "}" else None
    if sign is None or _DECIMAL.fullmatch(raw):
        return None
    return "comma_in_text", sign.start(), (("sign", sign[0]), ("value", raw[:_SHOWN]))


def quoted(raw: str, code: str) -> str:
    """Put a text between double quotes, without those that were meant to hold it."""
    words = _inner(raw) if raw[0] in "\"'" or code == "smart_quotes" else raw
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _inner(raw: str) -> str:
    first, last = raw[0], raw[-1]
    words = raw[1:-1] if len(raw) > 1 and last in CLOSING + "\"'" else raw[1:]
    if first == "'":
        return words.replace("''", "'")
    if first == '"':
        return words.replace('\\"', '"').replace("\\\\", "\\")
    return words.strip(" \u00a0\u202f\u2009")
