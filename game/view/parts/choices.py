"""A question with its few answers side by side, one of them chosen."""

from __future__ import annotations

from game.view.parts.pieces import label, press
from game.view.parts.widgets import Button, Strip
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grid, node, ways
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

RADIO = "radio"
"""One answer of several, of which one is chosen: heard as such."""
Answers = tuple[tuple[str, str], ...]
"""Ids and words."""


def radio(*, on: bool) -> tuple[str, ...]:
    """Give the states of one answer, chosen or not."""
    return (RADIO, "selected") if on else (RADIO,)


def choices(s: Sight, asked: Strip) -> Piece:
    """Give the question over its answers, as many side by side as their words allow."""
    buttons = [
        press(s, Button(f"{asked.key}:{answer}", words, asked.press(answer), size=theme.TEXT,
                        states=radio(on=answer == asked.chosen)))
        for answer, words in asked.choices
    ]  # fmt: skip
    answers = ways(*(grid(buttons, across, s.px(8)) for across in range(len(buttons), 0, -1)))
    head = label(s, f"{asked.key}:ask", asked.name, Style(ink=theme.INK_3))
    return node("radios", f"{asked.key}:choices", asked.name, column(head, answers, gap=s.px(6)))
