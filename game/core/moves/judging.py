"""The tender board, six months later: the council says which of two offers it would have kept."""

from __future__ import annotations

from typing import ClassVar

from game.core.award import CHOICES, REASON_LIMIT, Choice, Judged
from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.judging import judged, opening
from game.core.moment import Moment
from game.core.picks import kept
from game.core.session import Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class JudgeOffers:
    """Say which offer the council would have kept on a pick, named by its issue, and why if it wishes."""

    issue: str
    choice: Choice
    reason: str = ""
    move: ClassVar[str] = "judge_offers"

    def decide(self, session: Session, moment: Moment) -> tuple[OffersJudged, ...]:
        """Say it, again if wished; what the law says of it comes after. Raises Refused: not_kept, text_too_long.

        no_offers where the deck has none for the pick, unknown_field for another choice.
        """
        if self.issue not in {pick.card for pick in kept(session)}:
            raise Refused("not_kept", card=self.issue)
        found, reason = opening(session, self.issue), " ".join(self.reason.split())
        if found is None:
            raise Refused("no_offers", card=self.issue)
        if self.choice not in CHOICES:
            raise Refused("unknown_field", field=self.choice)
        if len(reason) > REASON_LIMIT:
            raise Refused("text_too_long", limit=REASON_LIMIT)
        said = Judged(self.issue, found.id, self.choice, reason)
        return () if judged(session, self.issue) == said else (OffersJudged(self.issue, found.id, self.choice, reason),)


@dataclass(frozen=True, slots=True)
class OffersJudged:
    """The council said which offer it would have kept."""

    issue: str
    opening: str
    choice: Choice
    reason: str

    def apply(self, session: Session) -> Session:
        """Keep it in place of what was said before of the same pick."""
        rest = tuple(one for one in session.judged if one.issue != self.issue)
        return replace(session, judged=(*rest, Judged(self.issue, self.opening, self.choice, self.reason)))
