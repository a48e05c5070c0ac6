"""The name of a sign without words, told beside it while the focus or the mouse is on it."""

from __future__ import annotations

from game.view.answer.ui import Ui
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node, top_layer, wordless
from game.view.tree.sight import Sight


def named(s: Sight, ui: Ui, board: Node) -> Node | None:
    """Give the plate; None where there is nothing to tell, or a hand holds something."""
    key = ui.focus if ui.focus and ui.focus_seen else ui.hovered
    node = top_layer(board).find(key) if key and not ui.held else None
    if node is None or not node.acts or not wordless(node):
        return None
    box = _beside(s, node.box, s.width(node.name, theme.TEXT, bold=True) + 2 * s.px(14))
    style = Style(ink=theme.WHITE, bold=True, back=theme.INK, align="centre", middle=True)
    look = (Fill(box, theme.INK, s.px(theme.RADIUS), theme.WHITE, s.px(2)), s.words(box, node.name, style))
    return Node("group", "named", "", box, look)


def _beside(s: Sight, sign: Box, wide: int) -> Box:
    """Give the room above a sign, below it where there is none, within the window."""
    tall, gap, wide = s.px(44), s.px(8), min(wide, s.box.w)
    over, left = sign.y - gap - tall, sign.centre[0] - wide // 2
    y = over if over >= s.box.y else sign.bottom + gap
    return Box(max(s.box.x, min(left, s.box.right - wide)), y, wide, tall)
