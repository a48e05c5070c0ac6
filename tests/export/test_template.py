"""A town's own paper: its looks are kept, whatever program wrote it."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Mm

from game.export.template.letter import letter
from game.export.to_docx import written
from game.words.catalogue import speaker
from tests.export.reading import docx, headings, words
from tests.export.templates import (
    DOCUMENT,
    LEAF,
    LINKS,
    SETTINGS,
    STYLES,
    changed,
    file,
    head,
    minutes,
    put,
)

FIELD = Path(__file__).parents[3] / "shared" / "data" / "field" / "documents"
KNOWN = {"heading-with-capital", "no-section", "no-margins", "cover-section-then-body", "protected"}


def heading(made: Any) -> str | None:
    """Give the id of the style of the first heading."""
    return next(one for one in made.paragraphs if one.text == "Décisions")._p.style


def at_head(made: Any, kind: str = "header") -> str:
    return "".join(one.text for one in getattr(made.sections[0], kind).paragraphs)


# What people reported.


@pytest.mark.skipif(not FIELD.is_dir(), reason="the field cases are beside the project, not in it")
@pytest.mark.parametrize("name", sorted(KNOWN))
def test_the_field_documents(name: str) -> None:
    made = docx(written(LEAF, FIELD / f"{name}.docx"))
    assert headings(made)[0] == "Décisions"
    page = made.sections[0]
    assert None not in (page.page_width, page.left_margin, page.top_margin, page.header_distance)
    assert page.page_width - page.left_margin - page.right_margin > Mm(120)
    assert made.settings.element.find(qn("w:documentProtection")) is None
    if name == "heading-with-capital":
        assert heading(made) == "Heading1"
    if name == "cover-section-then-body":
        assert at_head(made) == "Ville Essai - direction"
        assert not page.different_first_page_header_footer


NAMED = [
    ("Heading 1", "Heading1"), ("HEADING 1", "Heading1"), ("Titre 1", "Titre1"), ("titre1", "T1"),
    ("Titre CLAP,Titre 1", "a3"), ("heading 1,Mon titre", "a4"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "key"), NAMED)
def test_a_style_is_found_whatever_it_is_called(name: str, key: str, tmp_path: Path) -> None:
    old = r'w:styleId="Heading1">(\s*)<w:name w:val="heading 1"/>'
    made = minutes(tmp_path, changed(put(STYLES, old, rf'w:styleId="{key}">\1<w:name w:val="{name}"/>')))
    assert heading(made) == key


def test_a_heading_without_its_style_keeps_its_level(tmp_path: Path) -> None:
    def bare(parts: dict[str, bytes]) -> None:
        text = parts[STYLES].decode()
        parts[STYLES] = re.sub(r"<w:style .*?</w:style>", "", text, flags=re.DOTALL).encode()

    made = minutes(tmp_path, changed(bare))
    one = next(one for one in made.paragraphs if one.text == "Décisions")
    assert one._p.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    assert one.runs[0].bold


@pytest.mark.parametrize("gone", ["styles", "settings", "theme", "numbering", "fontTable"])
def test_a_part_that_is_missing_is_done_without(gone: str, tmp_path: Path) -> None:
    made = minutes(tmp_path, changed(put(LINKS, rf'<Relationship [^>]*/{gone}"[^>]*/>', "")))
    assert "Décisions" in words(made)
    assert "Ville Essai" in at_head(made)


SECTION = r"<w:sectPr.*?</w:sectPr>"
PAGES = [
    ("no section", put(DOCUMENT, rf"(?s){SECTION}", ""), 210, 25),
    ("no margins", put(DOCUMENT, r"<w:pgMar[^>]*/>", ""), 216, 25),
    ("no page", put(DOCUMENT, r"<w:pgSz[^>]*/>", ""), 210, 32),
    ("half a margin", put(DOCUMENT, r' w:right="1800"', ""), 216, 32),
    ("words for numbers", put(DOCUMENT, r'w:left="1800"', 'w:left="large"'), 216, 25),
    ("a size with its unit", put(DOCUMENT, r'w:left="1800"', 'w:left="3.2cm"'), 216, 32),
    ("a size with a point", put(DOCUMENT, r'w:left="1800"', 'w:left="1800.4"'), 216, 32),
    ("no room between them", put(DOCUMENT, r'w:left="1800"', 'w:left="12000"'), 216, 25),
    ("a page of no size", put(DOCUMENT, r'w:w="12240"', 'w:w="0"'), 210, 32),
    ("endless", put(DOCUMENT, r'w:w="12240"', 'w:w="1e400"'), 210, 32),
]


@pytest.mark.parametrize(("change", "width", "margin"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_a_page_is_sound(change: Any, width: int, margin: int, tmp_path: Path) -> None:
    page = minutes(tmp_path, changed(change)).sections[0]
    assert abs(page.page_width - Mm(width)) < Mm(1)
    assert abs(page.left_margin - Mm(margin)) < Mm(1)


def of(build: Any) -> bytes:
    own, out = Document(), io.BytesIO()
    build(own)
    own.save(out)
    return out.getvalue()


def test_the_head_of_the_body_rules_not_the_covers(tmp_path: Path) -> None:
    def build(own: Any) -> None:
        own.sections[0].header.paragraphs[0].text = "Couverture"
        own.sections[0].footer.paragraphs[0].text = "Pied de couverture"
        own.sections[0].left_margin = Cm(5)
        own.add_paragraph("Titre")
        text = own.add_section()
        text.header.is_linked_to_previous = text.footer.is_linked_to_previous = False
        text.header.paragraphs[0].text, text.footer.paragraphs[0].text = "Corps", "Pied du corps"
        text.left_margin = Cm(2)
        own.add_paragraph("Un long texte d'exemple. " * 20)
        annexe = own.add_section()
        annexe.orientation, annexe.page_width, annexe.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)

    made = minutes(tmp_path, of(build))
    assert len(made.sections) == 1
    assert (at_head(made), at_head(made, "footer")[:13]) == ("Corps", "Pied du corps")
    assert made.sections[0].page_width < made.sections[0].page_height
    assert abs(made.sections[0].left_margin - Cm(2)) < Mm(0.1)


def test_a_landscape_paper_stays_one(tmp_path: Path) -> None:
    def build(own: Any) -> None:
        page = own.sections[0]
        page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)

    page = minutes(tmp_path, of(build)).sections[0]
    assert (page.orientation, abs(page.page_width - Mm(297)) < Mm(0.1)) == (WD_ORIENT.LANDSCAPE, True)


def test_a_first_page_of_its_own_is_never_bare(tmp_path: Path) -> None:
    """The town has a large head on its first page and one foot for all: the first page has that foot too."""

    def build(own: Any) -> None:
        page = own.sections[0]
        page.different_first_page_header_footer = True
        page.first_page_header.paragraphs[0].text = "Grand en-tête"
        page.header.paragraphs[0].text, page.footer.paragraphs[0].text = "Petit en-tête", "Pied"

    made = minutes(tmp_path, of(build))
    assert made.sections[0].different_first_page_header_footer
    assert at_head(made, "first_page_header") == "Grand en-tête"
    assert at_head(made, "header") == "Petit en-tête"
    foot = at_head(made, "first_page_footer")
    assert foot == at_head(made, "footer")
    assert foot.count("Document préparatoire") == 1


def test_even_pages_are_told_apart_only_where_the_town_did(tmp_path: Path) -> None:
    mark = put(SETTINGS, r"<w:zoom", "<w:evenAndOddHeaders/><w:zoom")
    made = minutes(tmp_path, changed(mark))
    assert not made.settings.odd_and_even_pages_header_footer
    assert "Ville Essai" in at_head(made)


LIFTED = [
    ("protection", put(SETTINGS, "<w:zoom", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:zoom')),
    ("protection", put(SETTINGS, "<w:zoom", '<w:documentProtection w:edit="forms" w:enforcement="1" '
                                            'w:hash="x"/><w:zoom')),
    ("protection", put(SETTINGS, "<w:zoom", '<w:writeProtection w:recommended="1"/><w:zoom')),
    ("changes", put(SETTINGS, "<w:zoom", "<w:trackRevisions/><w:zoom")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "change"), LIFTED)
def test_what_is_lifted_is_said(what: str, change: Any, tmp_path: Path) -> None:
    path = file(tmp_path, changed(change))
    assert letter(path).left == (what,)
    settings = docx(written(LEAF, path)).settings.element.xml
    assert not re.search("Protection|trackRevisions", settings)
    for lang in ("fr", "en"):
        assert speaker(lang).has(f"template.left_{what}")


def test_a_final_document_is_no_longer_one(tmp_path: Path) -> None:
    def final(parts: dict[str, bytes]) -> None:
        parts["docProps/custom.xml"] = b'<Properties><property name="_MarkAsFinal"/></Properties>'

    found = letter(file(tmp_path, changed(final)))
    assert found.left == ("protection",)
    assert b"MarkAsFinal" not in found.content


def test_controls_and_changes_of_a_head_leave_their_words(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t> Direction</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:ins w:id="1" w:author="a"><w:r><w:t> ajout</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText> ôté</w:delText></w:r></w:del>'
    )
    made = minutes(tmp_path, changed(head(control)))
    assert at_head(made) == "Ville Essai Direction ajout"
    assert not re.search("sdt|dataBinding|w:ins|w:del", made.sections[0].header._element.xml)
