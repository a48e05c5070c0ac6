"""What objectives cost and delay, in euros and weeks on their purchases: the points of cards, as a town weighs them."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.frozen import dataclass
from game.core.load import counted
from game.core.objective import Figures, Objective
from game.core.picks import figures
from game.core.scenario import Intention, Points
from game.core.session import PlacedIssue, Session
from game.core.sheets import purchases

Weighed = tuple[Figures, tuple[Intention, ...]]
"""The points of a pick, and the purchases it is written in."""


@dataclass(frozen=True, slots=True)
class Burden:
    """What is added to a purchase: `euros` before VAT and `weeks` before its award; savings are below zero."""

    bought: Intention
    euros: float
    weeks: float


@dataclass(frozen=True, slots=True)
class Toll:
    """What the picks that weigh add up to; `linked` of the `picks` are written in a purchase, and only those count."""

    burdens: tuple[Burden, ...]
    linked: int
    picks: int

    @property
    def euros(self) -> float:
        """Give what all of it adds, in euros before VAT."""
        return sum(one.euros for one in self.burdens)

    @property
    def late(self) -> tuple[Burden, ...]:
        """Give what is delayed."""
        return tuple(one for one in self.burdens if one.weeks > 0)

    @property
    def weeks(self) -> float:
        """Give the longest delay, in weeks."""
        return max((one.weeks for one in self.late), default=0)


def burdens(points: Points, sheets: Iterable[Objective]) -> tuple[Burden, ...]:
    """Add up what objectives ask of each purchase; none where the town does not say what points weigh."""
    return _added(points, ((sheet.figures, sheet.intentions) for sheet in sheets))


def burdens_of(session: Session, pick: PlacedIssue) -> tuple[Burden, ...]:
    """Give what one pick adds to each purchase it is written in."""
    return _added(session.workshop.scenario.points, (_weighed(session, pick),))


def toll(session: Session) -> Toll | None:
    """Add up the picks that weigh (core/load.py); None where the town does not say what points weigh, or none does."""
    points, found = session.workshop.scenario.points, [_weighed(session, pick) for pick in counted(session)]
    if not found or not (points.cost_pct or points.delay_weeks):
        return None
    return Toll(_added(points, found), sum(bool(bought) for _, bought in found), len(found))


def _weighed(session: Session, pick: PlacedIssue) -> Weighed:
    return figures(session, pick), purchases(session, pick)


def _added(points: Points, weighed: Iterable[Weighed]) -> tuple[Burden, ...]:
    if not (points.cost_pct or points.delay_weeks):
        return ()
    found: dict[str, Burden] = {}
    for sums, bought in weighed:
        for item in bought:
            old = found.get(item.id, Burden(item, 0, 0))
            euros = old.euros + sums.cost * points.cost_pct * item.amount_ht / 100
            found[item.id] = Burden(item, euros, old.weeks + sums.delay * points.delay_weeks)
    return tuple(found.values())
