"""Signs of texts people type, paste or write in a file: what separates is kept as a space, what nobody sees goes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"(?m)^([ \u00a0]*(?:[^\w\s]|\d{1,2}[.)]))[\t\x1f]+")
_CELLS = re.compile("(?<=\\S)[ \u00a0]*([\t\x1f]+)[ \u00a0]*(?=\\S)")
"""Between two cells of a row: a bare space would make one figure of two."""
_SPACE = re.compile("[\t\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_BARRED = (
    "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff"  # controls, halves of pairs
    "\u202a-\u202e\u2066-\u206f"  # what turns the direction of a text: a sentence could be read as another
    "\u180e\u200b\u2060-\u2065\ufeff\u115f\u1160\u3164\uffa0\ufff9-\ufffb"  # no width, or a blank that is no space
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # no signs, tags
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
)
_UNSEEN = "\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180d\u180f\u200c-\u200f\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""What a word processor puts in honestly (a soft hyphen, a joiner, a variant of a sign) and no line of ours needs."""
_FAULT = re.compile(f"[{_BARRED}]")
_GONE = re.compile(f"[{_BARRED}{_UNSEEN}]")
_ENDED = re.compile(r"[.!?\u2026]\W*$")
_ROWS = re.compile(r"(?<=\d) *\n+ *(?=\d)")


def readable(text: str) -> str:
    """Give a text as people type it: line ends are "\\n", cells of a row are " ; " apart, odd spaces are plain ones.

    The no-break spaces of French stay. What nobody sees goes: controls, signs without a width, turns of direction. Half
    of a pair of surrogates is "\\ufffd". Accents written apart from their letter are joined to it. What `fault` names
    is no longer there; doing it twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = _BREAK.sub("\n", _paired(text))
    rows = _CELLS.sub(lambda cells: " ;" * len(cells[1]) + " ", _BULLET.sub(r"\1 ", lines))
    return normalize("NFC", _GONE.sub("", _SPACE.sub(" ", rows).replace("\u2007", "\u00a0")))


def on_one_line(text: str) -> str:
    """Give a readable text without its line breaks: spaces; " ; " between figures, and between rows of cells."""
    text = text.strip("\n")
    apart = " ; " if " ; " in text else " "
    return re.sub(" *\n+ *", apart, _ROWS.sub(" ; ", text))


def as_one(said: Iterable[str]) -> str:
    """Give sentences as one text: each ends with a sign that ends a sentence."""
    return " ".join(text if _ENDED.search(text) else f"{text}." for text in said)


def fault(text: str) -> str:
    """Give the first sign of a text that must not be shown, by its number ("U+202E"); "" for a text without any.

    What separates (tabs, line ends) and what is harmless (a soft hyphen) is no fault: `readable` sees to it.
    """
    found = None if text.isascii() and text.isprintable() else _FAULT.search(text)
    return f"U+{ord(found[0]):04X}" if found is not None else ""


def _paired(text: str) -> str:
    """Join the two halves of a sign; a lone half becomes the sign of what could not be read."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
