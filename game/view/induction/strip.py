"""The strip: the frames of a purchase laid in order, then sentences that are true or false; each with its reason."""

from __future__ import annotations

from game.core.induction import astray
from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.induction import film, questions
from game.view.parts.lists import Listed, scrolled
from game.view.parts.onward import onward
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grow, node, pad, row, space, whole
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    return s.part("strip", _build, ui.only(tabs=(film.TOLD, questions.ASKED), scrolls=("strip:list",)), session, box)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    title = session.stage.title.say(s.speaker.lang)
    parts = _parts(s, ui, session)
    low = scrolled(s, ui, Listed("strip:list", title, 14), parts)
    roomy = column(*parts[:-1], grow(space()), parts[-1], gap=s.px(14))
    return node("group", "strip", title, pad(whole(roomy, low), s.px(28), s.px(14))).node(box)


def _parts(s: Sight, ui: Ui, session: Session) -> tuple[Piece, ...]:
    """Give what stands one under the other: the strip, the frames to lay, what is told or asked, the way on."""
    told, done = session.workshop.scenario.induction, session.newcomer
    waits = astray(told, done)
    shown = film.film(s, told, done)
    under: tuple[Piece, ...] = (questions.asked(s, told, done, ui.tab(questions.ASKED, "")),)
    if waits:
        under = (film.tray(s, told, done), film.lesson(s, told, done, ui.tab(film.TOLD, "")))
    left = questions.unanswered(told, done)
    ready = not waits and not left
    on = onward(s, session, ready=ready)
    way = node("group", "strip:way", "", row(grow(space()), on))
    return (shown, *under, way)
