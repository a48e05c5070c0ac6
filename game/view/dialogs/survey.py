"""The questions before and after, as a dialog: begin them, answer them, see what changed."""

from __future__ import annotations

from game.core.session import Session
from game.core.survey import AFTER, BEFORE
from game.view.answer.intents import CloseTop, Export, Several
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Way, buttons
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import Dialog, dialog
from game.view.survey import answering, effect
from game.view.tree import theme
from game.view.tree.layout import Piece, by_height, column, node
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog where the asking stands."""
    now = answering.turn(ui, session)
    title = s.say(f"survey.title.{now.moment}") if now is not None else s.say("survey.title")
    listed = Listed(f"survey:{now is None}", title, 16)
    inside = scrolled(s, ui, listed, (answering.asking(s, now),)) if now is not None else _open(s, ui, session, listed)
    return dialog(s, Dialog("dialog:survey", title, (s.px(1360), s.px(900))), inside)


def _open(s: Sight, ui: Ui, session: Session, listed: Listed) -> Piece:
    """Give what it is over its buttons, which scroll with the rest where there is no room under it."""
    pieces, ways = effect.so_far(s, session, theme.BODY), buttons(s, "survey", _ways(s, session))
    low = scrolled(s, ui, listed, (*pieces, node("group", "survey:ways", "", ways)))
    return by_height(s.px(420), column(scrolled(s, ui, listed, pieces), ways, gap=s.px(16)), low)


def _ways(s: Sight, session: Session) -> tuple[Way, ...]:
    """Give the two beginnings, the one that comes now standing out, and the paper of what changed."""
    able = bool(session.workshop.scenario.takeaway.questions) and not session.closed
    counted = {one.moment for one in session.survey}
    next_up = AFTER if BEFORE in counted else BEFORE
    begins = tuple(
        (moment, s.say(f"survey.begin.{moment}"), answering.begin(moment),
         "primary" if moment == next_up and moment not in counted else "plain", able)
        for moment in (BEFORE, AFTER)
    )  # fmt: skip
    paper = ("paper", s.say("survey.paper"), Several((CloseTop(), Export("effect"))), "plain", True)
    return (*begins, paper) if AFTER in counted else begins
