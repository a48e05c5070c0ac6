"""A contract as it can be counted: cleaned fields, None where nothing was said or could be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any

from game.core.frozen import dataclass
from game.measure import clean, cpv, sirets
from game.measure.clean import plain, text, unfolded
from game.measure.considerations import ENV, SOC, Considered, considered, small, worn

UNCOMPETITIVE = worn("sans publicité")
FRAMEWORK = "accord-cadre"
UNKNOWN = "inconnue"
"""The year of a contract without a date, as the published figures name it."""


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

    `env` and `soc` are the positive values known, empty for a known no, None when nothing was said or could be read.
    `unread` gives, for each field that says something nobody understands, what it says. `amount_said` and `date_said`
    are what doubles are known by: the value, or the words that hold none.
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
    unread: tuple[tuple[str, str], ...] = ()
    amount_said: str = ""
    date_said: str = ""
    published: str = ""
    department: str = ""
    region: str = ""
    title: str = field(default="", compare=False)
    """What it is for, as it was written; `subject` is that folded, to be compared."""

    @property
    def siren(self) -> str:
        """Give the buyer, all its establishments together."""
        return self.buyer[: sirets.SIREN]

    @property
    def year(self) -> str:
        """Give the year of notification, or UNKNOWN."""
        return self.date[:4] if self.date else UNKNOWN

    @property
    def current(self) -> float | None:
        """Give the last usable amount of the amendments."""
        return next((change.amount for change in reversed(self.changes) if change.amount is not None), None)

    @property
    def lost(self) -> frozenset[str]:
        """Give the names of the fields that could not be read."""
        return frozenset(name for name, _ in self.unread)


def contract(record: dict[str, Any], *, recent: bool, last: str) -> Contract:
    """Clean a record of any shape. `recent` tells the 2022 format, `last` the latest date that is believed."""
    advance = clean.yes(record.get("attributionAvance"))
    techniques = {plain(leaf) for leaf in clean.leaves(record.get("techniques") or record.get("technique"))}
    env = considered(record.get("considerationsEnvironnementales"), ENV)
    soc = considered(record.get("considerationsSociales"), SOC)
    amount, notified = record.get("montant"), record.get("dateNotification")
    return Contract(
        buyer=buyer(record) or "",
        id=contract_id(record),
        subject=plain(text(record.get("objet"))),
        amount=clean.amount(amount),
        date=clean.day(notified, last),
        cpv=cpv.code(record.get("codeCPV")),
        competitive=competitive(record.get("procedure")),
        duration=clean.whole(record.get("dureeMois"), 1, 180),
        offers=clean.whole(record.get("offresRecues"), 1, 500),
        innovative=clean.yes(record.get("marcheInnovant")),
        advance=advance,
        advance_rate=clean.rate(record.get("tauxAvance")) if advance else None,
        subcontracted=clean.yes(record.get("sousTraitanceDeclaree")),
        env=env.values,
        soc=soc.values,
        framework=FRAMEWORK in techniques if recent else plain(text(record.get("nature"))) == FRAMEWORK,
        awards=awards(record),
        changes=changes(record, last),
        unread=tuple(_unread(record, env, soc, last)),
        amount_said=_said(amount, clean.money),
        date_said=_said(notified, clean.dated),
        published=clean.dated(record.get("datePublicationDonnees")) or "",
        title=text(record.get("objet")),
    )


def competitive(procedure: Any) -> bool:
    """Tell whether a procedure puts firms in competition."""
    return UNCOMPETITIVE.search(small(text(procedure))) is None


def _said(value: Any, read: Callable[[Any], object]) -> str:
    """Give what a field says, the same for a value written in several ways."""
    found = read(value)
    return plain(clean.written(value)) if found is None else str(found)


READ: dict[str, tuple[str, Callable[[Any], object]]] = {
    "montant": ("montant", clean.money),
    "date": ("dateNotification", clean.dated),
    "cpv": ("codeCPV", cpv.code),
    "duree": ("dureeMois", clean.number),
    "offres": ("offresRecues", clean.number),
    "innovant": ("marcheInnovant", clean.yes),
    "avance": ("attributionAvance", clean.yes),
    "sous_traitance": ("sousTraitanceDeclaree", clean.yes),
}
"""What can be unreadable in a record, by the name it is counted under: its column, and how that is read."""


def _unread(record: dict[str, Any], env: Considered, soc: Considered, last: str) -> list[tuple[str, str]]:
    """List the fields of a record that say something nobody understands, a date to come among them."""
    found = [(name, one.unread) for name, one in (("env", env), ("soc", soc)) if one.unread]
    for name, (column, read) in READ.items():
        said = clean.written(record.get(column))
        if said and read(record.get(column)) is None:
            found.append((name, said))
    notified = clean.dated(record.get("dateNotification"))
    if notified is not None and notified > last:
        found.append(("date_a_venir", notified))
    lost = next((clean.written(one) for one in holders(record) if sirets.holder(one) is None), "")
    return [*found, ("titulaire", lost)] if lost else found


def buyer(record: dict[str, Any]) -> str | None:
    """Give the SIRET of a record's buyer; empty when it has none, None when it cannot be read."""
    return sirets.number(buyer_said(record))


