"""A town hall's paper as values: what it says, block by block, whatever sets it (DOCX, PDF)."""

from __future__ import annotations

from typing import Literal

from game.core.frozen import dataclass

Row = tuple[str, ...]
Tone = Literal["", "strong", "quiet"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3, the title of the paper being above them."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `strong` for a decision, `quiet` for what is said once in small."""

    words: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a name and what it is, one under the other."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a row of headings, repeated on each page. `widths` are shares of the line."""

    heads: Row
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    right: tuple[int, ...] = ()
    """Columns of figures, set to the right."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A small chart: (date, value) from the baseline on, the target as a level line. `said` tells it in words."""

    points: tuple[tuple[str, float], ...]
    target: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of the table under its heading; left out where there is none. `alt` says what it shows."""

    alt: str
    title: str


Block = Heading | Words | Points | Facts | Grid | Curve | Picture


@dataclass(frozen=True, slots=True)
class Leaf:
    """A paper: its title, the line under it, what it says, what stands at the foot of its pages.

    `date` is YYYY-MM-DD or empty. `warning` is the line of a paper that must not go out; empty when it may.
    """

    title: str
    under: str
    blocks: tuple[Block, ...]
    foot: str
    warning: str
    lang: str
    date: str
    page: str
    """How a page is numbered, with {page} and {pages}."""
