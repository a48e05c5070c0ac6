"""Spacing as a language sets it: French texts people type have no no-break space, having no key for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

NARROW = "\u202f"
WIDE = "\u00a0"
_ANY = "[ \u00a0\u202f]*"
_SOME = "[ \u00a0\u202f]+"

_RULES = (
    (re.compile(f"«{_ANY}"), f"«{NARROW}"),
    (re.compile(f"{_ANY}»"), f"{NARROW}»"),
    (re.compile(rf"(?<=[^\s:;?!]){_ANY}([;?!]+)(?=[\s»)\"\]]|$)"), rf"{NARROW}\1"),
    (re.compile(rf"(?<=[^\s:;?!]){_ANY}:(?=\s|$)"), f"{WIDE}:"),
    (re.compile(rf"(?<=\d){_ANY}((?:k|M|Md)?€|%)"), rf"{WIDE}\1"),
    (re.compile(rf"(?<=\d){_SOME}(?=\d{{3}}(?!\d))"), NARROW),
)
"""A sign inside a word, an address or a time (14:05) is left alone: it has nothing blank after it."""


def spaced(text: str) -> str:
    """Give a French text its no-break spaces. Doing it twice changes nothing; only spaces change."""
    for pattern, right in _RULES:
        text = pattern.sub(right, text)
    return text


def percents(text: str, lang: str) -> str:
    """Set the per-cent signs of a made sentence: against their figure in English, after a no-break space in French."""
    return re.sub(rf"(?<=\d){_ANY}%", f"{WIDE}%" if lang == "fr" else "%", text)


def listed(parts: Iterable[str], lang: str) -> str:
    """Give clauses one after the other, a semicolon between them as the language sets it."""
    return ("\u202f; " if lang == "fr" else "; ").join(parts)
