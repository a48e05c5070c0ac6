"""What a purchase owes: duties worked out from its amount, date, length and CPV; no article of law is known here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.core.case import Case
from game.core.duties import Duties, Duty, Procedure
from game.core.frozen import dataclass
from game.core.scenario import Intention

KIND, AMOUNTS = "kind", "amounts"


@dataclass(frozen=True, slots=True)
class Due:
    """A duty of a purchase. `doubt`: what it still hangs on, the kind of purchase or later amounts; empty when sure."""

    duty: Duty
    doubt: str = ""


def kind_of(duties: Duties, cpv: str) -> str:
    """Tell what a CPV code buys; empty when nobody can tell."""
    known = [(len(start), kind.id) for kind in duties.kinds for start in kind.cpv if cpv.startswith(start)]
    return max(known, default=(0, ""))[1]


def procedure_of(duties: Duties, bought: Intention) -> Procedure | None:
    """Tell the way a purchase is bought; None where the country's file says nothing of it."""
    kind = kind_of(duties, bought.cpv)
    found = (one for one in duties.procedures if not one.cases or any(_meets(case, kind, bought) for case in one.cases))
    return next(found, None)


def carried(duties: Duties, cases: tuple[Case, ...], bought: Intention) -> bool:
    """Tell whether a purchase may be of one of the cases, or there are none; one of an unknown code may be of any."""
    kind, way = kind_of(duties, bought.cpv), procedure_of(duties, bought)
    known = (replace(case, cpv=case.cpv if bought.cpv else ()) for case in cases)
    goes = (way is None or not case.procedures or way.id in case.procedures for case in cases)
    return not cases or any(there and _meets(case, kind, bought) for case, there in zip(known, goes, strict=True))


def due(duties: Duties, bought: Intention) -> tuple[Due, ...]:
    """Give what a purchase owes, in the order of the data."""
    found = ((duty, _doubt(duties, duty, bought)) for duty in duties.duties if _in_force(duty, bought.launch))
    return tuple(Due(duty, doubt) for duty, doubt in found if doubt is not None)


def _in_force(duty: Duty, launch: str) -> bool:
    """Compare months: a purchase launched in the month a duty comes in owes it."""
    return duty.since[:7] <= launch and (not duty.until or launch <= duty.until[:7])


def _doubt(duties: Duties, duty: Duty, bought: Intention) -> str | None:
    """Give what is unsure of the surest case that a purchase is of; None when it is of none."""
    kind = kind_of(duties, bought.cpv)
    met = [_hangs_on(duties, case, kind, bought) for case in duty.cases if _meets(case, kind, bought)]
    return "" if not duty.cases or "" in met else next(iter(met), None)


def _hangs_on(duties: Duties, case: Case, kind: str, bought: Intention) -> str:
    if not kind and (case.kinds or case.cpv_except):
        return KIND
    late = bool(duties.amounts_until) and bought.launch > duties.amounts_until[:7]
    return AMOUNTS if late and case.bounded else ""


def _meets(case: Case, kind: str, bought: Intention) -> bool:
    """Tell whether a purchase may be of a case; of an unknown kind, it may be of any."""
    return (
        (not case.kinds or not kind or kind in case.kinds)
        and (not case.cpv or _begins(bought.cpv, case.cpv))
        and not _begins(bought.cpv, case.cpv_except)
        and _within(case, bought)
    )


def _begins(cpv: str, starts: Iterable[str]) -> bool:
    return any(cpv.startswith(start) for start in starts)


def _within(case: Case, bought: Intention) -> bool:
    amount, months = bought.amount_ht, bought.duration_months
    return (
        (case.at_least is None or amount >= case.at_least)
        and (case.over is None or amount > case.over)
        and (case.below is None or amount < case.below)
        and (case.months_over is None or months > case.months_over)
    )
