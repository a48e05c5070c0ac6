"""What the texts of a country's file mean: each different one is read once, by the rules a town's file is read by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from game.measure import clean, sirets
from game.measure.considerations import ENV, SOC
from game.measure.contracts import competitive, contract
from game.measure.lines import amendment
from game.measure.shapes import concession
from game.measure.stated import stated
from game.measure.tally import EPOCH

ABSENT, GARBLED = -2, -1
"""In the place of a buyer's SIREN: nothing was said, or nobody can read it."""


@dataclass(frozen=True)
class Vocabulary:
    """The `meaning` of a column's texts as a number, None for nothing; `usual`: those read before any row is."""

    meaning: Callable[[str], int | None]
    usual: tuple[str, ...]


def vocabularies(last: str) -> dict[str, Vocabulary]:
    """Give the vocabulary of each column, by the name national.WANTED gives it; `last`: the latest day believed."""

    def stating(column: str) -> Callable[[str], int]:
        return lambda said: stated(contract({column: said}, recent=True, last=last))

    said = ("", "NC", "nc", "MQ", "CDL", "MQ NC")
    yes = ("oui", "non", "Oui", "Non", "true", "false", "True", "False", "1", "0", *said)
    whole = tuple(str(count) for count in range(501))
    return {
        "env": Vocabulary(stating("considerationsEnvironnementales"), (*_several(ENV), *said)),
        "soc": Vocabulary(stating("considerationsSociales"), (*_several(SOC), *said)),
        "innovant": Vocabulary(stating("marcheInnovant"), yes),
        "avance": Vocabulary(stating("attributionAvance"), yes),
        "offers": Vocabulary(stating("offresRecues"), (*whole, *said)),
        "procedure": Vocabulary(lambda text: int(competitive(text)), (*PROCEDURES, *said)),
        "nature": Vocabulary(lambda text: int(concession({"nature": text})), (*NATURES, *said)),
        "modification": Vocabulary(lambda text: amendment({"modification_id": text}), (*whole[:32], *said)),
        "day": Vocabulary(lambda text: _day(text, last), (*_days(last), *said)),
        "buyer": Vocabulary(buyer, said),
    }


PROCEDURES = (
    "Procédure adaptée", "Appel d'offres ouvert", "Appel d'offres restreint", "Procédure avec négociation",
    "Marché passé sans publicité ni mise en concurrence préalable", "Dialogue compétitif",
)  # fmt: skip
NATURES = ("Marché", "Marché de partenariat", "Marché de défense ou de sécurité", "Marché subséquent", "Accord-cadre")


def _several(labels: Iterable[str]) -> Iterator[str]:
    """Give the official values as they are published: one, or two by a comma."""
    capital = [label.capitalize() for label in labels]
    yield from capital
    yield from (f"{one}, {other}" for one in capital for other in capital if one != other)


def _days(last: str) -> Iterator[str]:
    day, end = date.fromisoformat(clean.FIRST), date.fromisoformat(last)
    while day <= end:
        yield day.isoformat()
        day += timedelta(1)


def _day(said: str, last: str) -> int | None:
    found = clean.day(said, last)
    return None if found is None else (date.fromisoformat(found) - EPOCH).days


def buyer(said: str) -> int:
    """Give a buyer's SIREN as a number."""
    found = sirets.number(said)
    return ABSENT if found == "" else GARBLED if found is None else int(found[: sirets.SIREN])
