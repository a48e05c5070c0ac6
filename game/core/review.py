"""What a session takes over from a former one: objectives to measure, and what the council decides of them."""

from __future__ import annotations

from dataclasses import replace

from game.core.aims import goal, rises
from game.core.frozen import dataclass
from game.core.indicator import Cadence
from game.core.months import month, number
from game.core.objective import Share
from game.core.scenario import Intention
from game.core.text import Text

DECISIONS = {"keep": "do", "adjust": "act_adjust", "generalise": "act_generalise", "stop": "act_stop"}
"""What a review may decide of an objective, and the PDCA status it gets (domain.md 7.1)."""
WAITING, STOPPED = "check", "act_stop"
WRITTEN, SHARE = "written", "share"
"""The means of an objective: its levers are in the tender file; how far they are used."""
OUTCOMES = ("reached", "running", "missed", "unmeasured")


@dataclass(frozen=True, slots=True)
class Named:
    """An id with the name it had: a card, a family or a place may be gone from the deck a year later."""

    id: str
    name: Text = Text()


@dataclass(frozen=True, slots=True)
class Measure:
    """A value found later. `value` is a number as text, or words where nothing can be counted.

    `date` is YYYY-MM or YYYY-MM-DD, `at` when it was recorded; `k` of `n` where it counts contracts. From open data:
    the name of the `file`, its `sha256`, and the `definition` that was counted.
    """

    value: str
    date: str
    comment: str = ""
    at: str = ""
    k: int = 0
    n: int = 0
    file: str = ""
    sha256: str = ""
    definition: str = ""

    @property
    def amount(self) -> float | None:
        """Give the number; None for words."""
        return number(self.value)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a review decided (a key of DECISIONS), when and why; `undressed`: it asks for less than before."""

    what: str
    reason: str
    quarter: str
    at: str = ""
    seat: str = ""
    target: str = ""
    deadline: str = ""
    was_target: str = ""
    was_deadline: str = ""
    undressed: bool = False

    @property
    def status(self) -> str:
        """Give the PDCA status it leads to."""
        return DECISIONS[self.what]


@dataclass(frozen=True, slots=True)
class Lost:
    """What an objective lost between its adoption and the end of its session: `was`, `now` as they are told."""

    field: str
    was: Text
    now: Text
    reason: str
    seat: Text
    at: str


@dataclass(frozen=True, slots=True)
class Carried:
    """An objective of a former session, whole: nothing else of that session is needed to review it.

    What it measures, and its means, are told as on its sheet (core/objective.py); `effect`: it measures an effect. One
    carried before that was told has no means (`written_by` empty). Where the means stand: `written`, yes or no, and
    `used`, how far the levers are used, a number as text; empty: not told. `code`, `quarter` and `mark` (that of
    OpenTable) are those of its own session. `measures` and `decisions` are in the order they were recorded; the first
    `measured` and `decided` of them come from former reviews. `guess` is what the group expects to read.
    """

    code: str
    quarter: str
    issue: Named
    title: Text
    family: Named
    place: Named
    deputy: Text
    department: Text
    indicator: Text
    unit: Text
    source: Text
    rhythm: Text
    baseline: str
    baseline_date: str
    target: str
    deadline: str
    status: str
    levers: tuple[Named, ...] = ()
    intentions: tuple[Intention, ...] = ()
    tokens: int = 0
    gestures: tuple[int, ...] = ()
    lost: tuple[Lost, ...] = ()
    measures: tuple[Measure, ...] = ()
    decisions: tuple[Decision, ...] = ()
    measured: int = 0
    decided: int = 0
    guess: str = ""
    mark: str = ""
    effect: bool = False
    written_by: str = ""
    share: Share = Share()
    estimate: str = ""
    estimated: bool = False
    cadence: Cadence = Cadence()
    written: str = ""
    used: str = ""

    @property
    def start(self) -> float | None:
        """Give the starting value: the town's, else what was measured first."""
        if month(self.baseline) is None and number(self.baseline) is not None:
            return number(self.baseline)
        return self.curve[0].amount if self.curve else None

    def stands(self, step: str) -> str:
        """Give where a means stands: WRITTEN or SHARE."""
        return self.written if step == WRITTEN else self.used

    @property
    def goal(self) -> float | None:
        """Give the value to reach; None where it is a change from a start nobody knows yet."""
        return goal(self.start, self.target, self.unit)

    @property
    def fresh(self) -> tuple[Measure, ...]:
        """Give the measures of this review."""
        return self.measures[self.measured :]

    @property
    def decision(self) -> Decision | None:
        """Give what this review decided last."""
        return self.decisions[-1] if len(self.decisions) > self.decided else None

    @property
    def curve(self) -> tuple[Measure, ...]:
        """Give the measures that are numbers, by date; of one date, the one recorded last."""
        found = {one.date: one for one in self.measures if one.amount is not None}
        return tuple(found[date] for date in sorted(found))

    @property
    def now(self) -> Measure | None:
        """Give the latest measure that is a number."""
        return self.curve[-1] if self.curve else None

    @property
    def rising(self) -> bool:
        """Tell whether more is better: from the baseline, else the deck's estimate of it, to the target; else by the
        target's sign."""
        told = self.baseline if month(self.baseline) is None else self.estimate
        return rises(number(told), self.target, self.unit)

    @property
    def reached(self) -> bool:
        """Tell whether the latest measure is at the target or beyond."""
        now, target = self.now.amount if self.now is not None else None, self.goal
        if now is None or target is None:
            return False
        return now >= target if self.rising else now <= target

    def overdue(self, date: str) -> bool:
        """Tell whether the deadline is past at a date (YYYY-MM or longer) and the target is not reached."""
        return bool(self.deadline) and self.deadline < date[:7] and not self.reached and self.status != STOPPED

    def outcome(self, date: str) -> str:
        """Tell what became of it, as the council reads it: one of OUTCOMES."""
        if self.now is None:
            return "unmeasured"
        if self.reached:
            return "reached"
        stopped = self.status == STOPPED
        return "missed" if stopped or (self.deadline and self.deadline < date[:7]) else "running"

    def with_measure(self, measure: Measure) -> Carried:
        """Add a measure; one of this review with the same date gives way to it."""
        fresh = tuple(one for one in self.fresh if one.date != measure.date)
        return replace(self, measures=(*self.measures[: self.measured], *fresh, measure))

    def with_decision(self, decision: Decision) -> Carried:
        """Follow a decision: its status, and the target and deadline it sets."""
        target, deadline = decision.target or self.target, decision.deadline or self.deadline
        found = (*self.decisions, decision)
        return replace(self, decisions=found, status=decision.status, target=target, deadline=deadline)


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What the former session renounced, for the next one to take up again or not."""

    card: Named
    family: Named
    how: str
    reason: str


@dataclass(frozen=True, slots=True)
class Former:
    """The session this one follows: its file's name and SHA-256, its day, what was guessed there, its codes.

    `guess` is the mean of what the seats guessed of the share of purchases, per cent; `share` what it was. `codes` are
    all the objectives' numbers that were ever given on the way: none is given twice.
    """

    file: str
    sha256: str
    title: str
    date: str
    quarter: str
    guess: float | None = None
    share: int = 0
    codes: tuple[str, ...] = ()
    renounced: tuple[GivenUp, ...] = ()
