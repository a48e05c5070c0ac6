"""Questions asked before and after, without a name: how many people gave each answer, and what changed."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.agenda import Agenda
from game.core.frozen import dataclass
from game.core.takeaway import AskedTwice

BEFORE, AFTER = "before", "after"
MOMENTS = (BEFORE, AFTER)
MOST = 99
"""People that one table counts."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people gave each answer of a question, in its order; the last number is of those who do not know."""

    question: str
    given: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What was answered at one of MOMENTS. Nothing tells who answered, nor which answers go together."""

    moment: str
    tallies: tuple[Tally, ...]

    @property
    def people(self) -> int:
        """Count those who answered."""
        return max((sum(tally.given) for tally in self.tallies), default=0)


@dataclass(frozen=True, slots=True)
class Side:
    """Of the people asked at a moment, how many were right, and how many did not know."""

    people: int = 0
    right: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Effect:
    """A question, before and after."""

    asked: AskedTwice
    before: Side
    after: Side


def moment_of(agenda: Agenda, phase_id: str) -> str:
    """Give the moment at which a phase asks: before, in the one that opens the agenda."""
    return AFTER if agenda.before(phase_id) else BEFORE


def tallied(questions: tuple[AskedTwice, ...], given: Iterable[int]) -> tuple[Tally, ...]:
    """Add up answers given one after the other, a person after the other: ranks from 1, 0 for who does not know."""
    listed, found = list(given), []
    for at, one in enumerate(questions):
        mine = listed[at :: len(questions)]
        found.append(Tally(one.id, (*(mine.count(rank) for rank in range(1, len(one.answers) + 1)), mine.count(0))))
    return tuple(found)


def effects(tables: Iterable[tuple[tuple[AskedTwice, ...], tuple[Counted, ...]]]) -> tuple[Effect, ...]:
    """Add up what was answered at several tables, each with its questions; the same question goes by its id."""
    known: dict[str, Effect] = {}
    for questions, counts in tables:
        for one in questions:
            mine = Effect(one, _side(one, BEFORE, counts), _side(one, AFTER, counts))
            known[one.id] = _added(known[one.id], mine) if one.id in known else mine
    return tuple(known.values())


def _added(one: Effect, other: Effect) -> Effect:
    return Effect(one.asked, _both(one.before, other.before), _both(one.after, other.after))


def _side(one: AskedTwice, moment: str, counts: tuple[Counted, ...]) -> Side:
    tallies = (tally for count in counts if count.moment == moment for tally in count.tallies)
    tally = next((tally for tally in tallies if tally.question == one.id), None)
    if tally is None:
        return Side()
    return Side(sum(tally.given), tally.given[one.right - 1], tally.given[-1])


def _both(one: Side, other: Side) -> Side:
    return Side(one.people + other.people, one.right + other.right, one.unknown + other.unknown)
