"""The pages of an SQLite file read one by one: records told by their form alone (sqlite.org/fileformat)."""

from __future__ import annotations

import re
from collections.abc import Iterator

PAGE = 4096
"""Bytes of a page as this program makes them; what a damaged header says else is taken only if it can be."""
LARGEST_PAGE = 65_536
LONGEST = 64_000_000
Value = str | int | float | bytes | None


class Pages:
    """The bytes of a file, damaged or not. Places are offsets in it; what does not read as a record gives nothing."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        told = int.from_bytes(data[16:18], "big")
        self._spare = 20 * len(data)
        self.size = told if told in (512, 1024, 2048, PAGE, 8192, 16384, 32768) else PAGE

    def find(self, form: re.Pattern[bytes]) -> Iterator[int]:
        """Give the places where something of this form begins."""
        return (match.start() for match in form.finditer(self.data))

    def rowed(self, place: int) -> Iterator[tuple[int, list[Value]]]:
        """Give the records of a table that may begin here, with the numbers that stand before them."""
        told = self._head(place)
        if told is None:
            return
        payload = told[0] + sum(map(_width, told[1]))
        for back, number in self._before(place):
            if any(size == payload for _, size in self._before(back)):
                values = self._values(place, told, payload, self.size - 35)
                if values is not None:
                    yield number, values
                return

    def keyed(self, place: int) -> list[Value]:
        """Give the record of a table kept by its key that may begin here."""
        told = self._head(place)
        if told is None:
            return []
        payload = told[0] + sum(map(_width, told[1]))
        if not any(size == payload for _, size in self._before(place)):
            return []
        return self._values(place, told, payload, (self.size - 12) * 64 // 255 - 23) or []

    def _head(self, place: int) -> tuple[int, list[int]] | None:
        """Give the length of a record's header, and the serial types it tells."""
        if place < 0 or place >= len(self.data):
            return None
        end = place + self.data[place]
        if end > len(self.data):  # a head that the file ends in tells nothing
            return None
        at, kinds = place + 1, []
        while at < end:
            kind, at = self._varint(at)
            kinds.append(kind)
        return (end - place, kinds) if at == end and kinds and max(kinds) < LONGEST else None

    def _varint(self, at: int) -> tuple[int, int]:
        value = 0
        for byte in self.data[at : at + 8]:
            at += 1
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                break
        return value, at if at <= len(self.data) else len(self.data) + 1

    def _before(self, place: int) -> Iterator[tuple[int, int]]:
        """Give where a number may begin that ends here, and the number."""
        for length in range(1, 6):
            if place >= length:
                value, end = self._varint(place - length)
                if end == place:
                    yield place - length, value

    def _values(self, place: int, told: tuple[int, list[int]], payload: int, most: int) -> list[Value] | None:
        body = self._payload(place, payload, most)
        if body is None:
            return None
        at, values = told[0], []
        try:
            for kind in told[1]:
                width = _width(kind)
                values.append(_value(kind, body[at : at + width]))
                at += width
        except (UnicodeDecodeError, ValueError):
            return None
        return values

    def _payload(self, place: int, payload: int, most: int) -> bytes | None:
        """Give the bytes of a record: the first on its page, the rest on pages that follow one another."""
        self._spare -= payload
        if self._spare < 0:  # a file made so that every record leads to the same pages
            return None
        if payload <= most:
            found = self.data[place : place + payload]
            return found if len(found) == payload else None
        least = (self.size - 12) * 32 // 255 - 23
        local = least + (payload - least) % (self.size - 4)
        local = local if local <= most else least
        parts, left = [self.data[place : place + local]], payload - local
        page = int.from_bytes(self.data[place + local : place + local + 4], "big")
        while left > 0:
            start = (page - 1) * self.size
            if page < 1 or start + self.size > len(self.data):
                return None
            parts.append(self.data[start + 4 : start + 4 + min(left, self.size - 4)])
            left -= self.size - 4
            page = int.from_bytes(self.data[start : start + 4], "big")
        return b"".join(parts)


def _width(kind: int) -> int:
    """Give the bytes of a value of a serial type."""
    if kind >= 12:
        return (kind - 12) // 2
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind]


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:
        return data.decode() if kind % 2 else data
    if kind in (0, 7, 10, 11):
        if kind:
            raise ValueError(kind)  # no value of a session is a fraction
        return None
    return kind - 8 if kind in (8, 9) else int.from_bytes(data, "big", signed=True)
