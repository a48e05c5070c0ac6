"""The code a text file was written in, told by what each code would give: `é` amid letters, not `‚`.

UTF-8 and UTF-16 prove themselves. Among the codes of one byte a sign, the letters with accents are weighed by their
neighbours, language by language; where two codes give texts that are as good, nothing is guessed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import islice

from game.core.errors import TableError
from game.core.frozen import dataclass
from game.places import shelves

FILE = "tables/letters.txt"
CODES = {
    "cp1252": "Windows-1252",
    "cp858": "MS-DOS (cp850)",
    "mac_roman": "Mac (MacRoman)",
    "iso8859_15": "ISO 8859-15",
}
"""The codes that are weighed, by the names people know; of two that give one text, the first is said."""
MARGIN, WRONG = 1.0, 0.1
"""By how much the best code must do better than the next; share of its signs that may be out of place."""
_NOTHING = (0.0, 1.0, "")
PLACES, PIECES = 200_000, 4_000
"""Places of a file that are looked at; how many that differ are weighed."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_RUN = re.compile(rb"[\x80-\xff]{1,8}")
_WIDE = 0.3
"""Share of NUL bytes from which a file is UTF-16 without its mark: a Latin text has one byte of two."""
_UNKNOWN, _FOREIGN, _LONE, _JUNK, _SPACE, _PLACED = -0.5, -2.0, -1.5, -3.0, 0.3, 1.0
"""Worth of a letter amid unusual neighbours, of one no language here has, of one alone, of what is no text, of a
no-break space, of a sign in its place."""
_CELL_ENDS = ' ;,\t\r\n"'
_AROUND = {
    "«": ("ds", "lds"), "»": ("lds", "ds"), "‹": ("ds", "lds"), "›": ("lds", "ds"), "“": ("ds", "lds"),
    "”": ("lds", "ds"), "„": ("s", "l"), "’": ("l", "lds"), "‘": ("s", "ld"), "–": ("ds", "ds"), "—": ("ds", "ds"),
    "…": ("lds", "ds"), "°": ("lds", "ds"), "º": ("d", "s"), "ª": ("d", "s"), "€": ("ds", "ds"), "£": ("ds", "ds"),
    "²": ("ld", "ds"), "³": ("ld", "ds"), "¿": ("s", "l"), "¡": ("s", "l"), "§": ("s", "ds"), "×": ("ds", "ds"),
    "•": ("s", "s"), "·": ("s", "s"), "½": ("ds", "s"), "¼": ("ds", "s"), "±": ("s", "ds"), "‰": ("ds", "s"),
    "µ": ("ds", "l"), "®": ("ls", "s"), "©": ("s", "s"), "™": ("l", "s"), "†": ("l", "s"),
}  # fmt: skip
"""What may stand before and after a sign: letters, digits, or something else (spaces, points, the end)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text. `guess`: the code's name when it was told by likelihood; empty when the file proves it."""

    text: str
    guess: str = ""


def decoded(data: bytes, file: str) -> Decoded:
    """Decode a file. Raises TableError: table_accents when no code gives a likely text, table_binary for no text."""
    for mark, code in _MARKS:
        if data.startswith(mark):
            return Decoded(_proved(data, code, file))
    wide = _wide(data)
    if wide:
        return Decoded(_proved(data, wide, file))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _weighed(data, file)


def _proved(data: bytes, code: str, file: str) -> str:
    try:
        return data.decode(code)
    except UnicodeDecodeError:
        raise TableError("table_accents", path=file) from None


def _wide(data: bytes) -> str:
    """Name the UTF-16 of a file without a mark, by the side its NUL bytes are on."""
    head = data[:2_000]
    if len(head) < 4 or head.count(0) < _WIDE * len(head):
        return ""
    high, low = head[::2].count(0), head[1::2].count(0)
    if max(high, low) < 4 * max(1, min(high, low)):
        return ""
    return "utf-16-be" if high > low else "utf-16-le"


def _weighed(data: bytes, file: str) -> Decoded:
    pieces = _pieces(data)
    found: dict[str, tuple[float, float, str]] = {}
    for code in CODES:
        with suppress(UnicodeDecodeError):
            texts = [piece.decode(code) for piece in pieces]
            signs = worths(texts)
            wrong = sum(one <= _FOREIGN for one in signs) / len(signs)
            found.setdefault("\n".join(texts), (sum(signs), wrong, code))
    best, second = [*sorted(found.values(), reverse=True), _NOTHING, _NOTHING][:2]
    if best[1] > WRONG or best[0] <= 0 or best[0] - second[0] < MARGIN:
        raise TableError("table_accents", path=file)
    return Decoded(_proved(data, best[2], file), CODES[best[2]])


def _pieces(data: bytes) -> list[bytes]:
    """Give the signs to tell, each run once with the two signs before it and the one after."""
    seen: dict[bytes, None] = {}
    for found in islice(_RUN.finditer(data), PLACES):
        start, end = found.span()
        seen.setdefault(data[max(0, start - 2) : start].rjust(2) + found[0] + data[end : end + 1].ljust(1))
        if len(seen) >= PIECES:
            break
    return list(seen)


def worths(texts: Iterable[str]) -> list[float]:
    """Tell how likely each sign of some pieces of text is, in the language that makes them likeliest."""
    around = [near for text in texts for near in _neighbours(text)]
    return max(([_one(known, *near) for near in around] for known in _languages().values()), key=sum)


def _neighbours(piece: str) -> Iterator[tuple[str, str, str]]:
    """Give each sign to tell with the two before it and the one after."""
    return ((piece[at - 2 : at], piece[at], piece[at + 1]) for at in range(2, len(piece) - 1))


def _one(known: dict[str, int], before: str, sign: str, after: str) -> float:
    if sign.isalpha() and sign not in "ºªµ":
        return _letter(known, before, sign, after)
    if sign == "\xa0":
        return _UNKNOWN if before[-1] in _CELL_ENDS or after in _CELL_ENDS else _SPACE
    sides = _AROUND.get(sign)
    if sides is None:
        return _JUNK
    return _PLACED if _class(before[-1]) in sides[0] and _class(after) in sides[1] else _FOREIGN


def _class(sign: str) -> str:
    return "l" if sign.isalpha() else "d" if sign.isdigit() else "s"


def _letter(known: dict[str, int], before: str, sign: str, after: str) -> float:
    shape = "".join(one.lower() if one.isalpha() else "." for one in (before[-1], sign, after))
    found = known.get(shape)
    odd = _odd_case(before, sign, after)
    if found is not None:
        return 1 + found / 9 - odd
    if sign.lower() not in known:
        return _FOREIGN - odd
    return (_LONE if shape[0] == shape[2] == "." else _UNKNOWN) - odd


def _odd_case(before: str, sign: str, after: str) -> float:
    """Give what a capital costs amid small letters, and a small letter amid capitals."""
    if sign.isupper():
        return 2.0 if before[-1].islower() or (before[-1].isupper() and after.islower()) else 0.0
    return 2.0 if after.isupper() or (before.isupper() and before.isalpha()) else 0.0


@cache
def _languages() -> dict[str, dict[str, int]]:
    """Give for each language its letters amid their neighbours, and each letter alone."""
    found: dict[str, dict[str, int]] = {}
    for line in (shelves.assets() / FILE).read_text(encoding="utf-8").splitlines():
        lang, *shapes = line.split()
        if lang != "#":
            known = found.setdefault(lang, {})
            known |= {one[:3]: int(one[3]) for one in shapes} | {one[1]: 0 for one in shapes}
    return found
