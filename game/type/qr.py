"""QR codes: an address as squares that a telephone reads (docs/decisions/0028)."""

from __future__ import annotations

from functools import lru_cache

Squares = tuple[tuple[bool, ...], ...]
QUIET = 4
"""Light squares that a code needs on each side."""


@lru_cache(maxsize=64)
def squares(address: str) -> Squares:
    """Give the squares of an address, row by row, dark ones true, without the light margin around them."""
    import segno

    made = segno.make_qr(address, error="m")
    return tuple(tuple(bool(square) for square in row) for row in made.matrix)


def runs(rows: Squares) -> tuple[tuple[int, int, int], ...]:
    """Give the dark squares of a code as (column, row, length) of those that touch in a row."""
    found: list[tuple[int, int, int]] = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = next((at for at in range(x, len(row)) if not row[at]), len(row))
            if end > x:
                found.append((x, y, end - x))
            x = end + 1
    return tuple(found)
