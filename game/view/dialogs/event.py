"""An event: drawn by chance or chosen, then read aloud with its numbers."""

from __future__ import annotations

from functools import partial

from game.core.cards import EventCard
from game.core.moves.arbitration import DrawEvent
from game.core.session import Session
from game.view.answer.intents import CloseTop, OpenDialog
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts import naming, podium
from game.view.parts.cards import badge, points
from game.view.parts.loads import ICONS
from game.view.parts.options import Option, option
from game.view.parts.pieces import icon, label, line, press, shrinking, text
from game.view.parts.podium import Sheet
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, at_least, column, grow, made, middle, node, over, pad, row, sized
from game.view.tree.looks import Fill, Stripes, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog: the draw, or the event once there is one."""
    card = session.workshop.deck.event(session.events[0]) if session.events else None
    close = ("back", s.say("council.event.done"), CloseTop(), "primary", True)
    if card is not None and podium.stands(ui):
        foot = press(s, Button("event:back", close[1], CloseTop(), "primary", states=("default",)), 66)
        told, *shorter = (partial(_aloud, session, card, parts) for parts in (4, 3, 2, 1))
        return podium.sheet(
            s, ui, Sheet("event", card.title.say(s.speaker.lang), told, foot, tuple(shorter), claps=True)
        )
    if card is not None:
        title = s.say("council.event.title")
        return asking(s, ui, Asking("event", title, (1240, 820)), _drawn(s, session, card), (close,))
    able = not session.ballot.closed
    draw = ("draw", s.say("council.event.chance"), DrawEvent(), "primary", able)
    choose = ("list", s.say("council.event.choose"), OpenDialog("event", "list"), "plain", able)
    listed = ui.about == "list"
    shown, found = (_list(s, session), (draw,)) if listed else (_unseen(s, session), (draw, choose))
    return asking(s, ui, Asking("event", s.say("council.event.open"), (1100, 840)), shown, found)


def _unseen(s: Sight, session: Session) -> Pieces:
    """Say how many may be drawn, and none of them: who reads the list first is not surprised."""
    deck = session.workshop.deck
    n = sum(card.id not in deck.retired for card in deck.events)
    return (label(s, "event:unseen", s.say("council.event.unseen", n=n), Style(theme.BODY, theme.INK_3)),)


def _list(s: Sight, session: Session) -> Pieces:
    lang, sign = s.speaker.lang, "newspaper"
    rows = (
        option(s, Option(f"event:{card.id}", card.title.say(lang), card.text.say(lang), DrawEvent(card.id), icon=sign))
        for card in session.workshop.deck.events
        if card.id not in session.workshop.deck.retired
    )
    return tuple(rows)


def _drawn(s: Sight, session: Session, card: EventCard) -> Pieces:
    lang, note = s.speaker.lang, session.workshop.scenario.note(card.id)
    names = ", ".join(naming.card(s, session, lever) for lever in card.cancelled_by)
    cancelled = s.say("council.event.cancel", levers=names)
    return (
        _headline(s, card),
        *(_load(s, session, load.family, (load.cost, load.delay, load.effort)) for load in card.loads),
        label(s, "event:effect", card.effect.say(lang), Style(theme.BODY)),
        label(s, "event:note", note.say(lang), Style(ink=theme.INK_3)) if note else None,
        label(s, "event:cancel", cancelled, Style(bold=True)) if names else None,
    )


def _aloud(session: Session, card: EventCard, parts: int, room: Sight) -> Piece:
    """Tell the room what happens, what it weighs, what it changes and what spares it: as many of these as it holds."""
    lang, names = room.speaker.lang, ", ".join(naming.card(room, session, lever) for lever in card.cancelled_by)
    loads = [_load(room, session, load.family, (load.cost, load.delay, load.effort)) for load in card.loads]
    said = [
        text(room, card.text.say(lang)),
        column(*loads) if loads else None,
        text(room, card.effect.say(lang)),
        text(room, room.say("council.event.cancel", levers=names), Style(bold=True)) if names else None,
    ]
    return column(*said[:parts], gap=room.px(10))


def _headline(s: Sight, card: EventCard) -> Piece:
    """Give the event as the front page of the day: large, on ink, under the clapperboard's stripes."""
    title, words = card.title.say(s.speaker.lang), card.text.say(s.speaker.lang)
    stripes = made(0, s.px(18), lambda box: Stripes(box, theme.SLATE, theme.CHALK))
    said = column(
        text(s, title, Style(40, theme.CHALK, bold=True, back=theme.SLATE)),
        text(s, words, Style(theme.LABEL, theme.CHALK, back=theme.SLATE)),
        gap=s.px(10),
    )
    shape = column(stripes, pad(said, s.px(24), s.px(16)))
    page = over(shape, lambda box: (Fill(box, theme.SLATE, s.px(theme.RADIUS)),))
    return node("heading", "event:headline", f"{title}. {words}", page, states=("clap",))


def _load(s: Sight, session: Session, family_id: str, numbers: tuple[int, int, int]) -> Piece:
    family = naming.family(session, family_id)
    name = family.name.say(s.speaker.lang)
    facts = [(kind, points(number)) for kind, number in zip(ICONS, numbers, strict=True) if number]
    words = ", ".join(f"{s.say(f'board.load.{kind}')} {shown}" for kind, shown in facts)
    style = Style(34, bold=True)
    told = [
        row(icon(s, ICONS[kind], 34), sized(line(s, shown, style), wide=s.px(64)), gap=s.px(8)) for kind, shown in facts
    ]
    called = grow(shrinking(s, name, Style(theme.BODY, middle=True), theme.TEXT))
    shape = at_least(row(middle(badge(s, family)), *told, called, gap=s.px(13)), s.px(66))
    return node("text", f"event:load:{family_id}", s.say("said.of", what=name, said=words), shape)
