"""The dark bar and its clapperboard over the screens without a running phase: home and seats."""

from __future__ import annotations

from game.view.parts import bars
from game.view.parts.pieces import fitted, press, symbol
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grow, made, node, over, pad, row, sized, ways
from game.view.tree.looks import Fill, Stripes, Style
from game.view.tree.sight import Sight


def tool(key: str, name: str, icon: str, does: object) -> Button:
    """Give a button of the bar."""
    return Button(key, name, does, "dark", icon, size=theme.TEXT)


def heading(s: Sight, key: str, title: str, tools: tuple[Button, ...], first: Button | None = None) -> Piece:
    """Give the bar: its buttons with their words if they take half of it at most, else icons only.

    `first` is the button before the title (back).
    """
    s = bars.sight(s)
    style = Style(theme.TITLE, theme.CHALK, bold=True, back=theme.SLATE, middle=True)
    before = symbol(s, first) if first is not None else None
    words = grow(node("heading", f"{key}:title", title, fitted(s, title, style, theme.LABEL, theme.TEXT)))
    worded, signs = [press(s, one) for one in tools], [symbol(s, one) for one in tools]
    half = sized(row(before, words, *worded, gap=s.px(16)), wide=2 * row(before, *worded, gap=s.px(16)).wide)
    bar = sized(pad(ways(half, row(before, words, *signs, gap=s.px(12))), s.px(28), s.px(12)), tall=s.px(theme.BAR))
    ink = over(bar, lambda box: (Fill(box, theme.SLATE),))
    stripes = made(0, s.px(theme.STRIPES), lambda box: Stripes(box, theme.SLATE, theme.CHALK))
    return node("banner", f"{key}:bar", "", column(ink, stripes), states=("bar",))
