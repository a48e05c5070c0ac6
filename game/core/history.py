"""Undo and redo without limit: the frozen sessions stay in a list, they share almost everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moves import ASIDE, FENCES, fold
from game.core.moves.move import Event
from game.core.scenario import Workshop
from game.core.session import Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class Step:
    """One gesture: its events and the session after it. One `aside`, a pause, is no step of undo."""

    events: tuple[Event, ...]
    session: Session
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """A gesture that was taken back, and its place among those done: it is given again there, before later pauses."""

    at: int
    events: tuple[Event, ...]


@dataclass(slots=True)
class History:
    """The sessions of an open file, oldest first; what was undone waits in `undone`, until something else is done."""

    first: Session
    done: list[Step] = field(default_factory=list)
    undone: list[Undone] = field(default_factory=list)

    @property
    def session(self) -> Session:
        """Give the session as it stands."""
        return self.done[-1].session if self.done else self.first

    @property
    def last(self) -> int:
        """Give the place of the gesture that `undo` takes back, -1 if there is none."""
        return next((at for at in range(len(self.done) - 1, -1, -1) if not self.done[at].aside), -1)

    @property
    def undoes(self) -> tuple[Event, ...]:
        """Give what that gesture did; nothing if there is none."""
        return self.done[self.last].events if self.last >= 0 else ()

    @property
    def earlier(self) -> Session:
        """Give the session that `undo` would come to."""
        at = max(self.last, 0)
        return self._end(at, self._laid(at, self.done[at + 1 :]))

    @property
    def later(self) -> Session:
        """Give the session that `redo` would come to."""
        return self._end(len(self.done), self._given()) if self.undone else self.session

    def record(self, events: Sequence[Event]) -> Session:
        """Do one gesture; what was undone before it is lost, unless it is a pause."""
        return self.add(events, aside=all(isinstance(event, ASIDE) for event in events))

    def add(self, events: Sequence[Event], *, aside: bool) -> Session:
        """Do one gesture that is said to be a step of undo or not: as a file tells it."""
        self.done.append(Step(tuple(events), fold(self.session, events), aside))
        if not aside:
            self.undone.clear()
        return self.session

    def _laid(self, at: int, steps: Sequence[Step]) -> list[Step]:
        """Give gestures as they come after the first `at` ones."""
        session, found = self.done[at - 1].session if at else self.first, []
        for step in steps:
            session = fold(session, step.events)
            found.append(replace(step, session=session))
        return found

    def _given(self) -> list[Step]:
        """Give what was taken back last, and the pauses after it."""
        back = self.undone[-1]
        return self._laid(back.at, [Step(back.events, self.first), *self.done[back.at :]])

    def _end(self, at: int, steps: Sequence[Step]) -> Session:
        before = self.done[at - 1].session if at else self.first
        return steps[-1].session if steps else before

    def undo_refusal(self) -> Refused | None:
        """Tell why the last gesture cannot be taken back: there is none, or a fence stands before it."""
        fence = next((event for event in self.undoes if isinstance(event, FENCES)), None)
        if self.last < 0:
            return Refused("nothing_to_undo")
        if fence is not None:
            first = self.last == 0
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
        return self.taken_back()

    def taken_back(self) -> Session:
        """Take back the last gesture, whatever the rules say: as a file tells it."""
        at, events = self.last, self.undoes
        self.done[at:] = self._laid(at, self.done[at + 1 :])
        self.undone.append(Undone(at, events))
        return self.session

    def redo(self) -> Session:
        """Give again what was taken back last. Raises Refused: nothing_to_redo."""
        refused = self.redo_refusal()
        if refused is not None:
            raise refused
        self.done[self.undone[-1].at :] = self._given()
        self.undone.pop()
        return self.session

    def renew(self, workshop: Workshop) -> Session:
        """Go on with another workshop, in every session kept: events carry answers, so none of them is told again."""

        def again(step: Step) -> Step:
            return replace(step, session=replace(step.session, workshop=workshop))

        self.first = replace(self.first, workshop=workshop)
        self.done[:] = [again(step) for step in self.done]
        return self.session
