"""Who leads, and what the room sees of it: the facilitator's page, the room's window, frozen or black."""

from __future__ import annotations

from dataclasses import replace

from game.core.frozen import dataclass

PODIUM = ("adopted", "adopting", "arbitrate", "award", "ended", "event", "result", "share", "thanked", "tie")
"""The dialogs that are told to the room: it sees them too, without their buttons."""


@dataclass(frozen=True, slots=True)
class Leading:
    """How a table is led. `page`: the facilitator's page stands in this window. `apart`: the room has its own window.

    `room`: this is the room's window. `frozen` is the hour at which it was frozen ("14:32"); `black`: it shows nothing.
    `shown` is the dialog brought to the room from the facilitator's page.
    """

    page: bool = False
    apart: bool = False
    room: bool = False
    frozen: str = ""
    black: bool = False
    shown: str = ""
    under: tuple[str, str, str] = ("", "", "")
    """The dialog, what it is about and the spotlight that lay over the board when the page came over it."""
    corner: str = ""
    """The pointer that came down in the corner from which the page is pulled."""
    screens: tuple[str, ...] = ()
    """What the screens there are are called, in their order; empty: it has no name."""
    room_on: str = ""
    """The name of the screen that the room's window was sent to last."""
    wanted: bool = False
    """Whether the room is to have its window wherever there is a screen for it: so it was left on this computer."""
    queue: tuple[str, ...] = ()
    """The seats whose hand is up, in the order in which it went up."""
    speaker: str = ""
    since: int = 0
    """Who has the floor, and the table time (`Ui.now`) at which it was given."""


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Put a seat at the end of those that wait for the floor, or take it out of them."""

    seat: str


@dataclass(frozen=True, slots=True)
class Speak:
    """Give the floor to a seat; empty: it is nobody's."""

    seat: str


def raised(lead: Leading, seat: str) -> Leading:
    """Give how the table is led once a seat's hand went up, or down again."""
    left = tuple(one for one in lead.queue if one != seat)
    return replace(lead, queue=left if seat in lead.queue else (*left, seat))


def speaking(lead: Leading, seat: str, now: int) -> Leading:
    """Give how the table is led once a seat has the floor."""
    return replace(lead, queue=tuple(one for one in lead.queue if one != seat), speaker=seat, since=now)


def silent(lead: Leading) -> Leading:
    """Give how the table is led where nobody asked for the floor yet."""
    return replace(lead, queue=(), speaker="")


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Bring the facilitator's page over the board, or take it away."""


@dataclass(frozen=True, slots=True)
class ShowRoom:
    """Bring a dialog (PODIUM) to the room; empty takes it away."""

    dialog: str


@dataclass(frozen=True, slots=True)
class Blacken:
    """Have the room's window show nothing, or again what it showed."""


@dataclass(frozen=True, slots=True)
class Freeze:
    """Have the room's window stay as it is, or follow again: the table notes the hour."""


@dataclass(frozen=True, slots=True)
class TwoWindows:
    """Give the room a window of its own, on a screen by its place among those there are; -1 takes it away."""

    screen: int = 0
