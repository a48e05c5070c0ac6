"""Bilan: last quarter's objectives on the left; on the right one of them, its curve, its measure, what is decided."""

from __future__ import annotations

from game.core.review import Carried
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.column import column
from game.view.intents import ScrollBy, SelectTab, Several
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.panels import naming, reviewed
from game.view.panels.ballot import onward
from game.view.panels.blocks import Block, text
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, Strip, button, label, tabs
from game.words.calendar import day
from game.words.numbers import percent

WIDE, TALL = 1560, 700
"""From this width and height the list stands beside the sheet."""
LIST = 560
WHOLE = 100_000
"""Pixels: more than any sheet is long."""
STRIP, PAGE = "review", "review:page"
STATES = {
    "decided": ("badge-check", theme.GOOD),
    "measured": ("check", theme.INK),
    "waiting": ("pencil", theme.WARN),
}


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
    one = chosen(s, ui, session)
    inner = box.inset(s.px(16), s.px(12))
    if one is None:
        kids: tuple[Node, ...] = (_nothing(s, session, inner),)
    elif box.w < s.px(WIDE) or box.h < s.px(TALL):
        kids = _narrow(s, ui, session, one, inner)
    else:
        left, right = box.cut_left(s.px(LIST))
        kids = (_list(s, ui, session, one, left), *_sheet(s, ui, session, one, right.inset(s.px(24), s.px(12))))
    return Node("group", "review:body", s.say("review.title"), box, (Fill(box, theme.PAPER),), kids=kids)


def _nothing(s: Sight, session: Session, box: Box) -> Node:
    """Say where a review is opened from, and lead on."""
    spot = box.middle(min(box.w, s.px(1100)), min(box.h, s.px(340)))
    words, foot = spot.cut_top(spot.h - s.px(84), s.px(16))
    said = s.say("review.none")
    kids = (
        label(s, words, "review:none", said, Style(theme.LABEL, bold=True, align="centre", middle=True)),
        onward(s, session, foot, ready=True),
    )
    return Node("group", "review:empty", "", box, kids=kids)


def _list(s: Sight, ui: Ui, session: Session, one: Carried, box: Box) -> Node:
    inner = box.inset(s.px(20), s.px(12))
    name = s.say("review.page.list")
    listed = column(
        s, ui, inner, "review:list", name, lambda wide: _rows(s, ui, session, one, wide, theme.SAND), s.px(10)
    )
    return Node("group", "review:side", "", box, (Fill(box, theme.SAND),), kids=(listed,))


def _rows(
    s: Sight, ui: Ui, session: Session, shown: Carried, wide: int, back: str, *, opens: bool = False
) -> tuple[Block, ...]:
    """Give a row for each objective, then what was guessed and renounced in the former session."""
    rows = tuple(_row(s, ui, session, one, wide, on=one.code == shown.code, opens=opens) for one in session.carried)
    return (*rows, *_former(s, session, wide, back))


def _former(s: Sight, session: Session, wide: int, back: str) -> tuple[Block, ...]:
    last, lang = session.former, s.speaker.lang
    blocks = []
    if last is not None and last.guess is not None:
        said = s.say("review.share", date=day(last.date, lang), guess=percent(last.guess, lang, 0),
                     share=percent(last.share, lang))  # fmt: skip
        blocks.append(text(s, wide, "review:share", said, Style(back=back)))
    if last is not None and last.renounced:
        names = ", ".join(one.card.name.say(lang) for one in last.renounced)
        blocks.append(text(s, wide, "review:renounced", s.say("review.renounced", names=names), Style(back=back)))
    return tuple(blocks)


def said_state(s: Sight, one: Carried, date: str) -> str:
    """Say how far an objective is: to measure, to decide, decided; past its deadline or reached."""
    kind = state(one)
    what = s.say(f"review.what.{one.decision.what}").lower() if one.decision is not None else ""
    said = s.say(f"review.state.{kind}", what=what)
    more = s.say("review.reached") if one.reached else s.say("review.overdue") if one.overdue(date) else ""
    return f"{said} · {more}" if more else said


