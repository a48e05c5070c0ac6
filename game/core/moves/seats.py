"""Who sits at the table: roles, never names of persons."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.seat import Seat
from game.core.session import Session, Sitting
from game.core.text import same
from game.core.values import replace

ROLE_LIMIT = 60
"""Characters of a guest's role."""


def _sitting(session: Session, seat: str) -> Sitting:
    found = session.sitting(seat)
    if found is None:
        raise Refused("unknown_seat", seat=seat)
    return found


def _with(session: Session, sitting: Sitting) -> Session:
    seats = tuple(sitting if other.seat.id == sitting.seat.id else other for other in session.seats)
    return replace(session, seats=seats)


@dataclass(frozen=True, slots=True)
class SeatMember:
    """Someone sits down."""

    seat: str
    move: ClassVar[str] = "seat"

    def decide(self, session: Session, moment: Moment) -> tuple[MemberSeated, ...]:
        """Seat, if the seat is empty. Raises Refused for an unknown seat."""
        return () if _sitting(session, self.seat).present else (MemberSeated(self.seat),)


@dataclass(frozen=True, slots=True)
class MemberSeated:
    """A seat is taken."""

    seat: str

    def apply(self, session: Session) -> Session:
        """Take it."""
        return _with(session, replace(_sitting(session, self.seat), present=True))


@dataclass(frozen=True, slots=True)
class UnseatMember:
    """Someone leaves, or is excused."""

    seat: str
    move: ClassVar[str] = "seat"

    def decide(self, session: Session, moment: Moment) -> tuple[MemberUnseated, ...]:
        """Unseat, if someone is there. Raises Refused for an unknown seat."""
        return (MemberUnseated(self.seat),) if _sitting(session, self.seat).present else ()


@dataclass(frozen=True, slots=True)
class MemberUnseated:
    """A seat is empty."""

    seat: str

    def apply(self, session: Session) -> Session:
        """Leave it."""
        return _with(session, replace(_sitting(session, self.seat), present=False))


@dataclass(frozen=True, slots=True)
class SetVoting:
    """A seat votes, or is a guest's."""

    seat: str
    voting: bool
    move: ClassVar[str] = "seat"

    def decide(self, session: Session, moment: Moment) -> tuple[VotingSet, ...]:
        """Set it. Raises Refused for an unknown seat."""
        return () if _sitting(session, self.seat).voting == self.voting else (VotingSet(self.seat, self.voting),)


@dataclass(frozen=True, slots=True)
class VotingSet:
    """A seat's vote was given or taken."""

    seat: str
    voting: bool

    def apply(self, session: Session) -> Session:
        """Set it."""
        return _with(session, replace(_sitting(session, self.seat), voting=self.voting))


@dataclass(frozen=True, slots=True)
class SetCao:
    """A seat also sits on the tender board (CAO), or does not."""

    seat: str
    cao: bool
    move: ClassVar[str] = "seat"

    def decide(self, session: Session, moment: Moment) -> tuple[CaoSet, ...]:
        """Set it. Raises Refused for an unknown seat."""
        return () if _sitting(session, self.seat).cao == self.cao else (CaoSet(self.seat, self.cao),)


@dataclass(frozen=True, slots=True)
class CaoSet:
    """A seat's place on the CAO was set."""

    seat: str
    cao: bool

    def apply(self, session: Session) -> Session:
        """Set it."""
        return _with(session, replace(_sitting(session, self.seat), cao=self.cao))


@dataclass(frozen=True, slots=True)
class InviteGuest:
    """Give a guest a seat: a role such as "facilitateur de clauses"; a guest does not vote."""

    role: str
    move: ClassVar[str] = "seat"

    def decide(self, session: Session, moment: Moment) -> tuple[GuestInvited, ...]:
        """Invite. Raises Refused for an empty or too long role."""
        role = self.role.strip()
        if not role:
            raise Refused("empty_text")
        if len(role) > ROLE_LIMIT:
            raise Refused("text_too_long", limit=ROLE_LIMIT)
        number = 1 + sum(sitting.seat.id.startswith("guest-") for sitting in session.seats)
        return (GuestInvited(f"guest-{number}", role),)


@dataclass(frozen=True, slots=True)
class GuestInvited:
    """A guest sits at the table."""

    seat: str
    role: str

    def apply(self, session: Session) -> Session:
        """Add the seat."""
        guest = Seat(self.seat, same(self.role), same(self.role[:16]), voting=False)
        return replace(session, seats=(*session.seats, Sitting(guest, present=True, voting=False, cao=False)))
