"""What people answered before and after, counted: no seat is in it, nor the answers of any one person."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.session import Session
from game.core.survey import MOMENTS, MOST, Counted, Tally
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class CountAnswers:
    """Record how many people gave each answer at a moment (core/survey.py), in place of a former count of it."""

    moment: str
    tallies: tuple[Tally, ...]
    move: ClassVar[str] = "survey"

    def decide(self, session: Session, moment: Moment) -> tuple[AnswersCounted, ...]:
        """Record them. Raises Refused miscounted_answers: a question unknown, left out, or not answered by all."""
        asked = {one.id: len(one.answers) + 1 for one in session.workshop.scenario.takeaway.questions}
        sound = self.moment in MOMENTS and asked == {one.question: len(one.given) for one in self.tallies}
        people = {sum(one.given) for one in self.tallies}
        least = min((n for one in self.tallies for n in one.given), default=-1)
        if not sound or len(people) != 1 or least < 0 or not 0 < max(people) <= MOST:
            raise Refused("miscounted_answers")
        return (AnswersCounted(self.moment, max(people), self.tallies),)


@dataclass(frozen=True, slots=True)
class AnswersCounted:
    """So many people gave each answer."""

    moment: str
    people: int
    tallies: tuple[Tally, ...]

    def apply(self, session: Session) -> Session:
        """Keep the count in place of a former one of that moment."""
        rest = tuple(one for one in session.survey if one.moment != self.moment)
        return replace(session, survey=(*rest, Counted(self.moment, self.tallies)))
