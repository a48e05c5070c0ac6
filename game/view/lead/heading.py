"""The heading of a part of the facilitator's page: what it is, and what there is to know of it."""

from __future__ import annotations

from game.view.parts.pieces import fitted, label
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grow, node, row, sized, ways
from game.view.tree.looks import Style
from game.view.tree.sight import Sight


def heading(s: Sight, key: str, title: str, fact: str = "") -> Piece:
    """Give a heading; its fact stands at its right where there is room, else under it."""
    style = Style(bold=True, ink=theme.INK_3)
    if not fact:
        return label(s, f"lead:{key}:title", title, style, "heading")
    wide = s.width(title, theme.TEXT, bold=True) + s.px(4)
    end = sized(fitted(s, fact, Style(align="right"), theme.TEXT), wide=s.width(fact, theme.TEXT) + s.px(4))
    beside = row(sized(fitted(s, title, style), wide=wide), grow(node("group", f"lead:{key}:gap", "", _none())), end)
    under = column(label(s, f"lead:{key}:title:2", title, style), label(s, f"lead:{key}:fact", fact))
    return node("heading", f"lead:{key}:title", f"{title}, {fact}", ways(beside, under))


def _none() -> Piece:
    return Piece(0, lambda _: 0, lambda _: ())
