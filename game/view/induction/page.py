"""A page of the induction: what is told and asked one under the other, as large as its box holds it whole.

The words of the trade that stand on it are told above its foot; where there is no room for that, they are named there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.core.glossary import Term
from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import edged, icon, label, plate, text
from game.view.parts.trade import explained, named, standing
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grow, node, over, pad, row, space, top, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

GROWN = (1.5, 1.3, 1.15, 1)
"""By how much all of a page is enlarged where there is room for it: it is read from afar."""
GAP = 14
Parts = Callable[[Sight], Sequence[Piece]]
"""Describes what stands on a page at the scale of a sight; the last part stands at its foot."""


def page(s: Sight, ui: Ui, session: Session, key: str, parts: Parts, box: Box) -> Node:
    """Build the page of a phase; where even the smallest is too high, it scrolls."""
    title = session.stage.title.say(s.speaker.lang)

    def laid(shape: Piece) -> Node:
        return node("group", key, title, pad(shape, s.px(28), s.px(GAP))).node(box)

    inner = box.inset(s.px(28), s.px(GAP))
    terms = standing(s, session, laid(_largest(s, parts, inner) or column(*parts(s))))
    shape = next(filter(None, (_largest(s, one, inner) for one in _with(parts, terms))), None)
    return laid(shape or scrolled(s, ui, Listed(f"{key}:list", title, GAP), _rows(key, _with(parts, terms)[0](s))))


def _largest(s: Sight, parts: Parts, inner: Box) -> Piece | None:
    """Give the parts as large as a box holds them; None where it holds them at no size."""
    sizes = (_roomy(room, parts(room)) for room in (replace(s, unit=s.unit * by) for by in GROWN))
    return next((one for one in sizes if one.wide <= inner.w and one.tall(inner.w) <= inner.h), None)


def _with(parts: Parts, terms: tuple[Term, ...]) -> tuple[Parts, ...]:
    """Give the parts with the words of the trade told above the foot, then with these named, then alone."""

    def also(way: Callable[[Sight, tuple[Term, ...]], Piece]) -> Parts:
        return lambda room: (*(found := tuple(parts(room)))[:-1], way(room, terms), found[-1])

    return (also(explained), also(named), parts) if terms else (parts,)


def _rows(key: str, parts: Sequence[Piece]) -> Sequence[Piece]:
    """Give the parts as rows of a list, each one node."""
    return [node("group", f"{key}:row:{i}", "", one) for i, one in enumerate(parts)]


def _roomy(s: Sight, parts: Sequence[Piece]) -> Piece:
    return column(*parts[:-1], grow(space()), parts[-1], gap=s.px(GAP))


def foot(s: Sight, key: str, *buttons: Piece | None) -> Piece:
    """Give the foot of a page: its buttons at the right."""
    there = tuple(one for one in buttons if one is not None)
    beside = row(grow(space()), *there, gap=s.px(GAP))
    return node("group", f"{key}:foot", "", ways(beside, column(*there, gap=s.px(GAP // 2))))


def heading(s: Sight, key: str, said: str) -> Piece:
    """Give the sentence that a page is about."""
    return label(s, key, said, Style(theme.TITLE, bold=True), "heading")


def told_on(s: Sight, key: str, sign: str, said: tuple[str, ...], colour: str = theme.ACCENT) -> Piece:
    """Tell sentences on a plate with a coloured edge, the last in bold where there are several."""
    bold = len(said) - 1 if len(said) > 1 else len(said)
    lines = column(
        *(text(s, one, Style(theme.LABEL, bold=i == bold, back=theme.WHITE)) for i, one in enumerate(said)),
        gap=s.px(4),
    )
    words = row(top(icon(s, sign, 40)), grow(lines), gap=s.px(20))
    shape = over(pad(words, s.px(30), s.px(16)), edged(s, plate(s), colour))
    return node("text", key, " ".join(said), shape, states=("polite",))


def holding(piece: Piece, *others: Piece) -> Piece:
    """Give a piece the width and the height of the largest that may come in its place: nothing moves when one does."""
    every = (piece, *others)
    wide = max(one.wide for one in every)
    return Piece(wide, lambda width: max(one.tall(width) for one in every), piece.put, piece.share)
