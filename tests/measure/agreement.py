"""Does a town's own measure agree with the country's, and does the order of rows change nothing?"""

from __future__ import annotations

import json
import random
from pathlib import Path

from game.measure import indicators
from game.measure.cpv import Families
from game.measure.national import survey
from game.measure.reading import read
from game.measure.stated import INDICATORS
from tests.measure.rows import AS_OF, as_csv, as_json, rows

FIELDS = {
    "env": ("env", "n_positif", "n_renseigne"), "soc": ("soc", "n_positif", "n_renseigne"),
    "reserve": ("soc", "n_reserve", "n_renseigne"), "innovant": ("innovant", "n_oui", "n_renseigne"),
    "unique": ("offres", "n_offre_unique", "n_renseigne"), "avance": ("avance", "n_oui", "n_renseigne"),
}  # fmt: skip
UNREAD = {"env": "env", "soc": "soc", "reserve": "soc", "innovant": "innovant", "unique": "offres", "avance": "avance"}


def agrees(folder: Path, seed: int) -> int:
    """Read one generated file as a town and as a country; give how many towns were compared."""
    data = as_csv(rows(seed), seed)
    file = folder / f"{seed}.csv"
    file.write_bytes(data)
    found, reading = survey(file, AS_OF), read(data, file.name, AS_OF)
    counted = [one for one in reading.contracts if one.date is not None and one.date >= "2024"]
    assert set(found.towns) == {one.siren for one in counted}, seed
    for siren, town in found.towns.items():
        own = indicators.figures([one for one in counted if one.siren == siren])
        for name in INDICATORS:
            field, positive, known = FIELDS[name]
            told = (own[field][positive], own[field][known], own.unread.get(UNREAD[name], 0))
            assert (*town.counts[name], town.unread.get(name, 0)) == told, (seed, siren, name)
        assert (town.n, town.years) == (own["n"], len({one.year for one in counted if one.siren == siren})), seed
    aside = {name: one.count for name, one in reading.unread.items() if name == "acheteur"}
    aside |= {"sans_acheteur": count} if (count := reading.quality.get("sans_acheteur", 0)) else {}
    assert {name: one.count for name, one in found.unread.items() if name in ("acheteur", "sans_acheteur")} == aside
    return len(found.towns)


def ordered(seed: int) -> None:
    """Shuffle the rows of one generated file, in both formats: no figure changes, nor what is said of the file."""
    made = rows(seed)
    mixed = list(made)
    random.Random(seed + 1).shuffle(mixed)
    for write in (as_json, lambda found: as_csv(found, seed)):
        one, other = (read(write(found), "x", AS_OF) for found in (made, mixed))
        figures = [indicators.measured(it, Families({}), [siren for siren, _ in it.buyers]) for it in (one, other)]
        assert json.dumps(figures[0], sort_keys=True) == json.dumps(figures[1], sort_keys=True), seed
        assert (one.quality, one.examples, one.unread) == (other.quality, other.examples, other.unread), seed
