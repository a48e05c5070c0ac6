"""Objectifs: the list of what was kept, and one sheet, every field of it editable, with its SMART check."""

from __future__ import annotations

from game.core.moves import refusal
from game.core.moves.objectives import AdoptObjective, AmendObjective, SendBackObjective
from game.core.objective import Objective
from game.core.session import Session
from game.core.sheets import missing, objectives
from game.view.answer.intents import Commit, OpenDialog, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.objectives import pages, smartbar
from game.view.parts import naming, podium, wording
from game.view.parts.cards import badge
from game.view.parts.list_and_sheet import Entry, Folder, State, body, nothing
from game.view.parts.list_and_sheet import build as build_folder
from game.view.parts.lists import Listed, scrolled
from game.view.parts.onward import back, onward
from game.view.parts.pieces import fitted, label, press, strip
from game.view.parts.widgets import Button, Strip
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, Pieces, column, grow, middle, node, row, shared, sized
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

TALL = 800
"""From this height the list stands beside the sheet, with the SMART check always in sight."""
STRIP, PAGE = "objective", pages.PAGE
PAGES = {"short": pages.short, "main": pages.main, "context": pages.context, "follow": pages.follow}
STATES = {
    "adopted": ("badge-check", theme.GOOD),
    "whole": ("check", theme.INK),
    "open": ("shopping-basket", theme.WARN),
    "lacking": ("pencil", theme.WARN),
}


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase."""
    scrolls = tuple(f"page:{name}" for name in ("list", *PAGES))
    mine = ui.only(tabs=(STRIP, PAGE), scrolls=scrolls, fields=pages.field_key("", "")[:-1])
    return s.part("sheets", _body, mine, session, box)


def chosen(s: Sight, ui: Ui, session: Session) -> Objective | None:
    """Give the sheet shown: the chosen one, else the first that is not adopted, else the first."""
    found = objectives(session)
    wanted = ui.tab(STRIP, "")
    waiting = next((sheet for sheet in found if not sheet.adopted), None)
    return next((sheet for sheet in found if sheet.issue == wanted), waiting or next(iter(found), None))


def state(sheet: Objective) -> str:
    """Tell how far a sheet is: adopted, whole, its purchase to be chosen, or lacking something."""
    if sheet.adopted or missing(sheet):
        return "adopted" if sheet.adopted else "lacking"
    return "whole" if sheet.intentions else "open"


def _body(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    sheet = chosen(s, ui, session)
    if sheet is None:
        said = s.say("council.sheet.tied" if session.ballot.tied else "council.sheet.none")
        way = back(s, session, "close_ballot", "sheets:back")
        return body(s, "sheets", s.say("council.sheet.title"), nothing(s, "sheets", said, way)).node(box)
    found = objectives(session)
    done = len([one for one in found if one.adopted])
    on = onward(s, session, ready=done == len(found))
    folder = Folder(
        "sheets", s.say("council.sheet.title"), "page", TALL, PAGE,
        _pages(s, ui, session),
        (s.say("council.sheet.pages"), s.say("council.page.list")),
        tuple(_entry(s, session, one, on=one.issue == sheet.issue) for one in found),
        lambda: _sheet(s, ui, session, sheet, on), lambda now: _page(s, ui, session, sheet, now), on,
        head=s.say("council.sheet.count", n=len(found), done=s.say("council.sheet.done", n=done)),
    )  # fmt: skip
    return build_folder(s, ui, folder, box)


def _entry(s: Sight, session: Session, sheet: Objective, *, on: bool) -> Entry:
    family, kind = naming.family(session, sheet.family), state(sheet)
    title = naming.typed(s, sheet.title.say(s.speaker.lang)) or s.say("council.sheet.untitled")
    said, lowered = s.say(f"council.state.{kind}"), s.say("council.state.lowered") if sheet.undressed else ""
    name = ", ".join(filter(None, (title, said, lowered)))
    return Entry(
        f"sheet:{sheet.issue}", family.short.say(s.speaker.lang), title, name, family.colour,
        SelectTab(STRIP, sheet.issue), on, State(*STATES[kind], said),
        State("trending-down", theme.WARN, lowered) if lowered else None,
    )  # fmt: skip


def _sheet(s: Sight, ui: Ui, session: Session, sheet: Objective, on: Piece) -> Piece:
    choices = _pages(s, ui, session)
    now = ui.tab(PAGE, "")
    now = now if now in dict(choices) else choices[0][0]
    name, live = s.say(f"council.page.{now}"), wording.live(s, ui, sheet, pages.field_key(sheet.issue, ""))
    ways = ((_adopt(s, ui, session, sheet), 5), (_next(s, session, sheet), 4), (on, 5))
    foot = sized(shared(ways, s.px(16)), tall=s.px(72))
    return column(
        _head(s, session, sheet),
        strip(s, Strip(PAGE, s.say("council.sheet.pages"), choices, now)) if len(choices) > 1 else None,
        scrolled(s, ui, Listed(f"page:{now}", name, 10), PAGES[now](s, ui, session, sheet)),
        smartbar.bar(s, session, live),
        node("group", "sheet:foot", "", foot),
        gap=s.px(12),
    )


def _pages(s: Sight, ui: Ui, session: Session) -> tuple[tuple[str, str], ...]:
    """Give the pages of a sheet by id and name: the few fields the phase asks for, until all are wanted."""
    few = bool(session.stage.sheet)
    alone = few and ui.tab(PAGE, "short") not in ("main", "context", "follow")
    names = [name for name in PAGES if (name == "short") if alone] or [name for name in PAGES if few or name != "short"]
    return tuple((name, s.say(f"council.page.{name}")) for name in names)


def _page(s: Sight, ui: Ui, session: Session, sheet: Objective, now: str) -> Pieces:
    """Give a page of the sheet on its own, with its check and its buttons below."""
    title = f"{sheet.code}, {naming.card(s, session, sheet.issue)}"
    live = wording.live(s, ui, sheet, pages.field_key(sheet.issue, ""))
    return (
        label(s, "sheet:head", title, Style(theme.BODY, bold=True), "heading"),
        *PAGES[now](s, ui, session, sheet),
        *smartbar.lines(s, session, live),
        _adopt(s, ui, session, sheet),
        _next(s, session, sheet),
    )


def _head(s: Sight, session: Session, sheet: Objective) -> Piece:
    family = naming.family(session, sheet.family)
    place, issue = naming.place(s, session, sheet.place), naming.card(s, session, sheet.issue)
    said = f"{sheet.code}, {issue}, {place}" if place else f"{sheet.code}, {issue}"
    words = fitted(s, said, Style(theme.LABEL, bold=True, middle=True), theme.BODY, theme.TEXT)
    return node(
        "heading", "sheet:head", said, sized(row(middle(badge(s, family)), grow(words), gap=s.px(14)), tall=s.px(48)),
        states=("polite",),
    )  # fmt: skip


def _adopt(s: Sight, ui: Ui, session: Session, sheet: Objective) -> Piece:
    """Give the button that adopts, or sends back. It is never greyed: pressed too early, it says what lacks."""
    if sheet.adopted:
        reopen = SendBackObjective(sheet.issue)
        return press(s, Button("send-back", s.say("council.sheet.reopen"), reopen, icon="undo-2"), 68)
    adopt = AdoptObjective(sheet.issue)
    kind = "primary" if refusal(session, adopt) is None else "plain"
    shows = SelectTab(STRIP, sheet.issue)  # the sheet stays in sight once adopted
    does = Several((shows, *_unsettled(s, ui, sheet), _read_first(ui, adopt, kind)))
    return press(s, Button("adopt", s.say("council.sheet.adopt"), does, kind, "badge-check"), 68)


def _read_first(ui: Ui, adopt: AdoptObjective, kind: str) -> object:
    """Have the room read an objective that may be adopted before it is, where the sheet is too small for it."""
    return OpenDialog("adopting", adopt.issue) if kind == "primary" and podium.stands(ui) else adopt


def _unsettled(s: Sight, ui: Ui, sheet: Objective) -> tuple[Commit, ...]:
    """Give the fields whose text is shown but not recorded: drafts of a session opened again, texts refused before."""
    prefix, editing = pages.field_key(sheet.issue, ""), ui.editing
    waiting = [(key, said) for key, said in ui.texts if key.startswith(prefix)]
    return tuple(
        Commit(key, AmendObjective(sheet.issue, key.removeprefix(prefix), said))
        for key, said in waiting
        if editing is None or editing.key != key
    )


def _next(s: Sight, session: Session, sheet: Objective) -> Piece:
    issues = [one.issue for one in objectives(session)]
    after = issues[(issues.index(sheet.issue) + 1) % len(issues)]
    off = ("disabled",) if len(issues) < 2 else ()
    does = Several((SelectTab(STRIP, after), SelectTab(PAGE, "short" if session.stage.sheet else "main")))
    return press(s, Button("sheet:next", s.say("council.sheet.next"), does, icon="chevron-right", states=off), 68)
