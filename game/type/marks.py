"""Marks that keyboards lack, put in as a text is shown or printed; files people edit keep what they typed."""

from __future__ import annotations

import re

APOSTROPHE, OPENING, MINUS = "\u2019", "\u2018", "\u2212"
_QUOTE = re.compile(r"(?<!\w)'(?=\w)")
_NEGATIVE = re.compile(r"(?:(?<=^)|(?<=[\s(]))-(?=\d)")


def marked(text: str) -> str:
    """Give a text its curled apostrophes and its minus signs, sign for sign: every place in it stays the same."""
    if "'" in text:
        text = _QUOTE.sub(OPENING, text).replace("'", APOSTROPHE)
    return _NEGATIVE.sub(MINUS, text) if "-" in text else text
