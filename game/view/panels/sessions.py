"""The sessions on this machine: those a crash left open first, then the recent ones, then what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.view import theme
from game.view.box import Box
from game.view.column import Part, column
from game.view.intents import OpenSession, RescueSession, ReviewSession
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.shelf import Recent, Shelf, Trouble
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, label
from game.words import calendar

ICONS = {"recovery": "life-buoy", "open": "rotate-ccw", "closed": "circle-check", "broken": "triangle-alert"}

TEXTS = ("deck", "scenario", "map")
"""The texts a session keeps, as a trouble names them."""
REVIEW, NARROW = 260, 620
"""Width of the button beside a closed session, and of the row from which it stands beside it, at 1080p."""


def sessions(s: Sight, ui: Ui, box: Box, shelf: Shelf) -> Node:
    """List the sessions under their title, and the folder they lie in."""
    head, rest = box.cut_top(s.step(theme.TITLE), s.px(theme.GAP))
    foot = s.tall(_folder(s, shelf), theme.TEXT, box.w)
    kids = [label(s, head, "sessions:title", s.say("home.resume"), Style(theme.TITLE, bold=True), role="heading")]
    if shelf.folder and rest.h - foot > s.px(180):
        where, rest = rest.cut_bottom(foot, s.px(theme.GAP))
        kids.append(label(s, where, "sessions:folder", _folder(s, shelf), Style(ink=theme.QUIET)))
    kids.append(_list(s, ui, rest, shelf))
    return Node("group", "sessions", s.say("home.resume"), box, kids=tuple(kids))


def _folder(s: Sight, shelf: Shelf) -> str:
    where = s.say("home.folder", folder=shelf.folder)
    return f"{where} · {s.say('home.others', n=shelf.others)}" if shelf.others else where


def _list(s: Sight, ui: Ui, box: Box, shelf: Shelf) -> Node:
    rows = [(recent, "recovery") for recent in shelf.recovery]
    rows += [(recent, recent.state) for recent in shelf.recent]
    if not rows:
        return _none(s, ui, box)

    def parts(width: int) -> tuple[Part, ...]:
        return tuple(_part(s, width, recent, kind) for recent, kind in rows)

    return column(s, ui, box, "sessions:list", s.say("home.resume"), parts, s.px(theme.GAP))


def _none(s: Sight, ui: Ui, box: Box) -> Node:
    """Say that there is nothing yet, in a dashed frame."""
    nothing = s.say("home.no_session")

    def frame(cell: Box) -> Node:
        words = s.words(cell.inset(s.px(24), 0), nothing, Style(theme.BODY, theme.QUIET, align="centre", middle=True))
        edge = Fill(cell, "", s.px(theme.RADIUS), theme.LINE, s.px(2), dash=s.px(10))
        return Node("text", "sessions:none", nothing, cell, (edge, words))

    def parts(width: int) -> tuple[Part, ...]:
        return ((max(box.h, s.tall(nothing, theme.BODY, width - 2 * s.px(24))), frame),)

    return column(s, ui, box, "sessions:list", s.say("home.resume"), parts, 0)


def _part(s: Sight, width: int, recent: Recent, kind: str) -> Part:
    more = kind == "closed" or recent.rescue
    aside = s.px(REVIEW) + s.px(theme.GAP) if more and width >= s.px(NARROW) else 0
    inner = _split(s, Box(0, 0, width - aside, 0))[1].w
    title, note = _title(s, recent), _note(s, recent, kind)
    tall = s.tall(title, theme.BODY, inner, bold=True) + s.tall(note, theme.TEXT, inner) + 2 * s.px(14)
    tall = max(tall, s.px(84))
    row = partial(_row, s, recent, kind, title, note)
    if not more:
        return tall, row
    below = 0 if aside else s.px(theme.BUTTON) + s.px(6)
    return tall + below, partial(_with_button, s, recent, title, aside, row)


def _with_button(s: Sight, recent: Recent, title: str, aside: int, row: Callable[[Box], Node], box: Box) -> Node:
    """Give a session and, beside it or below it, a button: the quarterly review of a closed one, or a rescue."""
    if aside:
        spot, rest = box.cut_right(s.px(REVIEW), s.px(theme.GAP))
        spot = spot.cut_top(max(s.px(84), s.px(theme.BUTTON)))[0] if recent.rescue else spot
    else:
        spot, rest = box.cut_bottom(s.px(theme.BUTTON), s.px(6))
    kids = (row(rest), (_rescue if recent.rescue else _review)(s, spot, recent, title))
    return Node("group", f"session:{recent.path}:group", "", box, kids=kids)


def _review(s: Sight, spot: Box, recent: Recent, title: str) -> Node:
    hint, does = s.say("home.review.of", session=title), ReviewSession(recent.path)
    return button(s, spot, Button(f"review:{recent.path}", s.say("home.review"), does, icon="chart-line", hint=hint))


def _rescue(s: Sight, spot: Box, recent: Recent, title: str) -> Node:
    hint, does = s.say("home.rescue.of", session=title), RescueSession(recent.path)
    return button(s, spot, Button(f"rescue:{recent.path}", s.say("home.rescue"), does, icon="life-buoy", hint=hint))


def _split(s: Sight, box: Box) -> tuple[Box, Box]:
    """Cut a row into the room of its icon and that of its words."""
    return box.inset(s.px(18), s.px(14)).cut_left(s.px(38), s.px(18))


def _title(s: Sight, recent: Recent) -> str:
    return recent.title or recent.town.say(s.speaker.lang) or s.say("home.untitled")


def _note(s: Sight, recent: Recent, kind: str) -> str:
    """Say where and when, and in which phase; of a broken file, what is wrong."""
    if recent.trouble is not None:
        return said(s, recent.trouble)
    lang = s.speaker.lang
    town = recent.town.say(lang) if recent.title else ""
    state = s.say("home.closed") if kind == "closed" else recent.phase.say(lang)
    facts = " · ".join(part for part in (town, calendar.day(recent.date, lang), state) if part)
    if recent.ahead:
        return f"{facts}\n{s.say('home.ahead', n=recent.ahead)}"
    return s.say("home.recover", facts=facts) if kind == "recovery" else facts


def said(s: Sight, trouble: Trouble) -> str:
    """Say a trouble in one sentence."""
    facts = dict(trouble.facts)
    source = facts.get("source", "")
    if source in TEXTS:
        facts["source"] = s.say(f"refused.source.{source}")
    return s.say(trouble.key, **facts)


def _row(s: Sight, recent: Recent, kind: str, title: str, note: str, box: Box) -> Node:
    back = {"recovery": theme.ACCENT_2, "broken": theme.BAD_2}.get(kind, theme.WHITE)
    edge, width = {"recovery": (theme.ACCENT, 5), "broken": (theme.BAD, 2)}.get(kind, (theme.LINE, 2))
    spot, inner = _split(s, box)
    head, rest = inner.cut_top(s.tall(title, theme.BODY, inner.w, bold=True))
    marks: tuple[Mark, ...] = (
        Fill(box, back, s.px(theme.RADIUS), edge, s.px(width)),
        Icon(
            spot.middle(s.px(36), s.px(36)), ICONS.get(kind, "rotate-ccw"), theme.BAD if kind == "broken" else theme.INK
        ),
        s.words(head, title, Style(theme.BODY, bold=True, back=back)),
        s.words(rest, note, Style(ink=theme.INK_3, back=back)),
    )
    states = ("disabled",) if kind == "broken" else ()
    return Node("row", f"session:{recent.path}", title, box, marks, OpenSession(recent.path), states, hint=note)
