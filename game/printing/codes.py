"""What a photograph reads on paper (docs/decisions/0033): a number for each card, marks that tell which sheet it is.

A number is worked out from ids alone: a card keeps its own from a version of its deck to the next, whoever prints it.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from game.core.cards import Deck
from game.core.frozen import dataclass
from game.core.town import Extent, Point
from game.printing.extras import BLANKS
from game.printing.faces import cards
from game.type.datamatrix import DIGITS, squares
from game.type.qr import runs

SIDE = 16.0
"""Side of a code in mm, on a card of 63 mm as round a sheet: 1.33 mm a square (12 mm was tried, and is lost more)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A code on a sheet: its number and its middle, in mm from the sheet's top left corner."""

    number: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Region:
    """Where the cards of a family lie on a sheet, or those of a place (its family is then for a person to say)."""

    family: str
    place: str
    box: Extent


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that cards are laid on: its size, its marks and its regions, in mm."""

    size: tuple[float, float]
    marks: tuple[Mark, ...]
    regions: tuple[Region, ...]


def number(*said: str) -> str:
    """Give the number of what some words name: always the same, its digits those of a code."""
    found = int.from_bytes(sha256("\0".join(said).encode()).digest()[:8], "big")
    return f"{found % 10**DIGITS:0{DIGITS}d}"


def card_number(deck: Deck, card: str) -> str:
    """Give the number of a card by its id."""
    return number("card", deck.id, card)


def blank_number(kind: str, rank: int) -> str:
    """Give the number of a blank card, the same in all decks: what is written on it is read by people."""
    return number("blank", kind, str(rank))


def numbered(deck: Deck) -> dict[str, str]:
    """Give the ids of a deck's cards by their numbers, those of their former ids too."""
    return {card_number(deck, name): card.id for card in cards(deck) for name in (*card.former_ids, card.id)}


def ranked(count: int) -> tuple[tuple[str, int], ...]:
    """List blank cards in the order they are printed, by kind and rank: `count` of each kind."""
    return tuple((kind, rank) for kind in BLANKS for rank in range(1, count + 1))


def marked(sheet: str, middles: Iterable[Point]) -> tuple[Mark, ...]:
    """Give the marks of a sheet at some places of it; `sheet` says all that its regions depend on.

    Where a mark stands is in its number too: one printed when it stood elsewhere is unknown, not misread.
    """
    return tuple(Mark(number("sheet", sheet, f"{x:.1f} {y:.1f}"), x, y) for x, y in middles)


def drawn(mark: Mark) -> dict[str, Any]:
    """Give a mark as plain values for the templates. Raises ImportError without zxing-cpp."""
    return {"x": mark.x, "y": mark.y, "side": SIDE, "code": runs(squares(mark.number))}
