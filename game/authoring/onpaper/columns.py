"""The sheets of a session played on paper and their columns, by the names people give them, in French or in English."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.near import slug
from game.core.objective import FIELDS as WRITTEN
from game.core.scenario import Scenario
from game.tables.headings import Words

CARDS, VOTES, TENSIONS, OBJECTIVES, SESSION = KINDS = ("cards", "votes", "tensions", "objectives", "session")
"""The sheets, in the order in which they are played."""
LEVERS = 6
"""Columns of levers that are read."""
SEAT = "seat:"
"""How the column of a seat's tokens is called, its id after it."""
SHEETS = {
    CARDS: "cartes plateaux plateau cards boards board",
    VOTES: "votes vote jetons",
    TENSIONS: "tensions tension arbitrages arbitrage arbitrations",
    OBJECTIVES: "objectifs objectif fiches objectives objective",
    SESSION: "seance session",
}
"""Names of a sheet, or of a key in YAML, as ids parted by spaces."""
_ISSUE = "enjeu issue carte-enjeu choix pick"
_NAMES: dict[str, dict[str, str]] = {
    CARDS: {
        "pin": "epingle pin", "family": "famille family", "issue": _ISSUE, "place": "lieu place",
        **{f"lever_{n}": f"levier-{n} lever-{n}{' levier leviers lever levers' if n == 1 else ''}"
           for n in range(1, LEVERS + 1)},
    },
    VOTES: {
        "issue": _ISSUE, "tokens": "jetons tokens total jetons-en-tout tokens-in-all",
        "hands": "mains mains-levees hands",
        "kept": "garde gardes kept retenu retenus",
    },
    TENSIONS: {
        "card_1": "carte-1 card-1 cartes cards", "card_2": "carte-2 card-2",
        "sentence": "phrase sentence comment how conciliation",
    },
    OBJECTIVES: {
        "issue": _ISSUE, "title": "intitule titre title objectif objective", "indicator": "indicateur indicator",
        "unit": "unite unit", "source": "source", "rhythm": "rythme rhythm",
        "baseline": "depart point-de-depart valeur-de-depart baseline start",
        "baseline_date": "date-du-depart mois-du-depart baseline-date start-month",
        "target": "cible valeur-visee target goal", "deadline": "echeance quand pour-quand deadline when by",
        "deputy": "adjoint qui elu porteur deputy who", "department": "direction service pilote department",
        "means": "moyens means", "written_by": "ecrit-au-dossier dans-le-dossier-avant written-by",
        "share_target": "part-visee share-target", "share_by": "part-pour share-by", "legal": "droit law legal",
        "cao": "cao tender-board", "adopted": "adopte adoptee adopted",
    },
    SESSION: {
        "date": "date date-de-la-seance day", "event": "evenement evenement-tire event event-drawn",
        "load": "charge charge-assumee load load-assumed load-taken-on", "note": "note notes",
    },
}  # fmt: skip
AMENDED = tuple(name for name in _NAMES[OBJECTIVES] if name in WRITTEN)
"""The columns of an objective that are fields of its sheet, in their order."""
_IDLE = frozenset(("le", "la", "les", "de", "du", "des", "l", "d", "un", "une", "the", "of", "a"))


def words(kind: str, scenario: Scenario) -> Words:
    """Give the columns of a sheet; a vote has one for each seat that votes, by its name."""
    names = dict(_NAMES[kind])
    if kind == VOTES:
        names |= _seats(scenario)
    return Words(names, _IDLE)


def _seats(scenario: Scenario) -> Mapping[str, str]:
    said = {seat.id: {slug(text) for text in (seat.id, *seat.short.said, *seat.role.said) if text}
            for seat in scenario.seats if seat.voting}  # fmt: skip
    return {f"{SEAT}{seat}": " ".join(sorted(names)) for seat, names in said.items()}


def kind_named(name: str) -> str:
    """Give the sheet of a name; nothing for one that is not ours."""
    return next((kind for kind, names in SHEETS.items() if slug(name) in names.split()), "")
