"""One family at a time, where the text is so large that the ledger cannot show more: families as tabs over its cells."""

from __future__ import annotations

from game.core.family import Family
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.gestures import RowSpot
from game.view.intents import SelectTab
from game.view.looks import Fill, Icon, Mark
from game.view.node import Node
from game.view.panels.ledger import CHOSEN, cells, counts
from game.view.sight import Sight


def build(s: Sight, session: Session, box: Box) -> Node:
    """Build the tabs and the cells of the chosen family, the first one if none is."""
    reads = (session.workshop, session.issues, session.arbitrations, session.phase, session.blank_issues,
             session.blank_levers, session.intentions)  # fmt: skip
    return s.panel("single", _build, box, *reads, s.ui.tab(CHOSEN, ""))


def _build(s: Sight, box: Box, *_: object) -> Node:
    session = s.session
    assert isinstance(session, Session)
    families = session.workshop.families
    wanted = s.ui.tab(CHOSEN, "")
    chosen = next((family for family in families if family.id == wanted), families[0])
    head, body = box.cut_top(s.px(56), s.px(4))
    spots = head.inset(s.px(10), s.px(4)).columns(len(families), s.px(6))
    strip = Node("tabs", "families", s.say("board.families"), head, kids=tuple(
        _tab(s, session, family, spot, here=family is chosen) for family, spot in zip(families, spots, strict=True)
    ))  # fmt: skip
    name = s.say("board.row", family=chosen.name.say(s.speaker.lang))
    area = body.inset(s.px(4), 0).cut_top(min(body.h, s.px(230)))[0]
    edge = (Fill(area, theme.WHITE, s.px(theme.RADIUS), chosen.colour, s.px(3)),)
    row = Node("row", f"row:{chosen.id}", name, area, edge, accepts=RowSpot(chosen.id),
               kids=cells(s, session, chosen, area.inset(s.px(2))))  # fmt: skip
    return Node("group", "single", s.say("board.ledger"), box, kids=(strip, row))


def _tab(s: Sight, session: Session, family: Family, box: Box, *, here: bool) -> Node:
    """Give a family's tab; a card may be dropped on it."""
    ink, side = theme.on(family.colour), s.px(28)
    used, limit = counts(session, family.id)
    spot, words = box.inset(s.px(8), 0).cut_left(side, s.px(4))
    marks: list[Mark] = [
        Fill(box, family.colour, s.px(10), theme.ACCENT if here else family.colour, s.px(5)),
        Icon(spot.middle(side, side), family.icon, ink),
        s.words(words, f"{family.letter} {used}/{limit}", theme.TEXT, ink, bold=True, middle=True, back=family.colour),
    ]
    name = s.say("board.single", family=family.name.say(s.speaker.lang), used=used, limit=limit)
    states = ("selected",) if here else ()
    return Node("tab", f"head:{family.id}", name, box, tuple(marks), SelectTab(CHOSEN, family.id), states,
                accepts=RowSpot(family.id))  # fmt: skip
