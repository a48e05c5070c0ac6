"""Bilan: last quarter's objectives on the left; on the right one of them, its curve, its measure, what is decided."""

from __future__ import annotations

from game.core.review import Carried
from game.core.session import Session
from game.view.answer.intents import ScrollBy, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.parts import naming
from game.view.parts.list_and_sheet import Entry, Folder, State, body, nothing
from game.view.parts.list_and_sheet import build as build_folder
from game.view.parts.lists import Listed, scrolled
from game.view.parts.onward import onward
from game.view.parts.pieces import label, press
from game.view.parts.widgets import Button
from game.view.review import reviewed
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, Pieces, column, grid, sized
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import day
from game.words.numbers import percent

TALL = 700
"""From this height the list stands beside the sheet."""
WHOLE = 100_000
"""Pixels: more than any sheet is long."""
STRIP, PAGE = "review", "review:page"
STATES = {
    "decided": ("badge-check", theme.GOOD),
    "measured": ("check", theme.INK),
    "waiting": ("pencil", theme.WARN),
}
LATE = ("triangle-alert", theme.BAD)


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    scrolls = ("review:list", "review:sheet")
    mine = ui.only(tabs=(STRIP, PAGE), scrolls=scrolls, fields=reviewed.field_key("", "")[:-1])
    return s.part("review", _body, mine, session, box)


def chosen(s: Sight, ui: Ui, session: Session) -> Carried | None:
    """Give the objective shown: the chosen one, else the first that is not decided, else the first."""
    wanted = session.followed(ui.tab(STRIP, ""))
    waiting = next((one for one in session.carried if one.decision is None), None)
    return wanted or waiting or next(iter(session.carried), None)


def state(one: Carried) -> str:
    """Tell how far the review of an objective is."""
    return "decided" if one.decision is not None else "measured" if one.fresh else "waiting"


def _body(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    one, title = chosen(s, ui, session), s.say("review.title")
    on = onward(s, session, ready=all(one.decision is not None for one in session.carried))
    if one is None:
        return body(s, "review", title, nothing(s, "review", s.say("review.none"), on)).node(box)
    folder = Folder(
        "review", title, "review", TALL, PAGE, (("sheet", s.say("review.page.sheet")),),
        (s.say("review.pages"), s.say("review.page.list")),
        tuple(_entry(s, session, each, on=each.code == one.code) for each in session.carried),
        lambda: _sheet(s, ui, session, one, on), lambda _: _page(s, ui, session, one, on), on,
        more=lambda back: _former(s, session, back),
    )  # fmt: skip
    return build_folder(s, ui, folder, box)


def _former(s: Sight, session: Session, back: str) -> Pieces:
    """Tell what was guessed and renounced in the former session."""
    last, lang, found = session.former, s.speaker.lang, []
    if last is not None and last.guess is not None:
        said = s.say("review.share", date=day(last.date, lang), guess=percent(last.guess, lang, 0),
                     share=percent(last.share, lang))  # fmt: skip
        found.append(label(s, "review:share", said, Style(back=back)))
    if last is not None and last.renounced:
        names = ", ".join(one.card.name.say(lang) for one in last.renounced)
        found.append(label(s, "review:renounced", s.say("review.renounced", names=names), Style(back=back)))
    return found


def said_state(s: Sight, one: Carried, date: str) -> str:
    """Say how far an objective is: to measure, to decide, decided; past its deadline or reached."""
    kind = state(one)
    what = s.say(f"review.what.{one.decision.what}").lower() if one.decision is not None else ""
    said = s.say(f"review.state.{kind}", what=what)
    more = s.say("review.reached") if one.reached else s.say("review.overdue") if one.overdue(date) else ""
    return f"{said} · {more}" if more else said


def _entry(s: Sight, session: Session, one: Carried, *, on: bool) -> Entry:
    family = session.workshop.deck.family(one.family.id)
    title, late = naming.typed(s, one.title.say(s.speaker.lang)), one.overdue(session.date)
    said, (sign, ink) = said_state(s, one, session.date), LATE if late else STATES[state(one)]
    return Entry(
        f"review:row:{one.code}", one.code, title, f"{one.code}, {title}, {said}",
        family.colour if family is not None else theme.QUIET, SelectTab(STRIP, one.code), on,
        under=State(sign, ink, said), rim=theme.BAD if late else "",
    )  # fmt: skip


def _sheet(s: Sight, ui: Ui, session: Session, one: Carried, on: Piece) -> Piece:
    shown = scrolled(
        s, ui, Listed("review:sheet", s.say("review.page.sheet"), 12), reviewed.pieces(s, ui, session, one)
    )
    foot = grid((_next(s, session, one), on), 2, s.px(16))
    return column(shown, reviewed.ways_on(s, one), sized(foot, tall=s.px(72)), gap=s.px(12))


def _page(s: Sight, ui: Ui, session: Session, one: Carried, on: Piece) -> Pieces:
    """Give the sheet on its own, with its buttons below."""
    return (*reviewed.pieces(s, ui, session, one), reviewed.ways_on(s, one), _next(s, session, one), on)


def _next(s: Sight, session: Session, one: Carried) -> Piece:
    codes = [other.code for other in session.carried]
    after = codes[(codes.index(one.code) + 1) % len(codes)]
    off = ("disabled",) if len(codes) < 2 else ()
    does = Several((SelectTab(STRIP, after), ScrollBy("review:sheet", -WHOLE)))  # the next one is read from its top
    return press(s, Button("review:next", s.say("review.next"), does, icon="chevron-right", states=off), 68)
