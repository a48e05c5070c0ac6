"""The last picture of a session, told to the room: the objectives, who answers for each, by when; the next meeting."""

from __future__ import annotations

from functools import partial

from game.core.dates import meetings
from game.core.objective import Objective
from game.core.session import Session
from game.core.sheets import objectives
from game.view.answer.intents import CloseTop, Export, LeaveSession, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.parts import naming, podium
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import edged, line, plate, press, text
from game.view.parts.podium import Sheet
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, column, grow, middle, node, over, pad, row
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import day, month

SIZES = (56, 48, 40, 32, 28, 24)
"""Sizes of an objective's title, as there is room, at the room's scale."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the sheet."""
    ways = (*(partial(_told, session, size) for size in SIZES), partial(_listed, ui, session))
    home = Button("ended:home", s.say("council.end.home"), LeaveSession(), icon="house")
    foot = abreast(((press(s, home, 66), 1), (press(s, _taken(s, session), 66), 1)), 0, (s.px(16), s.px(10)))
    return podium.sheet(s, ui, Sheet("ended", _title(s, session), ways[0], foot, ways[1:], claps=True))


def _taken(s: Sight, session: Session) -> Button:
    """Give what one leaves with: the files; of a try-out, the two pages of the new member."""
    if session.workshop.agenda.tryout:
        pages = Several((CloseTop(), Export("pages", session.newcomer.family)))
        return Button("ended:pages", s.say("farewell.pages"), pages, "primary", "file-user", ("default",))
    files = Several((CloseTop(), SelectTab("credits", "out")))
    return Button("ended:files", s.say("ended.files"), files, "primary", "files", ("default",))


def _adopted(session: Session) -> tuple[Objective, ...]:
    return tuple(one for one in objectives(session) if one.adopted)


def _title(s: Sight, session: Session) -> str:
    """Say how many objectives were adopted, and when the council meets again: a worked day; not after a try-out."""
    n, found = len(_adopted(session)), next(meetings(session), None)
    said = s.say("ended.title", n=n) if n else s.say("ended.none")
    if found is None or session.workshop.agenda.tryout:
        return said
    return f"{said}. {s.say('ended.next', day=day(found.day, s.speaker.lang))}"


def _told(session: Session, size: float, room: Sight) -> Piece:
    rows = [_row(room, session, one, size) for one in _adopted(session)]
    return grow(middle(column(*rows, gap=room.px(8))))


def _listed(ui: Ui, session: Session, room: Sight) -> Piece:
    """Tell the same in a list that scrolls: where the hands' own scale leaves no room."""
    rows = [_row(room, session, one, SIZES[-1]) for one in _adopted(session)]
    return scrolled(room, ui, Listed("ended:list", _title(room, session), 6), rows)


def _row(s: Sight, session: Session, one: Objective, size: float) -> Piece:
    """Give an objective: what it is, then who answers for it and by when."""
    lang = s.speaker.lang
    title, who, when = one.title.say(lang), one.deputy.say(lang), month(one.deadline, lang)
    small = max(theme.TEXT, size * 0.8)
    said = text(s, title, Style(size, bold=True, back=theme.WHITE))
    by = line(s, when, Style(small, bold=True, back=theme.WHITE))
    under = row(grow(text(s, who, Style(small, back=theme.WHITE))), by, gap=s.px(16))
    look = edged(s, plate(s), naming.family(session, one.family).colour)
    shape = over(pad(column(said, under), s.px(26), s.px(6)), look)
    return node("row", f"ended:{one.issue}", f"{title}, {who}, {when}", shape)
