"""What objectives cost and delay, in euros and weeks on their purchases: the points of cards, as a town weighs them."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.frozen import dataclass
from game.core.objective import Objective
from game.core.scenario import Intention, Points


@dataclass(frozen=True, slots=True)
class Burden:
    """What is added to a purchase: `euros` before VAT and `weeks` before its award; savings are below zero."""

    bought: Intention
    euros: float
    weeks: float


def burdens(points: Points, sheets: Iterable[Objective]) -> tuple[Burden, ...]:
    """Add up what objectives ask of each purchase; none where the town does not say what points weigh."""
    if not (points.cost_pct or points.delay_weeks):
        return ()
    found: dict[str, Burden] = {}
    for sheet in sheets:
        for item in sheet.intentions:
            old = found.get(item.id, Burden(item, 0, 0))
            euros = old.euros + sheet.figures.cost * points.cost_pct * item.amount_ht / 100
            found[item.id] = Burden(item, euros, old.weeks + sheet.figures.delay * points.delay_weeks)
    return tuple(found.values())
