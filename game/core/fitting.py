"""Which purchases a pick may be written in: of its family, in time, and such as its cards can be carried by."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.duties import Duties
from game.core.frozen import dataclass
from game.core.months import later
from game.core.owed import carried, procedure_of
from game.core.picks import levers
from game.core.scenario import Intention
from game.core.session import PlacedIssue, Session


@dataclass(frozen=True, slots=True)
class Fit:
    """A purchase weighed for a pick. `here`: at the pick's place. `barred`: the cards it cannot carry.

    `months`: how long its tender file takes. `late`: it is launched before that.
    """

    bought: Intention
    here: bool
    months: int
    late: bool
    barred: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Tell whether the pick may be written in it."""
        return not self.late and not self.barred


def writing(duties: Duties, bought: Intention) -> int:
    """Give the months that the tender file of a purchase takes to be written; none where nothing is known of it."""
    way = procedure_of(duties, bought)
    return way.months if way is not None else 0


def too_late(duties: Duties, day: str, bought: Intention) -> bool:
    """Tell whether a purchase is launched before what is decided on a day can be in its file; without a day, never."""
    return bool(day) and bought.launch < later(day, writing(duties, bought))


def weighed(session: Session, pick: PlacedIssue, bought: Intention) -> Fit:
    """Weigh a purchase for a pick. A session without duties knows no time to write a file."""
    duties, months = session.workshop.duties, writing(session.workshop.duties, bought)
    issue = session.issue_card(pick.card)
    cards = (*((issue,) if issue is not None else ()), *levers(session, pick))
    barred = tuple(card.id for card in cards if not carried(duties, card.needs, bought))
    here = bool(pick.place) and bought.place == pick.place
    return Fit(bought, here, months, too_late(duties, session.date, bought), barred)


def fits(session: Session, pick: PlacedIssue) -> tuple[Fit, ...]:
    """Weigh the purchases of a pick's family: what fits first, what is at its place before the rest, then by date."""
    found = [weighed(session, pick, one) for one in session.all_intentions if one.family == pick.family]
    return tuple(sorted(found, key=lambda fit: (not fit.sound, not fit.here)))


def opportunity(session: Session, pick: PlacedIssue) -> Intention | None:
    """Give the next purchase at the pick's place that fits it: all it is linked to unless another is chosen."""
    return opportunities(session, (pick,)).get(pick.card)


def opportunities(session: Session, found: Iterable[PlacedIssue]) -> dict[str, Intention]:
    """Give the same of several picks, by their issues; those that have none are left out."""
    there: dict[tuple[str, str], list[Intention]] = {}
    for one in session.all_intentions:
        if one.place:
            there.setdefault((one.family, one.place), []).append(one)
    given = ((pick.card, _first(session, pick, there.get((pick.family, pick.place), ()))) for pick in found)
    return {card: one for card, one in given if one is not None}


def _first(session: Session, pick: PlacedIssue, there: Iterable[Intention]) -> Intention | None:
    return next((one for one in there if weighed(session, pick, one).sound), None)


def former(session: Session, pick: PlacedIssue) -> Intention | None:
    """Give the purchase that version 1 linked an adopted sheet to, and did not write down: at its place or the next."""
    mine = [one for one in session.all_intentions if one.family == pick.family]
    ahead = [one for one in mine if one.launch >= session.date[:7]] or mine
    here = (one for one in ahead if pick.place and one.place == pick.place)
    return next(here, next(iter(ahead), None))


def next_purchase(session: Session, family: str) -> Intention | None:
    """Give the next purchase of a family that what is decided today can still be written in; None without any."""
    mine = (one for one in session.all_intentions if one.family == family)
    return next((one for one in mine if not too_late(session.workshop.duties, session.date, one)), None)
