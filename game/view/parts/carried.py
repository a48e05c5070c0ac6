"""The card that a hand carries, told to the room in the place of the cards still to play, which nobody needs then."""

from __future__ import annotations

from functools import partial

from game.core.cards import IssueCard, LeverCard
from game.core.objective import Figures
from game.core.session import Session
from game.view.answer.gestures import IssueThing, LeverThing
from game.view.answer.ui import Held, Ui
from game.view.parts import podium
from game.view.parts.loads import figures_line
from game.view.parts.pieces import text
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, middle, node, over, pad
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Card = IssueCard | LeverCard


def carried(s: Sight, ui: Ui, session: Session, held: Held, board: Node) -> Node | None:
    """Tell the card that is carried, as large as the room needs; None where the board has no room for it."""
    if not podium.stands(ui):
        return None
    hand, card = board.find("hand"), _card(session, held)
    if hand is None or card is None:
        return None
    shown = s.kept("podium:held", _told, ui.only(), card, hand.box)
    return shown if shown.look else None


def _card(session: Session, held: Held) -> Card | None:
    thing = held.node.drags
    if isinstance(thing, IssueThing):
        return session.issue_card(thing.card)
    return session.lever_card(thing.card) if isinstance(thing, LeverThing) else None


def _told(s: Sight, ui: Ui, card: Card, box: Box) -> Node:
    ways = [partial(_lines, card, parts) for parts in (3, 2, 1)]
    inner, label = box.inset(s.px(20), s.px(10)), card.label.say(s.speaker.lang)
    words = podium.fitting(s, ui, inner, *ways)
    if words is None:
        return Node("group", "podium:held", "", box)
    look = over(pad(middle(words), s.px(20), s.px(10)), lambda area: (Fill(area, theme.WHITE, 0, theme.INK, s.px(3)),))
    return node("text", "podium:held", label, look, states=("podium",)).node(box)


def _lines(card: Card, parts: int, room: Sight) -> Piece:
    """Give what a card is called, its points if it has some, what it asks: as many of these as there is room for."""
    lang, style = room.speaker.lang, Style(podium.TITLE, bold=True, back=theme.WHITE)
    lever = isinstance(card, LeverCard)
    asks = card.text if isinstance(card, LeverCard) else card.question
    found = [
        text(room, card.label.say(lang), style),
        figures_line(room, _figures(card), theme.WHITE) if lever else None,
        text(room, asks.say(lang), Style(back=theme.WHITE)),
    ]
    return column(*found[:parts], gap=room.px(4))


def _figures(card: Card) -> Figures:
    assert isinstance(card, LeverCard)
    does = card.effects
    return Figures(does.cost, does.delay, does.effort, does.impact)
