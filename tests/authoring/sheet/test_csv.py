"""CSV as a French office opens it, and as any office saves it."""

from __future__ import annotations

import csv
import io

import pytest

from game.content.shelf import load_deck
from game.tables.delimited import given, kept
from tests.authoring.sheet.conftest import Trip

KINDS = ("axes", "enjeux", "etapes", "evenements", "familles", "jeu", "leviers", "synergies", "tensions")
NAMES = [f"clap-{kind}.csv" for kind in KINDS]


def files(trip: Trip) -> list[str]:
    return sorted(one.name for one in trip.folder.glob("*.csv"))


def test_one_file_a_kind_or_one_chosen(trip: Trip):
    assert trip("export", trip.deck, "--csv").code == 0
    assert files(trip) == NAMES
    assert trip("export", trip.deck, "mes-leviers.csv", "--only", "levers").code == 0
    assert (trip.folder / "mes-leviers.csv").read_bytes() == (trip.folder / "clap-leviers.csv").read_bytes()
    assert trip("export", trip.deck, "tableaux", "--csv").code == 0
    assert sorted(one.name for one in (trip.folder / "tableaux").iterdir()) == NAMES


def test_it_opens_in_a_french_office_and_comes_back_the_same(trip: Trip):
    before = trip.deck.read_bytes()
    trip("export", trip.deck, "--csv")
    data = (trip.folder / "clap-leviers.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid;stage;label [fr];label [en];")
    assert b"\r\nrevue-besoin;besoin;Passer le besoin au crible;" in data
    said = trip("import", trip.deck, *NAMES, "--yes", "--remove")
    assert (said.code, "rien à changer" in said.out) == (0, True)
    assert trip.deck.read_bytes() == before


def saved(rows: list[list[str]], sign: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("sign", "encoding", "head"),
    [
        (";", "utf-8", ""),
        (",", "utf-8-sig", ""),
        ("\t", "utf-16", ""),
        (";", "cp1252", ""),
        (",", "cp1252", "sep=\r\n"),
    ],
)
def test_it_comes_back_as_any_office_saves_it(trip: Trip, sign: str, encoding: str, head: str):
    trip("export", trip.deck, "levers.csv", "--only", "levers")
    rows = list(csv.reader(io.StringIO((trip.folder / "levers.csv").read_text("utf-8-sig"), newline=""), delimiter=";"))
    at = rows[0].index("label [fr]")
    rows[1][at] = "Réinterroger l'été"
    if encoding == "cp1252":  # an office loses the signs this code does not have: they are not the point here
        rows = [[cell.replace("\u202f", "\u00a0") for cell in row] for row in rows]
        rows = [rows[0], rows[1]]
        rows[0], rows[1] = [one[: at + 1] for one in rows]
    text = head.replace("=", f"={sign}") + saved(rows, sign)
    (trip.folder / "levers.csv").write_bytes(text.encode(encoding))
    said = trip("import", trip.deck, "levers.csv", "--yes")
    assert said.code == 0, said.out
    assert load_deck(trip.deck)[1].lever("revue-besoin").label.fr == "Réinterroger l'été"


def test_columns_left_out_are_left_alone(trip: Trip):
    before = trip.text
    (trip.folder / "peu.csv").write_text("id;effects.effort;stage\nrevue-besoin;2,0;besoin\n", encoding="utf-8")
    said = trip("import", trip.deck, "peu.csv", "--yes")
    assert said.code == 0
    assert trip.text == before.replace(
        "{cost: -2, delay: 0, impact: 2, effort: 1}", "{cost: -2, delay: 0, impact: 2, effort: 2}", 1
    )


def test_a_fault_is_told_by_the_files_cell(trip: Trip):
    (trip.folder / "peu.csv").write_text("id;effects.effort;stage\nrevue-besoin;beaucoup;besoin\n", encoding="utf-8")
    said = trip("import", trip.deck, "peu.csv", "--yes")
    assert said.code == 1
    assert "fichier peu.csv, cellule B2" in said.out


FORMULAS = [
    "=1+1",
    "+x",
    "@SUM(A1)",
    "-2 kg",
    "\t=1",
    " =1",
    "\uff1d1",
    "'=1",
    "''+x",
    "'",
    "'tis",
    "=cmd|'/c calc'!A1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_opens_as_a_formula(text: str):
    assert given(kept(text)) == text
    assert kept(text)[0] not in "=+-@\t\r"
    assert not kept(text).lstrip(" \u00a0\u202f").startswith(("=", "+", "-", "@"))


TYPED = {
    "eau": "=1+1", "climat-carbone": "+x", "juste-besoin": "@x", "alimentation-durable": "-2 kg",
    "cout-global": "'=1", "biodiversite-ville": "_x0041_",
}  # fmt: skip
"""What opens as a formula somewhere, each as a card's name."""


def labelled(text: str, card: str, label: str) -> str:
    """Give a deck's text with another French name of a card."""
    at = text.index('label: {fr: "', text.index(f"- id: {card}\n")) + len('label: {fr: "')
    return text[:at] + label + text[text.index('"', at) :]


@pytest.mark.parametrize("way", ["xlsx", "csv"])
def test_formulas_stay_text_both_ways(trip: Trip, way: str):
    for card, text in TYPED.items():
        trip.write(labelled(trip.text, card, text))
    before = trip.deck.read_bytes()
    deck = load_deck(trip.deck)[1]
    assert {card: deck.issue(card).label.fr for card in TYPED} == TYPED
    target = trip.folder / f"t.{way}"
    assert trip("export", trip.deck, target, *(["--only", "issues"] if way == "csv" else [])).code == 0
    assert "rien à changer" in trip("import", trip.deck, target, "--yes").out
    assert trip.deck.read_bytes() == before


def test_formulas_typed_in_a_workbook_stay_text(trip: Trip):
    trip.export()
    typed = {card: text.replace("_x", "x") for card, text in TYPED.items()}  # openpyxl does not escape it
    trip.fill(*(("Enjeux", card, f"note [{lang}]", text) for card, text in typed.items() for lang in ("fr", "en")))
    said = trip.take()
    assert said.code == 0, said.out
    deck = load_deck(trip.deck)[1]
    assert {card: deck.issue(card).note.fr for card in TYPED} == typed


@pytest.mark.parametrize("data", [b"", b"\x00" * 50, b"a;b\n1;2\n", b'id;"', b"id\n" * 3, b"\xff\xfe\x00"])
def test_what_is_no_table_of_ours_is_said_in_a_sentence(trip: Trip, data: bytes):
    (trip.folder / "x.csv").write_bytes(data)
    said = trip("import", trip.deck, "x.csv", "--yes")
    assert said.code == 1
    assert len(said.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("said", "meant"),
    [("titre", "title [fr]"), ("Libellé", "label [fr]"), ("Étape", "stage"), ("title (fr)", "title [fr]")],
)
def test_a_heading_renamed_in_french_is_no_column_of_ones_own(trip: Trip, said: str, meant: str):
    trip("export", trip.deck, "--csv")
    path, before = trip.folder / "clap-leviers.csv", trip.deck.read_bytes()
    path.write_text(path.read_text("utf-8-sig").replace(meant, said, 1), "utf-8-sig")
    answer = trip("import", trip.deck, "clap-leviers.csv", "--yes")
    assert (answer.code, meant in answer.out) == (1, True)
    assert trip.deck.read_bytes() == before
