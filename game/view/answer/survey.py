"""What a file of open contract data measures, as the dialog shows it; `wiring/opendata.py` reads it."""

from __future__ import annotations

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator; `share` is a part of 1.

    `state` is value, points (each contract weighs much), few, unknown, or unread: `unread` contracts say something that
    nobody understands.
    """

    name: str
    state: str
    k: int = 0
    n: int = 0
    share: float = 0.0
    points: float = 0.0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """The `files` there are to read and, once one is read, what it measures of a family for one buyer.

    `buyers` are SIRENs with their number of contracts, when one must be chosen first. `contracts`: of the family.
    """

    files: tuple[str, ...] = ()
    path: str = ""
    file: str = ""
    sha256: str = ""
    buyers: tuple[tuple[str, int], ...] = ()
    contracts: int = 0
    figures: tuple[Figure, ...] = ()
