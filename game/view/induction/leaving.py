"""The end of the induction: the try-out objective read aloud, what to remember, and the way out."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.moves.flow import CloseSession
from game.core.session import Session
from game.core.sheets import objectives
from game.view.answer.intents import Export, LeaveSession
from game.view.answer.ui import Ui
from game.view.induction.page import foot, heading, page, told_on
from game.view.parts import naming, wording
from game.view.parts.onward import back
from game.view.parts.pieces import label, press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import month


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    return s.part("leaving", _build, ui.only(scrolls=("farewell:list",)), session, box)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    return page(s, ui, session, "farewell", lambda room: _parts(room, session), box)


def _parts(s: Sight, session: Session) -> Sequence[Piece]:
    lessons = told_on(s, "farewell:keep", "lightbulb", tuple(s.say(f"farewell.keep.{n}") for n in (1, 2, 3)))
    return *_objective(s, session), lessons, foot(s, "farewell", *_ways(s, session))


def _objective(s: Sight, session: Session) -> Sequence[Piece]:
    """Give the objective as it is read aloud; without any, the way back to write one."""
    sheet = next(iter(objectives(session)), None)
    if sheet is None:
        way = back(s, session, "adopt", "farewell:back")
        none = told_on(s, "farewell:none", "info", (s.say("farewell.none"),))
        return (none, way) if way is not None else (none,)
    lang = s.speaker.lang
    said = (
        s.say("farewell.indicator", indicator=sheet.indicator.say(lang), aim=wording.aim(s, sheet)),
        s.say("farewell.deadline", month=month(sheet.deadline, lang), deputy=sheet.deputy.say(lang)),
    )
    title = naming.typed(s, sheet.title.say(lang))
    aloud = label(s, "farewell:aloud", s.say("farewell.aloud"), Style(theme.LABEL, theme.INK_3))
    return aloud, heading(s, "farewell:title", title), told_on(s, "farewell:objective", "target", said, theme.GOOD)


def _ways(s: Sight, session: Session) -> Sequence[Piece]:
    """Give the two pages to take away, and the end; once it is over, the way home."""
    pages = Button(
        "farewell:pages", s.say("farewell.pages"), Export("pages", session.newcomer.family), icon="file-user"
    )
    end = Button("farewell:close", s.say("farewell.close"), CloseSession(), "primary", "check")
    home = Button("farewell:home", s.say("farewell.home"), LeaveSession(), "primary", "log-out")
    return press(s, pages, 68), press(s, home if session.closed else end, 68)
