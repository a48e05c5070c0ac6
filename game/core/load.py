"""The load of what is kept against what the departments can carry."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.cards import EventLoad
from game.core.frozen import dataclass
from game.core.objective import Figures
from game.core.picks import figures, kept, picks
from game.core.session import PlacedIssue, Session


@dataclass(frozen=True, slots=True)
class Gauge:
    """One load, in points, against its capacity. `kind` is cost, delay or effort."""

    kind: str
    used: int
    capacity: int

    @property
    def over(self) -> bool:
        """Tell whether more is taken on than can be carried."""
        return self.used > self.capacity


def counted(session: Session) -> tuple[PlacedIssue, ...]:
    """Give the picks that weigh: all of them until the ballot is closed, then those kept (and still tied)."""
    if not session.ballot.closed:
        return picks(session)
    tied = (session.placed(card) for card in session.ballot.tied)
    return (*kept(session), *(issue for issue in tied if issue is not None))


def event_loads(session: Session) -> Iterator[EventLoad]:
    """Give what the drawn events add to each family, unless a lever placed there cancels the event."""
    for event_id in session.events:
        event = session.workshop.deck.event(event_id)
        for load in event.loads if event is not None else ():
            if event is not None and not set(event.cancelled_by) & set(session.levers_of(load.family)):
                yield load


def event_part(session: Session) -> Figures:
    """Add up what the drawn events put into the three loads: on the families that have a pick."""
    families = {pick.family for pick in counted(session)}
    parts = [load for load in event_loads(session) if load.family in families]
    return Figures(
        sum(load.cost for load in parts), sum(load.delay for load in parts), sum(load.effort for load in parts)
    )


def gauges(session: Session) -> tuple[Gauge, Gauge, Gauge]:
    """Give cost, delay and effort: the cards' points (savings subtract), and the event on families that have a pick."""
    points = [*(figures(session, pick) for pick in counted(session)), event_part(session)]
    limits = session.limits
    return (
        Gauge("cost", sum(item.cost for item in points), limits.cost),
        Gauge("delay", sum(item.delay for item in points), limits.delay),
        Gauge("effort", sum(item.effort for item in points), limits.effort),
    )


def overload(session: Session) -> Gauge | None:
    """Give the first load that is over its capacity and was not assumed; None when the council may adopt."""
    if session.assumed:
        return None
    return next((gauge for gauge in gauges(session) if gauge.over), None)
