"""What to bring to the room: a card or a place, with the law behind it; an event, unseen in its list; a ballot."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.ballot import SECRET
from game.core.cards import EventCard
from game.core.frozen import dataclass
from game.core.months import plain
from game.core.moves.arbitration import DrawEvent
from game.core.session import Session
from game.view.answer.intents import Camera, MoveCamera, OpenDialog, Several, Spotlight
from game.view.answer.leading import ShowRoom, TurnPage
from game.view.answer.ui import WHOLE, Ui
from game.view.council import secret
from game.view.lead import notes
from game.view.lead.heading import heading
from game.view.lead.rows import plated
from game.view.parts import lawful
from game.view.parts.cards import Card, face_of
from game.view.parts.fields import Field
from game.view.parts.options import Option, option
from game.view.parts.pieces import field, plate, press, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, column, node, over, pad, sized
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

SEARCH, MOST, CLOSE = "lead:search", 5, 3.0
"""The field of the search, how many things are told of what it finds, how near a place is looked at."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What may be brought to the room: its name, icon, whether it is there now, and what a press does."""

    key: str
    name: str
    icon: str
    on: bool
    does: object


def pieces(s: Sight, ui: Ui, session: Session) -> Pieces:
    """Give the search and what it finds, the law behind the card that is shown, the event, the vote."""
    searched = Field(SEARCH, s.say("lead.search"), "", 60, live=True, hint=s.say("lead.search"), titled=False)
    return (
        heading(s, "show", s.say("lead.side.show")),
        sized(field(s, ui, searched), tall=s.px(56)),
        *(_row(s, one) for one in found(s, ui, session)),
        _law(s, ui, session),
        *notes.on_card(s, ui, session),
        *_vote(s, ui, session),
        *_event(s, ui, session),
    )


def found(s: Sight, ui: Ui, session: Session) -> tuple[Thing, ...]:
    """Give what is shown now, then what the search finds; without a search, what lies on the board."""
    words = plain(ui.text(SEARCH)).split()
    every = _things(s, ui, session) if words else _laid(s, ui, session)
    known = [one for one in every if all(word in plain(one.name) for word in words)]
    known.sort(key=lambda one: not one.on)
    return tuple(known[:MOST])


def _laid(s: Sight, ui: Ui, session: Session) -> Iterator[Thing]:
    yield from (one for one in _things(s, ui, session) if one.on)
    for issue in reversed(session.issues):
        card = session.issue_card(issue.card)
        if card is not None and card.id != ui.spotlight:
            yield _card(s, ui, session, card)


def _things(s: Sight, ui: Ui, session: Session) -> Iterator[Thing]:
    """Give all cards, those written at the table first, then the places."""
    deck, retired = session.workshop.deck, set(session.workshop.deck.retired)
    cards: tuple[Card, ...] = (
        *session.blank_issues, *session.blank_levers, *deck.issues, *deck.levers,
    )  # fmt: skip
    for card in cards:
        if card.id not in retired:
            yield _card(s, ui, session, card)
    town = session.workshop.town
    (x0, y0, x1, y1) = town.extent
    for place in session.workshop.scenario.places:
        zone = town.zone(place.id)
        if zone is not None:
            to = Camera((zone.site[0] - x0) / (x1 - x0), (zone.site[1] - y0) / (y1 - y0), CLOSE)
            on = ui.camera == to
            yield Thing(
                f"place:{place.id}",
                place.name.say(s.speaker.lang),
                "map-pin",
                on,
                _led(ui, MoveCamera(WHOLE if on else to)),
            )


def _card(s: Sight, ui: Ui, session: Session, card: Card) -> Thing:
    on, face = ui.spotlight == card.id, face_of(s, card, session.workshop.deck)
    return Thing(card.id, card.label.say(s.speaker.lang), face.icon, on, _led(ui, Spotlight("" if on else card.id)))


def _led(ui: Ui, does: object) -> object:
    """Give what brings a thing to the room: where it has no window of its own, the page leaves first."""
    return does if ui.lead.apart else Several((TurnPage(), does))


def _row(s: Sight, one: Thing) -> Piece:
    """Give a row: pressing it brings the thing to the room, or takes it away again."""
    end = s.say("lead.shown" if one.on else "lead.show")
    states = ("selected",) if one.on else ()
    shape = plated(s, one.icon, one.name, end, on=one.on)
    return node("row", f"lead:thing:{one.key}", f"{one.name}, {end}", shape, does=one.does, states=states)


def _law(s: Sight, ui: Ui, session: Session) -> Piece | None:
    """Tell the law behind the card that is shown, in plain words, then its reference."""
    card = session.issue_card(ui.spotlight) or session.lever_card(ui.spotlight)
    legal = card.legal if card is not None else None
    if legal is None:
        return None
    words, where = legal.plain.say(s.speaker.lang), lawful.reference(s, session.workshop.deck, legal)
    shape = column(
        text(s, s.say("lead.law"), Style(bold=True, back=theme.WHITE)),
        text(s, words, Style(back=theme.WHITE)) if words else None,
        text(s, where, Style(ink=theme.INK_3, back=theme.WHITE)),
        gap=s.px(6),
    )
    return node(
        "text", "lead:law", f"{s.say('lead.law')}. {words} {where}", over(pad(shape, s.px(20), s.px(14)), plate(s))
    )


def _event(s: Sight, ui: Ui, session: Session) -> Pieces:
    """Give the events, to choose or to draw; once one has happened, whether the room reads it."""
    if session.events:
        card = session.workshop.deck.event(session.events[0])
        return () if card is None else (heading(s, "events", s.say("council.event.title")), _happened(s, ui, card))
    if "draw_event" not in session.stage.moves or session.ballot.closed:
        return ()
    deck, shows = session.workshop.deck, ShowRoom("event")
    chance = Button("lead:chance", s.say("council.event.chance"), Several((DrawEvent(), shows)), "primary", "dices")
    return (
        heading(s, "events", s.say("council.event.title"), s.say("lead.unseen")),
        press(s, chance),
        *(_choice(s, card) for card in deck.events if card.id not in deck.retired),
    )


def _choice(s: Sight, card: EventCard) -> Piece:
    does = Several((DrawEvent(card.id), ShowRoom("event")))
    return option(s, Option(f"lead:event:{card.id}", card.title.say(s.speaker.lang), "", does, icon="newspaper"))


def _happened(s: Sight, ui: Ui, card: EventCard) -> Piece:
    return _row(s, _told(ui, "event", card.title.say(s.speaker.lang), "newspaper"))


def _told(ui: Ui, dialog: str, name: str, sign: str) -> Thing:
    """Give what is read to the room as a dialog is: in its own window, else over the board."""
    on = ui.lead.shown == dialog
    does: object = ShowRoom("" if on else dialog) if ui.lead.apart else Several((TurnPage(), OpenDialog(dialog)))
    return Thing(dialog, name, sign, on, does)


def _vote(s: Sight, ui: Ui, session: Session) -> Pieces:
    """Give the way to the next ballot while a secret vote goes on, to the board, or the result."""
    if "lay_token" not in session.stage.moves:
        return ()
    head = heading(s, "vote", s.say("council.vote.title"))
    if session.ballot.closed:
        return (head, _row(s, _told(ui, "result", s.say("lead.result"), "trophy")))
    if session.way in SECRET:
        return (head, secret.take(s, ui, session))
    return (head, press(s, Button("lead:vote", s.say("lead.enter_vote"), TurnPage(), icon="vote")))
