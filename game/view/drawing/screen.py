"""The screen where the places of a town are drawn: the plan under its tools, and a sheet beside it."""

from __future__ import annotations

from dataclasses import replace

from game.view.answer.drawn import Drawn
from game.view.answer.intents import Camera, MoveCamera, Redo, SelectTab, Undo
from game.view.answer.plan import zoomed
from game.view.answer.shelf import LeaveDrawing
from game.view.answer.ui import Ui
from game.view.drawing import state
from game.view.drawing.plan import plan
from game.view.drawing.sheets import FIND, beside
from game.view.parts.heading import heading, tool
from game.view.parts.pieces import press, symbol
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, Shown, column, grow, made, node, over, pad, row, sized, space, ways
from game.view.tree.looks import Fill
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIDE = 620
"""Width of what stands beside the plan, at 1080p; never over two fifths of the room."""


def build(s: Sight, ui: Ui, drawn: Drawn) -> Node:
    """Build the screen of a drawing."""
    title = s.say("drawing.title", town=drawn.town.say(s.speaker.lang))
    screen = column(heading(s, "drawing", title, _bar(s, drawn)), grow(_body(s, ui, drawn)))
    return node("group", "drawing", title, over(screen, lambda box: (Fill(box, theme.PAPER),))).node(s.box)


def _bar(s: Sight, drawn: Drawn) -> tuple[Button, ...]:
    marks = (("undo", "undo-2", Undo(), drawn.why_no_undo), ("redo", "redo-2", Redo(), drawn.why_no_redo))
    found = [replace(tool(f"drawing:{key}", s.say(f"drawing.{key}"), icon, does), states=("disabled",) if why else ())
             for key, icon, does, why in marks]  # fmt: skip
    return (*found, tool("drawing:done", s.say("drawing.done"), "check", LeaveDrawing()))


def _body(s: Sight, ui: Ui, drawn: Drawn) -> Piece:
    def put(box: Box) -> tuple[Shown, ...]:
        wide = min(s.px(SIDE), box.w * 2 // 5)
        left = column(_tools(s, ui), grow(made(0, 0, lambda inner: plan(s, ui, drawn, inner))))
        side = over(
            pad(grow(beside(s, _mine(ui, drawn), drawn)), s.px(20), s.px(16)), lambda at: (Fill(at, theme.PAPER),)
        )
        right = node("group", "drawing:side", "", side)
        return row(grow(left), sized(right, wide=wide)).put(box)

    return Piece(0, lambda _: 0, put)


def _mine(ui: Ui, drawn: Drawn) -> Ui:
    place = state.chosen(ui, drawn)
    shown = place.id if place is not None else "new"
    return ui.only(
        tabs=(state.TOOL, state.PLACE, state.CORNER),
        scrolls=("drawing:list", f"drawing:sheet:{shown}"),
        fields=FIND.partition(":")[0],
    )


def _tools(s: Sight, ui: Ui) -> Piece:
    """Give what a press on the plan does, and what looks closer, farther, at all of it."""
    adding, look = state.adding(ui), ui.looking if ui.looking.zoom >= 1 else Camera()
    tools = ((state.CHOOSE, "mouse-pointer-2", not adding), (state.ADD, "pencil", adding))
    hands = [_tool(s, key, icon, on=on) for key, icon, on in tools]
    closer, farther = (zoomed(look, by, most=state.CLOSEST) for by in (1, -1))
    ways_to_look = (("closer", "plus", closer), ("farther", "minus", farther), ("whole", "maximize", Camera()))
    looks = [
        symbol(s, Button(f"drawing:look:{key}", s.say(f"board.plan.{key}"), MoveCamera(to), icon=icon,
                         states=("disabled",) if to == look else ()))
        for key, icon, to in ways_to_look
    ]  # fmt: skip
    gap = s.px(theme.GAP)
    ends = row(*looks, gap=gap)
    worded = row(*(press(s, one) for one in hands), grow(space()), ends, gap=gap)
    signs = row(*(symbol(s, one) for one in hands), grow(space()), ends, gap=gap)
    bar = pad(ways(worded, signs), s.px(20), s.px(10))
    return node("group", "drawing:tools", s.say("drawing.tools"), bar)


def _tool(s: Sight, key: str, icon: str, *, on: bool) -> Button:
    """Give a tool, dark while it is in the hand."""
    kind, states = ("dark", ("selected",)) if on else ("plain", ())
    return Button(f"drawing:tool:{key}", s.say(f"drawing.tool.{key}"), SelectTab(state.TOOL, key), kind, icon, states)
