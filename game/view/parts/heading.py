"""The dark bar and its clapperboard over the screens without a running phase: home and seats."""

from __future__ import annotations

from game.view.parts import bars
from game.view.parts.pieces import fitted, press, symbol
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, grow, made, node, over, pad, row, sized, ways
from game.view.tree.looks import Fill, Stripes, Style
from game.view.tree.sight import Sight


def tool(key: str, name: str, icon: str, does: object, lang: str = "") -> Button:
    """Give a button of the bar; `lang` is the language of its name, where it is not the table's."""
    return Button(key, name, does, "dark", icon, size=theme.TEXT, lang=lang)


def heading(
    s: Sight, key: str, title: str, tools: tuple[Button, ...], first: Button | None = None, *, low: bool = False
) -> Piece:
    """Give the bar: its buttons with their words if they take half of it at most, else the primary one's only, or none.

    `first` is the button before the title (back); `low` tells that it stands at the bottom.
    """
    s = bars.sight(s)
    style = Style(theme.TITLE, theme.CHALK, bold=True, back=theme.SLATE, middle=True)
    before = symbol(s, first) if first is not None else None
    words = grow(node("heading", f"{key}:title", title, fitted(s, title, style, theme.LABEL, theme.TEXT)))
    worded, signs = [press(s, one) for one in tools], [symbol(s, one) for one in tools]
    mixed = [press(s, one) if one.kind == "primary" else symbol(s, one) for one in tools]
    halves = (
        _half(row(before, words, *some, gap=s.px(16)), row(before, *some, gap=s.px(16))) for some in (worded, mixed)
    )
    laid = ways(*halves, row(before, words, *signs, gap=s.px(12)))
    bar = sized(pad(laid, s.px(28), s.px(12)), tall=s.px(theme.BAR))
    ink = over(bar, lambda box: (Fill(box, theme.SLATE),))
    stripes = made(0, s.px(theme.STRIPES), lambda box: Stripes(box, theme.SLATE, theme.CHALK))
    return node("banner", f"{key}:bar", "", bars.beside(ink, stripes, low=low), states=("bar",))


def _half(bar: Piece, tools: Piece) -> Piece:
    """Give a bar that asks for twice the width of its tools."""
    return sized(bar, wide=2 * tools.wide)
