"""Safe repairs of what office suites do to a deck's files: shown first, written only when asked, the old file kept.

A line is touched only where reading it found the accident, so that texts keep their dashes, quotes and spaces.
"""

from __future__ import annotations

import difflib
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

from game.content.broken.line import meant
from game.content.deck import read_root
from game.content.deckspec import CHECKS, SPEC
from game.content.files import read_bytes, shown
from game.content.kinds import KINDS
from game.content.overlays import FOLDER
from game.content.problems import LINE_ENDS, Problem
from game.content.source import broken, decode, read_source
from game.content.texts import markup
from game.content.unseen import RAW, TURNS, written_at
from game.content.unseen import shown as visible
from game.content.walk import Walk
from game.core.errors import SetupError
from game.core.frozen import dataclass

PASSES = 2_000
"""Lines mended in one file at most."""
UNTOUCHED = frozenset({"file_too_big", "file_empty", "too_deep"})
SIGNS = ("control_sign", "hidden_sign", "unseen_sign")
"""Faults that are mended by taking one sign off."""
ENCODINGS = {"encoding_utf16": "utf16", "encoding_cp1252": "cp1252"}
BOM = b"\xef\xbb\xbf"

SEEN = str.maketrans({"\t": "→", "\u00a0": "␣", "\u202f": "␣"})

_NO_TEXT = re.compile(f"{RAW.pattern}|{TURNS.pattern}")
_ENDS = re.compile(f"({LINE_ENDS.pattern})")
_HARD = "\u00a0\u202f"
_HEAD = re.compile(f"[ {_HARD}]*(?:-[ {_HARD}]+)*(?:[\\w-]+[ {_HARD}]*:[ {_HARD}]+)?")
_KEY = re.compile(f"([\\w-]+:)[{_HARD}]+")
_DECIMAL = re.compile(r"^([-+]?\d+),(\d+)(?!\d|,\d)")
_DASH = re.compile(r"(\s*)[–—−•‑]\s*")
_QUOTED = re.compile(f'[“”„«‘’][ {_HARD}]*(.+?)[ {_HARD}]*[”“»’‘"](?=\\s*(?:[,\\]}}]|#|$))')
_COLON = re.compile(r"(\s*(?:- )?[\w-]+\s*:\s+)(.*?)(\s*(?:\s#.*)?)$")
_ENTRY = re.compile(r"(\s*(?:- )*(?:[\w-]+\s*:\s+)?)(.*?)\s*$")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was repaired: its bytes as they are and as they would be; what was done, and how often."""

    path: Path
    before: bytes
    after: bytes
    repairs: tuple[tuple[str, int], ...]

    @property
    def name(self) -> str:
        """Give its name as people would say it."""
        return shown(self.path)

    def diff(self) -> Iterator[str]:
        """Give the lines that change, with three lines around; tabs and no-break spaces are shown."""
        old, new = (LINE_ENDS.split(decode(data, "")[0].removeprefix("\ufeff")) for data in (self.before, self.after))
        for line in difflib.unified_diff(old, new, self.name, self.name, lineterm=""):
            yield visible(line.translate(SEEN))

    def write(self) -> Path:
        """Write the file; give where the old one was kept. Raises SetupError not_written."""
        try:
            kept = _kept(self.path, self.before)
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=".fix")
            with os.fdopen(handle, "wb") as out:
                out.write(self.after)
            Path(name).chmod(self.path.stat().st_mode & 0o777)
            Path(name).replace(self.path)
        except OSError as error:
            raise SetupError("not_written", path=str(self.path), reason=error.strerror or "") from error
        return kept


def _kept(path: Path, data: bytes) -> Path:
    """Keep the old bytes beside the file, under a name that nothing had."""
    for number in range(100):
        kept = path.with_name(f"{path.name}.bak{number or ''}")
        try:
            with kept.open("xb") as out:
                out.write(data)
        except FileExistsError:
            continue
        return kept
    raise FileExistsError(17, os.strerror(17))


def mend_deck(file: Path) -> tuple[Mended, ...]:
    """Repair a deck's file and the translations beside it; nothing is written yet. Raises ContentError (unreadable)."""
    own = _mended(file, deck_faults)
    overlays = sorted((file.parent / FOLDER).glob("*.yaml"))
    found = [own, *(_mended(overlay, source_faults) for overlay in overlays)]
    return tuple(one for one in found if one is not None)


Faults = Callable[[bytes], list[Problem]]


def deck_faults(data: bytes) -> list[Problem]:
    """Give the faults of a deck's text alone."""
    root, problems = read_source(data, "")
    walk = Walk("", KINDS, CHECKS, problems=problems)
    read_root(walk, SPEC, root)
    return walk.problems


def source_faults(data: bytes) -> list[Problem]:
    """Give the faults of the YAML of a text."""
    return read_source(data, "")[1]


def _mended(file: Path, faults: Faults) -> Mended | None:
    before = read_bytes(file)
    after, repairs = mend(before, faults)
    return Mended(file, before, after, repairs) if after != before else None


