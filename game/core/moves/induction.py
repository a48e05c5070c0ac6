"""The induction of a new member: frames laid in order, questions answered, a family, its sentence and its tension."""

from __future__ import annotations

from typing import ClassVar

from game.core.doubtful import unlawful
from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.induction import Deal, astray, right
from game.core.moment import Moment
from game.core.moves.arbitration import SENTENCE_LIMIT
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


@dataclass(frozen=True, slots=True)
class ChooseFamily:
    """Join a family: its cards are dealt."""

    family: str
    move: ClassVar[str] = "choose_family"

    def decide(self, session: Session, moment: Moment) -> tuple[FamilyChosen, ...]:
        """Choose, again as long as no card is laid. Raises Refused: unknown_family, cards_laid."""
        if session.workshop.scenario.induction.deal(self.family) is None:
            raise Refused("unknown_family", family=self.family)
        if session.newcomer.family == self.family:
            return ()
        if session.issues:
            raise Refused("cards_laid", family=session.newcomer.family)
        return (FamilyChosen(self.family),)


@dataclass(frozen=True, slots=True)
class FamilyChosen:
    """A family was joined."""

    family: str

    def apply(self, session: Session) -> Session:
        """Deal its cards, and forget what was written for another one."""
        return replace(session, newcomer=replace(session.newcomer, family=self.family, mended="", talked=""))


def _deal(session: Session) -> Deal:
    deal = session.workshop.scenario.induction.deal(session.newcomer.family)
    if deal is None:
        raise Refused("family_first")
    return deal


def _said(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise Refused("empty_text")
    if len(said) > SENTENCE_LIMIT:
        raise Refused("text_too_long", limit=SENTENCE_LIMIT)
    return said


@dataclass(frozen=True, slots=True)
class MendSentence:
    """Write the family's sentence again, so that a contract may carry it."""

    text: str
    move: ClassVar[str] = "mend_sentence"

    def decide(self, session: Session, moment: Moment) -> tuple[SentenceMended, ...]:
        """Take it once it is lawful. Raises Refused: family_first, empty_text, text_too_long, sentence_unlawful."""
        _deal(session)
        text = _said(self.text)
        word = unlawful(session.workshop, text)
        if word:
            raise Refused("sentence_unlawful", word=word)
        return () if text == session.newcomer.mended else (SentenceMended(text),)


@dataclass(frozen=True, slots=True)
class SentenceMended:
    """The sentence asks for nothing that is forbidden any more."""

    text: str

    def apply(self, session: Session) -> Session:
        """Keep it."""
        return replace(session, newcomer=replace(session.newcomer, mended=self.text))


@dataclass(frozen=True, slots=True)
class TalkOver:
    """Say in a sentence how the family lives with its tension."""

    text: str
    move: ClassVar[str] = "talk_over"

    def decide(self, session: Session, moment: Moment) -> tuple[TensionTalkedOver, ...]:
        """Say it. Raises Refused: family_first, empty_text, text_too_long."""
        pair, text = _deal(session).tension, _said(self.text)
        return () if text == session.newcomer.talked else (TensionTalkedOver(pair, text),)


@dataclass(frozen=True, slots=True)
class TensionTalkedOver:
    """A tension of the family was talked over."""

    pair: tuple[str, str]
    text: str

    def apply(self, session: Session) -> Session:
        """Keep the sentence."""
        return replace(session, newcomer=replace(session.newcomer, talked=self.text))
