"""Pieces of a screen: what a part looks like is described once, then measured and placed from that description.

Rows and columns remember what they measured at a width: where they lie in one another, each is asked often.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil
from typing import TypedDict, TypeVar, Unpack

from game.core.frozen import dataclass
from game.view.tree.box import Box
from game.view.tree.looks import Mark
from game.view.tree.node import Node, Scroller

Shown = Node | Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a screen: the least width it asks for, its height at a width, what shows in the box it gets; pixels."""

    wide: int
    tall: Callable[[int], int]
    put: Callable[[Box], tuple[Shown, ...]]
    share: float = 0
    """Its part of the room left over beside its neighbours (in a row) or between them (in a column)."""

    def node(self, box: Box) -> Node:
        """Give the one node it is, in a box."""
        (made,) = self.put(box)
        assert isinstance(made, Node)
        return made


Pieces = Sequence[Piece | None]
"""None is no piece: nothing stands there, and no gap."""
Put = Callable[[Box], tuple[Shown, ...]]


def _put(piece: Piece, put: Put) -> Piece:
    """Give a piece that is measured as another and placed in its own way (many are made: `replace` is slower)."""
    return Piece(piece.wide, piece.tall, put, piece.share)


Measured = TypeVar("Measured")


class _Known(dict[int, Measured]):
    """What was measured at each width asked for: a piece is asked for few (`lru_cache` takes longer to make)."""

    def __init__(self, measure: Callable[[int], Measured]) -> None:
        self._measure = measure

    def __missing__(self, width: int) -> Measured:
        found = self[width] = self._measure(width)
        return found


class More(TypedDict, total=False):
    """What else a node may have."""

    does: object
    states: tuple[str, ...]
    drags: object
    accepts: object
    value: str
    hint: str
    scrolls: Scroller | None
    lang: str


def node(role: str, key: str, name: str, piece: Piece, **more: Unpack[More]) -> Piece:
    """Make a piece one node: its marks are the look, its nodes the kids."""

    def put(box: Box) -> tuple[Node]:
        shown = piece.put(box)
        look = tuple(one for one in shown if not isinstance(one, Node))
        return (Node(role, key, name, box, look, kids=tuple(one for one in shown if isinstance(one, Node)), **more),)

    return _put(piece, put)


def made(wide: int, tall: int, build: Callable[[Box], Shown | tuple[Shown, ...]]) -> Piece:
    """Give a piece that is drawn by hand in its box."""

    def put(box: Box) -> tuple[Shown, ...]:
        shown = build(box)
        return shown if isinstance(shown, tuple) else (shown,)

    return Piece(wide, lambda _: tall, put)


def space(tall: int = 0, wide: int = 0) -> Piece:
    """Leave room."""
    return made(wide, tall, lambda _: ())


def grow(piece: Piece, share: float = 1) -> Piece:
    """Let a piece take a share of the room left over."""
    return Piece(piece.wide, piece.tall, piece.put, share)


def sized(piece: Piece, *, wide: int | None = None, tall: int | None = None) -> Piece:
    """Give a piece a width or a height of its own; it no longer grows."""
    height = piece.tall if tall is None else lambda _: tall
    return Piece(piece.wide if wide is None else wide, height, piece.put)


def at_least(piece: Piece, tall: int) -> Piece:
    """Give a piece a height below which it does not go."""
    return Piece(piece.wide, lambda width: max(tall, piece.tall(width)), piece.put, piece.share)


def pad(piece: Piece, across: int, down: int = 0) -> Piece:
    """Leave a margin left and right, and above and below."""
    return Piece(
        piece.wide + 2 * across,
        lambda width: piece.tall(width - 2 * across) + 2 * down,
        lambda box: piece.put(box.inset(across, down)),
        piece.share,
    )


def over(piece: Piece, look: Callable[[Box], tuple[Mark, ...]]) -> Piece:
    """Put a piece over marks as large as itself."""
    return _put(piece, lambda box: (*look(box), *piece.put(box)))


def top(piece: Piece) -> Piece:
    """Put a piece at the top of a higher box."""
    return _put(piece, lambda box: piece.put(box.cut_top(piece.tall(box.w))[0]))


def bottom(piece: Piece) -> Piece:
    """Put a piece at the foot of a higher box."""
    return _put(piece, lambda box: piece.put(box.cut_bottom(piece.tall(box.w))[0]))


def middle(piece: Piece) -> Piece:
    """Put a piece half-way down a higher box."""
    return _put(piece, lambda box: piece.put(box.middle(box.w, piece.tall(box.w))))


def centred(piece: Piece) -> Piece:
    """Put a piece half-way across a wider box."""
    return _put(piece, lambda box: piece.put(box.middle(piece.wide, box.h)))


def row(*pieces: Piece | None, gap: int = 0) -> Piece:
    """Lay pieces side by side, each as wide as it asks; those that grow share what is left, or give way."""
    found = _there(pieces)
    gaps = gap * max(0, len(found) - 1)

    def share(room: int) -> list[int]:
        return _sizes(room - gaps, [one.wide for one in found], [one.share for one in found])

    def tall(width: int) -> int:
        return max([one.tall(size) for one, size in zip(found, widths(width), strict=True)], default=0)

    widths = _Known(share).__getitem__

    def put(box: Box) -> tuple[Shown, ...]:
        shown: list[Shown] = []
        x = box.x
        for one, size in zip(found, widths(box.w), strict=True):
            shown += one.put(Box(x, box.y, size, box.h))
            x += size + gap
        return tuple(shown)

    return Piece(sum(one.wide for one in found) + gaps, _Known(tall).__getitem__, put)


