"""An objective as a value: what a kept pick becomes, its sheet filled in (core/sheets.py says by what)."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.scenario import Intention
from game.core.text import Text

TEXTS = (
    "title", "deputy", "department", "indicator", "unit", "source", "rhythm", "means", "tension", "arbitration",
    "legal", "cao",
)  # fmt: skip
"""Fields of the sheet that are free text."""
PLAIN = ("baseline", "baseline_date", "target", "deadline", "status", "intentions")
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
class Objective:
    """One objective's sheet, every field of domain.md 7.1.

    `baseline` is a number as text, or a sentence with the month by which it will be established; `target` a number
    as text; `baseline_date` and `deadline` are YYYY-MM. `confidence` is that of the weakest legal reference.
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
