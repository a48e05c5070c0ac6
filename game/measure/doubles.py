"""One contract published several times: which record speaks is decided by what it says, never by the order of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from game.measure.contracts import Award, Contract
from game.measure.stated import stated

SUFFIX, SHORTEST = 2, 7
"""Digits that number the versions of a 2019 contract, and the shortest number that may end with them."""


def merged(contracts: Sequence[Contract]) -> tuple[list[Contract], int]:
    """Merge exact doubles (rule D1): the fullest speaks, with all holders. Gives how many went.

    Without a number, records are one contract only if their holders are the same too: no number is no shared number.
    """
    groups: dict[Hashable, list[Contract]] = {}
    for one in contracts:
        apart = () if one.id else tuple(sorted(award.holder for award in one.awards))
        groups.setdefault((one.buyer, one.id, one.subject, one.amount_said, one.date_said, apart), []).append(one)
    return [_spoken(group) for group in groups.values()], len(contracts) - len(groups)


def _spoken(group: Sequence[Contract]) -> Contract:
    if len(group) == 1:
        return group[0]
    best = max(group, key=lambda one: (len(one.changes), one.published, stated(one), repr(one)))
    return replace(best, awards=united(award for one in group for award in one.awards))


def united(awards: Iterable[Award]) -> tuple[Award, ...]:
    """Give each holder once, in order of its number; of two places written for it, the later in the alphabet."""
    found = sorted(set(awards), key=lambda award: (award.holder, award.department, award.region))
    return tuple({award.holder: award for award in found}.values())


def latest(contracts: list[Contract]) -> tuple[list[Contract], int]:
    """Leave out former versions of contracts republished under a two-digit suffix (rule D2, 2019 format).

    A lower suffix is a former version only if it shares a holder or the amount with a contract of the highest one;
    what shares neither is a lot, and so is each contract of the highest suffix. Gives how many went.
    """
    highest: dict[Hashable, list[Contract]] = {}
    for one in filter(_numbered, contracts):
        top = highest.setdefault(_version(one), [])
        if top and top[0].id[-SUFFIX:] < one.id[-SUFFIX:]:
            top.clear()
        if not top or top[0].id[-SUFFIX:] == one.id[-SUFFIX:]:
            top.append(one)
    kept = [one for one in contracts if not (_numbered(one) and _former(one, highest[_version(one)]))]
    return kept, len(contracts) - len(kept)


def _numbered(one: Contract) -> bool:
    suffix = one.id[-SUFFIX:]
    return len(one.id) >= SHORTEST and suffix.isascii() and suffix.isdigit()


def _version(one: Contract) -> Hashable:
    return one.buyer, one.id[:-SUFFIX], one.subject, one.date_said


def _former(one: Contract, top: Sequence[Contract]) -> bool:
    if one.id[-SUFFIX:] == top[0].id[-SUFFIX:]:
        return False
    holders = {award.holder for award in one.awards}
    return any(
        (one.amount_said and one.amount_said == other.amount_said)
        or any(award.holder in holders for award in other.awards)
        for other in top
    )


def sharing(contracts: Sequence[Contract]) -> int:
    """Count the contracts that share their buyer and number with another: lots, or numbers cut short."""
    counts = Counter((one.buyer, one.id) for one in contracts if one.id)
    return sum(count for count in counts.values() if count > 1)