def shared(pieces: Sequence[tuple[Piece, float]], gap: int = 0) -> Piece:
    """Lay pieces side by side that share the whole width; it asks for one in which each has what it asks for."""
    whole = sum(share for _, share in pieces)
    least = max((ceil(piece.wide * whole / share) for piece, share in pieces), default=0)
    shape = row(*(grow(sized(piece, wide=0), share) for piece, share in pieces), gap=gap)
    return replace(shape, wide=shape.wide + least)


def abreast(pieces: Sequence[tuple[Piece, float]], least: int, gaps: tuple[int, int]) -> Piece:
    """Share a width of at least `least` between pieces, or lay one under the other; the gaps across and down."""
    across = shared(pieces, gaps[0])
    return ways(sized(across, wide=max(least, across.wide)), column(*(piece for piece, _ in pieces), gap=gaps[1]))


def column(*pieces: Piece | None, gap: int = 0) -> Piece:
    """Lay pieces one under the other, each as high as it is at the width; those that grow share what is left."""
    found = _there(pieces)
    gaps = gap * max(0, len(found) - 1)

    def put(box: Box) -> tuple[Shown, ...]:
        sizes = _sizes(box.h - gaps, [one.tall(box.w) for one in found], [one.share for one in found])
        shown: list[Shown] = []
        y = box.y
        for one, size in zip(found, sizes, strict=True):
            shown += one.put(Box(box.x, y, box.w, size))
            y += size + gap
        return tuple(shown)

    def tall(width: int) -> int:
        return sum([one.tall(width) for one in found]) + gaps

    return Piece(max((one.wide for one in found), default=0), _Known(tall).__getitem__, put)


def flowing(pieces: Pieces, gaps: tuple[int, int]) -> Piece:
    """Lay pieces one after the other, on as many lines as they need, each line half-way across; the gaps across, down.

    It asks for the width of its widest piece.
    """
    found = _there(pieces)

    def lines(width: int) -> Piece:
        laid: list[list[Piece]] = [[]]
        for one in found:
            if laid[-1] and row(*laid[-1], one, gap=gaps[0]).wide > width:
                laid.append([])
            laid[-1].append(one)
        return column(*(centred(row(*line, gap=gaps[0])) for line in laid if line), gap=gaps[1])

    widest = max((one.wide for one in found), default=0)
    return Piece(widest, lambda width: lines(width).tall(width), lambda box: lines(box.w).put(box))


def grid(pieces: Pieces, across: int, gap: int = 0) -> Piece:
    """Lay pieces in lines of `across` cells as wide as one another; a line is as high as its highest cell."""
    found = _there(pieces)
    lines = [[*found[i : i + across], *[space()] * (i + across - len(found))] for i in range(0, len(found), across)]
    return column(*(grow(shared([(one, 1) for one in line], gap)) for line in lines), gap=gap)


def ways(*pieces: Piece) -> Piece:
    """Give several ways to lay the same: the first that has the width it asks for is taken, else the last."""

    def fit(width: int) -> Piece:
        return next((one for one in pieces[:-1] if one.wide <= width), pieces[-1])

    return Piece(pieces[-1].wide, lambda width: fit(width).tall(width), lambda box: fit(box.w).put(box))


def by_height(least: int, roomy: Piece, low: Piece) -> Piece:
    """Give two ways to lay the same: the first in a box at least so high. It asks for what the low one does."""
    return _put(low, lambda box: (roomy if box.h >= least else low).put(box))


def lower(*pieces: Piece) -> Piece:
    """Give several ways to lay the same: the least high of those that have the width they ask for, else the last."""

    def fit(width: int) -> Piece:
        return min((one for one in pieces if one.wide <= width), key=lambda one: one.tall(width), default=pieces[-1])

    return Piece(pieces[-1].wide, lambda width: fit(width).tall(width), lambda box: fit(box.w).put(box))


def whole(*pieces: Piece) -> Piece:
    """Give several ways to lay the same: the first that is not higher than its box is taken, else the last."""
    last = pieces[-1]

    def put(box: Box) -> tuple[Shown, ...]:
        return next((one for one in pieces[:-1] if one.tall(box.w) <= box.h), last).put(box)

    return _put(last, put)


def lazily(wide: int, build: Callable[[], Piece]) -> Piece:
    """Give a piece that is described only where there is this width for it."""
    found: list[Piece] = []

    def piece() -> Piece:
        if not found:
            found.append(build())
        return found[0]

    return Piece(wide, lambda width: piece().tall(width), lambda box: piece().put(box))


def _there(pieces: Pieces) -> list[Piece]:
    return [one for one in pieces if one is not None]


def _sizes(room: int, sizes: list[int], shares: list[float]) -> list[int]:
    """Share the room over what each asks, without losing a pixel; where it lacks, those that grow give way first."""
    rest = room - sum(sizes)
    weights: Sequence[float] = shares
    if rest < 0:
        weights = [size if share else 0 for size, share in zip(sizes, shares, strict=True)]
        weights = weights if sum(weights) >= -rest else sizes
    whole, used, given = sum(weights), 0.0, 0
    found = []
    for size, weight in zip(sizes, weights, strict=True):
        used += weight
        upto = round(rest * used / whole) if whole else 0
        found.append(max(0, size + upto - given))
        given = upto
    return found
