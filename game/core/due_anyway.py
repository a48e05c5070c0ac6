"""What the law still asks of a family's purchases when the council gives a card up."""

from __future__ import annotations

from game.core.duties import Duty
from game.core.frozen import dataclass
from game.core.owed import due
from game.core.scenario import Intention
from game.core.session import Session


@dataclass(frozen=True, slots=True)
class Anyway:
    """Duties that stay, and the purchases to come that owe them; `whole`: all those of the family."""

    duties: tuple[Duty, ...]
    purchases: tuple[Intention, ...]
    whole: bool


def due_anyway(session: Session, family: str, card: str) -> tuple[Anyway, ...]:
    """Give the duties of an issue's axis, and the one it repeats, by the family's purchases that owe them."""
    issue = session.issue_card(card)
    if issue is None:
        return ()
    month = session.date[:7]
    bought = tuple(one for one in session.all_intentions if one.family == family and one.launch >= month)
    owed = {one.id: {found.duty.id for found in due(session.workshop.duties, one)} for one in bought}
    by_purchases: dict[tuple[Intention, ...], list[Duty]] = {}
    for duty in session.workshop.duties.duties:
        if issue.axis in duty.axes or duty.id == issue.duty:
            by_purchases.setdefault(tuple(one for one in bought if duty.id in owed[one.id]), []).append(duty)
    return tuple(Anyway(tuple(duties), those, those == bought) for those, duties in by_purchases.items() if those)