def buyer_said(record: dict[str, Any]) -> Any:
    """Give the number of a record's buyer as it is written."""
    acheteur = record.get("acheteur")
    if isinstance(acheteur, dict):
        return acheteur.get("id")
    return record.get("acheteur.id") or record.get("acheteur_id")


def contract_id(record: dict[str, Any]) -> str:
    """Give a record's number, a ministry's mark before it (INX, MQ, CDL) taken off; "" when nothing is left."""
    value = record.get("id")
    said = (
        "" if value is None else str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()
    )
    for mark in ("INX", "MQ", "CDL"):
        if said.upper().startswith(mark):
            said = said[len(mark) :].strip()
    return text(said)


def holders(record: dict[str, Any]) -> list[Any]:
    """Give the numbers of a record's holders as they are written."""
    said = [one.get("id") for one in unfolded(record.get("titulaires"), "titulaire")]
    return [*said, *(record.get(key) for key in ("titulaire_id", "titulaire_id_1", "titulaire_id_2", "titulaire_id_3"))]


def awards(record: dict[str, Any]) -> tuple[Award, ...]:
    """Give the holders of a record, each once."""
    return tuple(Award(one) for one in dict.fromkeys(map(sirets.holder, holders(record))) if one)


def changes(record: dict[str, Any], last: str) -> tuple[Change, ...]:
    """Give the amendments in order of date (one nobody can believe comes first), then id, then as they came."""
    given = unfolded(record.get("modifications"), "modification")
    if not given and amended(record):
        given = [record]
    found = [Change((_when(one, last), _rank(one), i), _new_amount(one)) for i, one in enumerate(given)]
    return tuple(sorted(found, key=lambda change: change.order))


_DATES = (
    "dateNotificationModification", "dateNotificationModificationModification", "dateSignatureModification",
    "datePublicationDonneesModification", "datePublicationDonneesModificationModification",
)  # fmt: skip
AMENDED = ("idModification", "montantModification", "dureeMoisModification", *_DATES)
"""Columns of a ministry's CSV that tell of a contract's latest amendment."""


def amended(record: dict[str, Any]) -> bool:
    """Tell whether a ministry's CSV row carries its latest amendment."""
    return any(text(record.get(key)) for key in AMENDED)


def _when(one: dict[str, Any], last: str) -> str:
    return next((said for key in _DATES if (said := clean.day(one.get(key), last))), "")


def _rank(one: dict[str, Any]) -> str:
    said = text(one.get("idModification", one.get("id")))
    return said.zfill(12) if said.isdigit() else said


def _new_amount(one: dict[str, Any]) -> float | None:
    return clean.amount(one.get("montantModification") if "montantModification" in one else one.get("montant"))
