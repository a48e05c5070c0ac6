"""CSV as any office saves it: how its cells are parted, where its headings are, what in it has slipped."""

from __future__ import annotations

import pytest

from game.core.errors import TableError
from game.tables.headings import Words, seen
from game.tables.limits import Limits
from game.tables.reading import lines, read
from game.tables.table import Table, Unread
from tests.tables.hostile import book, one, packed, sheet

WORDS = Words(
    {"title": "titre objet-marche", "family": "famille", "amount": "montant"}, frozenset(["du", "ht", "liste"])
)


def table(text: str, code: str = "utf-8") -> Table:
    (found,) = read(text.encode(code), "x.csv", WORDS.field).tables
    return found


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "above", ["", "Achats 2027\n\n", "sep={}\n", '"sep={}"\r\n', "\ufeffsep={}\n", "Liste, au 3;4|5\n"]
)
def test_the_sign_is_the_one_that_names_our_columns(sign: str, above: str) -> None:
    rows = [["Titre", "Famille", "Montant"], ["Repas, bio ; frais | secs\tcuits", "repas", "1 200"]]
    text = above.format(sign) + "".join(sign.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    found = table(text)
    line = found.headings(WORDS.field)
    assert line is not None
    assert list(found.rows[line : line + 2]) == rows


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_like(ends: str) -> None:
    assert table(ends.join(["titre;famille", "a;b", "", '"c', 'd";e'])).rows == [
        ["titre", "famille"], ["a", "b"], [], [f"c{ends}d", "e"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('titre;famille\na;"b\nc', 2), ('titre;famille;montant\na;b;c\n"d;e;f\ng;h;i\nj;k;l\n"m";n;o\n', 3),
        ('titre;famille;montant\n"a;b;c\nd;e;f"\ng;h;i\n', 2),
    ],
)  # fmt: skip
def test_a_quote_that_does_not_close_takes_no_rows_in(text: str, line: int) -> None:
    with pytest.raises(TableError) as caught:
        table(text)
    assert (caught.value.code, caught.value.facts["line"]) == ("table_quote", line)


def test_inches_at_the_start_of_a_cell_are_no_quotation() -> None:
    assert table('titre;famille\n"4 pouces;b\nc;d\n').rows[1:] == [['"4 pouces', "b"], ["c", "d"]]


def test_rows_with_more_cells_than_headings_have_slipped() -> None:
    book = read(b"titre,famille,montant\nRepas, bio,repas,12\na,b,1,\nc,d\n", "x.csv", WORDS.field)
    found = WORDS.headed(book)
    assert found is not None
    assert found.slipped == {1}
    assert [row.cells for row in found.rows()] == [
        {"title": "a", "family": "b", "amount": "1"},
        {"title": "c", "family": "d"},
    ]
    assert [note.code for note in found.notes] == ["row_slipped"]


def test_errors_and_lost_letters_are_not_values() -> None:
    found = table("titre;famille\n#REF!;#N/A\nEr\ufffd;########\nErr:502;n\0l\n#1 du lot;C#\n" + "x;y\n" * 30)
    assert found.unread == {
        (1, 0): Unread("error", "#REF!"), (1, 1): Unread("error", "#N/A"), (2, 0): Unread("accents", "Er\ufffd"),
        (2, 1): Unread("error", "########"), (3, 0): Unread("error", "Err:502"), (3, 1): Unread("sign", "nl"),
    }  # fmt: skip
    assert found.rows[4] == ["#1 du lot", "C#"]


@pytest.mark.parametrize(
    "heading",
    ["titre", "TITRE", " Titre ", "titre\u00a0", "Titre (liste)", "Titre\n(liste)", "1. Titre *", "Objet du marché",
     "OBJET DU MARCHÉ", "objet_marche", "Titre [HT]", "\ufefftitre"],
)  # fmt: skip
def test_a_heading_is_known_whatever_its_dress(heading: str) -> None:
    assert WORDS.field(heading) == "title"


@pytest.mark.parametrize("heading", ["", "sous-titre", "Montant TTC", "montants annuels", "(liste)", "famille 2 ou 3"])
def test_a_heading_that_says_something_else_is_not_ours(heading: str) -> None:
    assert WORDS.field(heading) == ""


def test_headings_seen_are_listed_and_doubles_told() -> None:
    book = read(b"Titre;FAMILLE;titre;Remarque\na;b;c;d;\n", "x.csv", WORDS.field)
    found = WORDS.headed(book)
    assert found is not None
    assert seen(book) == "Titre · FAMILLE · titre · Remarque"
    assert found.columns.doubles == ("titre",)
    assert found.columns.strangers == (("Remarque", ""),)
    assert [row.cells for row in found.rows()] == [{"title": "a", "family": "b"}]


def test_a_column_without_a_heading_is_said() -> None:
    found = WORDS.headed(read(b"titre;;famille\na;b;c\n", "x.csv", WORDS.field))
    assert found is not None
    assert [(note.code, dict(note.facts)["column"]) for note in found.notes] == [("column_unnamed", "B")]


@pytest.mark.parametrize("text", [";" * 300, "a;b\n" * 300, "\n" * 300])
def test_cells_are_counted_before_they_are_made(text: str) -> None:
    with pytest.raises(TableError) as caught:
        read(f"titre\n{text}x".encode(), "x.csv", WORDS.field, Limits(cells=200))
    assert caught.value.code == "table_big"


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "cp1252", "cp850", "mac_roman"])
def test_a_list_anyone_typed_is_read_in_its_code(code: str) -> None:
    text = "école ; crèche\ndéchets ; forêt\n"
    assert lines(text.encode(code), "x.txt")[0] == text


def test_a_list_keeps_the_numbers_of_its_lines() -> None:
    assert lines(b"sep=;\r\na;b\n", "x.csv")[0].splitlines() == ["", "a;b"]
    assert lines(b"", "x.csv") == ("", ())


def test_a_list_may_be_a_workbook() -> None:
    rows = '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2" t="inlineStr"><is><t>b\nc</t></is></c></row>'
    assert lines(one(rows, head=""), "x.xlsx")[0] == "\n#REF!\tb c"


def test_a_hidden_sheet_of_words_is_not_told_and_one_of_rows_is() -> None:
    def held(words: str) -> list[str]:
        named = enumerate(words.split())
        cells = "".join(f'<c r="{chr(65 + n)}1" t="inlineStr"><is><t>{word}</t></is></c>' for n, word in named)
        parts = book([("Achats", "", "sheet1.xml"), ("Listes", "hidden", "sheet2.xml")])
        parts["xl/worksheets/sheet1.xml"] = sheet()
        parts["xl/worksheets/sheet2.xml"] = sheet(head=f'<row r="1">{cells}</row>')
        found = WORDS.headed(read(packed(parts), "x.xlsx", WORDS.field), 2)
        assert found is not None
        assert found.table.name == "Achats"
        return [note.code for note in found.notes]

    assert held("Oui Non") == []
    assert held("Titre Famille Montant Lancement Siret") == ["sheets_hidden"]


@pytest.mark.parametrize(
    ("cell", "lost"),
    [("Préférer les l?gumes", True), ("f?vrier", True), ("Que mangent nos enfants ?", False), ("Qui? Quoi?", False),
     ("https://ville.fr/a?b=c", False), ("ville.fr/liste?page=2", False), ("F?", False)],
)  # fmt: skip
def test_a_question_mark_within_a_word_is_a_letter_lost(cell: str, *, lost: bool) -> None:
    found = table(f"titre;famille\n{cell};a\n")
    assert found.unread == ({(1, 0): Unread("accents", cell)} if lost else {})
