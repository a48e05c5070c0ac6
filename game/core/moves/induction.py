"""The induction of a new member: the frames of a purchase laid in order, questions answered."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.induction import astray, right
from game.core.moment import Moment
from game.core.session import Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class LayFrame:
    """Lay a frame on a spot of the strip, from 1; 0: on the first one that still waits for its frame."""

    frame: str
    spot: int = 0
    move: ClassVar[str] = "lay_frame"

    def decide(self, session: Session, moment: Moment) -> tuple[FrameLaid, ...]:
        """Lay it, right or wrong; a wrong one that lay there goes back. Raises Refused: unknown_frame, frame_there."""
        told, done = session.workshop.scenario.induction, session.newcomer
        if told.frame(self.frame) is None or not 0 <= self.spot <= len(told.frames):
            raise Refused("unknown_frame", frame=self.frame)
        waiting = astray(told, done)
        spot = self.spot or next(iter(waiting), 0)
        if done.at(spot) == self.frame or not spot:
            return ()
        if right(told, done, spot):
            raise Refused("frame_there", frame=done.at(spot))
        return (FrameLaid(self.frame, spot),)


@dataclass(frozen=True, slots=True)
class FrameLaid:
    """A frame lies on the strip."""

    frame: str
    spot: int

    def apply(self, session: Session) -> Session:
        """Put it there, in place of what lay there."""
        rest = tuple(one for one in session.newcomer.laid if self.frame != one[0] and self.spot != one[1])
        return replace(session, newcomer=replace(session.newcomer, laid=(*rest, (self.frame, self.spot))))


@dataclass(frozen=True, slots=True)
class LiftFrame:
    """Take a frame off the strip."""

    frame: str
    move: ClassVar[str] = "lift_frame"

    def decide(self, session: Session, moment: Moment) -> tuple[FrameLifted, ...]:
        """Take it, if it lies there."""
        return (FrameLifted(self.frame),) if self.frame in dict(session.newcomer.laid) else ()


@dataclass(frozen=True, slots=True)
class FrameLifted:
    """A frame is to be laid again."""

    frame: str

    def apply(self, session: Session) -> Session:
        """Take it off."""
        rest = tuple(one for one in session.newcomer.laid if one[0] != self.frame)
        return replace(session, newcomer=replace(session.newcomer, laid=rest))


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Say that a sentence is true, or not."""

    question: str
    said: bool
    move: ClassVar[str] = "answer"

    def decide(self, session: Session, moment: Moment) -> tuple[QuestionAnswered, ...]:
        """Answer, again if wished. Raises Refused unknown_question."""
        if session.workshop.scenario.induction.question(self.question) is None:
            raise Refused("unknown_question", question=self.question)
        same = session.newcomer.answered(self.question) == self.said
        return () if same else (QuestionAnswered(self.question, self.said),)


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """A question has an answer."""

    question: str
    said: bool

    def apply(self, session: Session) -> Session:
        """Keep it in place of the former one."""
        rest = tuple(one for one in session.newcomer.answers if one[0] != self.question)
        answers = (*rest, (self.question, self.said))
        return replace(session, newcomer=replace(session.newcomer, answers=answers))
