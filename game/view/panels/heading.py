"""The dark bar and its clapperboard over the screens without a running phase: home and seats."""

from __future__ import annotations

from game.view import theme
from game.view.box import Box
from game.view.looks import Fill, Stripes, Style
from game.view.node import Node
from game.view.sight import Sight
from game.view.widgets import Button, button, icon_button


def tool(key: str, name: str, icon: str, does: object) -> Button:
    """Give a button of the bar."""
    return Button(key, name, does, "dark", icon, size=theme.TEXT)


def heading(s: Sight, key: str, title: str, tools: tuple[Button, ...], first: Button | None = None) -> tuple[Node, Box]:
    """Give the bar, and the box left under it. `first` is the button before the title (back)."""
    whole, body = s.box.cut_top(s.px(theme.BAR + theme.STRIPES))
    bar, stripes = whole.cut_top(s.px(theme.BAR))
    inner = bar.inset(s.px(28), s.px(16))
    kids: list[Node] = []
    if first is not None:
        spot, inner = inner.cut_left(s.px(theme.BUTTON), s.px(20))
        kids.append(icon_button(s, spot, first))
    made, inner = _tools(s, inner, tools)
    sizes = (theme.TITLE, theme.LABEL, theme.TEXT)
    words = s.fitted(inner, title, Style(sizes[0], theme.WHITE, bold=True, back=theme.INK, middle=True), *sizes[1:])
    kids.append(Node("heading", f"{key}:title", title, inner, (words,)))
    look = (Fill(bar, theme.INK), Stripes(stripes, theme.INK, theme.WHITE))
    return Node("banner", f"{key}:bar", "", whole, look, kids=(*kids, *made)), body


def _tools(s: Sight, inner: Box, tools: tuple[Button, ...]) -> tuple[list[Node], Box]:
    """Lay the buttons from the right: with their words if they take half of the bar at most, else icons only."""
    widths = [s.width(name, theme.TEXT, bold=True) + s.px(90) for name in (tool.name for tool in tools)]
    worded = sum(widths) <= inner.w // 2
    kids: list[Node] = []
    for tool, width in reversed(list(zip(tools, widths, strict=True))):
        spot, inner = inner.cut_right(width if worded else s.px(theme.BUTTON), s.px(12))
        kids.insert(0, (button if worded else icon_button)(s, spot, tool))
    return kids, inner
