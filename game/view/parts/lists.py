"""Lists: rows that are kept as long as what they are given is equal, and scrolled where they are longer than the room.

A row that is kept is measured and built once; where it stands elsewhere it is moved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import partial

from game.core.frozen import dataclass
from game.view.answer.ui import Ui
from game.view.parts.moved import moved
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, Pieces, made
from game.view.tree.looks import Fill, Mark
from game.view.tree.node import Node, Scroller
from game.view.tree.sight import Sight

BAR = 20
"""Width kept for the knob, at 1080p."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list under a key: its name, the gap between its pieces (at 1080p), and whether a short one stands midway.

    `taller`: by what part of its own height each piece may grow where the list is shorter than its box.
    """

    key: str
    name: str
    gap: float = 0
    middle: bool = False
    taller: float = 0


def scrolled(s: Sight, ui: Ui, listed: Listed, pieces: Pieces) -> Piece:
    """Give a list that scrolls where it is longer than its box; only what is in sight is built. It grows."""
    found, gap = [one for one in pieces if one is not None], s.px(listed.gap) if listed.gap else 0

    def whole(width: int) -> int:
        return sum(one.tall(width) for one in found) + gap * max(0, len(found) - 1)

    def put(box: Box) -> tuple[Node]:
        inner = box if whole(box.w) <= box.h else box.cut_right(s.px(BAR))[1]
        length = whole(inner.w)
        far = max(0 if inner is box else 1, length - box.h)
        start = min(ui.scroll(listed.key), far)
        y = box.y - start + ((box.h - length) // 2 if listed.middle and not far else 0)
        spare = max(0, box.h - length) // max(1, len(found))
        kids: list[Node] = []
        for one in found:
            tall = one.tall(inner.w)
            cell = Box(inner.x, y, inner.w, tall + min(spare, int(tall * listed.taller)))
            y += cell.h + gap
            if cell.meets(box):
                kids.append(s.guarded(f"{listed.key}:{len(kids)}", cell, partial(one.node, cell)))
        look, scroller = knob(s, box, start, far), Scroller(listed.key, far)
        return (Node("list", listed.key, listed.name, box, look, None, ("clips",), tuple(kids), scrolls=scroller),)

    return Piece(0, whole, put, 1)


@dataclass(frozen=True, slots=True)
class Lying:
    """So many things of one width beside one another, under a key: their name, and the gap between them, in pixels."""

    key: str
    name: str
    count: int
    width: int
    gap: int


def shelf(lying: Lying, start: int, box: Box, make: Callable[[int, Box], Node]) -> Node:
    """Lay things of one width side by side, scrolled by `start` pixels where they are more than the box is wide.

    Only what is in sight is made: `make` is given how many lie before it, and where it lies.
    """
    step = lying.width + lying.gap
    far = max(0, lying.count * step - lying.gap - box.w)
    start = min(start, far)
    first, last = start // step, min(lying.count, (start + box.w) // step + 1)
    spots = ((i, Box(box.x - start + i * step, box.y, lying.width, box.h)) for i in range(first, last))
    kids = tuple(make(i, spot) for i, spot in spots if spot.meets(box))
    if not far:
        return Node("list", lying.key, lying.name, box, kids=kids)
    scroller = Scroller(lying.key, far, "x")
    return Node("list", lying.key, lying.name, box, states=("clips",), kids=kids, scrolls=scroller)


def knob(s: Sight, box: Box, start: int, far: int, *, across: bool = False) -> tuple[Mark, ...]:
    """Show how far a box is scrolled, if it scrolls: along its right edge, or across its foot."""
    if not far:
        return ()
    long, thick, edge = box.w if across else box.h, s.px(8), s.px(10)
    size = max(s.px(40), long * long // (long + far))
    at = (long - size) * start // far
    spot = Box(box.x + at, box.bottom - edge, size, thick) if across else Box(box.right - edge, box.y + at, thick, size)
    return (Fill(spot, theme.INK_3, s.px(4)),)


def kept(s: Sight, slot: str, build: Callable[..., Piece], *given: object) -> Piece:
    """Describe a piece as `build(sight, *given)`, or give the slot's last one if it is given the same.

    `build` is a plain function that gives a piece of one node: what it does not have from the sight it is given.
    """
    key = (build, *given, s.box, s.unit, s.speaker.lang)
    held = s.memo.keep(slot, key, lambda: _Held(_sure(s, slot, build, given)))
    return Piece(held.piece.wide, held.tall, held.put, held.piece.share)


def _sure(s: Sight, slot: str, build: Callable[..., Piece], given: tuple[object, ...]) -> Piece:
    """Describe a piece; where that fails a plain plate stands for it."""
    try:
        return build(s, *given)
    except Exception as error:  # whatever it is, the rest of the list stands
        name = s.missed(slot, error)
        return made(0, s.px(theme.BUTTON), lambda box: s.plate(slot, box, name))


@dataclass(slots=True)
class _Held:
    """A piece with the heights it was measured at, and its node in the box where it last stood."""

    piece: Piece
    heights: dict[int, int] = field(default_factory=dict)
    last: tuple[Box, Node] | None = None

    def tall(self, width: int) -> int:
        if width not in self.heights:
            self.heights[width] = self.piece.tall(width)
        return self.heights[width]

    def put(self, box: Box) -> tuple[Node]:
        if self.last is None or (self.last[0].w, self.last[0].h) != (box.w, box.h):
            self.last = box, self.piece.node(box)
        was, shown = self.last
        if was != box:
            self.last = box, moved(shown, box.x - was.x, box.y - was.y)
        return (self.last[1],)
