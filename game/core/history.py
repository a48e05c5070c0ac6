"""Undo and redo without limit: the frozen sessions stay in a list, they share almost everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moves import FENCES, fold
from game.core.moves.move import Event
from game.core.scenario import Workshop
from game.core.session import Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class Step:
    """One gesture: its events and the session after it."""

    events: tuple[Event, ...]
    session: Session


@dataclass(slots=True)
class History:
    """The sessions of an open file, oldest first; what was undone waits in `undone`, until something else is done."""

    first: Session
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    @property
    def session(self) -> Session:
        """Give the session as it stands."""
        return self.done[-1].session if self.done else self.first

    @property
    def earlier(self) -> Session:
        """Give the session that `undo` would come to."""
        return self.done[-2].session if len(self.done) > 1 else self.first

    @property
    def later(self) -> Session:
        """Give the session that `redo` would come to."""
        return self.undone[-1].session if self.undone else self.session

    def record(self, events: Sequence[Event]) -> Session:
        """Do one gesture; what was undone before it is lost."""
        self.done.append(Step(tuple(events), fold(self.session, events)))
        self.undone.clear()
        return self.session

    def undo_refusal(self) -> Refused | None:
        """Tell why the last gesture cannot be taken back: there is none, or a fence stands before it."""
        if not self.done:
            return Refused("nothing_to_undo")
        fence = next((event for event in self.done[-1].events if isinstance(event, FENCES)), None)
        if fence is not None:
            first = len(self.done) == 1
            return Refused("nothing_to_undo") if first else Refused("fence", what=type(fence).__name__)
        return None

    def redo_refusal(self) -> Refused | None:
        """Tell why nothing can be given again."""
        return None if self.undone else Refused("nothing_to_redo")

    def undo(self) -> Session:
        """Take back the last gesture. Raises Refused: nothing_to_undo, fence."""
        refused = self.undo_refusal()
        if refused is not None:
            raise refused
        self.undone.append(self.done.pop())
        return self.session

    def redo(self) -> Session:
        """Give again what was taken back last. Raises Refused: nothing_to_redo."""
        refused = self.redo_refusal()
        if refused is not None:
            raise refused
        self.done.append(self.undone.pop())
        return self.session

    def renew(self, workshop: Workshop) -> Session:
        """Go on with another workshop, in every session kept: events carry answers, so none of them is told again."""

        def again(step: Step) -> Step:
            return Step(step.events, replace(step.session, workshop=workshop))

        self.first = replace(self.first, workshop=workshop)
        self.done[:] = [again(step) for step in self.done]
        self.undone[:] = [again(step) for step in self.undone]
        return self.session
