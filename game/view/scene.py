"""The whole screen: the room's screen, the layers over it, then the hands. `build` is the only way to a tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.view import hands, layers
from game.view.box import Box
from game.view.looks import Fill
from game.view.node import Node
from game.view.screens import SCREENS
from game.view.sight import Measure, Memo, Sight, Speaker
from game.view.theme import PAPER
from game.view.ui import Ui

Screen = Callable[[Sight], Node]
LEAST = 0.15
"""Scale of a window under which its smallest text would have less than four pixels: 288 by 162."""


def unit(size: tuple[int, int], percent: int) -> float:
    """Give the scale of a window: 1.0 at 1080p and text 100 %."""
    return min(size[0] / 1920, size[1] / 1080) * percent / 100


def sight(
    session: object,
    ui: Ui,
    speaker: Speaker,
    measure: Measure,
    size: tuple[int, int],
    memo: Memo | None = None,
    shelf: object = None,
) -> Sight:
    """Gather what a screen is built from."""
    box = Box(0, 0, *size)
    return Sight(session, ui, speaker, measure, box, unit(size, ui.percent), memo or Memo(), shelf)


def build(
    session: object,
    ui: Ui,
    speaker: Speaker,
    measure: Measure,
    size: tuple[int, int],
    memo: Memo | None = None,
    shelf: object = None,
) -> Node:
    """Build the tree: kids are the board (screen and layers), then the hands (held things, focus, toast).

    A motion changes only the hands: the board is kept as long as the session and the steady part of the view are. Where
    nothing could be read both are bare: a press there would be of one knows not what.
    """
    s = sight(session, ui, speaker, measure, size, memo, shelf)
    if unit(size, 100) < LEAST:
        bare = Node("group", "board", "", s.box, (Fill(s.box, PAPER),))
        return Node("window", "window", s.say("window.title"), s.box, kids=(bare, Node("group", "hands", "", s.box)))
    reads = (session, ui.steady(), s.box, speaker.lang, shelf, ui.now)
    board = s.memo.keep("board", reads, lambda: _board(s))
    return Node("window", "window", s.say("window.title"), s.box, kids=(board, hands.build(s, board)))


def late(tree: Node, ui: Ui, speaker: Speaker, measure: Measure) -> Node:
    """Give a tree with the sentence that a gesture is being saved, in the place of what was said; all else stays."""
    s = sight(None, ui, speaker, measure, (tree.box.w, tree.box.h))
    board, floating = tree.kids
    return replace(tree, kids=(board, hands.late(s, floating)))


def _board(s: Sight) -> Node:
    screen = SCREENS.get(s.ui.screen, SCREENS["home"])(s)
    return Node("group", "board", "", s.box, kids=(screen, *layers.build(s)))
