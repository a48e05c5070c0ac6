"""minutes.docx: read back with python-docx, and by LibreOffice where there is one."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from game.core.errors import ExportError
from game.core.report import Report, report, unnamed
from game.export.to_docx import content
from game.words.catalogue import speaker
from game.words.refusals import failure
from tests.export.conftest import png
from tests.export.reading import PDFTOTEXT, SOFFICE, as_pdf, docx, feet, headings, pdf_text, squeezed, typed, words
from tests.view import reviews

OUTLINE = [
    "Décisions", "Ordre du jour", "Objectifs et résultat du vote", "Choix et objectifs par axe",
    "Ce que le conseil a dit",
    "Ce que le conseil n'a pas retenu", "Achats examinés", "Obligations",
    "Points transmis à la commission d'appel d'offres (CAO)", "Suites à donner", "Prochaine séance", "Signatures",
    "Diffusion", "Annexe 1 – Méthode des indicateurs", "Annexe 2 – Achats à venir, non examinés",
    "Annexe 3 – Ce que la loi demande", "Les mots de ce document", "La table en fin de séance",
]  # fmt: skip
WARNING = "Document préparatoire – non communicable avant le lancement des achats cités (CRPA, art. L311-2)"


@pytest.fixture(scope="module")
def bare(left: Report) -> bytes:
    return content(left, "fr")


@pytest.fixture(scope="module")
def pictured(left: Report) -> bytes:
    return content(left, "fr", picture=png())


def grid(own: Any, head: str) -> Any:
    """Find a table by its first heading."""
    return next(table for table in own.tables if typed(table.rows[0].cells[0].text) == head)


def test_decisions_come_first_and_every_part_follows(left: Report, pictured: bytes) -> None:
    own = docx(pictured)
    assert headings(own) == OUTLINE
    said = words(own)
    assert said[0] == "Compte rendu du CLAP"
    assert "Blagnac · Séance n° …………… du 2 décembre 2026" in said
    assert "Coprésident(e), commande publique, Coprésident(e), développement durable" in said
    for sheet in left.adopted:
        assert sum(sheet.code in one for one in said) >= 2
    assert "10 jetons, rang 1 sur 8" in said
    assert any("Le 2 mars 2027" in one for one in said)
    assert any(one.startswith("Siègent aussi à la CAO\u00a0: Adjoint(e) aux travaux") for one in said)


def test_in_english_too(left: Report) -> None:
    said = words(docx(content(left, "en", picture=png())))
    assert said[0] == "Minutes of the procurement council"
    assert not [one for one in said if re.search(r"\b(enjeu|levier|jetons|rang)\b", one, re.IGNORECASE)]


def test_the_same_session_gives_the_same_bytes(left: Report, pictured: bytes) -> None:
    assert content(left, "fr", picture=png()) == pictured


def test_its_dates_are_those_of_the_session(bare: bytes) -> None:
    about = docx(bare).core_properties
    assert about.created.isoformat()[:10] == about.modified.isoformat()[:10] == "2026-12-02"


@pytest.mark.parametrize(("lang", "code"), [("fr", "fr-FR"), ("en", "en-GB")])
def test_its_language_is_told(left: Report, lang: str, code: str) -> None:
    styles = docx(content(left, lang)).styles.element
    assert {mark.get(qn("w:val")) for mark in styles.iter(qn("w:lang"))} == {code}


def test_headings_of_tables_are_repeated_and_columns_have_a_width(bare: bytes) -> None:
    own = docx(bare)
    table = grid(own, "Achat")
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    page = own.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    for one in own.tables:
        assert abs(sum(cell.width for cell in one.rows[0].cells) - room) < Mm(1)


def test_the_picture_is_there_with_its_words(bare: bytes, pictured: bytes) -> None:
    own = docx(pictured)
    assert len(own.inline_shapes) == 1
    assert "8 choix posés" in own.inline_shapes[0]._inline.docPr.get("descr")
    without = docx(bare)
    assert len(without.inline_shapes) == 0


def test_french_spaces(bare: bytes) -> None:
    for one in words(docx(bare)):
        assert not re.search(r"[^\s\u202f\u00a0:;?!][;?!](\s|$)", one), one
        assert " :" not in one.replace("\u00a0:", "").replace("\u202f:", ""), one


def test_the_warning_stands_until_every_purchase_is_launched(left: Report, bare: bytes) -> None:
    assert WARNING in feet(docx(bare))
    launched = replace(left, intentions=tuple(replace(one, launch="2026-01") for one in left.intentions))
    assert WARNING not in feet(docx(content(launched, "fr")))
    fields = [one.get(qn("w:instr")) for one in docx(bare).sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_hostile_words_are_words(hostile: Report) -> None:
    blob = content(hostile, "fr")
    said = words(docx(blob))
    assert any("=1+1" in one for one in said)
    assert any("-note\u202f; à lire\nsuite" in one for one in said)
    assert any("https://example.org/?a=1&b=<script>" in one for one in said)
    with zipfile.ZipFile(io.BytesIO(blob)) as parts:
        body = parts.read("word/document.xml").decode()
    assert "w:hyperlink" not in body
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", body)
    undressed = next(one for one in docx(blob).tables if one.rows[0].cells[1].text == "Ce qui change")
    rows = [[typed(cell.text) for cell in row.cells] for row in undressed.rows]
    assert any("le budget" in row[4] and row[2] == "Adjoint(e) à l'enfance" for row in rows)


def test_an_untouched_table_has_minutes_too(blank: Report) -> None:
    said = words(docx(content(blank, "fr")))
    assert "Aucun nouvel objectif n'est encore adopté." in said
    assert "aucun objectif encore" in said


def test_the_review_comes_before_the_new(left: Report) -> None:
    own = docx(content(report(reviews.measured()), "fr"))
    assert headings(own)[:3] == ["Décisions", "Ordre du jour", "Revue des objectifs en cours"]
    said = words(own)
    assert f"{reviews.FOOD} – Poursuivre\u00a0: la cuisine tient la pente" in said
    assert any(one.endswith("(1er mars 2027)\nsoit 2 sur 3") for one in said)
    assert len(own.inline_shapes) == 1  # of those measured, one has a start that is known
    lowered = [row for table in own.tables for row in ([typed(cell.text) for cell in r.cells] for r in table.rows)
               if row[0] == reviews.WATER and row[1] == "Ajuster"]  # fmt: skip
    assert lowered
    assert lowered[0][2] == "Adjoint(e) aux sports"


def test_seats_can_be_left_out(hostile: Report) -> None:
    said = "\n".join(words(docx(content(unnamed(hostile), "fr"))))
    assert "Coprésident" not in said
    assert "5 sièges" in said
    assert "3 membres du CLAP siègent aussi à la CAO." in said
    assert "siège non précisé" in said


# A town's own paper.


def town(folder: Path, name: str = "modele.docx") -> Path:
    """Give a town's letter paper: a logo in its header, an address at its foot, its own face, a text to be dropped."""
    own = Document()
    own.styles["Heading 1"].font.name = "Georgia"
    own.sections[0].left_margin = Mm(35)
    header = own.sections[0].header.paragraphs[0]
    header.add_run("Ville de Blagnac").add_picture(io.BytesIO(png()), width=Mm(20))
    own.sections[0].footer.paragraphs[0].text = "1 place des Arts, 31700 Blagnac"
    own.add_paragraph("Texte du modèle")
    own.add_section()
    own.add_paragraph("Seconde section")
    path = folder / name
    own.save(str(path))
    return path


