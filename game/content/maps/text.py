"""The text of a map's bytes, if it is not too long to be read."""

from __future__ import annotations

import gzip
import json
import zlib
from io import BytesIO

from game.content.maps.fault import MapFault, Told

BYTES = 200_000_000
"""Bytes of a map's text, unpacked."""
MEMORY, WEIGHTS = 700_000_000, {"{": 120, "[": 80, ",": 32}
"""Bytes that reading may take, and what each sign of a text brings: a value takes a hundred times its comma."""
GZIP = b"\x1f\x8b"


def decoded(data: bytes) -> tuple[str, tuple[Told, ...]]:
    """Give the text of a map, and what was guessed of it. Raises MapFault."""
    data = unpacked(data)
    if len(data) > BYTES:
        raise MapFault("map_too_big", size=len(data) // 1_000_000, limit=BYTES // 1_000_000)
    text, told = _text(data)
    if sum(text.count(sign) * weight for sign, weight in WEIGHTS.items()) > MEMORY:
        raise MapFault("map_values", limit=MEMORY // 1_000_000)
    return text, told


def unpacked(data: bytes) -> bytes:
    """Give the bytes of a file packed by gzip, others as they are. Raises MapFault."""
    if not data.startswith(GZIP):
        return data
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as packed:
            return packed.read(BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise MapFault("map_packed") from None


def _text(data: bytes) -> tuple[str, tuple[Told, ...]]:
    code = json.detect_encoding(data)
    try:
        return data.decode("utf-8-sig" if code == "utf-8" else code), ()
    except UnicodeDecodeError as why:
        at = why.start
    try:  # a spreadsheet's or an old drawing tool's code: its accents are read, its coordinates are the same
        return data.decode("cp1252"), (("map_cp1252", (("byte", at),)),)
    except UnicodeDecodeError:
        raise MapFault("map_encoding", byte=at) from None
