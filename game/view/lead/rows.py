"""A row of the facilitator's page: a sign, a name told whole on as many lines as it needs, and a fact."""

from __future__ import annotations

from game.view.parts.pieces import icon, plate, text
from game.view.tree import theme
from game.view.tree.layout import Piece, at_least, column, grow, middle, over, pad, row, sized, ways
from game.view.tree.looks import Style
from game.view.tree.sight import Sight


def plated(s: Sight, sign: str, name: str, end: str, *, on: bool = False) -> Piece:
    """Give the shape of a row: its end stands at its right where there is room, else under the name."""
    fill, edge = (theme.ACCENT_2, theme.ACCENT) if on else (theme.WHITE, theme.SAND)
    words = text(s, name, Style(theme.BODY, bold=True, back=fill))
    far = s.width(end, theme.TEXT) + s.px(4)
    last = sized(middle(text(s, end, Style(back=fill, align="right"))), wide=far)
    mark = middle(icon(s, sign, 28, theme.INK_3))
    beside = sized(row(mark, grow(middle(words)), last, gap=s.px(12)), wide=max(words.wide, s.px(200)) + far + s.px(52))
    under = row(mark, grow(middle(column(words, text(s, end, Style(back=fill))))), gap=s.px(12))
    return over(at_least(pad(ways(beside, under), s.px(16), s.px(6)), s.px(56)), plate(s, fill, edge))
