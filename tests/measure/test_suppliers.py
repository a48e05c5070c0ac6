"""A town's list of suppliers as offices write it: what is read, what is unread and gives no share, what is refused."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from game.core.errors import MeasureError, TableError
from game.measure import departments
from game.measure.reading import read
from game.measure.suppliers import Directory, directory

SIRETS = ("99991688500554", "99991800000012", "99991900000011")
HEAD = ("SIRET", "Département", "Catégorie")


def rows(*said: Sequence[str], head: Sequence[str] = HEAD) -> bytes:
    return "\r\n".join(";".join(row) for row in (head, *said)).encode()


def known(data: bytes) -> Directory:
    return directory(data, "31", "x.csv")


def notes(found: Directory) -> dict[str, object]:
    return {note.code: dict(note.facts).get("n") for note in found.notes}


@pytest.mark.parametrize(
    ("given", "found"),
    [("Haute-Garonne (31)", "31"), ("31 - Haute-Garonne", "31"), ("9 – Ariège", "09"), ("Corse-du-Sud (2A)", "2A"),
     ("Haute-Garonne", None), ("31700 Blagnac", None), ("99 - Ailleurs", None), ("31 ou 32", None)],
)  # fmt: skip
def test_a_department_with_its_name_beside(given: str, found: str | None) -> None:
    assert departments.code(given) == found


@pytest.mark.parametrize("workbook", [False, True])
def test_a_cell_in_error_is_unread_and_takes_the_share_away(*, workbook: bool) -> None:
    said = ((SIRETS[0], "#REF!", "PME"), (SIRETS[1], "31", "#N/A"), (SIRETS[2], "31", "PME"))
    book, out = Workbook(), io.BytesIO()
    for row in (HEAD, *said):
        book.worksheets[0].append(row)
    book.save(out)
    found = known(out.getvalue() if workbook else rows(*said))
    assert (found.suppliers[SIRETS[0]].department, found.suppliers[SIRETS[1]].category) == (None, None)
    assert notes(found) == {"departments_unread": 1, "sizes_unread": 1}


@pytest.mark.parametrize("head", [HEAD, ("SIREN", *HEAD[1:])])
def test_a_siren_stands_for_each_place_of_a_firm(head: Sequence[str]) -> None:
    found = known(rows((SIRETS[0][:9], "31", "PME"), head=head))
    record = '{"marches": [{"id": "1", "acheteur": {"id": "21990000100014"}, "titulaires": [{"id": "%s"}]}]}'
    mine, other = (read((record % one).encode(), "a", "2026-11-30").contracts for one in SIRETS[:2])
    assert (found.supplied(mine)["n_local"], found.meets(mine)) == (1, True)
    assert (found.supplied(other)["n_local"], found.meets(other)) == (0, False)


@pytest.mark.parametrize(
    ("given", "size"),
    [("P.M.E.", "PME"), ("Micro-entreprise", "PME"), ("Petite ou moyenne entreprise", "PME"), ("G.E.", "GE"),
     ("Entreprise de taille intermédiaire", "ETI"), ("grosse", None), ("", "")],
)  # fmt: skip
def test_sizes_in_words(given: str, size: str | None) -> None:
    assert known(rows((SIRETS[0], "31", given))).suppliers[SIRETS[0]].category == size


def test_a_column_that_is_missing_is_told_with_the_headings_seen() -> None:
    found = known(rows((SIRETS[0], "31700", "PME"), head=("SIRET", "Code postal", "Catégorie")))
    assert [(note.code, dict(note.facts)) for note in found.notes] == [
        ("suppliers_column", {"column": "departement", "seen": "SIRET · Code postal · Catégorie"})
    ]


def test_a_list_without_a_number_that_can_be_read_is_refused_for_what_it_is() -> None:
    for data in (rows(), rows(("2,2E+13", "31", "PME"))):
        with pytest.raises(MeasureError, match="suppliers_empty"):
            known(data)


@pytest.mark.parametrize(("hidden", "code"), [(True, "table_hidden"), (False, "table_empty")])
def test_a_workbook_that_shows_nothing(code: str, *, hidden: bool) -> None:
    book, out = Workbook(), io.BytesIO()
    if hidden:
        book.create_sheet("Liste").append(HEAD)
        book.worksheets[1].sheet_state = "hidden"
    book.save(out)
    with pytest.raises(TableError, match=code):
        known(out.getvalue())
