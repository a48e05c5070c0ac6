"""Questions of the members who buy for no family: each holds a few, laid on any card of the board, answered aloud."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.moves import board
from game.core.session import Session
from game.core.spoken import QUESTION_LIMIT, Question
from game.core.values import replace
from game.core.voices import askers, left


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Lay a question on a placed issue: `asked` is the id of one of the scenario's, else `text` is typed."""

    seat: str
    issue: str
    asked: str = ""
    text: str = ""
    move: ClassVar[str] = "ask"

    def decide(self, session: Session, moment: Moment) -> tuple[QuestionAsked, ...]:
        """Ask. Raises Refused: holds_no_question, not_placed, no_such_question, empty_text, text_too_long,
        no_questions_left."""
        if all(one.seat.id != self.seat for one in askers(session)):
            raise Refused("holds_no_question", seat=self.seat)
        board.placed(session, self.issue)
        text = "" if self.asked else _written(self.text)
        if self.asked and session.workshop.scenario.question(self.asked) is None:
            raise Refused("no_such_question")
        if not left(session, self.seat):
            raise Refused("no_questions_left", seat=self.seat, limit=session.limits.questions)
        number = 1 + max((one.number for one in session.questions), default=0)
        return (QuestionAsked(number, self.seat, self.issue, self.asked, text),)


def _written(typed: str) -> str:
    text = " ".join(typed.split())
    if not text:
        raise Refused("empty_text")
    if len(text) > QUESTION_LIMIT:
        raise Refused("text_too_long", limit=QUESTION_LIMIT)
    return text


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A question lies on an issue."""

    number: int
    seat: str
    issue: str
    asked: str
    text: str

    def apply(self, session: Session) -> Session:
        """Lay it last."""
        question = Question(self.number, self.seat, self.issue, self.asked, self.text)
        return replace(session, questions=(*session.questions, question))


@dataclass(frozen=True, slots=True)
class HearAnswer:
    """Mark a question as answered aloud; it stays on record."""

    number: int
    move: ClassVar[str] = "ask"

    def decide(self, session: Session, moment: Moment) -> tuple[AnswerHeard, ...]:
        """Mark it, once. Raises Refused: no_such_question."""
        one = _question(session, self.number)
        return () if one.answered else (AnswerHeard(one.number, one.issue),)


def _question(session: Session, number: int) -> Question:
    found = next((one for one in session.questions if one.number == number), None)
    if found is None:
        raise Refused("no_such_question")
    return found


@dataclass(frozen=True, slots=True)
class AnswerHeard:
    """A question was answered."""

    number: int
    issue: str

    def apply(self, session: Session) -> Session:
        """Mark it."""
        marked = (replace(one, answered=True) if one.number == self.number else one for one in session.questions)
        return replace(session, questions=tuple(marked))


@dataclass(frozen=True, slots=True)
class TakeQuestionBack:
    """Take back a question that was not answered: its member may ask another."""

    number: int
    move: ClassVar[str] = "ask"

    def decide(self, session: Session, moment: Moment) -> tuple[QuestionTakenBack, ...]:
        """Take it back. Raises Refused: no_such_question, question_answered."""
        one = _question(session, self.number)
        if one.answered:
            raise Refused("question_answered")
        return (QuestionTakenBack(one.number, one.seat, one.issue),)


@dataclass(frozen=True, slots=True)
class QuestionTakenBack:
    """A question is in its member's hand again."""

    number: int
    seat: str
    issue: str

    def apply(self, session: Session) -> Session:
        """Take it away."""
        return replace(session, questions=tuple(one for one in session.questions if one.number != self.number))
