"""The end of the induction: the try-out objective read aloud, what to remember, and the way out."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.moves.flow import CloseSession
from game.core.session import Session
from game.core.sheets import objectives
from game.view.answer.intents import LeaveSession
from game.view.answer.ui import Ui
from game.view.induction.page import foot, heading, page, told_on
from game.view.parts import naming, wording
from game.view.parts.onward import back
from game.view.parts.pieces import press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import month


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    return s.part("leaving", _build, ui.only(scrolls=("leaving:list",)), session, box)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    title = session.stage.title.say(s.speaker.lang)
    return page(s, ui, "leaving", title, lambda room: _parts(room, session), box)


def _parts(s: Sight, session: Session) -> Sequence[Piece]:
    lessons = told_on(s, "leaving:keep", "lightbulb", tuple(s.say(f"leaving.keep.{n}") for n in (1, 2, 3)))
    return *_objective(s, session), lessons, foot(s, "leaving", _end(s, session))


def _objective(s: Sight, session: Session) -> Sequence[Piece]:
    """Give the objective as it is read aloud; without any, the way back to write one."""
    sheet = next(iter(objectives(session)), None)
    if sheet is None:
        way = back(s, session, "adopt", "leaving:back")
        none = told_on(s, "leaving:none", "info", (s.say("leaving.none"),))
        return (none, way) if way is not None else (none,)
    lang = s.speaker.lang
    said = (
        s.say("leaving.indicator", indicator=sheet.indicator.say(lang), aim=wording.aim(s, sheet)),
        s.say("leaving.deadline", month=month(sheet.deadline, lang), deputy=sheet.deputy.say(lang)),
    )
    title = naming.typed(s, sheet.title.say(lang))
    return heading(s, "leaving:title", title), told_on(s, "leaving:objective", "target", said, theme.GOOD)


def _end(s: Sight, session: Session) -> Piece:
    if session.closed:
        return press(s, Button("leaving:home", s.say("leaving.home"), LeaveSession(), "primary", "log-out"), 68)
    return press(s, Button("leaving:close", s.say("leaving.close"), CloseSession(), "primary", "check"), 68)
