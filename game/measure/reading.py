"""From a file to contracts and a report on its quality: the import never fails on a record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.core.errors import MeasureError, SetupError
from game.measure import clean, shapes
from game.measure.clean import text
from game.measure.contracts import Award, Contract, buyer, contract, latest, merged, sharing
from game.places import given
from game.tables.table import Note


@dataclass(frozen=True)
class Reading:
    """What a file gave: contracts, and the counts of `quality` by the published names (decp.md 2).

    `examples` gives for each problem one contract's number, to look at; `notes`, how a table was read.
    """

    shape: str
    contracts: tuple[Contract, ...]
    quality: dict[str, int]
    examples: dict[str, str]
    notes: tuple[Note, ...] = ()

    @property
    def buyers(self) -> tuple[tuple[str, int], ...]:
        """Give the buyers (SIREN) and how many contracts each has, most first."""
        return tuple(Counter(one.siren for one in self.contracts).most_common())


def contents(file: Path) -> bytes:
    """Give a file's bytes. Raises MeasureError, in the words of `given`: missing, no file, unreadable, too big."""
    try:
        return given.content(file, shapes.LARGEST)
    except SetupError as error:
        raise MeasureError(error.code, **error.facts) from error


def there(file: Path) -> None:
    """Refuse at once a file that cannot be read, whatever its size. Raises MeasureError as `contents` does."""
    try:
        with given.opened(file):
            return
    except SetupError as error:
        raise MeasureError(error.code, **error.facts) from error


def read(data: bytes, file: str, last: str = clean.LAST) -> Reading:
    """Read a file of any of the five shapes. `last` is the latest date believed. Raises MeasureError."""
    sheet = shapes.read(data, file)
    if sheet.shape == shapes.INFO:
        return _info(sheet, last)
    quality = {"lus": len(sheet.records) + sheet.concessions + sheet.slipped}
    owned = [record for record in sheet.records if buyer(record)]
    found = [contract(record, recent=sheet.recent, last=last) for record in owned]
    counts = {
        "sans_acheteur": len(sheet.records) - len(owned),
        "sans_id": sum(not one.id for one in found),
        "concessions": sheet.concessions,
        "lignes_decalees": sheet.slipped,
    }
    kept, doubles = merged(found)
    versions = 0
    if not sheet.recent:
        kept, versions = latest(kept)
    problems, examples = _problems(kept)
    quality |= {name: count for name, count in counts.items() if count} | {"doublons_D1": doubles}
    quality |= {"doublons_D2": versions} if versions else {}
    quality |= {"contrats": len(kept)} | problems | {"contrats_partageant_un_id": sharing(kept)}
    return Reading(sheet.shape, tuple(kept), quality, examples, sheet.notes)


def _problems(contracts: list[Contract]) -> tuple[dict[str, int], dict[str, str]]:
    """Count what could not be used, with one example each."""
    faulty = {
        "montant_absent_ou_inexploitable": [one.id for one in contracts if one.amount is None],
        "cpv_inexploitable": [one.id for one in contracts if one.cpv is None],
        "date_absente_ou_invalide": [one.id for one in contracts if one.date is None],
        "duree_inexploitable": [one.id for one in contracts if one.duration is None],
        "sans_titulaire": [one.id for one in contracts if not one.awards],
    }
    found = {name: ids for name, ids in faulty.items() if ids}
    return {name: len(ids) for name, ids in found.items()}, {name: ids[0] for name, ids in found.items()}


def _info(sheet: shapes.Sheet, last: str) -> Reading:
    """Gather the rows of decp.info: one a contract and holder; the first row of a uid speaks for the contract."""
    first: dict[str, dict[str, Any]] = {}
    held: dict[str, dict[str, Award]] = {}
    amounts: dict[str, set[str]] = {}
    for row in sheet.records:
        uid = text(row.get("uid"))
        first.setdefault(uid, row)
        holder = "".join(text(row.get("titulaire_id")).split())
        award = Award(holder, text(row.get("titulaire_departement_code")), text(row.get("titulaire_region_code")))
        held.setdefault(uid, {}).setdefault(holder, award)
        amounts.setdefault(uid, set()).add(text(row.get("montant")))
    found = []
    for uid, row in first.items():
        one = contract(row, recent=True, last=last)
        found.append(
            replace(
                one, awards=tuple(held.get(uid, {}).values()),
                department=text(row.get("acheteur_departement_code")), region=text(row.get("acheteur_region_code")),
            )
        )  # fmt: skip
    quality = {"lus": len(sheet.records) + sheet.slipped} | (
        {"lignes_decalees": sheet.slipped} if sheet.slipped else {}
    )
    quality |= {"contrats": len(found)}
    quality["uid_a_montants_multiples"] = sum(len(several) > 1 for several in amounts.values())
    return Reading(sheet.shape, tuple(found), quality, {}, sheet.notes)
