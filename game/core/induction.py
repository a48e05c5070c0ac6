"""The induction of a new member: what a scenario teaches, and what a try-out session has laid and answered."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.seat import Seat
from game.core.text import Text


@dataclass(frozen=True, slots=True)
class Frame:
    """A moment in the life of a purchase: `says` tells who does what then, `place` why it comes when it comes."""

    id: str
    title: Text
    icon: str
    says: Text
    place: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence that is true, or not, and why; `lesson` is what to keep of it."""

    id: str
    says: Text
    answer: bool
    why: Text
    lesson: Text


@dataclass(frozen=True, slots=True)
class Deal:
    """The cards dealt to whoever joins a family: one lever is a trap; one event comes; one sentence must be mended.

    `tension` are the two cards whose tension is talked over; `lawful` tells how the sentence can be mended.
    """

    family: str
    issues: tuple[str, ...]
    levers: tuple[str, ...]
    trap: str
    warning: Text
    event: str
    sentence: Text
    lawful: Text
    tension: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Induction:
    """What a scenario teaches a new member. `frames` come in the order of a purchase.

    `seats` are who sits at a try-out, in place of the council; none: the council does. `opening` is what a newcomer
    reads first.
    """

    frames: tuple[Frame, ...] = ()
    questions: tuple[Question, ...] = ()
    seats: tuple[Seat, ...] = ()
    deals: tuple[Deal, ...] = ()
    opening: tuple[Text, ...] = ()

    def frame(self, frame_id: str) -> Frame | None:
        """Find a frame."""
        return next((frame for frame in self.frames if frame.id == frame_id), None)

    def question(self, question_id: str) -> Question | None:
        """Find a question."""
        return next((question for question in self.questions if question.id == question_id), None)

    def deal(self, family: str) -> Deal | None:
        """Find the cards dealt to a family."""
        return next((deal for deal in self.deals if deal.family == family), None)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What was done of it: frames by their spot on the strip, from 1; the last answer to each question.

    `family` is the one chosen, `mended` its sentence written again, `talked` what was said of its tension.
    Nothing tells who did it, nor how often it went wrong.
    """

    laid: tuple[tuple[str, int], ...] = ()
    answers: tuple[tuple[str, bool], ...] = ()
    family: str = ""
    mended: str = ""
    talked: str = ""

    def at(self, spot: int) -> str:
        """Give the frame on a spot; empty if there is none."""
        return next((frame for frame, there in self.laid if there == spot), "")

    def answered(self, question: str) -> bool | None:
        """Give the last answer to a question; None if there is none."""
        return dict(self.answers).get(question)


def right(induction: Induction, newcomer: Newcomer, spot: int) -> bool:
    """Tell whether the frame on a spot is the one that comes there."""
    return newcomer.at(spot) == induction.frames[spot - 1].id


def astray(induction: Induction, newcomer: Newcomer) -> tuple[int, ...]:
    """Give the spots that still wait for their frame, empty ones and those another frame lies on."""
    return tuple(spot for spot in range(1, len(induction.frames) + 1) if not right(induction, newcomer, spot))
