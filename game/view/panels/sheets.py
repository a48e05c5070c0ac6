"""Objectifs: the list of what was kept, and one sheet, every field of it editable, with its SMART check."""

from __future__ import annotations

from game.core.moves import refusal
from game.core.moves.objectives import AdoptObjective, AmendObjective, SendBackObjective
from game.core.objective import Objective
from game.core.session import Session
from game.core.sheets import missing, objectives
from game.view import theme
from game.view.box import Box
from game.view.cards import badge_marks
from game.view.column import column
from game.view.intents import Commit, SelectTab, Several
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.panels import naming, pages, plainly, smartbar
from game.view.panels.ballot import back, onward
from game.view.panels.blocks import Block, text
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, Strip, button, label, tabs

WIDE, TALL = 1560, 800
"""From this width and height the list stands beside the sheet, with the SMART check always in sight."""
LIST = 548
STRIP, PAGE = "objective", "sheet"
PAGES = {"main": pages.main, "context": pages.context, "follow": pages.follow}
STATES = {"adopted": ("badge-check", theme.GOOD), "whole": ("check", theme.INK), "lacking": ("pencil", theme.WARN)}


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    scrolls = ("sheets", *(f"page:{name}" for name in PAGES))
    mine = ui.only(tabs=(STRIP, PAGE), scrolls=scrolls, fields=pages.field_key("", "")[:-1])
    return s.part("sheets", _body, mine, session, box)


def chosen(s: Sight, ui: Ui, session: Session) -> Objective | None:
    """Give the sheet shown: the chosen one, else the first that is not adopted, else the first."""
    found = objectives(session)
    wanted = ui.tab(STRIP, "")
    waiting = next((sheet for sheet in found if not sheet.adopted), None)
    return next((sheet for sheet in found if sheet.issue == wanted), waiting or next(iter(found), None))


def state(sheet: Objective) -> str:
    """Tell how far a sheet is: adopted, whole, or lacking something."""
    return "adopted" if sheet.adopted else "lacking" if missing(sheet) else "whole"


