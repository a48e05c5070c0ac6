"""What is written in a field, in the form assistive tools read it: a run a line, and where each sign stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from game.type.measure import spelt
from game.view.answer.intents import EditField
from game.view.tree.node import Node

WORD = re.compile(r"\S{1,200}\s{0,50}|\s{1,50}")
"""A word and the spaces after it; AccessKit counts the signs of one on a byte."""


def runs(kit: Any, node: Node, does: EditField) -> Iterator[Any]:
    """Give a run for each line that a field shows; each keeps the line break it ends with."""
    text = spelt(node.value)
    ends = [*(start for start, _ in does.rows[1:]), len(text)]
    for i, ((start, top), end) in enumerate(zip(does.rows, ends, strict=True)):
        bottom = does.rows[i + 1][1] if i + 1 < len(ends) else max(top, node.box.bottom)
        made = _run(kit, text[start:end])
        made.set_bounds(kit.Rect(node.box.x, top, node.box.right, bottom))
        if does.carets:
            _spread(made, [x - node.box.x for x in does.carets[i][2]], end - start)
        yield made


def _run(kit: Any, text: str) -> Any:
    made = kit.Node(kit.Role.TEXT_RUN)
    made.set_value(text)
    made.set_character_lengths([len(sign.encode()) for sign in text])
    made.set_word_lengths([len(word) for word in WORD.findall(text)])
    made.set_text_direction(kit.TextDirection.LEFT_TO_RIGHT)
    return made


def _spread(made: Any, xs: list[int], signs: int) -> None:
    """Tell where each sign is in its run: a magnifier follows the caret by it. A line break takes no room."""
    xs = [*xs, xs[-1]]
    made.set_character_positions([float(x) for x in xs[:signs]])
    made.set_character_widths([float(end - x) for x, end in pairwise(xs)][:signs])


def selection(kit: Any, does: EditField, numbers: list[int]) -> Any:
    """Give what is selected in a field whose runs have these numbers; its end where nobody types."""
    end = len(does.text)
    spots = (_spot(does, at) for at in does.picked or (end, end))
    return kit.TextSelection(*(kit.TextPosition(numbers[line], at) for line, at in spots))


def _spot(does: EditField, at: int) -> tuple[int, int]:
    line = max(i for i, (start, _) in enumerate(does.rows) if start <= at)
    return line, at - does.rows[line][0]
