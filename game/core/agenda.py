"""How a session runs: phases with their minutes and moves, and the limits that make choosing matter."""

from __future__ import annotations

from typing import Literal

from game.core.ballot import OPEN, Way
from game.core.frozen import dataclass
from game.core.text import Text

Guesses = Literal["open", "hidden"]
"""How the share of purchases is guessed: before all, or told all at once by the reveal."""
GUESSES: tuple[Guesses, ...] = ("open", "hidden")


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a session. Capacities are points summed over the cards of the kept picks (rules.md).

    `axes` are the most the council may choose to serve, `questions` those each member without a family holds; 0: none.
    """

    issues_per_family: int
    levers_per_issue: int
    levers_per_family: int
    tokens_per_seat: int
    tokens_per_pick: int
    objectives: int
    effort: int
    cost: int
    delay: int
    axes: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """What the facilitator says at one step of a phase, and why."""

    minutes: int
    title: Text
    say: Text
    aim: Text


@dataclass(frozen=True, slots=True)
class Cue:
    """What the facilitator says from a minute of the phase on, 0 being its opening."""

    at: int
    say: Text


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase: its minutes, the moves it allows besides the ones always allowed, the panels it shows.

    `instruction` is what the table has to do, where the agenda words it its own way; "{n}" stands for what is left.
    `script` is what the facilitator says, in the order of the minutes; `notes` are for the facilitator alone. `least`
    is below how many minutes a shorter agenda never brings it; 0: half of them. `deal` is how many cards a member is
    dealt at a time; 0: all of them lie in the hand. `cards` are the only ones dealt in it, by id; none: the deck's.
    `sheet` are the fields of an objective that it shows first, all others being a press away; none: it shows them all.
    """

    id: str
    title: Text
    minutes: int
    moves: tuple[str, ...]
    panels: tuple[str, ...] = ()
    says: tuple[Step, ...] = ()
    instruction: Text = Text()
    script: tuple[Cue, ...] = ()
    notes: Text = Text()
    least: int = 0
    deal: int = 0
    cards: tuple[str, ...] = ()
    sheet: tuple[str, ...] = ()

    @property
    def floor(self) -> int:
        """Give the minutes that it takes at the very least."""
        return self.least or (self.minutes + 1) // 2


@dataclass(frozen=True, slots=True)
class Agenda:
    """A way to spend the time of a session, 90 or 45 minutes at Blagnac; `vote`: how it votes unless told otherwise.

    `tryout`: nothing of its sessions counts, they are for learning; no review, report, number or date comes of them.
    `guesses`: whether the share is guessed before all.
    """

    id: str
    title: Text
    minutes: int
    limits: Limits
    phases: tuple[Phase, ...]
    vote: Way = OPEN
    tryout: bool = False
    guesses: Guesses = "open"

    def phase(self, phase_id: str) -> Phase | None:
        """Find a phase."""
        return next((phase for phase in self.phases if phase.id == phase_id), None)

    def allows(self, move: str) -> str:
        """Give the id of the first phase in which a move may be made; empty where none allows it."""
        return next((phase.id for phase in self.phases if move in phase.moves), "")

    @property
    def reviews(self) -> bool:
        """Tell whether it opens with the review of a former session: it is begun from that one."""
        return bool(self.phases) and "follow_up" in self.phases[0].moves

    def before(self, phase_id: str) -> tuple[Phase, ...]:
        """Give the phases that come before this one."""
        ids = [phase.id for phase in self.phases]
        return self.phases[: ids.index(phase_id)] if phase_id in ids else ()

    def after(self, phase_id: str) -> Phase | None:
        """Give the next phase, if any."""
        rest = self.phases[len(self.before(phase_id)) + 1 :]
        return rest[0] if rest else None