def _body(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    sheet = chosen(s, ui, session)
    inner = box.inset(s.px(16), s.px(12))
    if sheet is None:
        kids: tuple[Node, ...] = (_nothing(s, ui, session, inner),)
    elif box.w < s.px(WIDE) or box.h < s.px(TALL):
        kids = _narrow(s, ui, session, sheet, inner)
    else:
        left, right = box.cut_left(s.px(LIST))
        kids = (_list(s, ui, session, sheet, left), *_sheet(s, ui, session, sheet, right.inset(s.px(24), s.px(12))))
    return Node("group", "sheets:body", s.say("council.sheet.title"), box, (Fill(box, theme.PAPER),), kids=kids)


def _nothing(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Say why there is no sheet yet, and lead back to the vote."""
    spot = box.middle(min(box.w, s.px(1000)), min(box.h, s.px(300)))
    words, foot = spot.cut_top(spot.h - s.px(84), s.px(16))
    key = "council.sheet.tied" if session.ballot.tied else "council.sheet.none"
    way = back(s, ui, session, "close_ballot", "sheets:back")
    kids = [label(s, words, "sheets:none", s.say(key), Style(theme.LABEL, bold=True, align="centre", middle=True))]
    if way is not None:
        kids.append(way.build(foot))
    return Node("group", "sheets:empty", "", box, kids=tuple(kids))


def _list(s: Sight, ui: Ui, session: Session, sheet: Objective, box: Box) -> Node:
    head, rest = box.inset(s.px(20), s.px(12)).cut_top(s.px(48), s.px(10))
    found = objectives(session)
    done = len([one for one in found if one.adopted])
    title = s.say("council.sheet.count", n=len(found), done=s.say("council.sheet.done", n=done))
    kids = (
        label(
            s, head, "sheets:count", title, Style(theme.BODY, bold=True, back=theme.SAND, middle=True), role="heading"
        ),
        column(s, ui, rest, "sheets", title, lambda wide: _rows(s, ui, session, sheet.issue, wide), s.px(10)),
    )
    return Node("group", "sheets:side", "", box, (Fill(box, theme.SAND),), kids=kids)


def _rows(s: Sight, ui: Ui, session: Session, issue: str, wide: int, *, opens: bool = False) -> tuple[Block, ...]:
    """Give a row for each objective; with `opens`, pressing one shows its first page too."""
    found = objectives(session)
    return tuple(_row(s, ui, session, one, wide, on=one.issue == issue, opens=opens) for one in found)


def _row(s: Sight, ui: Ui, session: Session, sheet: Objective, wide: int, *, on: bool, opens: bool) -> Block:
    family = naming.family(session, sheet.family)
    title = naming.typed(s, sheet.title.say(s.speaker.lang)) or s.say("council.sheet.untitled")
    kind = state(sheet)
    icon, ink = STATES[kind]
    said = s.say(f"council.state.{kind}")
    lowered = s.say("council.state.lowered") if sheet.undressed else ""
    line, room = s.step(theme.TEXT), wide - s.px(48)
    tall = s.tall(title, theme.BODY, room, bold=True)

    def build(box: Box) -> Node:
        ring = (theme.ACCENT, s.px(6)) if on else (theme.SAND, s.px(2))
        top, rest = box.inset(s.px(24), s.px(12)).cut_top(line, s.px(4))
        mark, top = top.cut_right(s.width(said, theme.TEXT, bold=True) + s.px(38), s.px(8))
        spot, words = mark.cut_left(s.px(28), s.px(6))
        look: tuple[Mark, ...] = (
            Fill(box, theme.WHITE, s.px(theme.RADIUS), *ring),
            Fill(Box(box.x, box.y, s.px(12), box.h), family.colour, s.px(6)),
            s.words(top, family.short.say(s.speaker.lang), Style(ink=theme.INK_3, back=theme.WHITE)),
            Icon(spot.middle(s.px(26), s.px(26)), icon, ink),
            s.words(words, said, Style(ink=ink, bold=True, back=theme.WHITE)),
            s.words(rest.cut_top(tall)[0], title, Style(theme.BODY, bold=True, back=theme.WHITE)),
            *(_lowered(s, rest.cut_bottom(line)[0], lowered) if lowered else ()),
        )
        does: object = SelectTab(STRIP, sheet.issue)
        if opens:
            does = Several((does, SelectTab(PAGE, "main")))
        name = ", ".join(filter(None, (title, said, lowered)))
        return Node("row", f"sheet:{sheet.issue}", name, box, look, does, ("selected",) if on else ())

    return Block(tall + (2 if lowered else 1) * line + s.px(32 if lowered else 28), build)


def _lowered(s: Sight, box: Box, said: str) -> tuple[Mark, ...]:
    """Mark an objective that lost something since it was adopted."""
    spot, words = box.cut_left(s.px(28), s.px(6))
    return (
        Icon(spot.middle(s.px(26), s.px(26)), "trending-down", theme.WARN),
        s.words(words, said, Style(ink=theme.WARN, bold=True, back=theme.WHITE)),
    )


def _sheet(s: Sight, ui: Ui, session: Session, sheet: Objective, box: Box) -> tuple[Node, ...]:
    head, rest = box.cut_top(s.px(48), s.px(8))
    strip, rest = rest.cut_top(s.px(52), s.px(12))
    foot, rest = rest.cut_bottom(s.px(72), s.px(12))
    live = plainly.live(s, ui, sheet, pages.field_key(sheet.issue, ""))
    check, page = rest.cut_bottom(smartbar.height(s, session, live, rest.w), s.px(12))
    now = ui.tab(PAGE, "main")
    now = now if now in PAGES else "main"
    return (
        _head(s, session, sheet, head),
        tabs(s, strip, Strip(PAGE, s.say("council.sheet.pages"), _choices(s), now)),
        column(s, ui, page, f"page:{now}", s.say(f"council.page.{now}"),
               lambda wide: PAGES[now](s, ui, session, sheet, wide), s.px(10)),
        smartbar.row(s, session, live, check),
        _foot(s, ui, session, sheet, foot),
    )  # fmt: skip


def _choices(s: Sight) -> tuple[tuple[str, str], ...]:
    return tuple((name, s.say(f"council.page.{name}")) for name in PAGES)


def _head(s: Sight, session: Session, sheet: Objective, box: Box) -> Node:
    family = naming.family(session, sheet.family)
    tag, rest = box.middle(box.w, s.px(44)).cut_left(s.px(86), s.px(14))
    place = naming.place(s, session, sheet.place)
    issue = naming.card(s, session, sheet.issue)
    said = f"{sheet.code}, {issue}, {place}" if place else f"{sheet.code}, {issue}"
    words = s.fitted(rest, said, Style(theme.LABEL, bold=True, middle=True), theme.BODY, theme.TEXT)
    return Node("heading", "sheet:head", said, box, (*badge_marks(s, tag, family), words))


def _adopt(s: Sight, ui: Ui, session: Session, sheet: Objective, box: Box) -> Node:
    """Give the button that adopts, or sends back. It is never greyed: pressed too early, it says what lacks."""
    if sheet.adopted:
        return button(
            s, box, Button("send-back", s.say("council.sheet.reopen"), SendBackObjective(sheet.issue), icon="undo-2")
        )
    adopt = AdoptObjective(sheet.issue)
    kind = "primary" if refusal(session, adopt) is None else "plain"
    shows = SelectTab(STRIP, sheet.issue)  # the sheet stays in sight once adopted
    does = Several((shows, *_unsettled(s, ui, sheet), adopt))
    return button(s, box, Button("adopt", s.say("council.sheet.adopt"), does, kind=kind, icon="badge-check"))


def _unsettled(s: Sight, ui: Ui, sheet: Objective) -> tuple[Commit, ...]:
    """Give the fields whose text is shown but not recorded: drafts of a session opened again, texts refused before."""
    prefix, editing = pages.field_key(sheet.issue, ""), ui.editing
    waiting = [(key, said) for key, said in ui.texts if key.startswith(prefix)]
    return tuple(
        Commit(key, AmendObjective(sheet.issue, key.removeprefix(prefix), said))
        for key, said in waiting
        if editing is None or editing.key != key
    )


def _next(s: Sight, session: Session, sheet: Objective, box: Box) -> Node:
    found = objectives(session)
    issues = [one.issue for one in found]
    after = issues[(issues.index(sheet.issue) + 1) % len(issues)]
    off = ("disabled",) if len(issues) < 2 else ()
    does = Several((SelectTab(STRIP, after), SelectTab(PAGE, "main")))
    return button(s, box, Button("sheet:next", s.say("council.sheet.next"), does, icon="chevron-right", states=off))


def _foot(s: Sight, ui: Ui, session: Session, sheet: Objective, box: Box) -> Node:
    adopt, after, on = box.split_columns(5, 4, 5, gap=s.px(16))
    kids = (
        _adopt(s, ui, session, sheet, adopt),
        _next(s, session, sheet, after),
        onward(s, session, on, ready=_all(session)),
    )
    return Node("group", "sheet:foot", "", box, kids=kids)


def _all(session: Session) -> bool:
    return all(sheet.adopted for sheet in objectives(session))


def _narrow(s: Sight, ui: Ui, session: Session, sheet: Objective, box: Box) -> tuple[Node, ...]:
    """Show one thing at a time: the list, or a page of the sheet with its check and its buttons below."""
    strip, rest = box.cut_top(s.px(50), s.px(8))
    choices = (("list", s.say("council.page.list")), *_choices(s))
    now = ui.tab(PAGE, "list")
    now = now if now in PAGES else "list"
    head = tabs(s, strip, Strip(PAGE, s.say("council.sheet.pages"), choices, now))
    if now == "list":
        return head, column(s, ui, rest, "sheets", s.say("council.page.list"),
                            lambda wide: _narrow_list(s, ui, session, sheet, wide), s.px(10))  # fmt: skip
    name = s.say(f"council.page.{now}")
    return head, column(
        s, ui, rest, f"page:{now}", name, lambda wide: _narrow_page(s, ui, session, sheet, now, wide), s.px(10)
    )


def _narrow_list(s: Sight, ui: Ui, session: Session, sheet: Objective, wide: int) -> tuple[Block, ...]:
    on = Block(s.px(68), lambda box: onward(s, session, box, ready=_all(session)))
    return (*_rows(s, ui, session, sheet.issue, wide, opens=True), on)


def _narrow_page(s: Sight, ui: Ui, session: Session, sheet: Objective, now: str, wide: int) -> tuple[Block, ...]:
    title = f"{sheet.code}, {naming.card(s, session, sheet.issue)}"
    live = plainly.live(s, ui, sheet, pages.field_key(sheet.issue, ""))
    return (
        text(s, wide, "sheet:head", title, Style(theme.BODY, bold=True), role="heading"),
        *PAGES[now](s, ui, session, sheet, wide),
        *smartbar.lines(s, session, live, wide),
        Block(s.px(68), lambda box: _adopt(s, ui, session, sheet, box)),
        Block(s.px(68), lambda box: _next(s, session, sheet, box)),
    )
