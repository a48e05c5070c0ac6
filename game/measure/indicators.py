"""The indicators of decp.md 4: k over n, and None, never 0 %, where nothing is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum
from statistics import fmean, median
from typing import Any

from game.measure.contracts import Contract
from game.measure.cpv import Families
from game.measure.reading import Reading
from game.measure.shapes import INFO
from game.measure.suppliers import Directory
from game.measure.telling import part

Figures = dict[str, Any]


class Counted(dict[str, Any]):
    """Every indicator of a set of contracts, by its published name.

    Beside them, `unread`: how many of these contracts say something that nobody understands, by field. A share that
    they would move is not told.
    """

    unread: Mapping[str, int] = {}


WORKS, WORKS_LIMIT, LIMIT = "45", 0.15, 0.10
"""A rise beyond is above what an amendment of low value may be (CCP R2194-8)."""
DOUBT = (0.5, 2.0)
"""A current amount outside is doubtful: often the difference was typed instead of the new total."""


def _mean(values: Sequence[float]) -> float | None:
    return round(fmean(values), 6) if values else None


def _median(values: Sequence[float], digits: int = 6) -> float | None:
    return round(median(values), digits) if values else None


def _money(values: Iterable[float | None]) -> float:
    """Sum euros exactly: their order changes nothing."""
    return round(fsum(value for value in values if value is not None), 2)


def figures(contracts: Sequence[Contract]) -> Counted:
    """Give every indicator of a set of contracts."""
    amounts = [one.amount for one in contracts if one.amount is not None]
    framework = [one for one in contracts if one.framework]
    found = Counted(
        {
            "n": len(contracts),
            "n_montant": len(amounts),
            "montant_total": _money(amounts),
            "montant_median": _median(amounts, 2),
            "env": _considered(contracts, lambda one: one.env, ("clause", "critere")),
            "soc": _considered(contracts, lambda one: one.soc, ("clause", "critere", "reserve")),
            "innovant": _shares([one.innovative for one in contracts]),
            "offres": _offers(contracts),
            "avance": _advances(contracts),
            "sous_traitance": _shares([one.subcontracted for one in contracts]),
            "duree": _durations(contracts),
            "modifications": _amendments(contracts),
            "accord_cadre": {
                "n": len(framework),
                "part_nombre": part(len(framework), len(contracts)),
                "part_montant": part(_money(one.amount for one in framework), _money(amounts)),
            },
            "n_titulaires_distincts": len({award.holder for one in contracts for award in one.awards}),
        }
    )
    found.unread = Counter(name for one in contracts for name in one.lost if name != "offres" or one.competitive)
    return found


def _considered(
    contracts: Sequence[Contract], of: Callable[[Contract], frozenset[str] | None], kinds: tuple[str, ...]
) -> Figures:
    known = [(one, found) for one in contracts if (found := of(one)) is not None]
    positive = [one for one, found in known if found]
    return {
        "n_renseigne": len(known),
        "taux_renseignement": part(len(known), len(contracts)),
        "n_positif": len(positive),
        "part_nombre": part(len(positive), len(known)),
        "part_montant": part(_money(one.amount for one in positive), _money(one.amount for one, _ in known)),
        **{f"n_{kind}": sum(kind in found for _, found in known) for kind in kinds},
    }


def _shares(said: Sequence[bool | None]) -> Figures:
    known = [one for one in said if one is not None]
    return {"n_renseigne": len(known), "n_oui": sum(known), "part_nombre": part(sum(known), len(known))}


def _offers(contracts: Sequence[Contract]) -> Figures:
    competitive = [one for one in contracts if one.competitive]
    offers = [one.offers for one in competitive if one.offers is not None]
    single = offers.count(1)
    return {
        "n_renseigne": len(offers),
        "n_concurrentiels": len(competitive),
        "moyenne": _mean(offers),
        "mediane": _median(offers),
        "n_offre_unique": single,
        "part_offre_unique": part(single, len(offers)),
    }


def _advances(contracts: Sequence[Contract]) -> Figures:
    rates = [one.advance_rate for one in contracts if one.advance_rate is not None]
    return _shares([one.advance for one in contracts]) | {"n_taux": len(rates), "taux_moyen": _mean(rates)}


def _durations(contracts: Sequence[Contract]) -> Figures:
    known = [one.duration for one in contracts if one.duration is not None]
    return {"n_renseigne": len(known), "moyenne": _mean(known), "mediane": _median(known)}


def _amendments(contracts: Sequence[Contract]) -> Figures:
    amended = [one for one in contracts if one.changes]
    both = [(one, one.amount, one.current) for one in amended]
    moved = [(one, was, now) for one, was, now in both if was is not None and now is not None]
    sure = [(one, was, now) for one, was, now in moved if DOUBT[0] <= now / was <= DOUBT[1]]
    gap = _money(now - was for _, was, now in sure)
    return {
        "n_modifies": len(amended),
        "part_modifies": part(len(amended), len(contracts)),
        "n_avec_montant": len(moved),
        "n_douteux": len(moved) - len(sure),
        "ecart_total": gap,
        "derive_agregee": part(gap, _money(was for _, was, _ in sure)),
        "derive_sur_total": part(gap, _money(one.amount for one in contracts)),
        "derive_mediane": _median([(now - was) / was for _, was, now in sure]),
        "n_hausse_au_dela_seuil": sum(_risen(one, was, now) for one, was, now in sure),
    }


def _risen(one: Contract, was: float, now: float) -> bool:
    limit = WORKS_LIMIT if (one.cpv or "").startswith(WORKS) else LIMIT
    return (now - was) / was > limit


def local(contracts: Sequence[Contract]) -> Figures:
    """Give where holders are against the buyer: an observation, never a criterion (decp.md 4)."""
    awards = [(one, award) for one in contracts for award in one.awards]
    departments = [one.department == award.department for one, award in awards if one.department and award.department]
    regions = [one.region == award.region for one, award in awards if one.region and award.region]
    return {
        "n_attributions": len(awards),
        "n_dep_connu": len(departments),
        "n_meme_departement": sum(departments),
        "part_meme_departement": part(sum(departments), len(departments)),
        "n_region_connue": len(regions),
        "part_meme_region": part(sum(regions), len(regions)),
    }


def _groups(contracts: Sequence[Contract], of: Callable[[Contract], str]) -> dict[str, list[Contract]]:
    found: dict[str, list[Contract]] = {}
    for one in contracts:
        found.setdefault(of(one), []).append(one)
    return dict(sorted(found.items()))


Extra = Callable[[Sequence[Contract]], tuple[Figures, Mapping[str, int]]]
"""What is counted beside the indicators, and what of it could not be read."""


def _each(contracts: Sequence[Contract], of: Callable[[Contract], str], extra: Extra) -> Figures:
    return {key: _with(group, extra) for key, group in _groups(contracts, of).items()}


def _with(contracts: Sequence[Contract], extra: Extra) -> Counted:
    found, (more, unread) = figures(contracts), extra(contracts)
    found.update(more)
    found.unread = {**found.unread, **unread}
    return found


def table(contracts: Sequence[Contract], families: Families, extra: Extra) -> Figures:
    """Give the total, then by year, by family, and by family and year."""
    crossed = _groups(contracts, lambda one: f"{families.of(one.cpv)}|{one.year}")
    return {
        "total": _with(contracts, extra),
        "par_annee": _each(contracts, lambda one: one.year, extra),
        "par_famille": _each(contracts, lambda one: families.of(one.cpv), extra),
        "par_famille_annee": {
            key: {"n": len(group), "montant_total": _money(one.amount for one in group)}
            for key, group in crossed.items()
        },
    }


def measured(
    reading: Reading, families: Families, buyers: Iterable[str] = (), known: Directory | None = None
) -> Figures:
    """Give the quality report, the whole file, and each buyer (SIREN) asked for."""

    def extra(contracts: Sequence[Contract]) -> tuple[Figures, Mapping[str, int]]:
        return ({"local": local(contracts)} if reading.shape == INFO else {}), {}

    def town(contracts: Sequence[Contract]) -> tuple[Figures, Mapping[str, int]]:
        found, unread = extra(contracts)
        return (
            (found, unread)
            if known is None
            else (found | {"annuaire": known.supplied(contracts)}, known.unread(contracts))
        )

    own = {siren: [one for one in reading.contracts if one.siren == siren] for siren in buyers}
    return {
        "qualite": reading.quality,
        "ensemble": table(reading.contracts, families, extra),
        "acheteurs": {siren: table(contracts, families, town) for siren, contracts in own.items()},
    }
