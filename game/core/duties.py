"""Duties: what the law asks of a purchase whatever a council chooses, as data (core/owed.py works them out)."""

from __future__ import annotations

from game.core.cards import Legal
from game.core.frozen import dataclass
from game.core.guard import Guard
from game.core.text import Text

KINDS = ("works", "supplies", "services")
"""What may be bought, as the law tells it apart."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a purchase is (KINDS) by how its CPV begins; the longest beginning decides."""

    id: str
    cpv: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Purchases a duty bears on: all that is given must hold, and what is not given holds.

    Euros before VAT: `at_least` counts the amount itself, `over` and `below` do not. `months_over`: a longer contract.
    `cpv` and `cpv_except` are beginnings of codes.
    """

    kinds: tuple[str, ...] = ()
    cpv: tuple[str, ...] = ()
    cpv_except: tuple[str, ...] = ()
    at_least: int | None = None
    over: int | None = None
    below: int | None = None
    months_over: int | None = None

    @property
    def bounded(self) -> bool:
        """Tell whether an amount decides."""
        return any(amount is not None for amount in (self.at_least, self.over, self.below))


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty. `since` and `until` are the months or days between which a launched purchase owes it, both included.

    `cases`: a purchase that is of one of them owes it; none means all purchases. `exceptions` are for the buyer to
    invoke, never worked out. `axes` are those of the cards it remains due under when one is renounced.
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


@dataclass(frozen=True, slots=True)
class Duties:
    """The duties of one country, none by default. `amounts_until` is the last day its amounts are known for.

    `guards` find what its contracts may not ask, but for the phrases `allowed`.
    """

    id: str = ""
    version: str = ""
    title: Text = Text()
    law_as_of: str = ""
    amounts_until: str = ""
    kinds: tuple[Kind, ...] = ()
    duties: tuple[Duty, ...] = ()
    guards: tuple[Guard, ...] = ()
    allowed: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("fr", "en")
    authors: tuple[str, ...] = ()
    licence: str = ""

    def duty(self, duty_id: str) -> Duty | None:
        """Find a duty."""
        return next((duty for duty in self.duties if duty.id == duty_id), None)
