"""An objective as a value: what a kept pick becomes, its sheet filled in (core/sheets.py says by what)."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.indicator import Cadence
from game.core.months import month, number
from game.core.scenario import Intention
from game.core.text import Text

TEXTS = (
    "title", "deputy", "department", "indicator", "unit", "source", "rhythm", "means", "tension", "arbitration",
    "legal", "cao",
)  # fmt: skip
"""Fields of the sheet that are free text."""
PLAIN = (
    "baseline", "baseline_date", "target", "deadline", "status", "intentions", "written_by", "share_target", "share_by",
)  # fmt: skip
"""Fields with a form of their own: numbers, months, a status, the ids of intentions separated by spaces."""
FIELDS = (*TEXTS, *PLAIN)
STATUSES = ("plan", "do", "check", "act_generalise", "act_adjust", "act_stop")
"""PDCA statuses (domain.md 7.1)."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Points of a pick or of all that is kept: cost and delay (savings are below zero), effort; impact is 1 to 3."""

    cost: int = 0
    delay: int = 0
    effort: int = 0
    impact: int = 0


@dataclass(frozen=True, slots=True)
class Undressed:
    """What an adopted objective lost: `field` is target, deadline or lever. `at` is wall time."""

    issue: str
    field: str
    was: str
    now: str
    reason: str
    seat: str
    at: str


@dataclass(frozen=True, slots=True)
class Share:
    """How far the levers are to be used by a month (`by`, YYYY-MM): a step towards the effect, never the aim.

    `target` is a number in `unit`, as text; all is empty where no lever says how far.
    """

    indicator: Text = Text()
    unit: Text = Text()
    source: Text = Text()
    target: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective's sheet, every field of domain.md 7.1.

    `indicator`, `baseline`, `target` tell the effect (core/proposal.py). `baseline` is a number as text, a month by
    which it will be established (YYYY-MM), or a sentence that names one; `target` is as core/aims.py reads it;
    `baseline_date` and `deadline` are YYYY-MM. `confidence` is that of the weakest legal reference. The means:
    `written_by`, the month by which the levers are in the tender file (yes or no), and their `share`. `estimate` is
    the deck's figure of the start; `estimated`: nobody of the town gave another.
    """

    code: str
    issue: str
    family: str
    place: str
    levers: tuple[str, ...]
    intentions: tuple[Intention, ...]
    figures: Figures
    title: Text
    deputy: Text
    department: Text
    indicator: Text
    unit: Text
    source: Text
    rhythm: Text
    means: Text
    tension: Text
    arbitration: Text
    legal: Text
    cao: Text
    baseline: str
    baseline_date: str
    target: str
    deadline: str
    status: str
    confidence: str
    adopted: bool
    undressed: tuple[Undressed, ...] = ()
    written_by: str = ""
    share: Share = Share()
    estimate: str = ""
    estimated: bool = False
    cadence: Cadence = Cadence()

    @property
    def start(self) -> float | None:
        """Give the starting value; the deck's estimate while it is not established."""
        return number(self.estimate) if month(self.baseline) is not None else number(self.baseline)

    @property
    def share_target(self) -> str:
        """Give how far the levers are to be used."""
        return self.share.target

    @property
    def share_by(self) -> str:
        """Give the month by which they are."""
        return self.share.by
