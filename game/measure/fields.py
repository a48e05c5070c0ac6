"""The names of published fields, known whatever their capitals, accents and spaces: keys, elements and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from game.content.near import slug
from game.tables.headings import Columns, Words
from game.tables.table import Note

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FIELDS = (
    "uid", "id", "acheteur_id", "nature", "objet", "montant", "procedure", "codeCPV", "offresRecues", "marcheInnovant",
    "attributionAvance", "tauxAvance", "dureeMois", "dateNotification", "datePublicationDonnees", "techniques",
    "technique", "sousTraitanceDeclaree", "considerationsSociales", "considerationsEnvironnementales",
    "montantModification", "idModification", "dureeMoisModification", "dateNotificationModification",
    "objetModification", "dateNotificationModificationModification", "datePublicationDonneesModification",
    "dateSignatureModification", "datePublicationDonneesModificationModification", "autoriteConcedante",
    "modification_id", "titulaire_id", "titulaire_id_1", "titulaire_id_2", "titulaire_id_3",
    "titulaire_departement_code", "titulaire_region_code", "acheteur_departement_code", "acheteur_region_code",
)  # fmt: skip
"""As they are published."""
_WRAPPERS = (
    "marches", "marche", "contrat-concession", "acheteur", "titulaires", "titulaire", "modifications", "modification",
    "considerationSociale", "considerationEnvironnementale",
)  # fmt: skip
"""What JSON and XML fold them in."""
_MORE = {
    "montant": "montantht", "acheteur_id": "siret-acheteur acheteur-siret", "titulaire_id": "siret-titulaire",
    "codeCPV": "cpv", "considerationsSociales": "consideration-sociale",
    "considerationsEnvironnementales": "consideration-environnementale",
}  # fmt: skip
"""What offices write instead at the head of a column."""


def _names(name: str) -> str:
    parted = slug(_CAMEL.sub(" ", name))
    return " ".join(dict.fromkeys((slug(name), parted, parted.replace("-", ""), *_MORE.get(name, "").split())))


KEYS = Words({name: _names(name) for name in (*_FIELDS, *_WRAPPERS)})
COLUMNS = Words(
    {name: _names(name) for name in _FIELDS},
    frozenset(["de", "du", "d", "des", "la", "le", "l", "les", "ht", "hors", "taxe", "taxes", "euros", "eur", "en"]),
)
"""The headings of a table: of several words, some tell nothing more."""
MEASURED = frozenset(
    ["montant", "dateNotification", "codeCPV", "dureeMois", "offresRecues", "procedure", "marcheInnovant",
     "attributionAvance", "sousTraitanceDeclaree", "considerationsSociales", "considerationsEnvironnementales"]
)  # fmt: skip
"""Columns without which a figure is not measured."""


@lru_cache(maxsize=5_000)
def key(said: str) -> str:
    """Give the key of a record as it is published; one that is not ours as it is written."""
    return KEYS.field(said) or said


@lru_cache(maxsize=5_000)
def column(heading: str) -> str:
    """Give the field that a heading names; nothing for one that is not ours."""
    return COLUMNS.field(heading)


def told(found: Columns) -> Iterator[Note]:
    """Say which columns are not read though their heading is like one that is missing, or is there twice."""
    for heading in found.doubles:
        yield Note("column_twice", (("heading", heading),))
    for heading, near in found.strangers:
        meant = COLUMNS.field(near) if near else ""
        if meant in MEASURED - found.places.keys():
            yield Note("column_like", (("heading", heading), ("near", meant)))
