"""Which purchases something bears on: a duty of the law, a way to buy, a card that not every purchase can carry."""

from __future__ import annotations

from game.core.frozen import dataclass

KINDS = ("works", "supplies", "services")
"""What may be bought, as the law tells it apart."""


@dataclass(frozen=True, slots=True)
class Case:
    """Purchases of a sort: all that is given must hold, and what is not given holds.

    Euros before VAT: `at_least` counts the amount itself, `over` and `below` do not. `months_over`: a longer contract.
    `cpv` and `cpv_except` are beginnings of codes. `procedures`: ids of ways to buy (core/duties.py).
    """

    kinds: tuple[str, ...] = ()
    cpv: tuple[str, ...] = ()
    cpv_except: tuple[str, ...] = ()
    at_least: int | None = None
    over: int | None = None
    below: int | None = None
    months_over: int | None = None
    procedures: tuple[str, ...] = ()

    @property
    def bounded(self) -> bool:
        """Tell whether an amount decides."""
        return any(amount is not None for amount in (self.at_least, self.over, self.below))
