"""The three states of an indicator: a value, not measurable, too few. Small numbers are told as counts (decp.md 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FEW, SOME = 5, 20
"""Under five contracts no rate is given; under twenty, what one contract weighs is said with it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One indicator in words to come: `state` is value, points, few or unknown; `share` a part of 1."""

    name: str
    state: str
    k: int = 0
    n: int = 0
    share: float | None = None

    @property
    def points(self) -> float:
        """Give what one contract weighs, in points of the share."""
        return round(100 / self.n, 1) if self.n else 0.0


def ratio(name: str, k: int, n: int, share: float | None) -> Told:
    """Choose how a share is told."""
    if not n or share is None:
        return Told(name, "unknown")
    if n < FEW:
        return Told(name, "few", k, n)
    return Told(name, "points" if n < SOME else "value", k, n, share)


def told(found: dict[str, Any]) -> tuple[Told, ...]:
    """Give the shares of a table of figures, in the order people read them."""
    env, soc, offers = found["env"], found["soc"], found["offres"]
    lines = [
        ratio("env", env["n_positif"], env["n_renseigne"], env["part_nombre"]),
        ratio("soc", soc["n_positif"], soc["n_renseigne"], soc["part_nombre"]),
        ratio("reserve", soc["n_reserve"], soc["n_renseigne"], _over(soc["n_reserve"], soc["n_renseigne"])),
        ratio(
            "innovant", found["innovant"]["n_oui"], found["innovant"]["n_renseigne"], found["innovant"]["part_nombre"]
        ),
        ratio("unique", offers["n_offre_unique"], offers["n_renseigne"], offers["part_offre_unique"]),
        ratio("avance", found["avance"]["n_oui"], found["avance"]["n_renseigne"], found["avance"]["part_nombre"]),
        _declared(found["sous_traitance"]),
        ratio(
            "modifications", found["modifications"]["n_modifies"], found["n"], found["modifications"]["part_modifies"]
        ),
        ratio("accord_cadre", found["accord_cadre"]["n"], found["n"], found["accord_cadre"]["part_nombre"]),
    ]
    town = found.get("annuaire")
    if town is not None:
        lines.append(ratio("pme", town["n_pme"], town["n_categorie_connue"], town["part_pme"]))
        lines.append(ratio("locale", town["n_local"], town["n_dep_connu"], town["part_locale"]))
    return tuple(lines)


def _declared(found: dict[str, Any]) -> Told:
    return ratio("sous_traitance", found["n_oui"], found["n_renseigne"], found["part_nombre"])


def _over(k: int, n: int) -> float | None:
    return k / n if n else None