def mend(data: bytes, faults: Faults = deck_faults) -> tuple[bytes, tuple[tuple[str, int], ...]]:
    """Repair a text; give its bytes, the same when there was nothing to repair, and what was done how often."""
    found = faults(data)
    if any(one.code in UNTOUCHED for one in found):
        return data, ()
    done: Counter[str] = Counter(ENCODINGS[one.code] for one in found if one.code in ENCODINGS)
    if data.startswith(BOM):
        done["bom"] += 1
    text = decode(data, "")[0].removeprefix("\ufeff")
    bare = _NO_TEXT.sub(lambda sign: _typed(sign[0]), text)
    if not bare.strip():
        return data, ()
    done["sign"] += len(_NO_TEXT.findall(text))
    text = _Text(bare, faults, done).mended()
    done = +done
    return (text.encode(), tuple(sorted(done.items()))) if done else (data, ())


class _Text:
    """A text under repair: its lines stand at the even places of `parts`, what ends them between."""

    def __init__(self, text: str, faults: Faults, done: Counter[str]) -> None:
        self.parts: list[str] = _ENDS.split(text)
        self.faults, self.done = faults, done

    def mended(self) -> str:
        self._broken()
        for _ in range(PASSES):
            if not self._pass():
                break
        return "".join(self.parts)

    def _pass(self) -> bool:
        """Repair every line that one reading finds fault with; tell whether there was any."""
        changed = False
        for one in self.faults("".join(self.parts).encode()):
            at = 2 * (one.line - 1)
            if one.code in REPAIRS and 0 <= at < len(self.parts):
                changed = self._repair(one, at) or changed
        return changed

    def _repair(self, one: Problem, at: int) -> bool:
        line = REPAIRS[one.code](self.parts[at], one.column - 1)
        if line == self.parts[at]:
            return False
        self.parts[at] = line
        self.done["sign" if one.code in SIGNS else one.code] += 1
        return True

    def _broken(self) -> bool:
        """Write the lines that are no YAML as reading understood them; tell whether there was any."""
        found = broken("".join(self.parts))
        for at, line in found.mended.items() if found is not None else ():
            self.parts[2 * at] = line
        told = [one for one in found.problems if one.line - 1 in found.mended] if found is not None else []
        self.done.update(one.code for one in told)
        return bool(told)


def _soft(line: str, column: int) -> str:
    """Put ordinary spaces at the head of a line, after its dash and its key, or after the key at a column."""
    head = _HEAD.match(line)
    if head is not None and any(sign in head[0] for sign in _HARD):
        return re.sub(f"[{_HARD}]", " ", head[0]) + line[head.end() :]
    key = _KEY.match(line, column)
    return line[:column] + key[1] + " " + line[key.end() :] if key is not None else line


def _dash(line: str, column: int) -> str:
    found = _DASH.match(line)
    return f"{found[1]}- {line[found.end() :]}" if found is not None else line


def _quotes(line: str, column: int) -> str:
    found = _QUOTED.match(line, column)
    return line[:column] + _quoted(found[1]) + line[found.end() :] if found is not None else line


def _colon(line: str, column: int) -> str:
    found = _COLON.match(line)
    return found[1] + _quoted(found[2]) + found[3] if found is not None else line


def _typed(sign: str) -> str:
    """Give what a sign that is no text was typed as: Windows's quotes and dashes are such signs for other systems."""
    return bytes([ord(sign)]).decode("cp1252", "ignore") if "\x80" <= sign <= "\x9f" else ""


def _seen(line: str, column: int) -> str:
    """Take the sign that is written at a column off the line, and the same ones after it."""
    written, sign = written_at(line, column)
    alike = 1 if written != sign else -1  # an escape's letters may be other letters' end further on
    return line[:column] + line[column:].replace(written, _typed(sign), alike)


def _quoted(text: str) -> str:
    """Put a text between double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _dashed(line: str, column: int) -> str:
    """Put the dash of a card before its id."""
    return f"{line[: column - 2]}- {line[column:]}" if column >= 2 and not line[:column].strip() else line


def _pointed(line: str, column: int) -> str:
    """Write a number of French hands with a point."""
    return line[:column] + _DECIMAL.sub(r"\1.\2", line[column:], count=1)


def _parted(line: str, column: int) -> str:
    """Put the texts of a line between quotes that their own signs cut."""
    found = meant(line)
    return found.line if found is not None else line


def _unmarked(line: str, column: int) -> str:
    """Take the signs of layout off a text, up to the end of its line."""
    found = markup(line[column:])
    if found is None:
        return line
    written = unescape(found[0]) if found[0][0] == "&" else found[0].strip("*") if found[0][0] == "*" else ""
    at = column + found.start()
    return line[:at] + written + line[at + len(found[0]) :]


def _uncut(line: str, column: int) -> str:
    """Put a text between quotes with what was read as a comment after it."""
    found = _ENTRY.match(line)
    return found[1] + _quoted(found[2]) if found is not None else line


REPAIRS: dict[str, Callable[[str, int], str]] = {
    "no_break_space": _soft,
    "word_dash": _dash,
    "smart_quotes": _quotes,
    "colon_in_text": _colon,
    "dash_missing": _dashed,
    "text_cut": _uncut,
    "bad_number_near": _pointed,
    "comma_in_text": _parted,
    "quotes_shown": _quotes,
    "markup_shown": _unmarked,
    **dict.fromkeys(SIGNS, _seen),
}
"""Repairs of a line by the code of the fault that is found in it."""
