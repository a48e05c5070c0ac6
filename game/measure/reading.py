"""From a file to contracts and a report on its quality: the import never fails on a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.core.errors import MeasureError, SetupError
from game.core.frozen import dataclass
from game.measure import clean, shapes
from game.measure.clean import text
from game.measure.contracts import Contract, buyer, buyer_said, contract
from game.measure.doubles import latest, merged, sharing
from game.measure.lines import Record, gathered
from game.places import given
from game.tables.table import Note


@dataclass(frozen=True, slots=True)
class Unread:
    """What said something nobody understands: how many records, and one of them: its number and what it says."""

    count: int
    id: str
    said: str


@dataclass(frozen=True)
class Reading:
    """What a file gave: contracts, and the counts of `quality` by the published names (decp.md 2).

    `problems` are those of the contracts that `quality` has no published name for. `examples` gives for each problem
    one contract's number, to look at; `unread` what was not understood, by field.
    """

    shape: str
    contracts: tuple[Contract, ...]
    quality: dict[str, int]
    problems: dict[str, int]
    examples: dict[str, str]
    unread: dict[str, Unread]
    notes: tuple[Note, ...] = ()
    """How a table was read."""

    @property
    def buyers(self) -> tuple[tuple[str, int], ...]:
        """Give the buyers (SIREN) and how many contracts each has, most first."""
        counts = Counter(one.siren for one in self.contracts)
        return tuple(sorted(counts.items(), key=lambda buyer: (-buyer[1], buyer[0])))


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


def read(data: bytes, file: str, last: str) -> Reading:
    """Read a file of any of the five shapes. `last` is the day of the reading, YYYY-MM-DD: no later date is believed.

    Raises MeasureError.
    """
    sheet = shapes.read(data, file)
    buyers = [buyer(record) for record in sheet.records]
    pairs = list(zip(sheet.records, buyers, strict=True))
    owned = [record for record, siret in pairs if siret]
    alone, nobody = sum(siret == "" for siret in buyers), [record for record, siret in pairs if siret is None]
    quality = {"lus": len(sheet.records) + sheet.concessions + sheet.slipped}
    quality |= _some({"sans_acheteur": alone, "concessions": sheet.concessions, "lignes_decalees": sheet.slipped})
    info = sheet.shape == shapes.INFO
    kept, told = _lines(owned, last) if info else _records(owned, last, recent=sheet.recent)
    problems, examples = _problems(kept)
    published = quality | told if info else quality | told | problems
    lost = [("acheteur", text(record.get("id")), clean.written(buyer_said(record))) for record in nobody]
    lost += [(name, one.id, said) for one in kept for name, said in one.unread]
    others = problems if info else {}
    return Reading(sheet.shape, tuple(kept), published, others, examples, _unread(lost), sheet.notes)


def _some(counts: dict[str, int]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if count}


def _records(owned: Sequence[Record], last: str, *, recent: bool) -> tuple[list[Contract], dict[str, int]]:
    """Give the contracts of some records, doubles merged, and what is to be said of it."""
    found = [contract(record, recent=recent, last=last) for record in owned]
    kept, doubles = merged(found)
    kept, versions = (kept, 0) if recent else latest(kept)
    counts = _some({"sans_id": sum(not one.id for one in found)}) | {"doublons_D1": doubles}
    counts |= _some({"doublons_D2": versions}) | {"contrats": len(kept)}
    return kept, counts | {"contrats_partageant_un_id": sharing(kept)}


def _lines(owned: Sequence[Record], last: str) -> tuple[list[Contract], dict[str, int]]:
    """Give the contracts of the lines of decp.info, and what is to be said of it."""
    kept, several = gathered(owned, last)
    counts = _some({"sans_uid": sum(not text(record.get("uid")) for record in owned)})
    return kept, counts | {"contrats": len(kept), "uid_a_montants_multiples": several}


def _problems(contracts: Sequence[Contract]) -> tuple[dict[str, int], dict[str, str]]:
    """Count what could not be used, with one example each."""
    faulty = {
        "montant_absent_ou_inexploitable": [one.id for one in contracts if one.amount is None],
        "cpv_inexploitable": [one.id for one in contracts if one.cpv is None],
        "date_absente_ou_invalide": [one.id for one in contracts if one.date is None],
        "duree_inexploitable": [one.id for one in contracts if one.duration is None],
        "sans_titulaire": [one.id for one in contracts if not any(award.holder for award in one.awards)],
    }
    found = {name: ids for name, ids in faulty.items() if ids}
    return {name: len(ids) for name, ids in found.items()}, {name: min(ids) for name, ids in found.items()}


def _unread(lost: Iterable[tuple[str, str, str]]) -> dict[str, Unread]:
    """Count what was not understood by field; the first of the alphabet is the example, whatever the order of rows."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, number, said in lost:
        found.setdefault(name, []).append((number, said))
    return {name: Unread(len(several), *min(several)) for name, several in sorted(found.items())}
