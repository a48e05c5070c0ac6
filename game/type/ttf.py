"""What widths need of a TrueType file: which glyph a sign has, how wide it is, what pairs pull together.

The OpenType specification, tables head, hhea, hmtx, cmap (format 4) and GPOS (pair adjustment, lookup type 2).
"""

from __future__ import annotations

from pathlib import Path
from struct import Struct, error, unpack_from

from game.core.errors import SetupError
from game.type.kerning import Pairs, pairs

_TABLE = Struct(">4sIII")


class Ttf:
    """One font file. Widths and heights are in units, `upem` of them to the size. Raises font_unreadable."""

    def __init__(self, path: Path) -> None:
        try:
            self._read(path.read_bytes())
        except (OSError, KeyError, IndexError, error) as fault:
            raise SetupError("font_unreadable", font=str(path)) from fault

    def _read(self, data: bytes) -> None:
        tables = _tables(data)
        self.upem: int = unpack_from(">H", data, tables["head"] + 18)[0]
        heights: tuple[int, int] = unpack_from(">hh", data, tables["hhea"] + 4)
        self.ascent, self.descent = heights
        self.glyphs = _characters(data, tables["cmap"])
        self.advances = _advances(data, tables)
        self.pairs = pairs(data, tables["GPOS"]) if "GPOS" in tables else Pairs()

    def advance(self, glyph: int) -> int:
        """Give the width of a glyph."""
        return self.advances[min(glyph, len(self.advances) - 1)]


def _tables(data: bytes) -> dict[str, int]:
    (count,) = unpack_from(">H", data, 4)
    entries = (_TABLE.unpack_from(data, 12 + 16 * i) for i in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in entries}


def _advances(data: bytes, tables: dict[str, int]) -> tuple[int, ...]:
    (count,) = unpack_from(">H", data, tables["hhea"] + 34)
    return unpack_from(">" + "Hh" * count, data, tables["hmtx"])[::2]


def _characters(data: bytes, cmap: int) -> dict[str, int]:
    (count,) = unpack_from(">H", data, cmap + 2)
    for i in range(count):
        platform, encoding, offset = unpack_from(">HHI", data, cmap + 4 + 8 * i)
        if (platform, encoding) in ((3, 1), (0, 3)) and unpack_from(">H", data, cmap + offset) == (4,):
            return _segments(data, cmap + offset)
    raise KeyError(cmap)


def _segments(data: bytes, at: int) -> dict[str, int]:
    (twice,) = unpack_from(">H", data, at + 6)
    shape = f">{twice // 2}H"
    ends = unpack_from(shape, data, at + 14)
    starts = unpack_from(shape, data, at + 16 + twice)
    deltas = unpack_from(shape, data, at + 16 + 2 * twice)
    offsets = unpack_from(shape, data, at + 16 + 3 * twice)
    known = {}
    for i, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                where = at + 16 + 3 * twice + 2 * i + offset + 2 * (code - start)
                (glyph,) = unpack_from(">H", data, where)
                if not glyph:
                    continue
            known[chr(code)] = (glyph + delta) & 0xFFFF
    return known
