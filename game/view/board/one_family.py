"""One family at a time, where the text is so large that the ledger shows no more: families as tabs over its cells."""

from __future__ import annotations

from game.core.family import Family
from game.core.session import Session
from game.view.answer.gestures import RowSpot
from game.view.answer.intents import ScrollBy, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.board.ledger import CHOSEN, Shown, cells, counts, shown
from game.view.parts.lists import Listed, scrolled
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import made
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

TALL, NARROW = 236, 300
"""In 1080p pixels: least height of a cell (label, figures, two levers on two lines), least width of one of two."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the tabs and the cells of the chosen family, the first one if none is."""
    return s.part("single", _build, ui.only(tabs=(CHOSEN,), scrolls=("single:row",)), session, box)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    chosen = next((family for family in session.workshop.families if family.id == ui.tab(CHOSEN, "")), None)
    family = chosen or session.workshop.families[0]
    head, body = box.cut_top(s.px(50), s.px(2))
    strip = families_in(s, ui, session, head.inset(s.px(10), s.px(2)), family.id)
    count = max(session.limits.issues_per_family, len(session.issues_of(family.id)))
    stacked = body.w < s.px(NARROW) * count
    inner = body.inset(s.px(4), 0)
    width = inner.w - s.px(36) if stacked else (inner.w - s.px(36 + 8 * (count - 1))) // count
    one = next(one for one in shown(s, session, width) if one.family is family)
    tall = max(max(s.px(TALL), one.needs[0]) * (count if stacked else 1), body.h)
    row = made(0, tall, lambda area: s.part(f"row:{family.id}", _row, one, stacked, area))
    rows = scrolled(s, ui, Listed("single:row", family.name.say(s.speaker.lang)), (row,)).node(inner)
    return Node("group", "single", s.say("board.ledger"), box, kids=(strip, rows))


def _row(s: Sight, one: Shown, stacked: bool, area: Box) -> Node:  # noqa: FBT001
    family = one.family
    edge = (Fill(area, theme.WHITE, s.px(theme.RADIUS), family.colour, s.px(3)),)
    name = s.say("board.row", family=family.name.say(s.speaker.lang))
    kids = cells(s, one, area.inset(s.px(2)), stacked=stacked)
    return Node("row", f"row:{family.id}", name, area, edge, accepts=RowSpot(family.id), kids=kids)


def families_in(
    s: Sight, ui: Ui, session: Session, box: Box, chosen: str, rolls: tuple[str, int] | None = None
) -> Node:
    """Give the families as tabs; a card may be dropped on each. `rolls`: the list they scroll, and its rows' height."""
    families = session.workshop.families
    spots = box.columns(len(families), s.px(6))
    kids = []
    for i, (family, spot) in enumerate(zip(families, spots, strict=True)):
        does: object = SelectTab(CHOSEN, family.id)
        if rolls is not None:
            does = Several((does, ScrollBy(rolls[0], i * rolls[1] - ui.scroll(rolls[0]))))
        kids.append(_tab(s, session, family, spot, does, here=family.id == chosen))
    return Node("tabs", "families", s.say("board.families"), box, kids=tuple(kids))


def _tab(s: Sight, session: Session, family: Family, box: Box, does: object, *, here: bool) -> Node:
    ink, side = theme.on(family.colour), s.px(28)
    used, limit = counts(session, family.id)
    spot, words = box.inset(s.px(8), 0).cut_left(side, s.px(4))
    text = f"{family.letter} {used}/{limit}"
    marks: list[Mark] = [Fill(box, family.colour, s.px(10), theme.ACCENT if here else family.colour, s.px(5))]
    if words.w >= s.width(text, theme.TEXT, bold=True):
        marks.append(Icon(spot.middle(side, side), family.icon, ink))
    else:
        words = box.inset(s.px(2), 0)
        text = text if words.w >= s.width(text, theme.TEXT, bold=True) else family.letter
    marks.append(s.words(words, text, Style(ink=ink, bold=True, back=family.colour, align="centre", middle=True)))
    name = s.say("board.single", family=family.name.say(s.speaker.lang), used=used, limit=limit)
    states = ("selected",) if here else ()
    return Node("tab", f"tab:family:{family.id}", name, box, tuple(marks), does, states,
                accepts=RowSpot(family.id))  # fmt: skip
