"""The agenda of a quarterly meeting: what is reviewed, what is examined, who sits there, how the time is spent."""

from __future__ import annotations

from game.core.agenda import Agenda
from game.core.cards import Deck
from game.core.carrying import carried
from game.core.frozen import dataclass
from game.core.review import STOPPED, Carried
from game.core.scenario import Intention, Scenario
from game.core.session import Session, Sitting


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting to come. `date` is YYYY-MM-DD, empty while it is not fixed.

    `objectives` are to be reviewed, those whose deadline is nearest first; `intentions` to be examined, by launch;
    `launched` counts those whose launch is past: nothing can be changed in them any more (domain.md 0.1).
    """

    date: str
    deck: Deck
    scenario: Scenario
    agenda: Agenda
    objectives: tuple[Carried, ...]
    intentions: tuple[Intention, ...]
    launched: int
    members: tuple[Sitting, ...]
    guests: tuple[Sitting, ...]


def first_meeting(deck: Deck, scenario: Scenario, agenda: Agenda, date: str) -> Meeting:
    """Give the agenda of a town's first meeting: nothing to review yet."""
    seats = tuple(Sitting(seat, present=True, voting=seat.voting, cao=seat.cao) for seat in scenario.seats)
    return _meeting(date, date, (deck, scenario, agenda), (), scenario.intentions, seats)


def meeting_after(session: Session, deck: Deck, scenario: Scenario, agenda: Agenda, date: str) -> Meeting:
    """Give the agenda of a session still to be held, or of the meeting that follows a closed one.

    `deck` and `scenario` are what will be played; what was added at the table is examined too.
    """
    found = tuple(one for one in carried(session, deck) if one.status != STOPPED)
    known = {one.id for one in scenario.intentions}
    added = tuple(one for one in session.intentions if one.id not in known)
    return _meeting(
        date, date or session.date, (deck, scenario, agenda), found, (*scenario.intentions, *added), session.seats
    )


def _meeting(
    date: str,
    since: str,
    played: tuple[Deck, Scenario, Agenda],
    objectives: tuple[Carried, ...],
    intentions: tuple[Intention, ...],
    seats: tuple[Sitting, ...],
) -> Meeting:
    ahead = [one for one in intentions if one.launch >= since[:7]]
    return Meeting(
        date,
        *played,
        tuple(sorted(objectives, key=lambda one: (one.deadline or "9", one.code))),
        tuple(sorted(ahead, key=lambda one: (one.launch, one.id))),
        len(intentions) - len(ahead),
        tuple(one for one in seats if one.voting and one.present),
        tuple(one for one in seats if not one.voting and one.present),
    )
