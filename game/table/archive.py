"""One file out of a zip archive without reading its whole table of contents: of lucide's 1,700 icons we show forty.

The record of a file is looked for by its name among the bytes (APPNOTE.TXT 4.3.7 and 4.3.12).
"""

from __future__ import annotations

import zlib
from pathlib import Path
from struct import Struct, error

_RECORD = Struct("<4s4xHH4xIIIHHH8xI")
"""Of a central record: signature, flags, method, CRC, sizes packed and plain, lengths of three texts, where it is."""
_LOCAL = Struct("<26xHH")
STORED, DEFLATED, ENCRYPTED = 0, 8, 1


class Archive:
    """A zip file, read at the first need. OSError when it cannot be."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._bytes = b""

    def read(self, name: str) -> bytes:
        """Give a file's bytes. KeyError when there is none of that name, ValueError when it is spoilt."""
        self._bytes = self._bytes or self._path.read_bytes()
        try:
            return self._unpacked(*self._found(name.encode()))
        except (error, zlib.error) as fault:
            raise ValueError(name) from fault

    def _found(self, name: bytes) -> tuple[int, int, int, int]:
        """Give a file's method, CRC, packed size and place."""
        at = self._bytes.rfind(name)
        while at >= _RECORD.size:
            record = _RECORD.unpack_from(self._bytes, at - _RECORD.size)
            signature, flags, method, crc, packed, _, length, _, _, place = record
            if signature == b"PK\1\2" and length == len(name) and not flags & ENCRYPTED:
                return method, crc, packed, place
            at = self._bytes.rfind(name, 0, at)
        raise KeyError(name)

    def _unpacked(self, method: int, crc: int, packed: int, place: int) -> bytes:
        name, extra = _LOCAL.unpack_from(self._bytes, place)
        start = place + _LOCAL.size + name + extra
        body = self._bytes[start : start + packed]
        if method == DEFLATED:
            body = zlib.decompress(body, wbits=-15)
        elif method != STORED:
            raise ValueError(method)
        if zlib.crc32(body) != crc:
            raise ValueError(crc)
        return body
