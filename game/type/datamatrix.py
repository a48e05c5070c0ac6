"""Data Matrix: a number of ten digits as twelve rows of twelve squares, for photographs (docs/decisions/0033)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from game.type.qr import Squares

DIGITS, ACROSS = 10, 12
"""Digits that the smallest square code holds, and its squares a side."""


@lru_cache(maxsize=512)
def squares(number: str) -> Squares:
    """Give the squares of a number of DIGITS digits, row by row, dark ones true, no light margin around them.

    Raises ImportError without zxing-cpp.
    """
    import zxingcpp

    code = zxingcpp.create_barcode(number, zxingcpp.BarcodeFormat.DataMatrix, force_square=True)
    drawn: Any = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    flat = bytes(memoryview(drawn).cast("B"))
    return tuple(tuple(not dot for dot in flat[at : at + ACROSS]) for at in range(0, len(flat), ACROSS))
