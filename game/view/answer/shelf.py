"""What home lists: the workshops one may open, the sessions on this machine, and where they lie."""

from __future__ import annotations

from game.core.agenda import Phase
from game.core.errors import Fact
from game.core.frozen import dataclass
from game.core.text import Text


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a file cannot be opened: the catalogue key of one sentence ("error.damaged") and its facts."""

    key: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Pace:
    """One agenda of a workshop, in minutes, with its phases; `tryout`: nothing of its sessions counts."""

    id: str
    title: Text
    minutes: int
    tryout: bool = False
    phases: tuple[Phase, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A scenario that may be played, or the reason why it cannot."""

    id: str
    title: Text
    town: Text
    paces: tuple[Pace, ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Recent:
    """A session file. `state` is open, closed or broken; broken comes with a `trouble`. `date` is YYYY-MM-DD.

    `rescue` tells whether something may still be good in a broken one; `ahead` counts the gestures that only a copy of
    the file holds; `tryout`: it is one to learn with, that nothing follows. `hour` is HH:MM; `away` tells where it was
    put: in the archives, or in the bin.
    """

    path: str
    title: str = ""
    town: Text = Text()
    date: str = ""
    phase: Text = Text()
    state: str = "open"
    trouble: Trouble | None = None
    rescue: bool = False
    ahead: int = 0
    tryout: bool = False
    hour: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that home shows. `recovery` are the sessions a crash left open; `recent` comes newest first.

    `folder` is what people call that of the sessions: names, no path. `others` counts its session files that are not
    shown; `away` are those put into the archives, then those thrown away.
    """

    offers: tuple[Offer, ...] = ()
    recovery: tuple[Recent, ...] = ()
    recent: tuple[Recent, ...] = ()
    folder: str = ""
    others: int = 0
    away: tuple[Recent, ...] = ()


@dataclass(frozen=True, slots=True)
class Tidy:
    """Ask to put a session in order. `what`: rename (to `title`), archive, discard, restore or erase."""

    path: str
    what: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class DrawPlaces:
    """Ask to draw the places of a scenario: one of ours by its id, or any by its folder."""

    scenario: str


@dataclass(frozen=True, slots=True)
class LeaveDrawing:
    """Ask to leave the drawing, and go home."""
