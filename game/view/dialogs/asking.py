"""What the council's dialogs share: blocks that scroll above a row of buttons."""

from __future__ import annotations

from collections.abc import Callable

from game.view.column import column
from game.view.node import Node
from game.view.panels.blocks import Block
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, dialog_frame

Way = tuple[str, str, object, str, bool]
"""A button: key, words, what it does, its kind, and whether it may be pressed."""

EDGES = 2 * 28 + 64 + 12 + 16 + 66 + 10
"""What stands around the blocks: margins, title, buttons, and a little air."""


def asking(
    s: Sight, ui: Ui, key: str, title: str, size: tuple[int, int], blocks: Callable[[int], tuple[Block, ...]],
    ways: tuple[Way, ...],
) -> Node:  # fmt: skip
    """Give a dialog: a title, blocks that scroll if they must, and buttons; `size` is the most it takes."""
    wide = min(s.px(size[0]), s.box.w - 2 * s.px(24)) - 2 * s.px(32)
    content = sum(block.tall + s.px(14) for block in blocks(wide))
    tall = min(s.px(size[1]), content + s.px(EDGES))
    frame, inner = dialog_frame(s, key, title, s.px(size[0]), tall)
    foot, body = inner.cut_bottom(s.px(66), s.px(16))
    cells = foot.columns(len(ways), s.px(16))
    buttons = tuple(
        button(s, cell, Button(f"{key}:{way}", words, does, kind=kind, states=() if able else ("disabled",)))
        for cell, (way, words, does, kind, able) in zip(cells, ways, strict=True)
    )
    return frame((column(s, ui, body, f"{key}:body", title, blocks, s.px(14)), *buttons))
