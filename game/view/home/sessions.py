"""The sessions on this machine: those a crash left open first, then the recent ones, then what cannot be read."""

from __future__ import annotations

from game.view.answer.intents import OpenSession, RescueSession, ReviewSession
from game.view.answer.shelf import Recent, Shelf, Trouble
from game.view.answer.ui import Ui
from game.view.home import tidying
from game.view.home.tidying import Panel
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import icon, label, plate, press, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, Shown, by_height, column, grow, node, over, pad, row, sized, top, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import calendar

ICONS = {"recovery": "life-buoy", "open": "rotate-ccw", "closed": "circle-check", "broken": "triangle-alert"}

TEXTS = ("deck", "scenario", "map", "duties")
"""The texts a session keeps, as a trouble names them."""
REVIEW, NARROW = 260, 620
"""Width of the button beside a closed session, and of the row from which it stands beside it, at 1080p."""


def sessions(s: Sight, ui: Ui, box: Box, shelf: Shelf) -> Node:
    """List the sessions under their title, and the folder they lie in."""
    title = label(s, "sessions:title", s.say("home.resume"), Style(theme.TITLE, bold=True), "heading")
    listed, gap = _list(s, ui, shelf), s.px(theme.GAP)
    shape = column(title, listed, gap=gap)
    if shelf.folder:
        where = label(s, "sessions:folder", _folder(s, shelf), Style(ink=theme.QUIET))
        least = where.tall(box.w) + title.tall(box.w) + s.px(192)
        shape = by_height(least, column(title, listed, where, gap=gap), shape)
    return node("group", "sessions", s.say("home.resume"), shape).node(box)


def _folder(s: Sight, shelf: Shelf) -> str:
    where = s.say("home.folder", folder=shelf.folder)
    return f"{where} · {s.say('home.others', n=shelf.others)}" if shelf.others else where


def _list(s: Sight, ui: Ui, shelf: Shelf) -> Piece:
    rows = [(recent, "recovery") for recent in shelf.recovery]
    rows += [(recent, recent.state) for recent in shelf.recent]
    listed = Listed("sessions:list", s.say("home.resume"), theme.GAP)
    away = tidying.shelf_of(s, ui, shelf.away)
    if rows or away:
        found = [kept(s, f"session:{one.path}", _tidied, one, kind, tidying.panel(ui, one.path)) for one, kind in rows]
        return scrolled(s, ui, listed, (*found, *away))
    nothing = _nothing(s)

    def put(box: Box) -> tuple[Shown, ...]:
        return scrolled(s, ui, listed, (sized(nothing, tall=max(box.h, nothing.tall(box.w))),)).put(box)

    return Piece(0, nothing.tall, put, 1)


def _nothing(s: Sight) -> Piece:
    """Say that there is nothing yet, in a dashed frame."""
    said = s.say("home.no_session")
    words = pad(text(s, said, Style(theme.BODY, theme.QUIET, align="centre", middle=True)), s.px(24))
    return node("text", "sessions:none", said, over(words, plate(s, "", theme.LINE, dash=10)))


def _tidied(s: Sight, recent: Recent, kind: str, opened: Panel | None) -> Piece:
    """Give a session with the button that puts it in order, and what that opens under it."""
    handle = tidying.handle(s, recent.path, _title(s, recent), opened)
    shown = row(grow(_session(s, recent, kind)), top(handle), gap=s.px(8))
    below = tidying.build(s, recent, opened) if opened is not None else None
    return node("group", f"session:{recent.path}:tidied", "", column(shown, below, gap=s.px(6)))


def _session(s: Sight, recent: Recent, kind: str) -> Piece:
    """Give a session and, beside it or below it, a button: the quarterly review of a closed one, or a rescue."""
    shown = _row(s, recent, kind)
    if (kind != "closed" or recent.tryout) and not recent.rescue:
        return shown
    act = _rescue(s, recent) if recent.rescue else _review(s, recent)
    beside = row(grow(shown), sized(top(act) if recent.rescue else act, wide=s.px(REVIEW)), gap=s.px(theme.GAP))
    shape = ways(sized(beside, wide=s.px(NARROW)), column(shown, act, gap=s.px(6)))
    return node("group", f"session:{recent.path}:group", "", shape)


def _review(s: Sight, recent: Recent) -> Piece:
    hint, does = s.say("home.review.of", session=_title(s, recent)), ReviewSession(recent.path)
    return press(s, Button(f"review:{recent.path}", s.say("home.review"), does, icon="chart-line", hint=hint))


def _rescue(s: Sight, recent: Recent) -> Piece:
    hint, does = s.say("home.rescue.of", session=_title(s, recent)), RescueSession(recent.path)
    return press(s, Button(f"rescue:{recent.path}", s.say("home.rescue"), does, icon="life-buoy", hint=hint), 84)


def _title(s: Sight, recent: Recent) -> str:
    return recent.title or recent.town.say(s.speaker.lang) or s.say("home.untitled")


def _note(s: Sight, recent: Recent, kind: str) -> str:
    """Say where and when, and in which phase; of a broken file, what is wrong."""
    if recent.trouble is not None:
        return said(s, recent.trouble)
    lang = s.speaker.lang
    town = recent.town.say(lang) if recent.title else ""
    state = s.say("home.closed") if kind == "closed" else recent.phase.say(lang)
    tryout = s.say("tryout.session") if recent.tryout else ""
    facts = " · ".join(part for part in (tryout, town, _when(s, recent), state) if part)
    if recent.ahead:
        return f"{facts}\n{s.say('home.ahead', n=recent.ahead)}"
    return s.say("home.recover", facts=facts) if kind == "recovery" else facts


def _when(s: Sight, recent: Recent) -> str:
    day = calendar.day(recent.date, s.speaker.lang)
    hour, _, minute = recent.hour.partition(":")
    return s.say("home.when", day=day, hour=hour, minute=minute) if minute else day


def said(s: Sight, trouble: Trouble) -> str:
    """Say a trouble in one sentence."""
    facts = dict(trouble.facts)
    source = facts.get("source", "")
    if source in TEXTS:
        facts["source"] = s.say(f"refused.source.{source}")
    return s.say(trouble.key, **facts)


def _row(s: Sight, recent: Recent, kind: str) -> Piece:
    back = {"recovery": theme.ACCENT_2, "broken": theme.BAD_2}.get(kind, theme.WHITE)
    edge, width = {"recovery": (theme.ACCENT, 5), "broken": (theme.BAD, 2)}.get(kind, (theme.LINE, 2))
    title, note, broken = _title(s, recent), _note(s, recent, kind), kind == "broken"
    sign = sized(icon(s, ICONS.get(kind, "rotate-ccw"), 36, theme.BAD if broken else theme.INK), tall=s.px(56))
    words = column(
        text(s, title, Style(theme.BODY, bold=True, back=back)), text(s, note, Style(ink=theme.INK_3, back=back))
    )
    shape = over(pad(row(sign, grow(words), gap=s.px(20)), s.px(18), s.px(14)), plate(s, back, edge, width))
    states = ("disabled",) if broken else ()
    return node("row", f"session:{recent.path}", title, shape, does=OpenSession(recent.path), states=states, hint=note)
