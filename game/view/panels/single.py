"""One family at a time, where the text is so large that the ledger shows no more: families as tabs over its cells."""

from __future__ import annotations

from game.core.family import Family
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.gestures import RowSpot
from game.view.intents import ScrollBy, SelectTab, Several
from game.view.looks import Fill, Icon, Mark
from game.view.node import Node
from game.view.panels.cells import pulled_cards
from game.view.panels.ledger import CHOSEN, cells, counts
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import scroll_list

TALL, NARROW = 236, 300
"""In 1080p pixels: least height of a cell (label, figures, two levers on two lines), least width of one of two."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the tabs and the cells of the chosen family, the first one if none is."""
    return s.part("single", _build, ui.only(tabs=(CHOSEN,), scrolls=("single:row",)), session, box)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    families = session.workshop.families
    wanted = ui.tab(CHOSEN, "")
    chosen = next((family for family in families if family.id == wanted), families[0])
    head, body = box.cut_top(s.px(50), s.px(2))
    strip = families_in(s, ui, session, head.inset(s.px(10), s.px(2)), chosen.id)
    count = max(session.limits.issues_per_family, len(session.issues_of(chosen.id)))
    stacked = body.w < s.px(NARROW) * count
    tall = max(s.px(TALL) * (count if stacked else 1), body.h)

    def make(_: int, area: Box) -> Node:
        return _row(s, session, chosen, area, stacked=stacked)

    cells_list = scroll_list(
        s, ui, body.inset(s.px(4), 0), "single:row", chosen.name.say(s.speaker.lang), tall, make, 1
    )
    return Node("group", "single", s.say("board.ledger"), box, kids=(strip, cells_list))


def _row(s: Sight, session: Session, family: Family, area: Box, *, stacked: bool) -> Node:
    edge = (Fill(area, theme.WHITE, s.px(theme.RADIUS), family.colour, s.px(3)),)
    name = s.say("board.row", family=family.name.say(s.speaker.lang))
    kids = cells(s, session, family, area.inset(s.px(2)), pulled_cards(session), stacked=stacked)
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
    marks.append(s.words(words, text, theme.TEXT, ink, bold=True, align="centre", middle=True, back=family.colour))
    name = s.say("board.single", family=family.name.say(s.speaker.lang), used=used, limit=limit)
    states = ("selected",) if here else ()
    return Node("tab", f"tab:family:{family.id}", name, box, tuple(marks), does, states,
                accepts=RowSpot(family.id))  # fmt: skip
