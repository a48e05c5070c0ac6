"""What a table may hold: beyond, it is said to be too big before it fills the memory."""

from __future__ import annotations

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a file. `size`: bytes of a CSV or a workbook; `cells`: of a CSV.

    A workbook is packed, so that its bytes say nothing: `spread` cells of a sheet, the empty ones between others and
    those that merging covers too, `unpacked` bytes, `elements` of XML, `written` texts of it,
    `signs` of its cells, a shared text counted each time.
    """

    size: int = 20_000_000
    cells: int = 1_000_000
    spread: int = 1_000_000
    unpacked: int = 60_000_000
    elements: int = 500_000
    written: int = 200_000
    signs: int = 20_000_000


OFFICE = Limits()
"""A table people fill in: cards, intentions, suppliers."""
PUBLISHED = Limits(size=400_000_000, cells=60_000_000)
"""The open data of a town, or of a département."""
