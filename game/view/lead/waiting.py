"""Who has still to play, by what the phase asks: a guess, an issue, a lever, tokens, an objective to adopt."""

from __future__ import annotations

from collections.abc import Callable

from game.core.ballot import ANONYMOUS, HANDS, SECRET
from game.core.frozen import dataclass
from game.core.picks import kept
from game.core.session import Session
from game.view.parts import naming
from game.view.tree.sight import Sight


@dataclass(frozen=True, slots=True)
class Waited:
    """Someone, or a family, and how many things they have still to do; `n` is 0 once they have done all."""

    key: str
    name: str
    n: int


def waited(s: Sight, session: Session) -> tuple[Waited, ...]:
    """Give everyone who plays in this phase, in the order of the table; nobody where nothing is asked of them."""
    for move, told in ASKED.items():
        if move in session.stage.moves:
            return told(s, session)
    return ()


def _guesses(s: Sight, session: Session) -> tuple[Waited, ...]:
    guessed, lang = dict(session.guesses), s.speaker.lang
    there = (one.seat for one in session.seats if one.present)
    return tuple(Waited(seat.id, seat.short.say(lang), int(seat.id not in guessed)) for seat in there)


def _issues(s: Sight, session: Session) -> tuple[Waited, ...]:
    limit = session.limits.issues_per_family
    return _families(s, session, lambda family: max(0, limit - len(session.issues_of(family))))


def _levers(s: Sight, session: Session) -> tuple[Waited, ...]:
    return _families(s, session, lambda family: sum(not issue.levers for issue in session.issues_of(family)))


def _families(s: Sight, session: Session, left: Callable[[str], int]) -> tuple[Waited, ...]:
    lang = s.speaker.lang
    return tuple(Waited(one.id, one.short.say(lang), left(one.id)) for one in session.workshop.families)


def _votes(s: Sight, session: Session) -> tuple[Waited, ...]:
    if session.way in (ANONYMOUS, HANDS) or session.ballot.closed:
        return ()
    lang, most, ballot = s.speaker.lang, session.limits.tokens_per_seat, session.ballot
    secret = session.way in SECRET
    seats = (one.seat for one in session.voters)
    return tuple(
        Waited(
            seat.id, seat.short.say(lang), int(not ballot.voted(seat.id)) if secret else most - ballot.spent(seat.id)
        )
        for seat in seats
    )


def _sheets(s: Sight, session: Session) -> tuple[Waited, ...]:
    return tuple(
        Waited(pick.card, naming.card(s, session, pick.card), int(not session.sheet(pick.card).adopted))
        for pick in kept(session)
    )


ASKED: dict[str, Callable[[Sight, Session], tuple[Waited, ...]]] = {
    "guess": _guesses,
    "place_issue": _issues,
    "place_lever": _levers,
    "lay_token": _votes,
    "adopt": _sheets,
}
"""By the move that a phase allows."""
