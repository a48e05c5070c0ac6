"""What a table may hold: beyond, it is said to be too big before it fills the memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a file. `size`: bytes as it is and, for a workbook, once unpacked; `cells`: in all its tables."""

    size: int = 60_000_000
    cells: int = 1_000_000


OFFICE = Limits()
"""A table people fill in: cards, intentions, suppliers."""
PUBLISHED = Limits(size=400_000_000, cells=60_000_000)
"""The open data of a town, or of a département."""
