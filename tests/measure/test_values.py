"""One value however it is written, and what cannot be read: never taken for empty, never for another value."""

from __future__ import annotations

import json
from typing import Any

import pytest

from game.core.errors import MeasureError
from game.measure import clean, departments, sirets
from game.measure.considerations import SOC, considered
from game.measure.contracts import competitive
from game.measure.indicators import figures
from game.measure.reading import read
from game.measure.shapes import concession
from game.measure.suppliers import directory
from game.measure.telling import told
from tests.measure.rows import LOST
from tests.measure.test_expected import AS_OF
from tests.measure.test_reading import RECORD, packet


@pytest.mark.parametrize(
    "given",
    ["21990000100014", 21990000100014, 21990000100014.0, "21990000100014.0", "21990000100014,00", "219 900 001 00014",
     "219\u00a0900\u00a0001\u00a000014", "219\u202f900\u202f001\u202f00014", "'21990000100014", "’21990000100014",
     '="21990000100014"', "SIRET 21990000100014", "N° SIRET : 219.900.001.00014", "219-900-001-00014",
     "21990000100014\u200b", "2199 0000 1000 14\t", "2.1990000100014E+13"],
)  # fmt: skip
def test_a_buyer_written_in_many_ways_is_one(given: object) -> None:
    assert sirets.number(given) == "21990000100014"


@pytest.mark.parametrize(
    ("given", "found"),
    [("5680012300010", "05680012300010"), ("56800123", "056800123"), ("5520135", "005520135"),
     ("219900001.0", "219900001"),
     ("2,199E+13", None), (2.199e13, None), ("1234567", None), ("1234567890", None), ("0", None), ("mairie", None),
     ("219900001000141", None), ("", ""), ("NC", ""), (None, "")],
)  # fmt: skip
def test_noughts_come_back_at_the_head_and_digits_lost_are_not_made_up(given: object, found: str | None) -> None:
    assert sirets.number(given) == found


@pytest.mark.parametrize(
    "given",
    ["25 000,00 €", "25.000,00", "25,000.00", "2.5E4", "2,5e4", "25'000.00", "25\u202f000", "25 000 euros HT", 25000.0],
)
def test_an_amount_written_in_many_ways_is_one(given: object) -> None:
    assert clean.amount(given) == 25_000


@pytest.mark.parametrize("given", ["25,000", "25.000", "vingt mille", "1.25.0", "25k€"])
def test_an_amount_that_may_be_two_is_none_and_is_told(given: str) -> None:
    (found,) = read(packet(RECORD | {"montant": given}), "x", AS_OF).contracts
    assert (found.amount, dict(found.unread)["montant"]) == (None, given)


@pytest.mark.parametrize(
    "given",
    ["2025-03-15", "15/03/2025", "15-03-2025", "15.03.25", "2025/3/15", "2025-03-15T00:00:00+01:00", "2025-03-15Z",
     "15/03/2025 08:30", "20250315", 20250315, "45731", 45731, 45731.25],
)  # fmt: skip
def test_a_date_written_in_many_ways_is_one(given: object) -> None:
    assert clean.day(given, AS_OF) == "2025-03-15"


@pytest.mark.parametrize(("day", "year"), [("2026-11-29", "2026"), ("2026-11-30", "2026"), ("2026-12-01", "inconnue")])
def test_the_limit_is_the_day_of_the_reading(day: str, year: str) -> None:
    found = read(packet(RECORD | {"dateNotification": day}), "x", "2026-11-30")
    assert found.contracts[0].year == year
    assert ("date_a_venir" in found.unread) == (year == "inconnue")


@pytest.mark.parametrize("lost", LOST)
def test_words_are_known_again_without_their_accents(lost: str) -> None:
    assert considered(f"Pas de consid{lost}ration sociale", SOC).values == frozenset()
    assert considered(f"March{lost} R{lost}SERV{lost}", SOC).values == {"reserve"}
    assert not competitive(f"Marché passé sans publicit{lost} ni mise en concurrence")
    assert concession({"nature": f"D{lost}l{lost}gation de service public"})


