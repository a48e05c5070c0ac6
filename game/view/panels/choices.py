"""A question with its few answers side by side, one of them chosen."""

from __future__ import annotations

from game.view import theme
from game.view.box import Box
from game.view.looks import Style
from game.view.node import Node
from game.view.sight import Sight
from game.view.widgets import Button, Strip, button, label

Answers = tuple[tuple[str, str], ...]
"""Ids and words."""


def height(s: Sight, answers: Answers, width: int, columns: int = 0) -> int:
    """Give the height of the question and its answers at a width."""
    rows = -(-len(answers) // _columns(s, answers, width, columns))
    return s.step(theme.TEXT) + s.px(6) + rows * (s.px(theme.BUTTON) + s.px(8)) - s.px(8)


def _columns(s: Sight, answers: Answers, width: int, columns: int) -> int:
    """Put as many answers side by side as their words allow."""
    widest = max((s.width(words, theme.TEXT, bold=True) for _, words in answers), default=0) + s.px(36)
    return max(1, min(columns or len(answers), width // max(1, widest)))


def choices(s: Sight, box: Box, strip: Strip, columns: int = 0) -> Node:
    """Give the question over its answers."""
    head, rest = box.cut_top(s.step(theme.TEXT), s.px(6))
    across = _columns(s, strip.choices, box.w, columns)
    rows = rest.stack(s.px(theme.BUTTON), -(-len(strip.choices) // across), s.px(8))
    cells = [cell for row in rows for cell in row.columns(across, s.px(8))]
    kids: list[Node] = [label(s, head, f"{strip.key}:ask", strip.name, Style(ink=theme.INK_3))]
    for (answer, words), cell in zip(strip.choices, cells, strict=False):
        states = ("selected",) if answer == strip.chosen else ()
        made = Button(f"{strip.key}:{answer}", words, strip.press(answer), states=states, size=theme.TEXT)
        kids.append(button(s, cell, made))
    return Node("group", f"{strip.key}:choices", strip.name, box, kids=tuple(kids))
