"""A contract as it can be counted: cleaned fields, None where nothing was said. Doubles are merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from game.measure import clean, cpv
from game.measure.clean import plain, text, unfolded

ENV = {
    "clause environnementale": "clause", "critere environnemental": "critere",
    "pas de consideration environnementale": "", "sans objet": "",
}  # fmt: skip
SOC = {
    "clause sociale": "clause", "critere social": "critere", "marche reserve": "reserve",
    "pas de consideration sociale": "", "sans objet": "",
}  # fmt: skip
"""Official values without accents; an empty one is a known no."""
UNCOMPETITIVE = "sans publicite"
FRAMEWORK = "accord-cadre"


@dataclass(frozen=True, slots=True)
class Change:
    """An amendment: what it is ordered by, and its new total amount if one can be used."""

    order: tuple[str, str, int]
    amount: float | None


@dataclass(frozen=True, slots=True)
class Award:
    """A contract won by a holder, with what is known of where both are."""

    holder: str
    department: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract (or lot). `buyer` is a SIRET; amounts are euros before VAT, frameworks a maximum.

    `env` and `soc` are the positive values known, empty for a known no, None when nothing was said.
    """

    buyer: str
    id: str
    subject: str
    amount: float | None
    date: str | None
    cpv: str | None
    competitive: bool
    duration: int | None
    offers: int | None
    innovative: bool | None
    advance: bool | None
    advance_rate: float | None
    subcontracted: bool | None
    env: frozenset[str] | None
    soc: frozenset[str] | None
    framework: bool
    awards: tuple[Award, ...]
    changes: tuple[Change, ...]
    raw_amount: str = ""
    raw_date: str = ""
    published: str = ""
    department: str = ""
    region: str = ""

    @property
    def siren(self) -> str:
        """Give the buyer, all its establishments together."""
        return self.buyer[:9]

    @property
    def year(self) -> str:
        """Give the year of notification, or "inconnue"."""
        return self.date[:4] if self.date else "inconnue"

    @property
    def current(self) -> float | None:
        """Give the last usable amount of the amendments."""
        return next((change.amount for change in reversed(self.changes) if change.amount is not None), None)


def contract(record: dict[str, Any], *, recent: bool, last: str) -> Contract:
    """Clean a record of any shape. `recent` tells the 2022 format, `last` the latest date that is believed."""
    advance = clean.yes(record.get("attributionAvance"))
    found = record.get("procedure")
    techniques = {plain(leaf) for leaf in clean.leaves(record.get("techniques") or record.get("technique"))}
    nature = plain(text(record.get("nature")))
    return Contract(
        buyer=buyer(record),
        id=contract_id(record),
        subject=plain(text(record.get("objet"))),
        amount=clean.amount(record.get("montant")),
        date=clean.day(record.get("dateNotification"), last),
        cpv=cpv.code(record.get("codeCPV")),
        competitive=UNCOMPETITIVE not in plain(text(found)),
        duration=clean.whole(record.get("dureeMois"), 1, 180),
        offers=clean.whole(record.get("offresRecues"), 1, 500),
        innovative=clean.yes(record.get("marcheInnovant")),
        advance=advance,
        advance_rate=clean.rate(record.get("tauxAvance")) if advance else None,
        subcontracted=clean.yes(record.get("sousTraitanceDeclaree")),
        env=considered(record.get("considerationsEnvironnementales"), ENV),
        soc=considered(record.get("considerationsSociales"), SOC),
        framework=FRAMEWORK in techniques if recent else nature == FRAMEWORK,
        awards=awards(record),
        changes=changes(record, last),
        raw_amount=str(record.get("montant")),
        raw_date=str(record.get("dateNotification")),
        published=text(record.get("datePublicationDonnees")),
    )


def buyer(record: dict[str, Any]) -> str:
    """Give the SIRET of a record's buyer; empty when it has none."""
    acheteur = record.get("acheteur")
    if isinstance(acheteur, dict):
        return text(acheteur.get("id")).replace(" ", "")
    return text(record.get("acheteur.id") or record.get("acheteur_id")).replace(" ", "")


