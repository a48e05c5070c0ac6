"""What each purchase owes: Blagnac's fifteen against a table, then both sides of each threshold and of each date."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.content.shelf import Sources, load_scenario
from game.core.duties import Case, Duties, Duty, Kind
from game.core.legal import Legal
from game.core.owed import AMOUNTS, KIND, due
from game.core.scenario import Intention
from game.core.text import same

ROOT = Path(__file__).parents[2]
ALL = {
    "clause-environnementale", "critere-environnemental", "allotissement", "accessibilite", "avance", "paiement",
    "donnees-essentielles",
}  # fmt: skip
EU = {"clause-sociale", "procedure-formalisee", "controle-legalite"}
BELOW = {"publicite-officielle"}
WORKS = {"publicite-officielle", "controle-legalite", "revision-prix"}
OWED = {
    "trav-ecole-pres": WORKS,
    "trav-multitechnique": EU,
    "trav-solaire": WORKS,
    "urb-espaces-verts": EU,
    "urb-navarre": WORKS,
    "urb-mobilier": EU | {"reemploi-recycle"},
    "enf-denrees": EU | {"revision-prix", "egalim", "egalim-viande"},
    "enf-mobilier": BELOW | {"reemploi-recycle"},
    "enf-cour-oasis": WORKS,
    "sport-patinoire-moe": EU,
    "sport-terrains": EU,
    "sport-materiel": BELOW | {"reemploi-recycle"},
    "soli-nettoyage": EU,
    "soli-portage": {"controle-legalite", "laicite"},
    "soli-transport": BELOW | {"laicite"},
}
"""What each of the fifteen owes besides what all do: written from the legal frame, not from the file of duties."""
WORK, SUPPLY, SERVICE, SOCIAL, FOOD = "45214000", "31000000", "77310000", "85312000", "15000000"
AMOUNTS_OF = (
    ("clause-environnementale", SUPPLY, 60_000), ("clause-environnementale", SERVICE, 60_000),
    ("clause-environnementale", WORK, 100_000),
    ("critere-environnemental", SUPPLY, 60_000), ("critere-environnemental", WORK, 100_000),
    ("allotissement", SERVICE, 60_000), ("allotissement", WORK, 100_000),
    ("clause-sociale", SUPPLY, 216_000), ("clause-sociale", SERVICE, 216_000), ("clause-sociale", WORK, 5_404_000),
    ("clause-sociale", SOCIAL, 750_000),
    ("procedure-formalisee", SUPPLY, 216_000), ("procedure-formalisee", WORK, 5_404_000),
    ("publicite-officielle", SERVICE, 90_000), ("publicite-officielle", WORK, 90_000),
    ("avis-services-specifiques", SOCIAL, 750_000),
    ("avance", SERVICE, 50_001), ("donnees-essentielles", WORK, 40_000), ("controle-legalite", SUPPLY, 216_000),
)  # fmt: skip
"""A duty, what is bought, and the first euro of which it is due."""
CEILINGS = (
    ("petits-achats", SUPPLY, 60_000), ("petits-achats", WORK, 100_000),
    ("publicite-officielle", SUPPLY, 216_000), ("publicite-officielle", WORK, 5_404_000),
)  # fmt: skip
"""A duty, what is bought, and the first euro of which it is due no more."""
DATES = (
    ("clause-environnementale", SERVICE, "2026-08"), ("critere-environnemental", SERVICE, "2026-08"),
    ("clause-sociale", SERVICE, "2026-08"), ("egalim", FOOD, "2022-01"), ("egalim-viande", FOOD, "2024-01"),
    ("contenants", "55523100", "2025-01"), ("reemploi-recycle", "39160000", "2024-01"),
    ("donnees-essentielles", SERVICE, "2024-01"), ("laicite", "85300000", "2021-08"),
    ("vehicules", "34144900", "2021-07"),
)  # fmt: skip


@cache
def blagnac() -> Sources:
    return load_scenario(ROOT / "scenarios" / "blagnac", ROOT / "decks")


def bought(cpv: str = SERVICE, amount: int = 300_000, launch: str = "2027-04", months: int = 24) -> Intention:
    return Intention("un", "a", "ici", same("Un achat"), amount, launch, "2027-09", months, cpv)


def owed(one: Intention, duties: Duties | None = None) -> set[str]:
    return {found.duty.id for found in due(duties or blagnac().duties, one)}


def before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year - (number == 1)}-{(number - 2) % 12 + 1:02}"


def test_the_fifteen_purchases_of_blagnac_owe_what_the_table_says() -> None:
    found = {one.id: owed(one) for one in blagnac().scenario.intentions}
    assert found == {name: ALL | own for name, own in OWED.items()}
    assert sum("clause-sociale" in own for own in found.values()) == 7
    assert all(not one.doubt for bought in blagnac().scenario.intentions for one in due(blagnac().duties, bought))


@pytest.mark.parametrize(("duty", "cpv", "amount"), AMOUNTS_OF)
def test_a_duty_begins_at_its_amount(duty: str, cpv: str, amount: int) -> None:
    assert duty in owed(bought(cpv, amount))
    assert duty not in owed(bought(cpv, amount - 1))


@pytest.mark.parametrize(("duty", "cpv", "amount"), CEILINGS)
def test_a_duty_ends_at_its_amount(duty: str, cpv: str, amount: int) -> None:
    assert duty in owed(bought(cpv, amount - 1))
    assert duty not in owed(bought(cpv, amount))


@pytest.mark.parametrize(("duty", "cpv", "month"), DATES)
def test_a_duty_begins_in_its_month(duty: str, cpv: str, month: str) -> None:
    assert duty in owed(bought(cpv, launch=month))
    assert duty not in owed(bought(cpv, launch=before(month)))


def test_the_length_of_a_contract_decides_of_the_advance_and_of_the_revision_of_prices() -> None:
    assert "avance" in owed(bought(WORK, months=3)) - owed(bought(WORK, months=2))
    assert "revision-prix" in owed(bought(WORK, months=4)) - owed(bought(WORK, months=3))


def test_every_duty_of_the_file_is_owed_by_some_purchase() -> None:
    cpvs = (WORK, SUPPLY, SERVICE, SOCIAL, FOOD, "55523100", "39160000", "34144900")
    found = {duty for cpv in cpvs for amount in (50_000, 100_000, 6_000_000) for duty in owed(bought(cpv, amount))}
    assert found == {duty.id for duty in blagnac().duties.duties}


def test_a_purchase_of_an_unknown_kind_is_told_all_that_may_be_and_that_it_hangs_on_its_kind() -> None:
    doubts = {one.duty.id: one.doubt for one in due(blagnac().duties, bought("", 300_000))}
    assert doubts["clause-sociale"] == doubts["publicite-officielle"] == KIND
    assert doubts["paiement"] == doubts["donnees-essentielles"] == ""
    assert "egalim" not in doubts


def test_amounts_are_not_sure_beyond_the_day_they_are_known_for() -> None:
    doubts = {one.duty.id: one.doubt for one in due(blagnac().duties, bought(launch="2028-01"))}
    assert doubts["clause-sociale"] == AMOUNTS
    assert doubts["paiement"] == ""
    assert all(not one.doubt for one in due(blagnac().duties, bought(launch="2027-12")))


def test_a_duty_ends_with_the_month_of_its_last_day() -> None:
    duty = Duty("un", same("Un"), same("Un"), "2020-01", Legal(same("CCP"), "sure"), until="2026-12-31")
    duties = Duties(duties=(duty,))
    assert owed(bought(launch="2026-12"), duties) == {"un"}
    assert owed(bought(launch="2027-01"), duties) == set()


def test_the_longest_beginning_of_a_code_tells_what_is_bought() -> None:
    kinds = (Kind("supplies", ("4",)), Kind("works", ("45",)))
    duty = Duty("un", same("Un"), same("Un"), "2020-01", Legal(same("CCP"), "sure"), cases=(Case(kinds=("works",)),))
    duties = Duties(kinds=kinds, duties=(duty,))
    assert owed(bought("45000000"), duties) == {"un"}
    assert owed(bought("44000000"), duties) == set()


def test_a_sure_case_stands_over_a_doubtful_one() -> None:
    duty = Duty("un", same("Un"), same("Un"), "2020-01", Legal(same("CCP"), "sure"))
    both = replace(duty, cases=(Case(kinds=("works",)), Case(at_least=1)))
    assert [one.doubt for one in due(Duties(duties=(both,)), bought(""))] == [""]
