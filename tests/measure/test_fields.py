"""A field is known whatever the capitals, accents and spaces of its name, in each shape; what is like one is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from game.measure import fields
from game.measure.contracts import Contract
from game.measure.national import survey
from game.measure.reading import Reading, read

TODAY = "2026-11-30"
RECORD: dict[str, Any] = {
    "id": "2025F001", "acheteur": {"id": "21990000100014"}, "nature": "Marché", "objet": "Essai",
    "codeCPV": "45000000", "procedure": "Procédure adaptée", "dureeMois": 12, "dateNotification": "2025-02-15",
    "montant": 51000, "offresRecues": 3,
    "titulaires": [{"titulaire": {"typeIdentifiant": "SIRET", "id": "55120043700012"}}],
    "considerationsSociales": {"considerationSociale": ["Clause sociale"]},
    "considerationsEnvironnementales": {"considerationEnvironnementale": ["Pas de considération environnementale"]},
}  # fmt: skip
HEADINGS: Mapping[str, str] = {
    "montant": "Montant (€ HT)", "dateNotification": "Date de notification :", "codeCPV": "Code CPV",
    "offresRecues": "Offres reçues", "considerationsSociales": "Considérations sociales", "objet": "Objet *",
    "acheteur_id": "ACHETEUR.ID", "dureeMois": "Durée (mois)", "titulaire_id": "Titulaire ID",
}  # fmt: skip
ROW = {
    "uid": "u1", "id": "2025F001", "acheteur_id": "21990000100014", "objet": "Essai", "codeCPV": "45000000",
    "titulaire_id": "55120043700012", "dureeMois": "12", "dateNotification": "2025-02-15", "montant": "51000",
    "offresRecues": "3", "considerationsSociales": "Clause sociale",
    "considerationsEnvironnementales": "Pas de considération environnementale", "procedure": "Procédure adaptée",
}  # fmt: skip


def respelt(value: Any, spell: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {spell(key): respelt(one, spell) for key, one in value.items()}
    return [respelt(one, spell) for one in value] if isinstance(value, list) else value


def sheet(row: Mapping[str, str]) -> bytes:
    return f"{';'.join(row)}\r\n{';'.join(row.values())}\r\n".encode()


def only(reading: Reading) -> Contract:
    (found,) = reading.contracts
    return found


@pytest.mark.parametrize(
    "spell", [str.upper, str.lower, str.title, lambda key: f" {key} ", lambda key: key[0].upper() + key[1:]]
)
@pytest.mark.parametrize("around", [{"marches": {"marche": [RECORD]}}, {"marches": [RECORD]}])
def test_keys_of_json(spell: Callable[[str], str], around: Any) -> None:
    data = json.dumps(respelt(around, spell)).encode()
    plain = json.dumps(around).encode()
    assert only(read(data, "a.json", TODAY)) == only(read(plain, "a.json", TODAY))


@pytest.mark.parametrize("spell", [str, str.upper, str.lower, str.capitalize])
def test_elements_of_xml(spell: Callable[[str], str]) -> None:
    inner = "".join(
        f"<{spell(key)}>{value}</{spell(key)}>" for key, value in RECORD.items() if isinstance(value, str | int)
    )
    buyer = f"<{spell('acheteur')}><{spell('id')}>21990000100014</{spell('id')}></{spell('acheteur')}>"
    one = f"<{spell('marche')}>{inner}{buyer}</{spell('marche')}>"
    found = only(read(f"<{spell('marches')}>{one}</{spell('marches')}>".encode(), "a.xml", TODAY))
    assert (found.amount, found.date, found.cpv, found.siren) == (51000, "2025-02-15", "45000000", "219900001")


@pytest.mark.parametrize("spelt", [HEADINGS, *({name: heading} for name, heading in HEADINGS.items())])
def test_headings_of_a_csv_in_a_towns_file_and_in_the_countrys(spelt: Mapping[str, str], tmp_path: Path) -> None:
    row = {spelt.get(name, name): value for name, value in ROW.items()}
    found = read(sheet(row), "a.csv", TODAY)
    assert only(found) == only(read(sheet(ROW), "a.csv", TODAY))
    assert not found.notes
    pytest.importorskip("duckdb")
    for name, data in (("said.csv", sheet(row)), ("plain.csv", sheet(ROW))):
        (tmp_path / name).write_bytes(data)
    assert survey(tmp_path / "said.csv", TODAY) == survey(tmp_path / "plain.csv", TODAY)


def test_a_heading_like_a_missing_one_is_told_and_one_there_twice_too() -> None:
    like = {
        ("Considération social" if name == "considerationsSociales" else name): value for name, value in ROW.items()
    }
    told = [(note.code, dict(note.facts)) for note in read(sheet(like), "a.csv", TODAY).notes]
    assert told == [("column_like", {"heading": "Considération social", "near": "considerationsSociales"})]
    twice = read(sheet(ROW | {"MONTANT": "1"}), "a.csv", TODAY)
    assert only(twice).amount == 51000
    assert [note.code for note in twice.notes] == ["column_twice"]


def test_of_two_keys_that_are_one_the_one_that_says_something_counts() -> None:
    record = {**RECORD, "montant": None, "Montant": 7}
    assert only(read(json.dumps({"marches": [record]}).encode(), "a.json", TODAY)).amount == 7


@pytest.mark.parametrize(
    "key", ["montantModification", "objetModification", "lieuExecution", "montantActeSousTraitance"]
)
def test_no_other_field_is_taken_for_an_amount_or_a_subject(key: str) -> None:
    assert fields.column(key) not in ("montant", "objet", "id")
