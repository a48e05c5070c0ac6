"""What a target says: a value in the indicator's unit ("30"), or a change from where one starts ("-15 %")."""

from __future__ import annotations

from game.core.months import number, written
from game.core.text import Text


def is_share(unit: Text) -> bool:
    """Tell whether a unit is a share: a per cent in it is a value."""
    return any(said.lstrip().startswith("%") for said in unit.said)


def changing(value: float) -> str:
    """Write a change in per cent as a target is stored."""
    return f"{written(value)} %"


def change(target: str, unit: Text) -> float | None:
    """Give by how many per cent of the start a target changes it; None for a value in the unit."""
    return number(target) if target.rstrip().endswith("%") and not is_share(unit) else None


NEAR = 0.2
"""How far from a value a guess still is near it, as a part of the value."""


def near(guess: float, value: float) -> bool:
    """Tell whether a guess is near a value."""
    return abs(guess - value) <= abs(value) * NEAR


def meant(guess: float, part: float) -> float:
    """Give the change that a guess means where a change is asked for: "20" of a fall is one of -20 per cent."""
    return -abs(guess) if part < 0 else guess


def goal(start: float | None, target: str, unit: Text) -> float | None:
    """Give the value to reach, in the unit; None where there is no number, or no start to count a change from."""
    part = change(target, unit)
    if part is None:
        return number(target)
    return None if start is None else round(start * (1 + part / 100), 6)


def rises(start: float | None, target: str, unit: Text) -> bool:
    """Tell whether more is better: from the start to the target; by the target's sign where no start is known."""
    part, value = change(target, unit), number(target)
    if part is not None or start is None or value is None:
        return value is None or value >= 0
    return value >= start


def lowered(start: float | None, target: str, was: str, unit: Text) -> bool:
    """Tell whether a target asks for less than what it was: nearer to the start, or beyond it."""
    old, new = number(was), number(target)
    if old is None or new is None:
        return new is None
    if (change(was, unit) is None) != (change(target, unit) is None):
        return True
    way = 1 if rises(start, was, unit) else -1
    return way * new < way * old
