"""The whole screen: the room's screen, the layers over it, then the hands. `build` is the only way to a tree."""

from __future__ import annotations

from dataclasses import replace

from game.core.session import Session
from game.view import hands, layers, screens, typing
from game.view.answer.members import only, told
from game.view.answer.shelf import Shelf
from game.view.answer.ui import Ui
from game.view.screens import SCREENS, at_home, drawn
from game.view.tree.box import Box
from game.view.tree.legibility import largest
from game.view.tree.looks import Fill
from game.view.tree.node import Node
from game.view.tree.sight import Measure, Memo, Sight, Speaker, plain
from game.view.tree.theme import PAPER

LEAST = 0.15
"""Scale of a window under which its smallest text would have less than four pixels: 288 by 162."""


def unit(size: tuple[int, int], percent: int) -> float:
    """Give the scale of a window: 1.0 at 1080p, lying or upright, and text 100 %; none over what it has room for."""
    return plain(size) * min(percent, largest(size)) / 100


def sight(
    speaker: Speaker, measure: Measure, size: tuple[int, int], percent: int = 100, memo: Memo | None = None
) -> Sight:
    """Gather what every part of a window is built with."""
    return Sight(speaker, measure, Box(0, 0, *size), unit(size, percent), memo or Memo())


def build(session: Session | None, ui: Ui, s: Sight, shelf: Shelf | None = None) -> Node:
    """Build the tree: kids are the board (screen and layers), then the hands (held things, focus, toast).

    A motion changes only the hands: the board is kept as long as the session and the steady part of the view are. Where
    nothing could be read both are bare: a press there would be of one knows not what.
    """
    if unit((s.box.w, s.box.h), 100) < LEAST:
        bare = Node("group", "board", "", s.box, (Fill(s.box, PAPER),))
        return Node("window", "window", s.say("window.title"), s.box, kids=(bare, Node("group", "hands", "", s.box)))
    ui = replace(ui, percent=min(ui.percent, largest((s.box.w, s.box.h))))
    board = s.kept("board", _board, ui.steady(), session, shelf or Shelf())
    takers = ui.takers() if ui.held else ()
    if takers and "crowded" in (board.find("plan") or board).states:  # its plates make room for the card
        board = s.kept("board:held", _board, replace(ui.steady(), offered=takers), session, shelf or Shelf())
    return Node("window", "window", s.say("window.title"), s.box, kids=(board, hands.build(s, ui, session, board)))


def late(tree: Node, ui: Ui, speaker: Speaker, measure: Measure) -> Node:
    """Give a tree with the sentence that a gesture is being saved, in the place of what was said; all else stays."""
    s = sight(speaker, measure, (tree.box.w, tree.box.h), ui.percent)
    board, floating = tree.kids
    return replace(tree, kids=(board, hands.late(s, floating)))


def _board(s: Sight, ui: Ui, session: Session | None, shelf: Shelf) -> Node:
    if ui.lead.room:
        screen = screens.room(s, ui, session)
        over = () if ui.lead.black else layers.build(s, ui, session, screen)
        over = (told(over[0]), *over[1:]) if over and ui.dialog else over
        return only(Node("group", "board", "", s.box, kids=(screen, *over)))
    if session is not None and ui.screen in SCREENS:
        paged = ui.lead.page and ui.screen == "play"
        screen = screens.led(s, ui, session) if paged else SCREENS[ui.screen](s, ui, session)
    else:
        screen = drawn(s, ui) or at_home(s, ui, shelf)
    return typing.over(s, ui, Node("group", "board", "", s.box, kids=(screen, *layers.build(s, ui, session, screen))))
