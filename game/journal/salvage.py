"""What can still be read of a damaged session file, page by page, whatever of its structure is broken.

A row, a text or a fact is found by the form of its record (sqlite.org/fileformat, "record format"), wherever it lies;
the digests then tell what is good. The file is only read.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.core.errors import JournalError
from game.journal.checks import LARGEST, told
from game.journal.looking import played
from game.journal.pages import LARGEST_PAGE, Pages
from game.journal.row import MOST, SEAL, Row, link, plain, restored, seal

FACTS = ("agenda", "title", "town", "numbers", "deck_file", SEAL)
_ROW = re.compile(rb"(?=[\x09-\x16]\x00[\x0d-\x7f])")
_HASHED = re.compile(rb"(?=\x81\x0d)")
"""The length of a SHA-256 in hexadecimal, in the record of a text."""
Found = tuple[Row, bytes]


@dataclass(slots=True)
class Salvage:
    """What is good. `seen` is the number of the last row of which there is a trace; `spoilt` names texts that changed.

    `sealed` tells whether the facts and the first row are as they were written; `proven` is false for a file from
    before the digests.
    """

    facts: dict[str, str] = field(default_factory=dict)
    sources: dict[str, bytes] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    seen: int = 0
    sealed: bool = False
    proven: bool = False

    @property
    def spoilt(self) -> tuple[str, ...]:
        """Name the texts that are not as they were written."""
        texts = self.sources.items()
        return tuple(name for name, text in texts if hashlib.sha256(text).hexdigest() != self.hashes.get(name))


def salvage(path: Path) -> Salvage:
    """Find what is good in a file.

    JournalError `missing`, `unreadable`, `locked`; when no gesture is good, `beyond_rescue` for what was a session,
    else `not_a_session`.
    """
    with told(path):
        if not path.is_file() or path.stat().st_size > LARGEST:
            raise JournalError("missing" if not os.path.lexists(path) else "not_a_session", path=str(path))
    if played(path):
        raise JournalError("locked", path=str(path))
    with told(path):
        data = path.read_bytes()
    pages = Pages(data[: len(data.rstrip(b"\0")) + LARGEST_PAGE])  # a last digest may end in zeros
    found = Salvage()
    for name, digest, text in _texts(pages):
        if name not in found.sources or name in found.spoilt:
            found.sources[name], found.hashes[name] = text, digest
    found.facts = dict(_facts(pages))
    told_seal = found.facts.pop(SEAL, "")
    lines = _lines(path, pages)
    found.seen = max(lines, default=0)
    _keep(found, lines, told_seal)
    if not found.rows:
        code = "beyond_rescue" if found.sources or found.facts else "not_a_session"
        raise JournalError(code, path=str(path))
    return found


def _keep(found: Salvage, lines: dict[int, list[Found]], told_seal: str) -> None:
    """Keep the rows up to the first that is missing or not proven."""
    own = seal(found.facts, found.hashes)
    again = seal(found.facts, {name: hashlib.sha256(text).hexdigest() for name, text in found.sources.items()})
    starts = [own, again, *([bytes.fromhex(told_seal)] if re.fullmatch("[0-9a-f]{64}", told_seal) else [])]
    tries = [_chained(lines, start) for start in starts]
    if max(map(len, tries)) < len(lines):
        tries = [_chained(lines, start, restoring=True) for start in starts]
    found.rows = max(tries, key=len)
    found.sealed = own.hex() == told_seal or (bool(found.rows) and len(tries[0]) == len(found.rows))
    found.proven = any(digest for every in lines.values() for _, digest in every)
    if not found.rows:
        found.rows, found.sealed = _unchained(lines), False


def _chained(lines: dict[int, list[Found]], before: bytes, *, restoring: bool = False) -> list[Row]:
    """Give the rows that are proven one after the other; `restoring`: as they were, one byte of each having changed."""
    kept: list[Row] = []
    while (proven := _next(lines, len(kept) + 1, before, restoring=restoring)) is not None:
        kept.append(proven)
        before = link(before, proven)
    return kept


def _next(lines: dict[int, list[Found]], number: int, before: bytes, *, restoring: bool) -> Row | None:
    """Give the row of this number that its own digest proves, or the digest of the row after it."""
    for row, digest in lines.get(number, ()):
        after = link(before, row)
        if after == digest or any(link(after, later) == told for later, told in lines.get(number + 1, ())):
            return row
    tried = (restored(before, row, digest) for row, digest in lines.get(number, ()) if restoring)
    return next((row for row in tried if row is not None), None)


def _unchained(lines: dict[int, list[Found]]) -> list[Row]:
    """Give the rows of a file from before the digests, or whose seal is gone: the chain holds after the first."""
    first = next((found for found in lines.get(1, ())), None)
    if first is None:
        return []
    if first[1]:
        return [first[0], *(_chained({n - 1: rows for n, rows in lines.items() if n > 1}, first[1]))]
    kept: list[Row] = []
    while len(kept) + 1 in lines:
        kept.append(lines[len(kept) + 1][-1][0])
    return kept


def _lines(path: Path, pages: Pages) -> dict[int, list[Found]]:
    """Give the rows found, by number, with their digests; those from before the digests have none."""
    found: dict[int, list[Found]] = {}
    for place in pages.find(_ROW):
        if len(found) > MOST:
            raise JournalError("too_long", path=str(path), count=len(found), limit=MOST)
        for number, values in pages.rowed(place):
            row, digest = _row(number, values)
            if row is not None and (row, digest) not in found.setdefault(number, []):
                found[number].append((row, digest))
    newer = {n: [one for one in every if one[1]] for n, every in found.items()}
    return (
        {n: every for n, every in newer.items() if every}
        if any(newer.values())
        else {n: v for n, v in found.items() if v}
    )


def _row(number: int, values: Sequence[object]) -> tuple[Row | None, bytes]:
    texts = (*values[1:3], *values[4:8])
    if len(values) not in (8, 9) or not all(type(text) is str for text in texts) or type(values[3]) is not int:
        return None, b""
    digest = values[8] if len(values) == 9 else b""
    row = Row(*values[1:8], number)  # type: ignore[arg-type, call-arg]
    return (row if plain(row) else None), digest if isinstance(digest, bytes) else b"?"


def _texts(pages: Pages) -> Iterator[tuple[str, str, bytes]]:
    for place in pages.find(_HASHED):
        for back in (2, 3):
            for _, values in pages.rowed(place - back):
                if len(values) == 3 and isinstance(values[0], str) and isinstance(values[2], bytes):
                    yield values[0], str(values[1]), values[2]


def _facts(pages: Pages) -> Iterator[tuple[str, str]]:
    for name in FACTS:
        for place in pages.find(re.compile(re.escape(name.encode()))):
            for back in (3, 4):
                values = pages.keyed(place - back)
                if len(values) == 2 and values[0] == name and isinstance(values[1], str):
                    yield name, values[1]
