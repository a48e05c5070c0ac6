"""The share of the budget that goes through purchases: guessed, then revealed; and intentions added at the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from game.core.errors import Refused
from game.core.moment import Moment
from game.core.months import month
from game.core.scenario import Intention
from game.core.session import Session
from game.core.text import same

TITLE_LIMIT = 80
"""Characters of an intention's title."""


@dataclass(frozen=True, slots=True)
class GuessShare:
    """One seat's guess, in per cent of the budget."""

    seat: str
    percent: int
    move: ClassVar[str] = "guess"

    def decide(self, session: Session, moment: Moment) -> tuple[ShareGuessed, ...]:
        """Guess, again if wished. Raises Refused after the reveal, for an empty seat or a number outside 0 to 100."""
        if session.revealed:
            raise Refused("already_revealed")
        sitting = session.sitting(self.seat)
        if sitting is None or not sitting.present:
            raise Refused("unknown_seat", seat=self.seat)
        if not 0 <= self.percent <= 100:
            raise Refused("bad_number", text=str(self.percent))
        return (ShareGuessed(self.seat, self.percent),)


@dataclass(frozen=True, slots=True)
class ShareGuessed:
    """A guess is on the table."""

    seat: str
    percent: int

    def apply(self, session: Session) -> Session:
        """Keep it in place of the seat's former one."""
        rest = tuple(guess for guess in session.guesses if guess[0] != self.seat)
        return replace(session, guesses=(*rest, (self.seat, self.percent)))


@dataclass(frozen=True, slots=True)
class RevealShare:
    """Show the true share."""

    move: ClassVar[str] = "reveal"

    def decide(self, session: Session, moment: Moment) -> tuple[ShareRevealed, ...]:
        """Reveal once."""
        return () if session.revealed else (ShareRevealed(session.workshop.scenario.budget.share_pct),)


@dataclass(frozen=True, slots=True)
class ShareRevealed:
    """The room has seen the share: it cannot unsee it."""

    percent: int

    def apply(self, session: Session) -> Session:
        """Mark it."""
        return replace(session, revealed=True)


@dataclass(frozen=True, slots=True)
class AddIntention:
    """Add a purchase to come: amount in euros before VAT, months as people write them; no CAO unless told."""

    family: str
    place: str
    title: str
    amount: str
    launch: str
    award: str = ""
    duration_months: int = 12
    procedure: str = ""
    cao: bool = False
    move: ClassVar[str] = "add_intention"

    def decide(self, session: Session, moment: Moment) -> tuple[IntentionAdded, ...]:
        """Add. Raises Refused for an unknown family, a decor place, an empty title, a bad amount or month."""
        title = self.title.strip()
        if not title:
            raise Refused("empty_text")
        if len(title) > TITLE_LIMIT:
            raise Refused("text_too_long", limit=TITLE_LIMIT)
        _somewhere(session, self.family, self.place)
        amount = self.amount.replace("€", "").replace("\u202f", "").replace("\u00a0", "").replace(" ", "")
        if not amount.isdigit() or int(amount) == 0:
            raise Refused("bad_number", text=self.amount)
        launch, award = month(self.launch), month(self.award) if self.award.strip() else ""
        if launch is None or award is None:
            raise Refused("bad_month", text=self.launch if launch is None else self.award)
        number = len(session.intentions) + 1
        return (
            IntentionAdded(f"added-{number}", self.family, self.place, title, int(amount), launch, award,
                           self.duration_months, self.procedure.strip(), self.cao),
        )  # fmt: skip


def _somewhere(session: Session, family: str, place: str) -> None:
    if session.workshop.scenario.family(family) is None:
        raise Refused("unknown_family", family=family)
    found = session.workshop.scenario.place(place)
    if place and (found is None or found.decor):
        raise Refused("decor_place", place=place)


@dataclass(frozen=True, slots=True)
class IntentionAdded:
    """A purchase to come is on the map."""

    id: str
    family: str
    place: str
    title: str
    amount_ht: int
    launch: str
    award: str
    duration_months: int
    procedure: str
    cao: bool

    def apply(self, session: Session) -> Session:
        """Add it to the session's own."""
        added = Intention(
            self.id, self.family, self.place, same(self.title), self.amount_ht, self.launch, self.award,
            self.duration_months, procedure=same(self.procedure), cao=self.cao,
        )  # fmt: skip
        return replace(session, intentions=(*session.intentions, added))
