"""Every published figure, to the last digit: the invented town's always, real files where they lie beside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.measure import cpv
from game.measure.indicators import measured
from game.measure.reading import read
from game.measure.suppliers import directory

HERE = Path(__file__).parent / "data"
BESIDE = Path(__file__).parents[3] / "shared/data/decp"
AS_OF = "2026-10-31"
"""The day the published figures were counted on: no later date was believed."""
TOWN = "fictif_villefictive_2023-2026"


def families() -> cpv.Families:
    return cpv.of_csv((HERE / "familles_cpv.csv").read_bytes(), "familles_cpv.csv")


def suppliers() -> Any:
    file = HERE / f"{TOWN}_fournisseurs.csv"
    return directory(file.read_bytes(), "31", file.name)


def differences(found: Any, wanted: Any, path: str = "") -> list[str]:
    if isinstance(found, dict) and isinstance(wanted, dict):
        keys = [f"{path}/{key}: in one only" for key in found.keys() ^ wanted.keys()]
        return keys + [
            d for key in found.keys() & wanted.keys() for d in differences(found[key], wanted[key], f"{path}/{key}")
        ]
    return [] if found == wanted else [f"{path}: {found} instead of {wanted}"]


def test_the_invented_town_with_its_45_dirty_cases() -> None:
    file = HERE / f"{TOWN}.json"
    wanted = json.loads((HERE / "villefictive_attendu.json").read_text(encoding="utf-8"))
    found = measured(read(file.read_bytes(), file.name, AS_OF), families(), list(wanted["acheteurs"]), suppliers())
    assert differences(json.loads(json.dumps(found)), wanted) == []


def beside() -> list[str]:
    file = BESIDE / "expected.json"
    return list(json.loads(file.read_text(encoding="utf-8"))["expected"]) if file.is_file() else []


@pytest.mark.skipif(not beside(), reason="the published contract data does not lie beside the project")
@pytest.mark.parametrize("name", beside())
def test_every_figure_of_every_published_file(name: str) -> None:
    published = json.loads((BESIDE / "expected.json").read_text(encoding="utf-8"))
    wanted = published["corrections"].get(name, published["expected"][name])
    known = suppliers() if TOWN in name else None
    found = measured(read((BESIDE / name).read_bytes(), name, AS_OF), families(), list(wanted["acheteurs"]), known)
    assert differences(found, {key: value for key, value in wanted.items() if key != "sha256"}) == []
