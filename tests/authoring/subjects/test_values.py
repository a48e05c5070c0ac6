from __future__ import annotations

import pytest

from game.authoring.subjects.headings import COLUMNS, FIELDS, NEEDED
from game.authoring.subjects.values import euros, month_of, months, yes
from game.tables.table import Table


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 900 000 €", 2_900_000),
        ("2\u202f900\u00a0000", 2_900_000),
        ("2,9 M€", 2_900_000),
        ("380 k€ HT", 380_000),
        ("1.200.000,00", 1_200_000),
        ("1,200,000", 1_200_000),
        ("380.000", 380_000),
        ("€120,000", 120_000),
        ("1234,5", 1234),
        ("1.2.3", None),
        ("cher", None),
        ("-5", None),
        ("0", None),
        ("1e9", None),
        ("9" * 14, None),
        ("", None),
    ],
)
def test_amounts_as_people_write_them(text: str, value: int | None) -> None:
    assert euros(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("avr-27", "2027-04"),
        ("sept. 2027", "2027-09"),
        ("déc.-27", "2027-12"),
        ("Apr-27", "2027-04"),
        ("2027-04-01", "2027-04"),
        ("01/04/2027", "2027-04"),
        ("avril 2027", "2027-04"),
        ("jui-27", None),
        ("juin", None),
        ("13/2027", None),
    ],
)
def test_months_as_spreadsheets_write_them(text: str, value: str | None) -> None:
    assert month_of(text) == value


def test_durations_and_yes_or_no() -> None:
    assert [months(text) for text in ("18", "18 mois", "4 ans", "1,5 an", "2 years", "0", "601", "long")] == [
        18, 18, 48, 18, 24, None, None, None,
    ]  # fmt: skip
    assert [yes(text) for text in ("Oui", "non (avis facultatif)", "", "x", "N", "peut-être")] == [
        True, False, False, True, False, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heads",
    [
        "Titre;Famille d'achats;Lieu;Montant HT (€);Mois de lancement;Attribution;Durée;Procédure;CAO ?;Direction",
        "Title;Family;Place;Amount (€, before VAT);Launch;Award;Duration (months);Procedure;CAO;Department",
    ],
)
def test_headings_in_both_languages(heads: str) -> None:
    found = COLUMNS.columns(Table("x", [["Nos achats"], heads.split(";")]))
    assert found is not None
    assert (tuple(found.places), found.line) == (FIELDS, 1)


def test_a_stranger_is_told_with_what_it_is_like() -> None:
    found = COLUMNS.columns(Table("x", [["titre", "famille", "montnat", "Remarque", "Titre"]]))
    assert found is not None
    assert found.strangers == (("montnat", "montant"), ("Remarque", ""))
    assert found.doubles == ("Titre",)
    assert [field for field in NEEDED if field not in found.places] == ["amount", "launch"]
    assert COLUMNS.field("Remarque") == ""
