"""Keys on the screen, for who has none but a finger: beside all else, under the field they write in, shown again.

Which signs there are, and in which order, is said by the catalogue: each language has its own.
"""

from __future__ import annotations

from dataclasses import replace

from game.view.answer.intents import EditField, SelectTab, Strike
from game.view.answer.ui import Editing, Ui
from game.view.answer.update import CAPITALS, PAGE
from game.view.parts.fields import Field, field
from game.view.parts.widgets import Button, button, icon_button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill
from game.view.tree.node import Node, top_layer
from game.view.tree.sight import Sight

KEY, GAP, WIDE, HEAD = 76, 8, 1240, 96
"""Height of a key, between two, width of the whole, height of the field above them, at 1080p."""
SIGNS = "signs"
PAGES = {"": "typing.letters", CAPITALS: "typing.letters", SIGNS: "typing.signs"}


def over(s: Sight, ui: Ui, board: Node) -> Node:
    """Give a screen with its layers and, where a finger writes in a field, the keys over it."""
    editing = ui.editing
    if editing is None or not editing.touch:
        return board
    node = top_layer(board).find(editing.key)
    if node is None or not isinstance(node.does, EditField):
        return board
    keys, *under = _keyboard(s, ui, editing, node), *board.kids
    if under and "modal" in under[-1].states:  # over what takes all presses, and of it: other hands go on beside them
        return replace(board, kids=(*under[:-1], replace(under[-1], kids=(*under[-1].kids, keys))))
    return replace(board, kids=(*under, keys))


def _keyboard(s: Sight, ui: Ui, editing: Editing, node: Node) -> Node:
    said = s.say(PAGES[ui.tab(PAGE, "")])  # it comes with the thin spaces of a sentence
    rows = [[sign for sign in row if not sign.isspace()] for row in said.split("|")]
    gap, head = s.px(GAP), s.px(HEAD)
    tall = min(s.px(KEY), (s.box.h * 7 // 8 - head) // (len(rows) + 1) - gap)
    wide = min(s.px(WIDE), s.box.w)
    _, panel = s.box.cut_bottom(head + (len(rows) + 1) * (tall + gap) + gap)[::-1]
    panel = panel.middle(wide, panel.h)
    top, keys = panel.inset(gap, gap).cut_top(head, gap)
    lines = keys.rows(len(rows) + 1, gap)
    kids = [
        _field(s, ui, top, editing, node),
        *(key for row, line in zip(rows, lines, strict=False) for key in _row(s, ui, row, line)),
        *_foot(s, ui, lines[-1]),
    ]
    look = Fill(panel, theme.PAPER, s.px(theme.RADIUS), theme.INK, s.px(3), shadow=s.px(12))
    return Node("dialog", "keys", s.say("typing.name", field=node.name), panel, (look,), kids=tuple(kids))


def _field(s: Sight, ui: Ui, box: Box, editing: Editing, node: Node) -> Node:
    """Show the field again, with its caret, over the keys that write in it."""
    one = Field(editing.key, node.name, editing.text, editing.limit, lines=editing.lines, live=editing.live,
                commit=editing.commit, slot=editing.slot)  # fmt: skip
    return replace(field(s, ui, box, one), key="keys:field")


def _row(s: Sight, ui: Ui, row: list[str], line: Box) -> list[Node]:
    """Lay a row of signs, as wide as the longest row's."""
    capital = ui.tab(PAGE, "") == CAPITALS
    signs = [sign.upper() if capital else sign for sign in row]
    wide = min((line.w + s.px(GAP)) // len(signs) - s.px(GAP), s.px(KEY + 34))
    spots = line.middle(len(signs) * (wide + s.px(GAP)) - s.px(GAP), line.h).columns(len(signs), s.px(GAP))
    keys = (Button(f"keys:{sign}", sign, Strike(sign), size=34) for sign in signs)
    return [button(s, spot, key) for spot, key in zip(spots, keys, strict=True)]


def _foot(s: Sight, ui: Ui, line: Box) -> list[Node]:
    """Lay capitals, signs, the space, what erases and what ends."""
    page = ui.tab(PAGE, "")
    gap, unit = s.px(GAP), line.w // 12
    shift, rest = line.cut_left(unit, gap)
    other, rest = rest.cut_left(2 * unit, gap)
    done, rest = rest.cut_right(2 * unit + unit // 2, gap)
    erase, rest = rest.cut_right(unit + unit // 2, gap)
    enter, space = rest.cut_right(unit, gap) if ui.editing is not None and ui.editing.lines else (None, rest)
    turn = "" if page == SIGNS else SIGNS
    capitals = "" if page == CAPITALS else CAPITALS
    chosen = ("selected",) if page == CAPITALS else ()
    made = [
        icon_button(s, shift, Button("keys:shift", s.say("typing.capitals"), Strike(page=capitals), icon="arrow-big-up",
                                     states=chosen)),
        button(s, other, Button("keys:page", s.say(f"typing.{'abc' if page == SIGNS else '123'}"), Strike(page=turn))),
        button(s, space, Button("keys:space", s.say("typing.space"), Strike(" "))),
        icon_button(s, erase, Button("keys:erase", s.say("typing.erase"), Strike(key="backspace"), icon="delete")),
        button(s, done, Button("keys:done", s.say("typing.done"), SelectTab(PAGE, ""), "primary")),
    ]  # fmt: skip
    if enter is not None:
        line_break = Button("keys:enter", s.say("typing.enter"), Strike(key="enter"), icon="corner-down-left")
        made.insert(3, icon_button(s, enter, line_break))
    return made
