from __future__ import annotations

import json
import random
from typing import Any

import pytest

from game.core.errors import MeasureError, TableError
from game.measure import clean, cpv
from game.measure.considerations import SOC, considered
from game.measure.indicators import figures
from game.measure.reading import read
from tests.measure.test_expected import AS_OF, HERE, TOWN

RECORD = {
    "id": "2025-01", "acheteur": {"id": "21990001600011"}, "nature": "Marché", "objet": "Peinture",
    "codeCPV": "45000000", "procedure": "Procédure adaptée", "dureeMois": 6,
    "dateNotification": "2025-03-01", "montant": 100_000,
    "titulaires": [{"titulaire": {"typeIdentifiant": "SIRET", "id": "99991688500554"}}],
}  # fmt: skip


def packet(*records: dict[str, Any]) -> bytes:
    return json.dumps({"marches": {"marche": list(records), "contrat-concession": []}}).encode()


def one(**changed: Any) -> Any:
    (found,) = read(packet(RECORD | changed), "x.json", AS_OF).contracts
    return found


@pytest.mark.parametrize(
    ("given", "found"),
    [("12 500,00", 12500.0), (0, None), (-3, None), (999_999_999, None), (1e17, None), (None, None), ("NC", None),
     (123_456_789.5, None), (100_000_000, 100_000_000.0), (True, None), ("3e9", 3e9), ("cher", None)],
)  # fmt: skip
def test_amounts(given: object, found: float | None) -> None:
    assert one(montant=given).amount == found


@pytest.mark.parametrize(
    ("given", "found"),
    [("45112500-0", "45112500"), ("9310000", "09310000"), ("4521222", "45212220"), ("4521", "45210000"), ("NC", None),
     (45000000, "45000000"), ("4", None), ("15000000 ", "15000000")],
)  # fmt: skip
def test_cpv_codes(given: object, found: str | None) -> None:
    assert cpv.code(given) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [("2025-03-01+01:00", "2025-03-01"), ("0222-04-29", None), ("2025-02-30", None), ("2027-01-01", None), ("", None)],
)
def test_dates(given: str, found: str | None) -> None:
    assert clean.day(given, AS_OF) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"considerationSociale": ["Clause sociale", "Pas de considération sociale"]}, {"clause"}),
        ("clause  SOCIALE", {"clause"}),
        ([{"considerationSociale": "Marché réservé"}], {"reserve"}),
        ("['Critère social', 'Clause sociale']", {"critere", "clause"}),
        (["Pas de considération sociale"], set()),
        ("Sans objet", set()),
        (["NC"], None),
        ([], None),
        (None, None),
    ],
)
def test_considerations(given: object, found: set[str] | None) -> None:
    assert considered(given, SOC).values == found


@pytest.mark.parametrize(
    "given",
    [
        [{"titulaire": {"id": "999 916 885 00554"}}], [{"id": "99991688500554"}],
        [{"titulaire": [{"id": "99991688500554"}, {"id": "99991688500554"}]}], [[{"id": "99991688500554"}]],
        {"titulaire": {"id": "99991688500554"}},
    ],
)  # fmt: skip
def test_holders_in_all_their_wrappings(given: object) -> None:
    assert [award.holder for award in one(titulaires=given).awards] == ["99991688500554"]


def test_the_last_usable_amendment_counts() -> None:
    given = [
        {"modification": {"id": 2, "dateNotificationModification": "2025-09-01", "montant": 130_000}},
        {"modification": {"id": 1, "dateNotificationModification": "2025-06-01", "montant": 120_000}},
        {"modification": {"id": 3, "dateNotificationModification": "2025-10-01"}},
    ]
    assert one(modifications=given).current == 130_000


def test_doubles_are_merged_and_lots_are_not() -> None:
    other = RECORD | {"titulaires": [{"titulaire": {"id": "99991900000000"}}]}
    reading = read(packet(RECORD, other, RECORD | {"objet": "Lot 2"}), "x.json", AS_OF)
    assert reading.quality["doublons_D1"] == 1
    assert [len(contract.awards) for contract in reading.contracts] == [2, 1]
    assert reading.quality["contrats_partageant_un_id"] == 2


def test_a_file_in_utf_16_is_read() -> None:
    text = packet(RECORD).decode()
    assert len(read(text.encode("utf-16"), "x.json", AS_OF).contracts) == 1


def test_nothing_known_is_never_a_share_of_nothing() -> None:
    found = figures([one()])
    assert (found["env"]["part_nombre"], found["innovant"]["part_nombre"], found["offres"]["moyenne"]) == (None,) * 3
    assert figures([])["modifications"]["part_modifies"] is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "data_empty"), (b" \n\t", "data_empty"), (b'{"marches": [', "data_unreadable"),
        (b"[" * 100_000, "data_unreadable"), (b"<html></html>", "data_foreign"),
        (b'{"autre": 1}', "data_foreign"), (b"<marches><marche>", "data_unreadable"),
        (b'<!DOCTYPE m [<!ENTITY a "b">]><marches>&a;</marches>', "data_foreign"), (b"a;b\n1;2\n", "data_foreign"),
        (b"\x00\x01\x02", "table_binary"), (b"12", "data_foreign"), (b"\xff\xfe{\x00", "data_unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_contract_data_is_told(data: bytes, code: str) -> None:
    with pytest.raises((MeasureError, TableError)) as caught:
        read(data, "x", AS_OF)
    assert caught.value.code == code


def test_no_record_makes_the_import_fail() -> None:
    town = json.loads((HERE / f"{TOWN}.json").read_text(encoding="utf-8"))["marches"]["marche"]
    chance = random.Random(7)
    odd = [None, "NC", [], {}, [[]], -1, 1e400, "\ud800", "x" * 2_000, True, {"a": {"b": []}}, "2025-13-45", [None, 3]]
    for _ in range(400):
        record = dict(chance.choice(town))
        for key in chance.sample(sorted(record), 3):
            record[key] = chance.choice(odd)
        reading = read(json.dumps({"marches": {"marche": [record]}}).encode("utf-8", "replace"), "x.json", AS_OF)
        figures(reading.contracts)
