"""The facilitator's page: three columns where they fit, else one at a time under their names."""

from __future__ import annotations

from collections.abc import Callable

from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.lead import podium, running, watching
from game.view.parts import bars, topbar
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import strip
from game.view.parts.widgets import Strip
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, Pieces
from game.view.tree.looks import Fill, Stripes
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIDES: dict[str, Callable[[Sight, Ui, Session], Pieces]] = {
    "say": running.pieces,
    "show": podium.pieces,
    "room": watching.pieces,
}
SIDE = "lead:side"
"""The strip that tells which column stands where one alone does."""
WIDE = 1400
"""Width of the window, at 1080p and the text's scale, from which the three columns stand side by side."""
UPRIGHT, HIGH = 900, (4, 3, 3)
"""From which width they stand under one another in an upright window, and their parts of its height."""
EDGE, APART, GAP = 24, 32, 12


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the page of an open session."""
    bar, rest = s.box.cut_top(bars.head(s))
    stripes, rest = rest.cut_top(bars.sight(s).px(theme.STRIPES))
    body = rest.inset(s.px(EDGE), s.px(EDGE // 2))
    all_three = s.box.w >= s.px(UPRIGHT if s.upright else WIDE)
    columns = _abreast(s, ui, session, body) if all_three else _one(s, ui, session, body)
    look = (Fill(s.box, theme.PAPER), Stripes(stripes, theme.INK, theme.WHITE))
    return Node("group", "lead", s.say("lead.page"), s.box, look, kids=(topbar.build(s, ui, session, bar), *columns))


def _abreast(s: Sight, ui: Ui, session: Session, box: Box) -> tuple[Node, ...]:
    spots = box.split_rows(*HIGH, gap=s.px(APART)) if s.upright else box.columns(3, s.px(APART))
    return tuple(_side(s, ui, session, side).node(spot) for side, spot in zip(SIDES, spots, strict=True))


def _one(s: Sight, ui: Ui, session: Session, box: Box) -> tuple[Node, ...]:
    chosen = ui.tab(SIDE, "say")
    choices = tuple((side, s.say(f"lead.side.{side}")) for side in SIDES)
    named = strip(s, Strip(SIDE, s.say("lead.page"), choices, chosen))
    head, rest = box.cut_top(named.tall(box.w), s.px(GAP))
    return named.node(head), _side(s, ui, session, chosen if chosen in SIDES else "say").node(rest)


def _side(s: Sight, ui: Ui, session: Session, side: str) -> Piece:
    return scrolled(s, ui, Listed(f"lead:{side}", s.say(f"lead.side.{side}"), GAP), SIDES[side](s, ui, session))
