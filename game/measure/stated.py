"""What a contract says of each indicator, in one number: the country is counted by it, and doubles are told apart."""

from __future__ import annotations

from game.measure.contracts import Contract

INDICATORS = ("env", "soc", "reserve", "innovant", "unique", "avance")
EMPTY, UNREAD, NO, YES = range(4)
"""The four states of an indicator, two bits each in the order of INDICATORS: the first one's are the lowest."""


def stated(one: Contract) -> int:
    """Give the number: a greater one says more."""
    return sum(state << 2 * place for place, state in enumerate(states(one)))


def states(one: Contract) -> tuple[int, ...]:
    """Give the state of each indicator, in the order of INDICATORS."""
    lost = one.lost
    reserved = None if one.soc is None else "reserve" in one.soc
    return (
        _state(_some(one.env), "env", lost),
        _state(_some(one.soc), "soc", lost),
        _state(reserved, "soc", lost),
        _state(one.innovative, "innovant", lost),
        _state(None if one.offers is None else one.offers == 1, "offres", lost) if one.competitive else EMPTY,
        _state(one.advance, "avance", lost),
    )


def _some(found: frozenset[str] | None) -> bool | None:
    return None if found is None else bool(found)


def _state(said: bool | None, field: str, lost: frozenset[str]) -> int:  # noqa: FBT001
    if said is None:
        return UNREAD if field in lost else EMPTY
    return YES if said else NO
