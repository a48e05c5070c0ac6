"""A session told again: opened to be read, and seen as it stood after any of its steps, what was taken back too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.core.cards import Deck
from game.core.errors import GameError, SetupError
from game.core.frozen import dataclass
from game.core.history import History
from game.core.moment import Moment
from game.core.moves import arbitration, flow, fold, issues, moments, objectives, votes
from game.core.moves.move import Event
from game.core.session import Session
from game.desk import replay
from game.desk.clocks import Clocks
from game.desk.desk import Desk, gesture
from game.desk.keeping import Keeping
from game.desk.numbering import TRYOUT
from game.desk.replay import GESTURE, REDO, UNDO, Logged, Marks
from game.journal.codec import pack
from game.journal.journal import Journal, Row

TITLE = "title"
"""The fact of a session file that names it in a list."""
MARKED: dict[type[Event], str] = {
    flow.PhaseEntered: "phase",
    arbitration.TensionArbitrated: "arbitration",
    issues.IssueRenounced: "renounced",
    votes.BallotClosed: "vote",
    objectives.ObjectiveAdopted: "adopted",
    moments.MomentNamed: "named",
}
"""The gestures that are marked on the way, by what they did; what was taken back is marked `undone`."""


@dataclass(frozen=True, slots=True)
class Lived:
    """One step as it was lived. `events` are what a gesture did, what an undo took back, what a redo gave again.

    `place` is that of its row in the file, from 0; `session` the one after it.
    """

    place: int
    kind: str
    events: tuple[Event, ...]
    session: Session
    clock: int

    @property
    def names(self) -> tuple[str, ...]:
        """Give the name that the moment was given, if the step is that."""
        return tuple(event.text for event in self.events if isinstance(event, moments.MomentNamed))

    @property
    def mark(self) -> str:
        """Give what it is marked as on the way; nothing for most."""
        if self.kind == UNDO:
            return "undone"
        return next((MARKED[type(event)] for event in self.events if type(event) in MARKED), "")


def lived(first: Session, rows: Sequence[Row], found: Marks) -> tuple[Lived, ...]:
    """Give every step of a session in its order; the last one's session is that of the file.

    A gesture undone for good that can be read no more is left out, and so is what took it back.
    """
    made, steps = History(first), []
    told: dict[int, tuple[Event, ...]] = {}
    for place, row in enumerate(rows):
        about = found.about.get(place, place)
        if row.kind not in (GESTURE, UNDO, REDO) or (row.kind != GESTURE and about not in told):
            continue
        try:
            events = replay.advance(made, row, aside=place in found.asides)
        except GameError:
            continue
        told.setdefault(about, events)
        steps.append(Lived(place, row.kind, told[about], made.session, row.clock))
    return tuple(steps)


class Replayed(Desk):
    """A session opened to be told again: it stands at one of its steps, from 1, at first the first one."""

    def __init__(
        self, keeping: Keeping, history: History, marks: Marks, clocks: Clocks, played: Deck | None = None
    ) -> None:
        super().__init__(keeping, history, marks, clocks, played)
        self.steps = lived(history.first, keeping.rows, marks)
        self.at = 1

    @property
    def step(self) -> Lived:
        """Give the step it stands at."""
        return self.steps[self.at - 1]

    @property
    def session(self) -> Session:
        """Give the session as it stood there."""
        return self.step.session

    def seek(self, at: int) -> None:
        """Go to a step, or to the nearest there is."""
        self.at = max(1, min(at, len(self.steps)))

    def now(self) -> int:
        """Give the table time of the step, in seconds."""
        return self.step.clock

    def log(self) -> tuple[Logged, ...]:
        """Tell what was recorded up to the step."""
        rows = self.rows[: self.step.place + 1]
        return replay.log(rows, replay.marks(rows))

    def branch(self, to: Path, title: str) -> None:
        """Write a new session of what was played as far as this step, to go on from there; nothing of it counts.

        The file it comes from is only read. SetupError branch_closed at a step after the close; JournalError as
        Journal.create.
        """
        if self.session.closed:
            raise SetupError("branch_closed")
        moment = Moment(self.now(), self.wall(), 0)
        begun = (moments.BranchBegun(self.path.name, self.at),)
        rows = [*self.rows[: self.step.place + 1], gesture(begun, fold(self.session, begun), moment)]
        named = pack({"fr": title, "en": title})
        facts = dict(self.facts) | {TITLE: named, TRYOUT: "branch"}
        Journal.create(to, dict(self.sources), facts, rows).close()

    def drafts(self) -> tuple[tuple[str, str], ...]:
        """Give nothing: what was being typed is no step."""
        return ()
