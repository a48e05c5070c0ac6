"""An agenda stretched to the time a room has: whole minutes that add up to it, no phase below its floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.core.agenda import Agenda, Cue, Phase, Step

LONGEST = 2
"""How many times its own minutes an agenda may be stretched to: beyond, it is another agenda."""


def shortest(phases: Sequence[Phase]) -> int:
    """Give the fewest minutes in which phases can be played: the sum of their floors."""
    return sum(phase.floor for phase in phases)


def longest(phases: Sequence[Phase]) -> int:
    """Give the most minutes they can be stretched to."""
    return LONGEST * sum(phase.minutes for phase in phases)


def stretched(agenda: Agenda, minutes: int) -> Agenda:
    """Give the same agenda in so many minutes, those it can take at the nearest; its script moves with its phases."""
    phases = fitted(agenda.phases, minutes)
    return replace(agenda, phases=phases, minutes=sum(phase.minutes for phase in phases))


def fitted(phases: Sequence[Phase], minutes: int) -> tuple[Phase, ...]:
    """Give phases their share of the minutes, and what is said in each its share of the phase."""
    within = max(shortest(phases), min(longest(phases), minutes))
    given = shared(within, [phase.minutes for phase in phases], [phase.floor for phase in phases])
    return tuple(_in_minutes(phase, n) for phase, n in zip(phases, given, strict=True))


def shared(whole: int, parts: Sequence[int], floors: Sequence[int]) -> list[int]:
    """Share whole minutes in proportion to parts, none below its floor; they add up to the whole.

    The whole is at least the sum of the floors. What a floor takes is taken from the parts that are above theirs.
    """
    low: set[int] = set()
    while True:
        left = whole - sum(floors[i] for i in low)
        free = [i for i in range(len(parts)) if i not in low]
        over = sum(parts[i] for i in free)
        under = {i for i in free if left * parts[i] < floors[i] * over}
        if not under:
            return _rounded(left, {i: parts[i] for i in free}, list(floors))
        low |= under


def _rounded(left: int, free: dict[int, int], given: list[int]) -> list[int]:
    """Share minutes among the free parts, the odd ones to those that are cut most; equal ones in their order."""
    over = sum(free.values())
    for i, part in free.items():
        given[i] = left * part // over
    odd = left - sum(given[i] for i in free)
    for i in sorted(free, key=lambda i: -(left * free[i] % over))[:odd]:
        given[i] += 1
    return given


def _in_minutes(phase: Phase, minutes: int) -> Phase:
    if minutes == phase.minutes:
        return phase
    script, says = _cues(phase, minutes), _steps(phase.says, minutes)
    return replace(phase, minutes=minutes, script=script, says=says, least=phase.floor)


def _cues(phase: Phase, minutes: int) -> tuple[Cue, ...]:
    """Move the cues; two that would come in one minute of a shorter phase stay in their order."""
    return tuple(replace(cue, at=cue.at * minutes // phase.minutes) for cue in phase.script)


def _steps(says: tuple[Step, ...], minutes: int) -> tuple[Step, ...]:
    parts = [step.minutes for step in says]
    if not sum(parts):
        return says
    given = shared(minutes, parts, [0] * len(parts))
    return tuple(replace(step, minutes=n) for step, n in zip(says, given, strict=True))
