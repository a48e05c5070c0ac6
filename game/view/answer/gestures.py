"""What can be lifted (things) and where it can be dropped (spots); what each pair means is told by meanings.py."""

from __future__ import annotations

from typing import ClassVar, Protocol

from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.moves.move import Command, Event
from game.core.session import Session


@dataclass(frozen=True, slots=True)
class IssueThing:
    """An issue card, in the hand or placed."""

    card: str


@dataclass(frozen=True, slots=True)
class LeverThing:
    """A lever card. `issue` is the placed issue it lies under, empty from the hand."""

    card: str
    issue: str = ""


@dataclass(frozen=True, slots=True)
class TokenThing:
    """One vote of a seat."""

    seat: str


@dataclass(frozen=True, slots=True)
class FrameThing:
    """A frame of a purchase, on the strip or still to be laid."""

    frame: str


@dataclass(frozen=True, slots=True)
class PlaceSpot:
    """A place of the map."""

    place: str


@dataclass(frozen=True, slots=True)
class TabSpot:
    """A family's tab on a place."""

    place: str
    family: str


@dataclass(frozen=True, slots=True)
class RowSpot:
    """A family's row in the ledger."""

    family: str


@dataclass(frozen=True, slots=True)
class IssueSpot:
    """A placed issue: its cell in the ledger, or its pin on the map."""

    issue: str


@dataclass(frozen=True, slots=True)
class PickSpot:
    """A pick's row in the vote."""

    issue: str


@dataclass(frozen=True, slots=True)
class HandSpot:
    """The hand: what is dropped there is lifted from the board."""


@dataclass(frozen=True, slots=True)
class FrameSpot:
    """A spot of the strip, from 1."""

    spot: int


@dataclass(frozen=True, slots=True)
class PractiseThing:
    """The card of the first steps (dialogs/first): it is of no session."""


@dataclass(frozen=True, slots=True)
class PractiseSpot:
    """Where that card is to be dropped."""


@dataclass(frozen=True, slots=True)
class Practise:
    """Drop it there: only the view changes."""

    move: ClassVar[str] = ""

    def decide(self, session: Session, moment: Moment) -> tuple[Event, ...]:
        """Decide nothing: nothing is recorded."""
        return ()


Spot = PlaceSpot | TabSpot | RowSpot | IssueSpot | PickSpot | HandSpot | FrameSpot | PractiseSpot


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a drop could do: a command, how the table would call it when it must ask, its tone, and why it has it.

    `asks`: the table asks even if it is the only meaning.
    """

    command: Command
    name: str
    tone: str = "legal"
    why: str = ""
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules say of dropping a thing on a spot: all it could mean, and what of that they allow."""

    spot: object
    meant: tuple[Meaning, ...]
    legal: tuple[Meaning, ...]


class Rules(Protocol):
    """What the hands ask of the rules."""

    def meanings(self, session: Session | None, thing: object, spot: object, lang: str) -> tuple[Meaning, ...]:
        """Give what dropping a thing on a spot could mean, legal or not."""

    def refused(self, session: Session | None, command: Command) -> bool:
        """Tell whether a command would be refused now."""
