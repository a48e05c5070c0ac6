"""The strip: the frames of a purchase laid in order, then sentences that are true or false; each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.induction import astray
from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.induction import film, questions
from game.view.induction.page import foot, page
from game.view.parts.onward import onward
from game.view.tree.box import Box
from game.view.tree.layout import Piece
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    mine = ui.only(tabs=(film.TOLD, questions.ASKED), scrolls=("strip:list",))
    return s.part("strip", _build, mine, session, box)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    title = session.stage.title.say(s.speaker.lang)
    return page(s, ui, "strip", title, lambda room: _parts(room, ui, session), box)


def _parts(s: Sight, ui: Ui, session: Session) -> Sequence[Piece]:
    """Give the strip, the frames to lay and what is told of the last one; then the questions; then the way on."""
    told, done = session.workshop.scenario.induction, session.newcomer
    waits, left = astray(told, done), questions.unanswered(told, done)
    way = foot(s, "strip", onward(s, session, ready=not waits and not left))
    shown = film.film(s, told, done)
    if not waits:
        return shown, questions.asked(s, told, done, ui.tab(questions.ASKED, "")), way
    return shown, film.tray(s, told, done), film.lesson(s, told, done, ui.tab(film.TOLD, "")), way
