"""Small numbers: k of the next n contracts, what one contract weighs, what is out of reach, and from when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.expected import COUNT, SHARE, coming, counts_contracts, expected, measurable_from
from game.core.indicator import Cadence
from game.core.objective import Objective
from game.core.scenario import Intention
from game.core.session import Session
from game.core.sheets import objective
from game.core.smart import smart
from game.core.text import Text, same
from tests.view.afternoon import workshop
from tests.view.council import sheets

GREEN, FOOD = "biodiversite-ville", "alimentation-durable"


def bought(*months: tuple[str, str]) -> tuple[Intention, ...]:
    return tuple(
        Intention(f"x{i}", "urbain", "", same("Achat"), 100_000, launch, award, 12)
        for i, (launch, award) in enumerate(months)
    )


def town(*months: tuple[str, str]) -> Session:
    """Give the afternoon's objectives in a town with these purchases of the urban family only."""
    session = sheets()
    scenario = replace(session.workshop.scenario, intentions=bought(*months))
    return replace(session, workshop=replace(session.workshop, scenario=scenario))


def asked(session: Session, **changed: object):
    sheet = objective(session, GREEN)
    assert sheet is not None
    return expected(session, replace(shares(sheet), **changed))


def shares(sheet: Objective) -> Objective:
    """Give a sheet that counts contracts."""
    return replace(sheet, unit=same("% des marchés"), indicator=same("Clause environnementale"))


@pytest.mark.parametrize(
    ("unit", "indicator", "kind"),
    [
        ("% des marchés", "Clause environnementale", SHARE),
        ("% des marchés de plus de 60 k€", "Performances", SHARE),
        ("% en nombre", "Marchés attribués à des PME", SHARE),
        ("%", "Intentions passées au crible", SHARE),
        ("marchés", "Essais", COUNT),
        ("% du montant du marché", "Taux d'avance aux PME", ""),
        ("% des achats alimentaires HT", "Produits bio", ""),
        ("nombre par an", "Lots réservés notifiés", ""),
        ("pages", "Pages du dossier type", ""),
    ],
)
def test_what_counts_contracts(unit: str, indicator: str, kind: str) -> None:
    assert counts_contracts(workshop().scenario.wording, same(unit), same(indicator)) == kind


def test_an_english_unit_counts_too() -> None:
    unit = Text("", "% of contracts")
    assert counts_contracts(workshop().scenario.wording, unit, same("Green clause")) == SHARE


def test_a_share_is_so_many_of_the_next_contracts() -> None:
    session = town(("2027-01", "2027-05"), ("2027-02", "2027-06"), ("2027-03", "2027-09"), ("2027-10", "2028-02"))
    found = asked(session, target="60", deadline="2027-12")
    assert (found.k, found.n, found.free, found.points, found.reachable) == (2, 3, 3, 33.3, True)
    assert [one.id for one in coming(session, "urbain", "2027-12")] == ["x0", "x1", "x2"]
    whole = asked(session, target="100", deadline="2028-06")
    assert (whole.k, whole.n, whole.points) == (4, 4, 25.0)
    assert asked(session, target="33.3", deadline="2027-12").k == 1
    assert found.few


def test_what_was_launched_before_can_no_longer_be_shaped() -> None:
    session = town(("2026-10", "2027-02"), ("2026-11", "2027-03"), ("2027-03", "2027-09"))
    found = asked(session, target="60", deadline="2027-12")
    assert (found.n, found.free, found.best, found.reachable) == (3, 1, 33.3, False)
    assert asked(session, target="33", deadline="2027-12").reachable
    sheet = objective(session, GREEN)
    assert sheet is not None
    linked = replace(shares(sheet), target="60", deadline="2027-12", intentions=bought(("2027-03", "2027-09")))
    mark = smart(session, linked)[2]
    assert (mark.letter, mark.held, mark.reason) == ("A", False, "share_over")
    assert dict(mark.facts) == {"k": 2, "free": 1, "points": 33.3, "best": 33.3}


def test_a_number_of_contracts_is_held_against_those_to_come() -> None:
    session = town(("2027-01", "2027-05"), ("2027-02", "2027-06"))
    few = asked(session, unit=same("marchés"), target="2", deadline="2027-12", baseline="0")
    assert (few.kind, few.k, few.reachable) == (COUNT, 2, True)
    assert not asked(session, unit=same("marchés"), target="3", deadline="2027-12", baseline="0").reachable


def test_no_contract_before_the_deadline_is_out_of_reach_and_said() -> None:
    session = town(("2028-01", "2028-05"))
    found = asked(session, target="60", deadline="2027-12")
    assert (found.n, found.reachable) == (0, False)
    sheet = objective(session, GREEN)
    assert sheet is not None
    linked = replace(shares(sheet), target="60", intentions=bought(("2028-01", "2028-05")), deadline="2027-12")
    assert smart(session, linked)[2].reason == "no_contract"


def test_going_down_is_within_reach_and_other_units_are_not_asked() -> None:
    session = town(("2026-10", "2027-02"), ("2027-03", "2027-09"))
    assert asked(session, target="40", baseline="90", deadline="2027-12").reachable
    sheet = objective(session, FOOD)
    assert sheet is not None
    assert expected(session, sheet) is None


def test_it_is_measured_two_months_after_the_first_award_that_can_be_shaped() -> None:
    session = town(("2026-10", "2027-02"), ("2027-03", "2027-09"))
    found = objective(session, GREEN)
    assert found is not None
    sheet = replace(found, source=same("données ouvertes"), cadence=Cadence())
    assert measurable_from(session, replace(sheet, intentions=())) == "2027-11"
    assert measurable_from(session, replace(sheet, intentions=bought(("2027-05", "2027-12")))) == "2028-02"
    assert measurable_from(session, replace(sheet, intentions=bought(("2026-10", "2027-02")))) == "2027-11"
    undated = replace(session, intentions=(*session.intentions, *bought(("2027-03", ""))))
    assert measurable_from(undated, replace(sheet, intentions=())) == "2027-11"  # an award nobody gave tells nothing
    assert measurable_from(town(), replace(sheet, intentions=())) == "2027-08"  # six months of procedure, then two
    hand = replace(sheet, source=same("relevés du service"))
    assert measurable_from(session, replace(hand, intentions=())) == "2027-09"  # nobody waits for a publication
