"""Ways in which a session file is hurt, and what it must then still be."""

import re
from dataclasses import replace
from functools import cache

KINDS = ("bit", "digit", "letter", "bit in rows", "digit in rows", "letter in rows")


def changed(data, dice, kind):
    """Give the bytes with one bit flipped, one digit made another or one letter made another."""
    out = bytearray(data)
    places = _places(data, kind)
    at = places[dice.randrange(len(places))] if not isinstance(places, int) else dice.randrange(places)
    if kind.startswith("bit"):
        out[at] ^= 1 << dice.randrange(8)
    else:
        signs = b"0123456789" if kind.startswith("digit") else b"abcdefghijklmnopqrstuvwxyz"
        out[at] = dice.choice([sign for sign in signs if sign != data[at]])
    return bytes(out)


@cache
def _places(data, kind):
    if kind == "bit":
        return len(data)
    form = rb"[0-9]" if kind.startswith("digit") else rb"[a-z]" if kind.startswith("letter") else rb"(?s)."
    if not kind.endswith("rows"):
        return [match.start() for match in re.finditer(form, data)]
    rows = [
        match.span() for match in re.finditer(rb"(gesture|draft|undo|redo)[^\x00]{0,900}?(open|paused|closed)", data)
    ]
    return [start + match.start() for start, end in rows for match in re.finditer(form, data[start:end])]


def told(desk):
    """Give all that a session says: its rows, its session, its log, its drafts."""
    rows = [(row.id, row.kind, row.data, row.clock, row.at, row.note, row.phase, row.state) for row in desk.rows]
    said = repr(replace(desk.session, workshop=None)), repr(desk.log()), desk.drafts()
    return rows, said, dict(desk.sources), dict(desk.facts)
