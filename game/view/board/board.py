"""The board of Enjeux and Leviers: plan on the left, ledger on the right, hand below; from 140 % one at a time.

In an upright window plan, ledger and hand lie under one another.
"""

from __future__ import annotations

from game.core.session import Session
from game.view.answer.intents import Pan
from game.view.answer.ui import Ui
from game.view.board import hand, ledger, one_family
from game.view.parts import bars, footer, loads
from game.view.parts.widgets import Strip, tabs, tabs_width
from game.view.plan import plan, tools
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SWITCHED, ALONE = 140, 200
"""Text scales from which the plan is a view of its own, and from which one family is shown at a time (table.md)."""
LEDGER, HAND = 950, 274
ASIDE = 306
CELL = 200
"""The least width of a cell in which a label can be read, at 1080p."""
ROWS = (0.6, 0.72)
"""What the ledger takes of an upright window's height, beside the plan's part: at least, and where its rows need it."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the board."""
    beside = _upright if s.upright else _wide
    whole = ui.percent < SWITCHED and not _tight(s, session, box)
    kids = beside(s, ui, session, box) if whole else _switched(s, ui, session, box)
    return Node("group", "board:body", "", box, (Fill(box, theme.PAPER),), kids=kids)


def reaches(s: Sight, ui: Ui) -> bool:
    """Tell whether the ledger goes down to the window's edge, beside the foot: its rows need the height."""
    return not s.upright and ui.percent < SWITCHED and footer.height(s, ui) == bars.sight(s).px(bars.FOOT)


def ledger_width(s: Sight, box: Box) -> int:
    """Give the width of the ledger beside the plan: the town is what one sees first, the ledger what one reads next."""
    return min(s.px(LEDGER), box.w * 52 // 100)


def _wide(s: Sight, ui: Ui, session: Session, box: Box) -> tuple[Node, ...]:
    right, left = box.cut_right(ledger_width(s, box))
    if reaches(s, ui):
        left = left.cut_bottom(footer.height(s, ui))[1]
    below, town = left.cut_bottom(s.px(HAND))
    strip, rows = right.cut_bottom(loads.height(s))
    return (
        plan.build(s, ui, session.workshop, plan.issues_pinned(s, session), town),
        ledger.build(s, ui, session, rows),
        loads.build(s, session, strip),
        hand.build(s, ui, session, below, across=True),
    )


def _upright(s: Sight, ui: Ui, session: Session, box: Box) -> tuple[Node, ...]:
    below, rest = box.cut_bottom(s.px(HAND))
    strip, rest = rest.cut_bottom(loads.height(s))
    rows, town = rest.cut_bottom(rows_height(s, session, rest))
    return (
        plan.build(s, ui, session.workshop, plan.issues_pinned(s, session), town),
        ledger.build(s, ui, session, rows),
        loads.build(s, session, strip),
        hand.build(s, ui, session, below, across=True),
    )


def _tight(s: Sight, session: Session, box: Box) -> bool:
    """Tell whether an upright window is too narrow for cells side by side in which a label can be read."""
    return s.upright and ledger.cell_wide(s, session, box) < s.px(CELL)


def rows_height(s: Sight, session: Session, box: Box) -> int:
    """Give the height of the ledger under the plan of an upright window."""
    least, most = (round(box.h * share) for share in ROWS)
    needed = ledger.row_tall(s, session, Box(box.x, box.y, box.w, least)) * len(session.workshop.families)
    return min(most, max(least, needed))


def _switched(s: Sight, ui: Ui, session: Session, box: Box) -> tuple[Node, ...]:
    strip, rest = box.cut_bottom(loads.height(s, low=True))
    aside, main = rest.cut_bottom(s.px(HAND)) if s.upright else rest.cut_right(s.px(ASIDE))
    head, body = main.cut_top(s.px(52))
    views = tuple((name, s.say(f"board.view.{name}")) for name in ("table", "plan"))
    chosen = ui.tab("view", "table")
    line = head.inset(s.px(10), s.px(3))
    switched = Strip("view", s.say("board.views"), views, chosen)
    switch, more = line.cut_left(max(s.px(240), tabs_width(s, switched)), s.px(8))
    kids = [tabs(s, switch, switched)]
    if chosen == "plan":
        side = s.px(46)
        spots = more.cut_right(3 * side + s.px(16))[0].shelf(side, 3, s.px(8))
        town = plan.build(s, ui, session.workshop, plan.issues_pinned(s, session), body, over=False)
        shown = town.does.seen if isinstance(town.does, Pan) else ui.camera
        kids += [*tools.laid(s, spots, ui.camera, shown), town]
    elif ui.percent >= ALONE or _tight(s, session, body):
        kids.append(one_family.build(s, ui, session, body))
    else:
        rolls = ("ledger", ledger.row_tall(s, session, body))
        kids += [one_family.families_in(s, ui, session, more, ui.tab(ledger.CHOSEN, ""), rolls),
                 ledger.build(s, ui, session, body)]  # fmt: skip
    return *kids, hand.build(s, ui, session, aside, across=s.upright), loads.build(s, session, strip)
