"""What is counted to see an effect, what may be aimed at, and when its source tells it."""

from __future__ import annotations

from game.core.aims import changing
from game.core.frozen import dataclass
from game.core.months import written
from game.core.text import Text


@dataclass(frozen=True, slots=True)
class Cadence:
    """When a source tells a figure: of each period of `every` months of the calendar, `after` months once it is over.

    `every` 0: at any time. `once_built`: the figure shows an effect only when works are finished.
    """

    every: int = 0
    after: int = 0
    once_built: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted to see an effect. `decp` tells whether open data gives it: yes, partial or no.

    What a town may aim at, in `months`: a value (`goal`, in `unit`) or a `change` in per cent of where it starts; an
    indicator without is told, never proposed. `families`: those it is proposed to; none: all. `adds_up`: it counts
    from zero what is bought from now on. `baseline` is an estimate of the game. The last three fields are a Cadence.
    """

    name: Text
    unit: Text
    source: Text
    decp: str = "no"
    families: tuple[str, ...] = ()
    goal: float | None = None
    change: float | None = None
    months: int = 0
    baseline: float | None = None
    adds_up: bool = False
    rhythm: Text = Text()
    every: int = 0
    after: int = 0
    once_built: bool = False

    @property
    def aims(self) -> bool:
        """Tell whether an objective may be proposed that is measured by it."""
        return self.goal is not None or self.change is not None

    @property
    def aim(self) -> str:
        """Give the target it proposes, as core/aims.py reads it; empty for none."""
        if self.goal is not None:
            return written(self.goal)
        return changing(self.change) if self.change is not None else ""

    @property
    def cadence(self) -> Cadence:
        """Give when its source tells it."""
        return Cadence(self.every, self.after, self.once_built)
