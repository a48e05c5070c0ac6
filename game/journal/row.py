"""One line of a session, and the digest that ties it to all before it.

Each row's digest is the SHA-256 of the digest before it and of the row itself; before the first row stands the seal,
which covers what was noted at creation and the texts the session is played with. Whoever changes anything changes every
digest after it: a digest that is right proves all that lies before (docs/session-file.md).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import Any

from game.core.frozen import dataclass

FIRST = b"CLAP session 2"
SEAL = "seal"
"""Name of the fact that holds the seal, in hexadecimal."""

MOST = 40_000
"""Rows of a session: one a second for eleven hours."""
LONGEST = 1_000_000_000
"""Seconds of table time: thirty years."""
RESTORABLE = 1_000
"""Bytes of a row's texts that are searched for one that changed: a quarter of a second at most."""
TEXTS = ("kind", "data", "at", "note", "phase", "state")
_NAMES = re.compile(r"[\w.:+-]{0,400}")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the session. `clock` is table time in seconds, `at` ISO wall time; phase and state hold after it."""

    kind: str
    data: str = ""
    clock: int = 0
    at: str = ""
    note: str = ""
    phase: str = ""
    state: str = ""
    id: int = 0


def plain(row: Row) -> bool:
    """Tell whether what is shown of a row as it stands is a number, a time and names: it comes from anyone's file."""
    try:
        return 0 <= row.clock < LONGEST and bool(_NAMES.fullmatch(row.kind + row.at + row.phase + row.state))
    except TypeError:
        return False


def seal(facts: Mapping[str, str], hashes: Mapping[str, str]) -> bytes:
    """Give the digest of what a session was begun with: its facts, and the SHA-256 of each of its texts, by name."""
    noted = sorted((name, value) for name, value in facts.items() if name != SEAL)
    return sha256(FIRST + json.dumps([noted, sorted(hashes.items())]).encode()).digest()


def link(before: bytes, row: Row) -> bytes:
    """Give the digest of a row after another. Raises TypeError for a row whose values are not of their types."""
    return sha256(before + b"\n".join(_told(row))).digest()


def _told(row: Row) -> tuple[bytes, bytes]:
    """Give what is digested of a row: its numbers and the sizes of its texts, then its texts."""
    kind, data, at, note, phase, state = row.kind, row.data, row.at, row.note, row.phase, row.state
    if not type(kind) is type(data) is type(at) is type(note) is type(phase) is type(state) is str:
        raise TypeError(row.id)
    if type(row.clock) is not int:
        raise TypeError(row.id)
    sizes = f"{len(kind)} {len(data)} {len(at)} {len(note)} {len(phase)} {len(state)}"
    return f"{row.id} {row.clock} {sizes}".encode(), f"{kind}{data}{at}{note}{phase}{state}".encode()


def restored(before: bytes, row: Row, digest: bytes) -> Row | None:
    """Give a row one byte of whose texts changed as it was written, which its digest proves; None if that is not it.

    Every byte is tried with every value: rows of more than RESTORABLE bytes are left as they are.
    """
    numbers, texts = _told(row)
    if len(texts) > RESTORABLE:
        return None
    for at in range(len(texts)):
        start, rest = sha256(before + numbers + b"\n" + texts[:at]), texts[at + 1 :]
        for value in range(256):
            tried, byte = start.copy(), bytes((value,))
            tried.update(byte + rest)
            if tried.digest() == digest:
                return _cut(row, (texts[:at] + byte + rest).decode())
    return None


def _cut(row: Row, texts: str) -> Row:
    """Give a row with other texts of the same sizes, one after the other."""
    signs = iter(texts)
    cut: dict[str, Any] = {name: "".join(islice(signs, len(getattr(row, name)))) for name in TEXTS}
    return replace(row, **cut)
