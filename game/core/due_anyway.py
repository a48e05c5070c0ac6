"""What the law still asks of a family's purchases when the council gives a card up."""

from __future__ import annotations

from game.core.duties import Duty
from game.core.frozen import dataclass
from game.core.owed import due
from game.core.scenario import Intention
from game.core.session import Session


@dataclass(frozen=True, slots=True)
class Anyway:
    """A duty that stays, and the purchases to come that owe it."""

    duty: Duty
    purchases: tuple[Intention, ...]


def due_anyway(session: Session, family: str, card: str) -> tuple[Anyway, ...]:
    """Give the duties of an issue's axis, and the one it repeats, with the family's purchases that owe each."""
    issue = session.issue_card(card)
    if issue is None:
        return ()
    month = session.date[:7]
    bought = [one for one in session.all_intentions if one.family == family and one.launch >= month]
    owed = {one.id: [found.duty for found in due(session.workshop.duties, one)] for one in bought}
    asked = (duty for duty in session.workshop.duties.duties if issue.axis in duty.axes or duty.id == issue.duty)
    found = (Anyway(duty, tuple(one for one in bought if duty in owed[one.id])) for duty in asked)
    return tuple(one for one in found if one.purchases)
