"""Tensions, the event, and a load taken on knowingly."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.load import gauges
from game.core.moment import Moment
from game.core.session import Arbitration, Session
from game.core.tensions import pulls
from game.core.values import replace

SENTENCE_LIMIT = 240
"""Characters of an arbitration: one sentence the room can read."""


@dataclass(frozen=True, slots=True)
class ArbitrateTension:
    """Say how a tension is reconciled; no sentence marks the debate as held."""

    pair: tuple[str, str]
    sentence: str = ""
    move: ClassVar[str] = "arbitrate"

    def decide(self, session: Session, moment: Moment) -> tuple[TensionArbitrated, ...]:
        """Arbitrate, again if wished. Raises Refused: no_tension, text_too_long."""
        pull = next((pull for pull in pulls(session) if set(pull.tension.pair) == set(self.pair)), None)
        if pull is None:
            raise Refused("no_tension")
        sentence = " ".join(self.sentence.split(" ")).strip()
        if len(sentence) > SENTENCE_LIMIT:
            raise Refused("text_too_long", limit=SENTENCE_LIMIT)
        if pull.arbitration is not None and pull.arbitration.sentence == sentence:
            return ()
        return (TensionArbitrated(pull.tension.pair, sentence),)


@dataclass(frozen=True, slots=True)
class TensionArbitrated:
    """A tension was debated."""

    pair: tuple[str, str]
    sentence: str

    def apply(self, session: Session) -> Session:
        """Keep the sentence in place of the former one."""
        rest = tuple(item for item in session.arbitrations if set(item.pair) != set(self.pair))
        return replace(session, arbitrations=(*rest, Arbitration(self.pair, self.sentence)))


@dataclass(frozen=True, slots=True)
class DrawEvent:
    """Draw an event: the one named, or one by chance."""

    card: str = ""
    move: ClassVar[str] = "draw_event"

    def decide(self, session: Session, moment: Moment) -> tuple[EventDrawn, ...]:
        """Draw one a session. Raises Refused: event_already_drawn, unknown_card, ballot_closed, no_events_here."""
        if not session.workshop.deck.rules.events:
            raise Refused("no_events_here")
        if session.events:
            raise Refused("event_already_drawn", card=session.events[0])
        if session.ballot.closed:
            raise Refused("ballot_closed")
        deck = session.workshop.deck
        cards = tuple(card for card in deck.events if card.id not in deck.retired)
        if (self.card and deck.event(self.card) is None) or not cards:
            raise Refused("unknown_card", card=self.card)
        return (EventDrawn(self.card or cards[moment.dice % len(cards)].id),)


@dataclass(frozen=True, slots=True)
class EventDrawn:
    """Something happens to the town."""

    card: str

    def apply(self, session: Session) -> Session:
        """Put it on the table."""
        return replace(session, events=(*session.events, self.card))


@dataclass(frozen=True, slots=True)
class AssumeLoad:
    """Take on more than the capacity, in a sentence that stays on record."""

    sentence: str
    move: ClassVar[str] = "assume_load"

    def decide(self, session: Session, moment: Moment) -> tuple[LoadAssumed, ...]:
        """Assume. Raises Refused: ballot_open, tie_open, not_over_capacity, reason_missing."""
        if not session.ballot.closed:
            raise Refused("ballot_open", needed=session.workshop.agenda.allows("close_ballot"))
        if session.ballot.tied:
            raise Refused("tie_open")
        if not any(gauge.over for gauge in gauges(session)):
            raise Refused("not_over_capacity")
        if not self.sentence.strip():
            raise Refused("reason_missing")
        return (LoadAssumed(self.sentence.strip()),)


@dataclass(frozen=True, slots=True)
class LoadAssumed:
    """The council takes the load on."""

    sentence: str

    def apply(self, session: Session) -> Session:
        """Keep the sentence."""
        return replace(session, assumed=self.sentence)
