"""Kinds of files that people reported in public, each with what is right (data/field/EXPECTED.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.measure.cpv import Families
from game.measure.indicators import measured
from game.measure.reading import Reading, read
from game.measure.suppliers import directory

FIELD = Path(__file__).parents[3] / "shared/data/field/measure"
TODAY, TOWN = "2026-11-30", "219900001"
pytestmark = pytest.mark.skipif(not FIELD.is_dir(), reason="the field files do not lie beside the project")


def reading(name: str) -> Reading:
    return read((FIELD / name).read_bytes(), name, TODAY)


def table(name: str, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = measured(reading(name), Families({}), [TOWN], **options)["acheteurs"][TOWN]
    return found


@pytest.mark.parametrize(
    ("name", "n", "total", "year"),
    [
        ("notified-after-october-2026.json", 6, 321_000, "2026"),
        ("one-buyer-written-six-ways.json", 10, 555_000, "2025"),
        ("one-contract-amount-written-three-ways.json", 1, 25_000, "2025"),
        ("mef-csv-saved-again-dates.csv", 6, 321_000, "2025"),
        ("mef-csv-capital-headings.csv", 6, 321_000, "2025"),
        ("mef-csv-sep-line.csv", 6, 321_000, "2025"),
        ("decp-info-capital-headings.csv", 6, 321_000, "2025"),
        ("decp-info-rows-without-uid.csv", 3, 158_000, "2025"),
    ],
)
def test_contracts_money_and_year(name: str, n: int, total: float, year: str) -> None:
    found = table(name)
    assert (found["total"]["n"], found["total"]["montant_total"]) == (n, total)
    assert {key: one["n"] for key, one in found["par_annee"].items()} == {year: n}
    assert [siren for siren, _ in reading(name).buyers] == [TOWN]


def test_accents_replaced_are_read_all_the_same() -> None:
    found = table("accents-replaced-30-percent.json")["total"]
    for name in ("env", "soc"):
        assert (found[name]["n_positif"], found[name]["n_renseigne"], found[name]["part_nombre"]) == (6, 20, 0.3)


def test_a_row_without_a_buyer_is_counted_so_and_those_without_uid_stay_apart() -> None:
    found = reading("decp-info-rows-without-uid.csv")
    assert (found.quality["sans_acheteur"], found.quality["sans_uid"]) == (1, 2)
    assert sorted(one.id for one in found.contracts) == ["2025F001", "2025F003", "2025F004"]


@pytest.mark.parametrize(
    ("name", "department"),
    [("suppliers-accented-headings.csv", "31"), ("suppliers-department-lost-zero.csv", "09"),
     ("suppliers-department-lost-zero.csv", "9")],
)  # fmt: skip
def test_suppliers_are_found_where_a_spreadsheet_ate_noughts(name: str, department: str) -> None:
    known = directory((FIELD / name).read_bytes(), department, name)
    found = table("decp-info-capital-headings.csv", known=known)["total"]["annuaire"]
    assert (found["n_local"], found["n_dep_connu"], found["part_locale"], found["n_pme"]) == (6, 6, 1.0, 6)