def test_a_towns_paper_keeps_its_header_its_logo_and_its_styles(left: Report, tmp_path: Path) -> None:
    own = docx(content(left, "fr", town(tmp_path)))
    assert headings(own) == OUTLINE[:-1]
    assert "Texte du modèle" not in words(own)
    assert len(own.sections) == 1
    section = own.sections[0]
    assert "Ville de Blagnac" in section.header.paragraphs[0].text
    assert "blip" in section.header._element.xml
    assert feet(own).splitlines() == ["1 place des Arts, 31700 Blagnac", WARNING]
    assert own.styles["Heading 1"].font.name == "Georgia"
    assert abs(section.left_margin - Mm(35)) < Mm(0.1)


def test_a_word_template_is_taken_too(left: Report, tmp_path: Path) -> None:
    path = tmp_path / "modele.dotx"
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
    with zipfile.ZipFile(town(tmp_path)) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            new.writestr(item, old.read(item).replace(kind + b"document.main+xml", kind + b"template.main+xml"))
    assert headings(docx(content(left, "fr", path))) == OUTLINE[:-1]


def test_a_paper_without_our_styles_is_written_all_the_same(left: Report, tmp_path: Path) -> None:
    own = Document()
    for name in ("Heading 1", "Heading 2", "Title", "Subtitle", "List Bullet", "Table Grid"):
        own.styles[name].delete()
    own.save(str(tmp_path / "nu.docx"))
    said = words(docx(content(left, "fr", tmp_path / "nu.docx")))
    assert set(OUTLINE[:-1]) <= set(said)


@pytest.mark.parametrize(
    ("name", "what", "code"),
    [("absent.docx", None, "file_missing"), ("texte.docx", b"bonjour", "template_not_docx"),
     ("vide.docx", b"", "template_not_docx"), ("coupe.docx", "cut", "template_not_docx"),
     ("autre.docx", "zip", "template_kind")],
)  # fmt: skip
def test_what_is_no_paper_is_said_in_a_sentence(
    name: str, what: bytes | str | None, code: str, left: Report, tmp_path: Path
) -> None:
    path = tmp_path / name
    if what == "cut":
        path.write_bytes(town(tmp_path, "whole.docx").read_bytes()[:9000])
    elif what == "zip":
        with zipfile.ZipFile(path, "w") as other:
            other.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    elif isinstance(what, bytes):
        path.write_bytes(what)
    with pytest.raises(ExportError) as error:
        content(left, "fr", path)
    assert error.value.code == code
    for lang in ("fr", "en"):
        assert str(path) in failure(error.value, speaker(lang))


def test_a_paper_that_unpacks_to_too_much_is_refused(left: Report, tmp_path: Path) -> None:
    path = town(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/media/bomb.bin", b"\0" * 70 * 2**20)
    with pytest.raises(ExportError, match="template_heavy"):
        content(left, "fr", path)


@SOFFICE
@PDFTOTEXT
def test_an_office_opens_it(hostile: Report, tmp_path: Path) -> None:
    file = tmp_path / "minutes.docx"
    file.write_bytes(content(hostile, "fr", picture=png()))
    text = squeezed(pdf_text(as_pdf(file, tmp_path), tmp_path))
    for sheet in hostile.adopted:
        assert sheet.code in text
    assert squeezed(WARNING) in text


def test_it_is_read_only_when_it_is_written() -> None:
    code = "import sys, game.export; sys.exit(any(n in sys.modules for n in ('docx', 'icalendar', 'typst', 'lxml')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
