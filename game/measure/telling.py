"""How an indicator is told: a value, not measurable, too few, unreadable. Small numbers are counts (decp.md 4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.core.frozen import dataclass

FEW, SOME = 5, 20
"""Under five contracts no rate is given; under twenty, what one contract weighs is said with it."""
FIELDS = {"reserve": "soc", "unique": "offres"}
"""The field an indicator is read in, when its name is another."""


def part(count: float, whole: float) -> float | None:
    """Give a share to six decimals; None over nothing."""
    return round(count / whole, 6) if whole else None


@dataclass(frozen=True, slots=True)
class Told:
    """One indicator in words to come: `state` is value, points, few, unknown or unread; `share` a part of 1.

    `unread` counts the contracts that say something nobody understands: no share is given then.
    """

    name: str
    state: str
    k: int = 0
    n: int = 0
    share: float | None = None
    unread: int = 0

    @property
    def points(self) -> float:
        """Give what one contract weighs, in points of the share."""
        return round(100 / self.n, 1) if self.n else 0.0


def ratio(name: str, k: int, n: int, share: float | None, unread: int = 0) -> Told:
    """Choose how a share is told."""
    if unread:
        return Told(name, "unread", k, n, None, unread)
    if not n or share is None:
        return Told(name, "unknown")
    if n < FEW:
        return Told(name, "few", k, n)
    return Told(name, "points" if n < SOME else "value", k, n, share)


def told(found: Mapping[str, Any], unread: Mapping[str, int]) -> tuple[Told, ...]:
    """Give the shares of a table of figures, in the order people read them; `unread`: by field, what could not be."""
    soc, offers, changed = found["soc"], found["offres"], found["modifications"]
    reserved = (soc["n_reserve"], soc["n_renseigne"])
    lines = [
        ("env", *considered(found["env"])),
        ("soc", *considered(soc)),
        ("reserve", *reserved, part(*reserved)),
        ("innovant", *_declared(found["innovant"])),
        ("unique", offers["n_offre_unique"], offers["n_renseigne"], offers["part_offre_unique"]),
        ("avance", *_declared(found["avance"])),
        ("sous_traitance", *_declared(found["sous_traitance"])),
        ("modifications", changed["n_modifies"], found["n"], changed["part_modifies"]),
        ("accord_cadre", found["accord_cadre"]["n"], found["n"], found["accord_cadre"]["part_nombre"]),
    ]
    town = found.get("annuaire")
    if town is not None:
        lines.append(("pme", town["n_pme"], town["n_categorie_connue"], town["part_pme"]))
        lines.append(("locale", town["n_local"], town["n_dep_connu"], town["part_locale"]))
    return tuple(ratio(*line, unread_in(unread, line[0])) for line in lines)


def unread_in(unread: Mapping[str, int], name: str) -> int:
    """Give how many contracts could not be read for an indicator."""
    return unread.get(FIELDS.get(name, name), 0)


def considered(found: Mapping[str, Any]) -> tuple[int, int, float | None]:
    """Give a consideration's positive contracts, those known, and the share."""
    return found["n_positif"], found["n_renseigne"], found["part_nombre"]


def _declared(found: Mapping[str, Any]) -> tuple[int, int, float | None]:
    return found["n_oui"], found["n_renseigne"], found["part_nombre"]