def contract_id(record: dict[str, Any]) -> str:
    """Give a record's number, a ministry's mark before it (INX, MQ, CDL) taken off."""
    said = str(record.get("id") if record.get("id") is not None else "").strip()
    for mark in ("INX", "MQ", "CDL"):
        if said.upper().startswith(mark):
            said = said[len(mark) :].strip()
    return said


def considered(value: Any, known: dict[str, str]) -> frozenset[str] | None:
    """Read considerations: positive values, empty for a known no, None when no official value was said."""
    said = [known[leaf] for leaf in map(plain, clean.leaves(value)) if leaf in known]
    return frozenset(one for one in said if one) if said else None


def awards(record: dict[str, Any]) -> tuple[Award, ...]:
    """Give the holders of a record, each once."""
    holders = [text(one.get("id")) for one in unfolded(record.get("titulaires"), "titulaire")]
    holders += [text(record.get(f"titulaire_id_{i}")) for i in (1, 2, 3)]
    return tuple(Award(holder) for holder in dict.fromkeys("".join(one.split()) for one in holders) if holder)


def changes(record: dict[str, Any], last: str) -> tuple[Change, ...]:
    """Give the amendments in order of date (one nobody can believe comes first), then id, then as they came."""
    given = unfolded(record.get("modifications"), "modification")
    if not given and _amended(record):
        given = [record]
    found = [Change((_when(one, last), _rank(one), i), _new_amount(one)) for i, one in enumerate(given)]
    return tuple(sorted(found, key=lambda change: change.order))


_DATES = (
    "dateNotificationModification", "dateNotificationModificationModification", "dateSignatureModification",
    "datePublicationDonneesModification", "datePublicationDonneesModificationModification",
)  # fmt: skip


def _amended(record: dict[str, Any]) -> bool:
    """Tell whether a ministry's CSV row carries its latest amendment."""
    keys = ("idModification", "montantModification", "dureeMoisModification", *_DATES)
    return any(text(record.get(key)) for key in keys)


def _when(one: dict[str, Any], last: str) -> str:
    return next((said for key in _DATES if (said := clean.day(one.get(key), last))), "")


def _rank(one: dict[str, Any]) -> str:
    said = text(one.get("idModification", one.get("id")))
    return said.zfill(12) if said.isdigit() else said


def _new_amount(one: dict[str, Any]) -> float | None:
    return clean.amount(one.get("montantModification") if "montantModification" in one else one.get("montant"))


def merged(contracts: Iterable[Contract]) -> tuple[list[Contract], int]:
    """Merge exact doubles (rule D1): the fullest is kept with all holders. Gives how many went."""
    kept: dict[tuple[str, ...], Contract] = {}
    gone = 0
    for one in contracts:
        key = (one.buyer, one.id, one.subject, one.raw_amount, one.raw_date)
        other = kept.get(key)
        if other is None:
            kept[key] = one
            continue
        gone += 1
        best = one if (len(one.changes), one.published) >= (len(other.changes), other.published) else other
        kept[key] = replace(best, awards=tuple(dict.fromkeys((*other.awards, *one.awards))))
    return list(kept.values()), gone


def latest(contracts: list[Contract]) -> tuple[list[Contract], int]:
    """Keep the last version of contracts republished under a two-digit suffix (rule D2, 2019 format)."""
    best: dict[object, Contract] = {}
    for i, one in enumerate(contracts):
        versioned = len(one.id) >= 7 and one.id[-2:].isdigit()
        key: object = (one.buyer, one.id[:-2], one.subject, one.raw_date) if versioned else i
        other = best.get(key)
        if other is None or one.id[-2:] >= other.id[-2:]:
            best[key] = one
    return list(best.values()), len(contracts) - len(best)


def sharing(contracts: list[Contract]) -> int:
    """Count the contracts that share their buyer and number with another: lots, or numbers cut short."""
    counts = Counter((one.buyer, one.id) for one in contracts)
    return sum(count for count in counts.values() if count > 1)
