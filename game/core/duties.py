"""Duties: what the law asks of a purchase whatever a council chooses, as data (core/owed.py works them out)."""

from __future__ import annotations

from game.core.case import Case
from game.core.frozen import dataclass
from game.core.guard import Guard
from game.core.legal import Legal
from game.core.text import Text
from game.core.workdays import Holidays


@dataclass(frozen=True, slots=True)
class Kind:
    """What a purchase is (`case.KINDS`) by how its CPV begins; the longest beginning decides."""

    id: str
    cpv: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Procedure:
    """A way to buy, by the purchases that go through it: one of the `cases`, or any where there are none.

    `months`: how long a tender file takes to be written before the launch.
    """

    id: str
    title: Text
    months: int
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty. `since` and `until` are the months or days between which a launched purchase owes it, both included.

    `cases`: a purchase that is of one of them owes it; none means all purchases. `exceptions` are for the buyer to
    invoke, never worked out. `axes` are those of the cards it remains due under when one is renounced. `part` is what
    of the tender file it is written in (core.cards.PARTS).
    """

    id: str
    title: Text
    text: Text
    since: str
    legal: Legal
    until: str = ""
    cases: tuple[Case, ...] = ()
    exceptions: tuple[Text, ...] = ()
    axes: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Duties:
    """The duties of one country, none by default. `amounts_until` is the last day its amounts are known for.

    `guards` find what its contracts may not ask, but for the phrases `allowed`. A purchase goes through
    the first of `procedures` that it is of. `holidays` are the days its town halls are closed. `conformity` is what an
    objective that only repeats a duty is called.
    """

    id: str = ""
    version: str = ""
    title: Text = Text()
    law_as_of: str = ""
    amounts_until: str = ""
    conformity: Text = Text()
    kinds: tuple[Kind, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    duties: tuple[Duty, ...] = ()
    guards: tuple[Guard, ...] = ()
    allowed: tuple[str, ...] = ()
    holidays: Holidays = Holidays()
    languages: tuple[str, ...] = ("fr", "en")
    authors: tuple[str, ...] = ()
    licence: str = ""

    def duty(self, duty_id: str) -> Duty | None:
        """Find a duty."""
        return next((duty for duty in self.duties if duty.id == duty_id), None)
