"""The dark bar and its clapperboard over the screens without a running phase: home and seats."""

from __future__ import annotations

from game.view import theme
from game.view.box import Box
from game.view.looks import Fill, Stripes
from game.view.node import Node
from game.view.sight import Sight
from game.view.widgets import button, icon_button

Tool = tuple[str, str, str, object]
"""A button of the bar: key, name, icon, what it does."""


def heading(s: Sight, key: str, title: str, tools: tuple[Tool, ...], first: Tool | None = None) -> tuple[Node, Box]:
    """Give the bar, and the box left under it. `first` is the button before the title (back)."""
    whole, body = s.box.cut_top(s.px(theme.BAR + theme.STRIPES))
    bar, stripes = whole.cut_top(s.px(theme.BAR))
    inner = bar.inset(s.px(28), s.px(16))
    kids: list[Node] = []
    if first is not None:
        spot, inner = inner.cut_left(s.px(theme.BUTTON), s.px(20))
        kids.append(icon_button(s, spot, *first))
    made, inner = _tools(s, inner, tools)
    sizes = (theme.TITLE, theme.LABEL, theme.TEXT)
    words = s.fitted(inner, title, sizes, theme.WHITE, bold=True, middle=True, back=theme.INK)
    kids.append(Node("heading", f"{key}:title", title, inner, (words,)))
    look = (Fill(bar, theme.INK), Stripes(stripes, theme.INK, theme.WHITE))
    return Node("banner", f"{key}:bar", "", whole, look, kids=(*kids, *made)), body


def _tools(s: Sight, inner: Box, tools: tuple[Tool, ...]) -> tuple[list[Node], Box]:
    """Lay the buttons from the right: with their words if they take half of the bar at most, else icons only."""
    widths = [s.width(name, theme.TEXT, bold=True) + s.px(90) for _, name, _, _ in tools]
    worded = sum(widths) <= inner.w // 2
    kids: list[Node] = []
    for tool, width in reversed(list(zip(tools, widths, strict=True))):
        spot, inner = inner.cut_right(width if worded else s.px(theme.BUTTON), s.px(12))
        key, name, icon, does = tool
        made = (
            button(s, spot, key, name, does, kind="dark", icon=icon, size=theme.TEXT)
            if worded
            else icon_button(s, spot, key, name, icon, does)
        )
        kids.insert(0, made)
    return kids, inner