def _row(s: Sight, ui: Ui, session: Session, one: Carried, wide: int, *, on: bool, opens: bool) -> Block:
    family = session.workshop.deck.family(one.family.id)
    colour = family.colour if family is not None else theme.QUIET
    title = naming.typed(s, one.title.say(s.speaker.lang))
    late = one.overdue(session.date)
    icon, ink = ("triangle-alert", theme.BAD) if late else STATES[state(one)]
    said = said_state(s, one, session.date)
    room = wide - s.px(48)
    heights = s.tall(title, theme.BODY, room, bold=True), s.tall(said, theme.TEXT, room - s.px(38), bold=True)

    def build(box: Box) -> Node:
        ring = (theme.ACCENT, s.px(6)) if on else (theme.BAD, s.px(3)) if late else (theme.SAND, s.px(2))
        top, rest = box.inset(s.px(24), s.px(12)).cut_top(s.step(theme.TEXT), s.px(2))
        words, rest = rest.cut_top(heights[0], s.px(4))
        spot, foot = rest.cut_left(s.px(28), s.px(10))
        look: tuple[Mark, ...] = (
            Fill(box, theme.WHITE, s.px(theme.RADIUS), *ring),
            Fill(Box(box.x, box.y, s.px(12), box.h), colour, s.px(6)),
            s.words(top, one.code, Style(ink=theme.INK_3, back=theme.WHITE)),
            s.words(words, title, Style(theme.BODY, bold=True, back=theme.WHITE)),
            Icon(spot.cut_top(s.px(28))[0], icon, ink),
            s.words(foot, said, Style(ink=ink, bold=True, back=theme.WHITE)),
        )
        does: object = SelectTab(STRIP, one.code)
        if opens:
            does = Several((does, SelectTab(PAGE, "sheet")))
        name = f"{one.code}, {title}, {said}"
        return Node("row", f"review:row:{one.code}", name, box, look, does, ("selected",) if on else ())

    return Block(sum(heights) + s.step(theme.TEXT) + 2 * s.px(12) + s.px(2) + s.px(4), build)


def _sheet(s: Sight, ui: Ui, session: Session, one: Carried, box: Box) -> tuple[Node, ...]:
    foot, page = box.cut_bottom(s.px(72), s.px(12))
    ways = reviewed.ways(s, one, box.w)
    acts, page = page.cut_bottom(ways.tall, s.px(12))
    name = s.say("review.page.sheet")
    shown = column(s, ui, page, "review:sheet", name, lambda wide: reviewed.blocks(s, ui, session, one, wide), s.px(12))
    after, on = foot.split_columns(1, 1, gap=s.px(16))
    return shown, ways.build(acts), _next(s, session, one, after), onward(s, session, on, ready=_all(session))


def _all(session: Session) -> bool:
    return all(one.decision is not None for one in session.carried)


def _next(s: Sight, session: Session, one: Carried, box: Box) -> Node:
    codes = [other.code for other in session.carried]
    after = codes[(codes.index(one.code) + 1) % len(codes)]
    off = ("disabled",) if len(codes) < 2 else ()
    does = Several((SelectTab(STRIP, after), ScrollBy("review:sheet", -WHOLE)))  # the next one is read from its top
    return button(s, box, Button("review:next", s.say("review.next"), does, icon="chevron-right", states=off))


def _narrow(s: Sight, ui: Ui, session: Session, one: Carried, box: Box) -> tuple[Node, ...]:
    """Show one thing at a time: the list, or the sheet with its buttons below."""
    strip, rest = box.cut_top(s.px(50), s.px(8))
    now = ui.tab(PAGE, "list")
    choices = tuple((page, s.say(f"review.page.{page}")) for page in ("list", "sheet"))
    head = tabs(s, strip, Strip(PAGE, s.say("review.pages"), choices, now))
    on = Block(s.px(68), lambda spot: onward(s, session, spot, ready=_all(session)))
    if now == "list":
        return head, column(s, ui, rest, "review:list", s.say("review.page.list"), lambda wide: (
            *_rows(s, ui, session, one, wide, theme.PAPER, opens=True), on), s.px(10))  # fmt: skip
    after = Block(s.px(68), lambda spot: _next(s, session, one, spot))
    return head, column(s, ui, rest, "review:sheet", s.say("review.page.sheet"), lambda wide: (
        *reviewed.blocks(s, ui, session, one, wide), reviewed.ways(s, one, wide), after, on), s.px(10))  # fmt: skip
