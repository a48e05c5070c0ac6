"""The strip: the frames of a purchase laid in order, then sentences that are true or false; each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.induction import astray
from game.core.session import Session
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.induction import film, questions
from game.view.induction.page import foot, holding, page
from game.view.parts.onward import onward
from game.view.parts.pieces import press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, top
from game.view.tree.node import Node
from game.view.tree.sight import Sight

STEP = "strip:step"
"""The tab that keeps whether the questions are come to."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    mine = ui.only(tabs=(STEP, film.TOLD, questions.ASKED), scrolls=("strip:list",))
    return s.part("strip", _build, mine, session, box)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    return page(s, ui, session, "strip", lambda room: _parts(room, ui, session), box)


def _parts(s: Sight, ui: Ui, session: Session) -> Sequence[Piece]:
    """Give the strip and what stands under it, which keeps its room whatever stands there; then the way on."""
    told, done = session.workshop.scenario.induction, session.newcomer
    on = onward(s, session, ready=not astray(told, done) and not questions.unanswered(told, done))
    if asks(ui, session):
        below = questions.asked(s, told, done, ui.tab(questions.ASKED, ""))
    else:
        said = film.lesson(s, told, done, ui.tab(film.TOLD, ""))
        below = film.under(s, film.tray(s, told, done), said) if astray(told, done) else said
        on = on if astray(told, done) else _to_questions(s)
    room = holding(top(below), *film.laying(s, told), *questions.asking(s, told))
    return film.film(s, told, done), room, foot(s, "strip", on)


def asks(ui: Ui, session: Session) -> bool:
    """Tell whether the questions are come to: the strip is in order, and what was told of its last frame is read."""
    told, done = session.workshop.scenario.induction, session.newcomer
    begun = bool(done.answers) or not told.questions or ui.tab(STEP, "") == "questions"
    return begun and not astray(told, done)


def _to_questions(s: Sight) -> Piece:
    does = SelectTab(STEP, "questions")
    name = s.say("strip.questions")
    return press(s, Button("strip:questions", name, does, "primary", "arrow-right", size=theme.LABEL), 68)
