"""The columns of a sheet of intentions, by the names people give them, in French or in English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.near import nearest, slug

FIELDS = ("title", "family", "place", "amount", "launch", "award", "duration", "procedure", "cao", "department")
"""What a row says, in the order of an empty sheet."""
NEEDED = ("title", "family", "amount", "launch")
DEEP = 8
"""Lines among which the headings are looked for: a title may stand above them."""
_NAMES = {
    "title": "titre title intitule objet subject libelle achat intention",
    "family": "famille family famille-achat famille-achats purchase-family families",
    "place": "lieu place site endroit equipement",
    "amount": "montant amount value budget",
    "launch": "lancement launch publication",
    "award": "attribution award notification",
    "duration": "duree duration",
    "procedure": "procedure procedure type-procedure",
    "cao": "cao cao passe-devant-cao passe-cao passage-cao commission-appel-offres tender-board",
    "department": "direction department service direction-qui-propose service-demandeur direction-demandeuse "
    "department-that-proposes",
}
_KNOWN = {name: field for field, names in _NAMES.items() for name in names.split()}
_SAYS_NOTHING = (
    "en ht hors taxes euros euro eur before vat excl mois months month date de du d la le l of the "
    "estime estimee prevu prevue prevision estimated expected"
)
_IDLE = frozenset(_SAYS_NOTHING.split())
"""Words that tell nothing more of a column: "Montant HT (€)", "Mois de lancement"."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands, on which line the headings are; what is not read, each with a name it is like."""

    line: int
    places: dict[str, int]
    strangers: tuple[tuple[str, str], ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """List the fields without which no row can be read."""
        return tuple(field for field in NEEDED if field not in self.places)


def field_of(heading: str) -> str:
    """Give the field of a heading; nothing for one that is not ours."""
    words = slug(heading)
    if words in _KNOWN:
        return _KNOWN[words]
    return _KNOWN.get("-".join(word for word in words.split("-") if word not in _IDLE), "")


def called(field: str) -> str:
    """Give a column's names, in French then in English: both are read."""
    french, english, *_ = _NAMES[field].split()
    return f"{french}/{english}"


def is_heading(cell: str) -> bool:
    """Tell whether a cell names a column of ours."""
    return bool(field_of(cell))


def columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Find the headings: the first line that names two columns at least; of a column written twice, the first."""
    for line, row in enumerate(rows[:DEEP]):
        found: dict[str, int] = {}
        strangers = []
        for at, cell in enumerate(row):
            field = field_of(cell)
            if field and field not in found:
                found[field] = at
            elif cell.strip():
                strangers.append((cell.strip(), "" if field else nearest(cell, _KNOWN)))
        if len(found) > 1:
            return Columns(line, found, tuple(strangers))
    return None
