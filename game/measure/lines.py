"""The lines of decp.info: one a contract, holder and amendment, gathered by their `uid`."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from game.measure import clean, departments, sirets
from game.measure.clean import text
from game.measure.contracts import Award, Change, Contract, buyer, contract
from game.measure.doubles import united
from game.measure.stated import stated

Record = dict[str, Any]
AMENDMENTS = 31
"""The greatest rank of an amendment told from the others; the first line of a contract has none, or 0."""


def gathered(records: Sequence[Record], last: str) -> tuple[list[Contract], int]:
    """Give the contracts of some lines, and how many of them have several amounts.

    A line without `uid` is a contract of its own. The earliest amendment speaks for a contract, then the latest date;
    between lines of one day, the first where the file is in order of date as it is published, else what they say.
    """
    groups: dict[Hashable, list[Record]] = {}
    for place, record in enumerate(records):
        uid = text(record.get("uid"))
        groups.setdefault(((buyer(record) or "")[: sirets.SIREN], uid) if uid else place, []).append(record)
    ordered = _by_date(records)
    found = [[contract(record, recent=True, last=last) for record in group] for group in groups.values()]
    several = sum(len({one.amount_said for one in contracts}) > 1 for contracts in found)
    pairs = zip(groups.values(), found, strict=True)
    return [_whole(list(zip(group, contracts, strict=True)), ordered=ordered) for group, contracts in pairs], several


def _by_date(records: Sequence[Record]) -> bool:
    """Tell whether lines go from the latest date to the earliest."""
    days = [clean.dated(record.get("dateNotification")) or "" for record in records]
    return bool(days) and days[0] > days[-1] and all(one >= other for one, other in pairwise(days))


def amendment(record: Record) -> int:
    """Give the rank of the amendment that a line tells of; 0 for the contract as it was signed."""
    said = record.get("modification_id")
    return min(clean.whole(said, 0, 10**6) or 0, AMENDMENTS)


def _whole(lines: list[tuple[Record, Contract]], *, ordered: bool) -> Contract:
    """Make one contract of its lines."""
    record, spoken = max(lines, key=lambda line: _weight(*line, ordered=ordered))
    return replace(
        spoken,
        awards=united(award for one, contract in lines for award in _awards(one, contract)),
        changes=spoken.changes or _changes(lines),
        department=departments.code(record.get("acheteur_departement_code")) or "",
        region=text(record.get("acheteur_region_code")),
    )


def _weight(record: Record, one: Contract, *, ordered: bool) -> tuple[int, str, int, str]:
    said, words = (0, "") if ordered else (stated(one), repr(one))
    return -amendment(record), one.date or "", said, words


def _awards(record: Record, one: Contract) -> list[Award]:
    """Give who holds the contract by a line; nobody named counts as a holder, as the published figures have it."""
    department = departments.code(record.get("titulaire_departement_code")) or ""
    region = text(record.get("titulaire_region_code"))
    return [Award(award.holder, department, region) for award in one.awards or (Award(""),)]


def _changes(lines: Sequence[tuple[Record, Contract]]) -> tuple[Change, ...]:
    """Give the amendments that have lines of their own, each once."""
    ranked = [
        ((one.date or "", str(amendment(record)).zfill(12), 0), one.amount or 0.0)
        for record, one in lines
        if amendment(record)
    ]
    return tuple(Change(order, amount or None) for order, amount in dict(sorted(ranked)).items())
