"""The bar of the narrated demo, over everything: a sentence a step, back, play or pause, on; the way out."""

from __future__ import annotations

from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.parts import bars
from game.view.parts.pieces import fitted, symbol
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, grow, middle, node, over, pad, row
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

DO, AT, SAID, PLAYS = "demo:do", "demo:at", "demo:said", "demo:plays"
"""Strips of the view: what is asked of whoever plays; where it stands ("12/48"); its sentence; whether it plays on."""


def shown(ui: Ui) -> bool:
    """Tell whether a demo is told."""
    return bool(ui.tab(AT, ""))


def build(s: Sight, ui: Ui) -> Node:
    """Build the bar: it takes the place of the session's, whose buttons nobody needs meanwhile."""
    small = bars.sight(s)
    now, last = ui.tab(AT, "").split("/")
    said = s.say("demo.where", n=int(now), count=int(last), said=ui.tab(SAID, ""))
    style = Style(theme.TITLE, theme.WHITE, bold=True, back=theme.INK, middle=True)
    words = fitted(small, said, style, theme.LABEL, theme.BODY, theme.TEXT)
    told = node("heading", "demo:said", said, words, states=("live",))
    ways = _ways(small, ui, ended=now == last, begun=now != "0")
    inside = pad(row(grow(told), *ways, gap=small.px(10)), small.px(24), small.px(10))
    box = s.box.cut_top(bars.head(s) + small.px(theme.STRIPES))[0]
    look = over(inside, lambda area: (Fill(area, theme.INK, 0, theme.ACCENT, small.px(4)),))
    bar = node("group", "demo:bar", s.say("demo.bar"), look, states=("bar",)).node(box)
    return Node("group", "demo:veil", "", s.box, states=("modal",), kids=(bar,))


def _ways(s: Sight, ui: Ui, *, ended: bool, begun: bool) -> tuple[Piece, ...]:
    plays = bool(ui.tab(PLAYS, ""))
    play = ("pause", "pause") if plays else ("play", "play")
    listed = (
        ("back", "back", "arrow-left", begun),
        ("play", *play, not ended),
        ("next", "next", "arrow-right", not ended),
        *((("write", "write", "file-down", True),) if ended else ()),
        ("leave", "leave", "x", True),
    )
    first = "leave" if ended else "next"
    return tuple(_way(s, way, name, sign, able=able, first=way == first) for way, name, sign, able in listed)


def _way(s: Sight, way: str, name: str, sign: str, *, able: bool, first: bool) -> Piece:
    states = (*(() if able else ("disabled",)), *(("default",) if first and able else ()))
    kind = "primary" if first else "plain"
    button = Button(f"demo:{way}", s.say(f"demo.{name}"), SelectTab(DO, way), kind, sign, states)
    return middle(symbol(s, button, 64))
