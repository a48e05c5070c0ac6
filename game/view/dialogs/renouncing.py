"""Giving something up, and why: one tap among the deck's reasons, or words; before the vote, after it, for its sake."""

from __future__ import annotations

from game.core.load import Gauge, event_part, gauges
from game.core.moves.issues import Renounce
from game.core.moves.reasons import GiveReason, outvoted
from game.core.picks import kept
from game.core.session import PlacedIssue, Renounced, Session
from game.view.answer.intents import CloseTop, ForgetText, OpenDialog, SelectTab, SetText, Several
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, Way, asking
from game.view.dialogs.facts import stays_due
from game.view.dialogs.voting import pick
from game.view.parts import limits, naming
from game.view.parts.cards import points
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.options import Option, option
from game.view.parts.pieces import label
from game.view.tree import theme
from game.view.tree.layout import Piece, grid, node, sized, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

REASON = "renounce:reason"
SIZE = (1200, 1040)


def renounce(s: Sight, ui: Ui, session: Session) -> Node:
    """Ask why the card `ui.about` is given up, or was; of none, first which of the objectives kept is."""
    if not ui.about:
        return _lightened(s, ui, session)
    key, card = f"{REASON}:{ui.about}", naming.card(s, session, ui.about)
    gone = next((item for item in outvoted(session) if item.card == ui.about), None)
    was = naming.reason(s, session, gone.reason) if gone is not None else ""
    asked = s.say("renounce.why" if gone is not None else "renounce.title", card=card)
    pieces = (
        label(s, "renounce:what", asked, Style(theme.LABEL, bold=True)),
        *_stays(s, session, "" if gone is not None else ui.about),
        *_why(s, ui, session, key, was),
    )
    command: Renounce | GiveReason = Renounce(ui.about, ui.text(key, was))
    if gone is not None:
        command = GiveReason(ui.about, ui.text(key, was))
    after = OpenDialog("thanked") if gone is not None else CloseTop()
    go = s.say("renounce.keep" if gone is not None else "spot.renounce")
    does = Several((after, ForgetText(key), command))
    buttons = (_back(s, after), ("do", go, does, "primary", command.reason.strip() not in ("", was)))
    return asking(s, ui, Asking("renounce", s.say("council.reason.why"), SIZE), pieces, buttons)


def _lightened(s: Sight, ui: Ui, session: Session) -> Node:
    """Choose the objective the council gives up so as to carry less, and say why: once chosen, it stands alone."""
    one = next((one for one in kept(session) if one.card == ui.tab("renounce", "")), None)
    chosen = one.card if one is not None else ""
    reason = ui.text(REASON)
    loads = ", ".join(_load(s, session, gauge) for gauge in gauges(session))
    pieces = (
        label(s, "renounce:loads", loads, Style(theme.BODY, bold=True)),
        *(_pick(s, session, one, chosen) for one in kept(session) if chosen in ("", one.card)),
        *_stays(s, session, chosen),
        *(
            _why(s, ui, session, REASON, "")
            if chosen
            else (_words(s, ui, session, REASON, ("council.reason.why", "")),)
        ),
    )
    does = Several((CloseTop(), ForgetText(REASON), Renounce(chosen, reason)))
    buttons = (
        _back(s, CloseTop()),
        ("do", s.say("council.over.renounce"), does, "primary", bool(chosen and reason.strip())),
    )
    return asking(s, ui, Asking("renounce", s.say("council.over.renounce"), SIZE), pieces, buttons)


def _pick(s: Sight, session: Session, one: PlacedIssue, chosen: str) -> Piece:
    """Give an objective to give up; pressed again, it is kept, and the others are there."""
    on = one.card == chosen
    return pick(s, session, one, SelectTab("renounce", "" if on else one.card), on=on)


def _back(s: Sight, does: object) -> Way:
    return ("back", s.say("council.cancel"), does, "plain", True)


def _why(s: Sight, ui: Ui, session: Session, key: str, was: str) -> tuple[Piece | None, ...]:
    """Give the deck's reasons, one of which a tap takes, and under them the words they put, to be written otherwise."""
    now, lang = ui.text(key, was), s.speaker.lang
    found = [
        option(s, Option(f"reason:{one.id}", said, "", SetText(key, said), now.strip() == said))
        for one in session.workshop.deck.reasons
        if (said := one.text.say(lang))
    ]
    two, single = (grid(found, across, s.px(12)) for across in (2, 1))
    choices = node("group", "renounce:reasons", "", ways(sized(two, wide=s.px(1000)), single)) if found else None
    return choices, _words(s, ui, session, key, ("renounce.words" if found else "council.reason.why", was))


def _words(s: Sight, ui: Ui, session: Session, key: str, asked: tuple[str, str]) -> Piece:
    """Give the field of the words: how they are asked for, and what they said."""
    ask, was = asked
    return guarded(s, ui, session.workshop, Field(key, s.say(ask), was, limits.REASON, lines=True), 2)


def _stays(s: Sight, session: Session, chosen: str) -> tuple[Piece, ...]:
    """Say what the law still asks if the chosen objective is given up."""
    one = session.placed(chosen)
    lines = stays_due(s, session, one.family, one.card) if one is not None else ()
    head = (label(s, "stays:head", s.say("spot.anyway"), Style(bold=True)),) if lines else ()
    return (*head, *(label(s, f"stays:{at}", said) for at, said in enumerate(lines)))


def _load(s: Sight, session: Session, gauge: Gauge) -> str:
    """Say a load, and what of it comes from the event: the picks alone do not add up to it."""
    used, part = points(gauge.used) if gauge.kind != "effort" else gauge.used, getattr(event_part(session), gauge.kind)
    shown = s.say("council.load.shown", used=used, limit=gauge.capacity)
    said = f"{s.say(f'board.load.{gauge.kind}')} {shown}"
    return f"{said} ({s.say('council.load.event', points=points(part))})" if part else said


def thanked(s: Sight, ui: Ui, session: Session) -> Node:
    """List what was given up once the ballot closed, each with why, or to be told why."""
    found = outvoted(session)
    pieces = (label(s, "thanked:why", s.say("thanked.why")), *(_thanks(s, session, item) for item in found))
    done: Way = ("done", s.say("thanked.done"), CloseTop(), "primary", True)
    return asking(s, ui, Asking("thanked", s.say("thanked.title", n=len(found)), SIZE), pieces, (done,))


def _thanks(s: Sight, session: Session, item: Renounced) -> Piece:
    why = naming.reason(s, session, item.reason)
    colour = naming.family(session, item.family).colour
    note, sign = (why, "pencil") if why else (s.say("thanked.untold"), "message-square-plus")
    does = OpenDialog("renounce", item.card)
    return option(
        s, Option(f"thanked:{item.card}", naming.card(s, session, item.card), note, does, edge=colour, icon=sign)
    )
