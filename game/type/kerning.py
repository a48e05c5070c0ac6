"""The pairs of letters that a font pulls together (GPOS, feature kern, lookup type 2), read when first met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from struct import unpack_from

from game.core.frozen import dataclass

Classes = dict[int, int]


@dataclass(frozen=True, slots=True)
class PairTable:
    """Format 1: the second letters each first letter has."""

    by_first: dict[int, dict[int, int]]

    def kern(self, left: int, right: int) -> int | None:
        """Give the pull of a pair, None where this table says nothing of it."""
        return self.by_first.get(left, {}).get(right)


@dataclass(frozen=True, slots=True)
class ClassTable:
    """Format 2: letters that behave alike share a class."""

    firsts: frozenset[int]
    lefts: Classes
    rights: Classes
    pulls: tuple[tuple[int, ...], ...]

    def kern(self, left: int, right: int) -> int | None:
        """Give the pull of a pair, None where this table says nothing of its first letter."""
        if left not in self.firsts:
            return None
        return self.pulls[self.lefts.get(left, 0)][self.rights.get(right, 0)]


@dataclass(slots=True)
class Pairs:
    """All the pairs of a font. Of each lookup, the first table that knows the pair has the word."""

    lookups: list[list[PairTable | ClassTable]] = field(default_factory=list)
    _met: dict[tuple[int, int], int] = field(default_factory=dict)

    def kern(self, left: int, right: int) -> int:
        """Give what is added between two glyphs, in font units; mostly nought, or less."""
        found = self._met.get((left, right))
        if found is None:
            found = self._met[left, right] = sum(_first(tables, left, right) for tables in self.lookups)
        return found


def _first(tables: list[PairTable | ClassTable], left: int, right: int) -> int:
    return next((pull for table in tables if (pull := table.kern(left, right)) is not None), 0)


def pairs(data: bytes, gpos: int) -> Pairs:
    """Read the kerning lookups of a GPOS table that starts at `gpos`."""
    scripts, features, lookups = (gpos + offset for offset in unpack_from(">HHH", data, gpos + 4))
    wanted = _latin_features(data, scripts)
    return Pairs([list(_lookup(data, lookups, index)) for index in sorted(_kern_lookups(data, features, wanted))])


def _latin_features(data: bytes, at: int) -> tuple[int, ...]:
    """Give the features of the Latin script's usual language, or of the default script."""
    found = dict(_tagged(data, at))
    script = at + found.get(b"latn", found.get(b"DFLT", 0))
    (usual,) = unpack_from(">H", data, script)
    return _numbers(data, script + usual + 4) if script > at and usual else ()


def _kern_lookups(data: bytes, at: int, wanted: tuple[int, ...]) -> set[int]:
    features = tuple(_tagged(data, at))
    found: set[int] = set()
    for tag, offset in (features[i] for i in wanted):
        if tag == b"kern":
            found.update(_numbers(data, at + offset + 2))
    return found


def _tagged(data: bytes, at: int) -> Iterator[tuple[bytes, int]]:
    (count,) = unpack_from(">H", data, at)
    for i in range(count):
        yield unpack_from(">4sH", data, at + 2 + 6 * i)


def _numbers(data: bytes, at: int) -> tuple[int, ...]:
    (count,) = unpack_from(">H", data, at)
    return unpack_from(f">{count}H", data, at + 2)


def _lookup(data: bytes, lookups: int, index: int) -> Iterator[PairTable | ClassTable]:
    at = lookups + _numbers(data, lookups)[index]
    (kind,) = unpack_from(">H", data, at)
    for offset in _numbers(data, at + 4):
        start, real = at + offset, kind
        if kind == 9:  # an extension: the real table lies further than 64 kB
            real, further = unpack_from(">HI", data, start + 2)
            start += further
        if real == 2:
            yield _pair_table(data, start)


def _pair_table(data: bytes, at: int) -> PairTable | ClassTable:
    kind, coverage, first, second = unpack_from(">HHHH", data, at)
    covered = _coverage(data, at + coverage)
    shape = _Values(first, second)
    return (_by_pair if kind == 1 else _by_class)(data, at, covered, shape)


class _Values:
    """How a pair's adjustment is written: which of its numbers is the first letter's advance."""

    def __init__(self, first: int, second: int) -> None:
        self.count = (first & 0xFF).bit_count() + (second & 0xFF).bit_count()
        self.place = (first & 0x3).bit_count() if first & 0x4 else None

    def pull(self, numbers: tuple[int, ...]) -> int:
        return 0 if self.place is None else numbers[self.place]


def _by_pair(data: bytes, at: int, covered: list[int], shape: _Values) -> PairTable:
    sets = _numbers(data, at + 8)
    record = f">H{shape.count}h"
    size = 2 + 2 * shape.count
    table: dict[int, dict[int, int]] = {}
    for glyph, offset in zip(covered, sets, strict=False):
        (count,) = unpack_from(">H", data, at + offset)
        rows = (unpack_from(record, data, at + offset + 2 + size * i) for i in range(count))
        table[glyph] = {row[0]: shape.pull(row[1:]) for row in rows}
    return PairTable(table)


def _by_class(data: bytes, at: int, covered: list[int], shape: _Values) -> ClassTable:
    lefts, rights, tall, wide = unpack_from(">HHHH", data, at + 8)
    flat = unpack_from(f">{tall * wide * shape.count}h", data, at + 16)
    cells = [shape.pull(flat[i : i + shape.count]) for i in range(0, len(flat), shape.count)]
    rows = tuple(tuple(cells[row * wide : (row + 1) * wide]) for row in range(tall))
    return ClassTable(frozenset(covered), _classes(data, at + lefts), _classes(data, at + rights), rows)


def _coverage(data: bytes, at: int) -> list[int]:
    (kind,) = unpack_from(">H", data, at)
    if kind == 1:
        return list(_numbers(data, at + 2))
    return [glyph for start, end, _ in _ranges(data, at + 2) for glyph in range(start, end + 1)]


def _classes(data: bytes, at: int) -> Classes:
    (kind,) = unpack_from(">H", data, at)
    if kind == 1:
        (start,) = unpack_from(">H", data, at + 2)
        return dict(enumerate(_numbers(data, at + 4), start))
    return {glyph: cls for start, end, cls in _ranges(data, at + 2) for glyph in range(start, end + 1)}


def _ranges(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    (count,) = unpack_from(">H", data, at)
    for i in range(count):
        yield unpack_from(">HHH", data, at + 2 + 6 * i)
