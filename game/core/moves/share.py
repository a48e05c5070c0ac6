"""The share of the budget that goes through purchases: guessed, then revealed; and intentions added at the table."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.months import month
from game.core.scenario import Intention
from game.core.session import Session
from game.core.text import Text, same
from game.core.values import replace

TITLE_LIMIT = 80
"""Characters of an intention's title, and of its department."""
PROCEDURE_LIMIT = 120
"""Characters of an intention's procedure."""
LONGEST = 600
"""Months a purchase may last: what a scenario allows too."""
MOST_EUROS = 10**12
"""The highest amount in euros: what a scenario allows too."""


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
        """Keep it in place of the seat's former one; sealed where the agenda hides guesses."""
        if session.hides_guesses:
            return replace(session, sealed=self._with(session.sealed))
        return replace(session, guesses=self._with(session.guesses))

    def _with(self, guesses: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
        return (*(guess for guess in guesses if guess[0] != self.seat), (self.seat, self.percent))


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
        """Mark it; every sealed guess is told, in the order of the seats and not of the answers."""
        sealed = dict(session.sealed)
        told = tuple((one.seat.id, sealed[one.seat.id]) for one in session.seats if one.seat.id in sealed)
        return replace(session, revealed=True, guesses=(*session.guesses, *told), sealed=())


@dataclass(frozen=True, slots=True)
class AddIntention:
    """Add a purchase to come: amount in euros before VAT, months as people write them; no CAO unless told.

    `department` is who proposes it; empty, it is the department of its family.
    """

    family: str
    place: str
    title: str
    amount: str
    launch: str
    award: str = ""
    duration_months: int = 12
    procedure: str = ""
    cao: bool = False
    department: str = ""
    move: ClassVar[str] = "add_intention"

    def decide(self, session: Session, moment: Moment) -> tuple[IntentionAdded, ...]:
        """Add. Raises Refused: unknown_family, decor_place, empty_text, text_too_long, bad_number, bad_month,
        bad_duration, award_early."""
        title, procedure, department = self.title.strip(), self.procedure.strip(), self.department.strip()
        if not title:
            raise Refused("empty_text")
        for text, limit in ((title, TITLE_LIMIT), (department, TITLE_LIMIT), (procedure, PROCEDURE_LIMIT)):
            if len(text) > limit:
                raise Refused("text_too_long", limit=limit)
        _somewhere(session, self.family, self.place)
        euros, (launch, award) = amount(self.amount), _months(self.launch, self.award)
        if not 1 <= self.duration_months <= LONGEST:
            raise Refused("bad_duration", limit=LONGEST)
        number = len(session.intentions) + 1
        return (
            IntentionAdded(f"added-{number}", self.family, self.place, title, euros, launch, award,
                           self.duration_months, procedure, self.cao, department),
        )  # fmt: skip


def amount(text: str) -> int:
    """Read euros as people type them: "120 000 €". Raises Refused: bad_number."""
    figures = text.replace("€", "").replace("\u202f", "").replace("\u00a0", "").replace(" ", "")
    if not (figures.isascii() and figures.isdigit()) or not 0 < int(figures[:20]) <= MOST_EUROS:
        raise Refused("bad_number", text=text)
    return int(figures)


def _months(launching: str, awarding: str) -> tuple[str, str]:
    """Give when a purchase is launched and awarded; no award is empty."""
    launch, award = month(launching), month(awarding) if awarding.strip() else ""
    if launch is None or award is None:
        raise Refused("bad_month", text=launching if launch is None else awarding)
    if award and award < launch:
        raise Refused("award_early")
    return launch, award


@dataclass(frozen=True, slots=True)
class BringIntentions:
    """Bring the purchases the departments propose, all in one gesture: prepared before the meeting, whatever its phase.

    Undone at once too: who brought the wrong file takes one step back.
    """

    intentions: tuple[AddIntention, ...]
    move: ClassVar[str] = "bring_intentions"

    def decide(self, session: Session, moment: Moment) -> tuple[IntentionAdded, ...]:
        """Add them in order. Raises Refused as AddIntention does, for the first that cannot be added."""
        events: tuple[IntentionAdded, ...] = ()
        for one in self.intentions:
            added = one.decide(session, moment)
            session = added[0].apply(session)
            events += added
        return events


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
    department: str = ""

    def apply(self, session: Session) -> Session:
        """Add it to the session's own; without a department, it is its family's."""
        role = session.workshop.scenario.family(self.family)
        own = role.department if role is not None else Text()
        added = Intention(
            self.id, self.family, self.place, same(self.title), self.amount_ht, self.launch, self.award,
            self.duration_months, procedure=same(self.procedure), cao=self.cao,
            department=same(self.department) if self.department else own,
        )  # fmt: skip
        return replace(session, intentions=(*session.intentions, added))