def test_what_nobody_understands_is_counted_told_and_gives_no_share() -> None:
    odd = [
        RECORD | {"id": f"2025-{n}", "considerationsSociales": [["Clause sociale"], ["Close sociale"]][n > 5]}
        for n in range(20)
    ]
    found = read(packet(*odd), "x", AS_OF)
    assert (found.unread["soc"].count, found.unread["soc"].said) == (14, "Close sociale")
    table = figures(found.contracts)
    lines = {one.name: one for one in told(table, table.unread)}
    assert (lines["soc"].state, lines["soc"].share, lines["soc"].unread) == ("unread", None, 14)
    assert lines["reserve"].state == "unread"
    assert lines["env"].state == "unknown"


def test_a_yes_beside_what_cannot_be_read_stands_and_a_no_does_not() -> None:
    assert considered("Clause sociale, Oui", SOC).values == {"clause"}
    doubtful = considered("Pas de considération sociale, Oui", SOC)
    assert (doubtful.values, doubtful.unread) == (None, "Oui")


def test_a_buyer_that_cannot_be_read_is_set_aside_and_told() -> None:
    found = read(packet(RECORD | {"acheteur": {"id": "2,199E+13"}}, RECORD), "x", AS_OF)
    assert len(found.contracts) == 1
    assert (found.unread["acheteur"].count, found.unread["acheteur"].said) == (1, "2,199E+13")


def contract_2019(number: str, **changed: Any) -> dict[str, Any]:
    record = RECORD | {"id": number, "dateNotification": "2019-03-01", "titulaires": [{"id": "99991688500554"}]}
    return record | changed


def versions(*records: dict[str, Any]) -> list[str]:
    found = read(json.dumps({"marches": list(records)}).encode(), "x", AS_OF)
    assert found.quality.get("doublons_D2", 0) == len(records) - len(found.contracts)
    return sorted(one.id for one in found.contracts)


def test_a_former_version_goes_and_lots_stay() -> None:
    other = {"titulaires": [{"id": "99991800000012"}], "montant": 7_000}
    assert versions(contract_2019("201817800"), contract_2019("201817801")) == ["201817801"]
    assert versions(contract_2019("201817800", **other), contract_2019("201817801")) == ["201817800", "201817801"]
    same_amount = {"titulaires": [{"id": "99991800000012"}]}
    assert versions(contract_2019("201817800", **same_amount), contract_2019("201817801")) == ["201817801"]
    lots = [
        contract_2019("201817800", montant=1_000 * n, titulaires=[{"id": f"9999180000001{n}"}]) for n in range(1, 6)
    ]
    assert versions(*lots) == ["201817800"] * 5
    nothing = {"titulaires": [], "montant": None}
    assert versions(contract_2019("201817800", **nothing), contract_2019("201817801", **nothing)) == [
        "201817800", "201817801",
    ]  # fmt: skip


def test_no_number_is_no_shared_number() -> None:
    lots = [RECORD | {"id": "", "titulaires": [{"id": f"9999180000001{n}"}]} for n in range(3)]
    found = read(packet(*lots), "x", AS_OF)
    assert (len(found.contracts), found.quality["contrats_partageant_un_id"]) == (3, 0)
    assert len(read(packet(lots[0], lots[0]), "x", AS_OF).contracts) == 1


@pytest.mark.parametrize(
    ("given", "found"),
    [("9", "09"), ("09", "09"), ("009", "09"), ("9.0", "09"), ("2a", "2A"), ("2B", "2B"), ("971", "971"), ("31", "31"),
     ("99", None), ("31000", None), ("Ariège", None), ("20", None), ("", ""), (None, "")],
)  # fmt: skip
def test_departments(given: object, found: str | None) -> None:
    assert departments.code(given) == found


def test_suppliers_say_what_of_their_list_was_not_read() -> None:
    rows = ("siret;departement;categorie", "99991688500554;31;PME", "99991800000012;99;???", "2,2E+13;31;PME",
            "99991900000011;31;PME", "99991900000011;69;PME")  # fmt: skip
    known = directory("\n".join(rows).encode(), "31", "x.csv")
    assert {note.code: dict(note.facts)["n"] for note in known.notes} == {
        "rows_aside": 1, "departments_unread": 2, "sizes_unread": 1,
    }  # fmt: skip
    with pytest.raises(MeasureError, match="department_unknown"):
        directory("\n".join(rows).encode(), "Haute-Garonne", "x.csv")
