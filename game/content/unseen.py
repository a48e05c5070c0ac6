"""Signs of a file's values that nobody can see: which stop the file, which are left out, and where they are written.

Looked for once, after decoding: an escape (`"\\0"`) is the sign it stands for. `core/signs.py` says which they are.

- `control_sign`: controls, halves of a pair, numbers that Unicode gives to no sign. The file is refused.
- `hidden_sign`: what turns the direction of a text. The file is refused.
- `unseen_sign`: no width, no mark (a zero-width space, a mark of order inside a text). Left out, and said.
- `private_sign`: the sign of one font alone (a bullet copied from a word processor). Shown as INSTEAD, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.core.signs import fault

CODES = ("control_sign", "hidden_sign", "unseen_sign", "private_sign", "sign_replaced")
"""The last: a session keeps a text that was played with such a sign."""
INSTEAD = "\ufffd"
"""What a sign that cannot be shown is replaced by, where a text must be shown all the same."""
RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
TURNS = re.compile("[\u202a-\u202e\u2066-\u206f]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "e": "\x1b", "N": "\x85", "L": "\u2028", "P": "\u2029"}
_CONTROLS = (
    "NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE",
    "BELL", "BACKSPACE", "TABULATION", "LINE FEED", "LINE TABULATION", "FORM FEED", "CARRIAGE RETURN", "SHIFT OUT",
    "SHIFT IN", "DATA LINK ESCAPE", "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE",
    "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE", "END OF TRANSMISSION BLOCK", "CANCEL",
    "END OF MEDIUM", "SUBSTITUTE", "ESCAPE", "FILE SEPARATOR", "GROUP SEPARATOR", "RECORD SEPARATOR", "UNIT SEPARATOR",
)  # fmt: skip
"""Unicode names no control sign; these are the names people know them by."""


def doubtful(text: str) -> bool:
    """Tell whether a text may hold, as such or by an escape, a sign that is not to be shown; most hold none."""
    return "\\" in text or next(found(text), None) is not None


def found(value: str) -> Iterator[tuple[str, str]]:
    """Give each sign of a value that is not to be shown, once, after what it is: the code of its sentence."""
    if not (value.isascii() and value.isprintable()):
        yield from ((code, sign) for sign in dict.fromkeys(value) if (code := _code(sign)))


def _code(sign: str) -> str:
    if " " <= sign <= "~":
        return ""
    if RAW.match(sign) or ord(sign) & 0xFFFE == 0xFFFE:
        return "control_sign"
    if TURNS.match(sign):
        return "hidden_sign"
    if _PRIVATE.match(sign):
        return "private_sign"
    return "unseen_sign" if fault(sign) else ""


def clean(value: str) -> str:
    """Give a value that can be shown: what has no width is left out, what is no text is INSTEAD."""
    gone = {ord(sign): "" if code == "unseen_sign" else INSTEAD for code, sign in found(value)}
    return _LINE_ENDS.sub("\n", value.translate(gone))


def shown(text: str) -> str:
    """Give a text of a stranger's for one sentence or line of ours: every sign that is not to be shown is INSTEAD."""
    return text.translate({ord(sign): INSTEAD for _, sign in found(text)})


def place(raw: str, sign: str) -> tuple[int, int]:
    """Give where a value as written has a sign, itself or its escape: from and to; (0, 0) where it has not."""
    at = raw.find(sign)
    if at >= 0:
        return at, at + len(sign)
    spans = (one.span() for one in _ESCAPE.finditer(raw) if _meant(one) == sign)
    return next(spans, (0, 0))


def written_at(line: str, column: int) -> tuple[str, str]:
    """Give what is written at a column and the sign it stands for: one sign, or an escape and its sign."""
    escape = _ESCAPE.match(line, column)
    meant = _meant(escape) if escape is not None else ""
    return (escape[0], meant) if escape is not None and meant else (line[column : column + 1],) * 2


def _meant(escape: re.Match[str]) -> str:
    """Give the sign of an escape; a number beyond Unicode's is none."""
    number = next((int(one, 16) for one in escape.groups()[:3] if one), None)
    if number is None:
        return _SHORT.get(escape[4], "")
    return chr(number) if number <= 0x10FFFF else ""


def called(sign: str, written: str = "") -> str:
    """Name a sign as people can look it up: `U+200B ZERO WIDTH SPACE`, after its escape where it is one."""
    from unicodedata import name

    number = ord(sign)
    known = _CONTROLS[number] if number < 0x20 else "DELETE" if number == 0x7F else name(sign, "")
    told = f"U+{number:04X} {known}".rstrip()
    return f"{written} = {told}" if written and written != sign else told
