"""The words of a department on a card: feasible, not before a month, costing so much."""

from __future__ import annotations

from game.core.fitting import opportunity
from game.core.months import later
from game.core.moves.advice import Advise
from game.core.moves.seats import ROLE_LIMIT, InviteGuest
from game.core.session import Session
from game.core.spoken import COSTS, FEASIBLE, NOT_BEFORE, Advice
from game.core.voices import advice_on, guests
from game.view.answer.intents import CloseTop, ForgetText, OpenScreen, SelectTab, SetText, Several, Spotlight
from game.view.answer.meanings import label as card_label
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts import limits
from game.view.parts.choices import choices
from game.view.parts.fields import Field
from game.view.parts.pieces import field, label, plate, press, stepper, text
from game.view.parts.voices import role, word
from game.view.parts.widgets import Button, Strip
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, abreast, bottom, column, grow, middle, node, over, pad, row
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import calendar

WHO, MONTH, AMOUNT = "advise:who", "advise:month", "advise:amount"
SIZE = (1240, 900)


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` is the issue. A word said is read in the spotlight."""
    name = label(s, "advise:card", card_label(session, ui.about, s.speaker.lang), Style(theme.LABEL, bold=True))
    there = tuple(_there(s, session, one) for one in advice_on(session, ui.about))
    back = ("back", s.say("ask.back"), Several((CloseTop(), Spotlight(ui.about))), "plain", True)
    return asking(s, ui, Asking("advise", s.say("advise.title"), SIZE), (name, *there, *_more(s, ui, session)), (back,))


def _there(s: Sight, session: Session, one: Advice) -> Piece:
    """Give a word that was said, and the way to take it back."""
    said, key = word(s, session, one), f"{one.seat}:{one.word}"
    does = Advise(one.seat, one.issue, one.word, one.month or (str(one.amount) if one.amount else ""))
    here = any(sitting.seat.id == one.seat for sitting in guests(session))
    gone = Button(f"advise:gone:{key}", s.say("ask.gone"), does, icon="undo-2", spoken=s.say("ask.gone.of", text=said),
                  states=() if here else ("disabled",))  # fmt: skip
    words = middle(text(s, said, Style(theme.BODY, bold=True, back=theme.WHITE)))
    shape = over(pad(row(grow(words), middle(press(s, gone)), gap=s.px(16)), s.px(18), s.px(10)), plate(s))
    return node("group", f"advise:there:{key}", said, shape)


def _more(s: Sight, ui: Ui, session: Session) -> Pieces:
    seats = guests(session)
    if not seats:
        return (label(s, "advise:nobody", s.say("advise.nobody"), Style(theme.BODY)), *_invited(s, ui, session))
    ids = [one.seat.id for one in seats]
    who = ui.tab(WHO, ids[0])
    who = who if who in ids else ids[0]
    names = tuple((one.seat.id, role(s, session, one.seat.id)) for one in seats)
    chosen = choices(s, Strip(WHO, s.say("advise.who"), names, who, lambda seat: SelectTab(WHO, seat)))
    return chosen, _words(s, ui, session, who), *_invited(s, ui, session)


def _invited(s: Sight, ui: Ui, session: Session) -> Pieces:
    """Offer a seat to the department of the card's family, unless it has one; others are invited at the seats."""
    placed = session.placed(ui.about)
    family = session.workshop.scenario.family(placed.family) if placed is not None else None
    name = family.department.say(s.speaker.lang)[:ROLE_LIMIT] if family is not None else ""
    known = {one.seat.role.say(s.speaker.lang) for one in session.seats}
    seats = Button("advise:seats", s.say("advise.seats"), Several((CloseTop(), OpenScreen("seats"))), icon="users")
    invite = Button("advise:invite", s.say("advise.invite", name=name), InviteGuest(name), icon="user-plus")
    found = [press(s, seats)] if not name or name in known else [press(s, invite), press(s, seats)]
    return (node("group", "advise:guests", "", abreast([(one, 1) for one in found], 0, (s.px(12), s.px(8)))),)


def _words(s: Sight, ui: Ui, session: Session, who: str) -> Piece:
    """Give the three words side by side where there is room: each with what it needs above its button."""
    cells = (_feasible(s, ui, who), _not_before(s, ui, session, who), _costs(s, ui, who))
    return node("group", "advise:words", s.say("advise.words"),
                abreast([(cell, 1) for cell in cells], s.px(960), (s.px(16), s.px(14))))  # fmt: skip


def _go(s: Sight, ui: Ui, command: Advise, name: str, *, able: bool = True) -> Piece:
    does = Several((command, ForgetText(AMOUNT), CloseTop(), Spotlight(ui.about)))
    states = () if able else ("disabled",)
    return press(s, Button(f"advise:{command.word}", name, does, "primary", states=states), 66)


def _feasible(s: Sight, ui: Ui, who: str) -> Piece:
    return bottom(_go(s, ui, Advise(who, ui.about, FEASIBLE), s.say("advise.feasible")))


def _not_before(s: Sight, ui: Ui, session: Session, who: str) -> Piece:
    month = ui.text(MONTH, _first(session, ui.about))
    shown = calendar.month(month, s.speaker.lang)
    soonest = month <= later(session.date or month, 1)
    less, more = (SetText(MONTH, later(month, step)) for step in (-1, 1))
    steps = stepper(s, "advise:month", s.say("advise.month"), shown, ((less, not soonest), (more, True)))
    go = _go(s, ui, Advise(who, ui.about, NOT_BEFORE, month), s.say("advise.not_before", month=shown))
    return bottom(column(steps, go, gap=s.px(10)))


def _first(session: Session, issue: str) -> str:
    """Give the month to start from: after that of the purchase the card can go in, else next month."""
    placed = session.placed(issue)
    found = opportunity(session, placed) if placed is not None else None
    return later(found.launch, 1) if found is not None else later(session.date or "2026-12", 1)


def _costs(s: Sight, ui: Ui, who: str) -> Piece:
    typed = ui.text(AMOUNT)
    entry = field(s, ui, Field(AMOUNT, s.say("advise.amount"), "", limits.FIGURE, hint=s.say("advise.amount.hint")))
    go = _go(s, ui, Advise(who, ui.about, COSTS, typed), s.say("advise.costs"), able=bool(typed.strip()))
    return bottom(column(entry, go, gap=s.px(10)))
