"""A stranger's paper: nothing of it acts or calls outside; what is no paper is said at once, in a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.core.errors import ExportError
from game.export.template.letter import letter
from game.words.catalogue import speaker
from game.words.refusals import failure
from tests.export.reading import headings, words
from tests.export.templates import (
    DOCUMENT,
    LINKS,
    SETTINGS,
    STYLES,
    both,
    changed,
    field,
    file,
    head,
    inside,
    linked,
    minutes,
    put,
    whole,
    zipped,
)

# Nothing that acts or calls outside.

OUTSIDE = "https://outside.example/x"
ACTING = {
    "attached template": both(
        put(SETTINGS, "<w:zoom", '<w:attachedTemplate r:id="rIdX"/><w:zoom'),
        linked("attachedTemplate", OUTSIDE, name="word/_rels/settings.xml.rels"),
    ),
    "linked picture": both(
        put("word/header1.xml", r'r:embed="rId\d+"', 'r:link="rIdX"'),
        linked("image", OUTSIDE, name="word/_rels/header1.xml.rels"),
    ),
    "drawing in VML": head('<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">'
                           f'<v:shape href="{OUTSIDE}"><v:imagedata src="{OUTSIDE}"/></v:shape></w:pict></w:r>'),
    "DDE": head(field(f"DDEAUTO cmd {OUTSIDE}")),
    "included text": head(field(f" INCLUDETEXT {OUTSIDE} ")),
    "included picture": head(f'<w:fldSimple w:instr="INCLUDEPICTURE {OUTSIDE}"><w:r><w:t>montré</w:t></w:r>'
                             "</w:fldSimple>"),
    "command in pieces": head("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DDE</w:instrText></w:r>"
                              f"<w:r><w:instrText>AUTO {OUTSIDE}</w:instrText></w:r>"
                              "<w:r><w:fldChar w:fldCharType='end'/></w:r>"),
    "command within a command": head(field(f"IF 1 = 1 {field(f'DDE x {OUTSIDE}')}".replace(
        "IF 1 = 1 ", "IF 1 = 1 </w:instrText></w:r>") + "<w:r><w:instrText>")),
    "command made by a command": head(
        field(f"</w:instrText></w:r>{field('QUOTE 68 68 69')}<w:r><w:instrText>{OUTSIDE}")),
    "macro button": head(field(f"MACROBUTTON Auto {OUTSIDE}")),
    "link": both(head('<w:hyperlink r:id="rIdX"><w:r><w:t>lien</w:t></w:r></w:hyperlink>'),
                 linked("hyperlink", OUTSIDE, name="word/_rels/header1.xml.rels")),
    "linked object": both(
        head('<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" ProgID="x" '
             'r:id="rIdX"/></w:object></w:r>'),
        linked("oleObject", OUTSIDE, name="word/_rels/header1.xml.rels")),
    "form field with a macro": head(f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:entryMacro w:val='{OUTSIDE}'/>"
                                    "</w:ffData></w:fldChar></w:r>"),
    "mail merge": put(SETTINGS, "<w:zoom", f'<w:mailMerge><w:query w:val="{OUTSIDE}"/></w:mailMerge><w:zoom'),
    "sub-document": both(put(DOCUMENT, "<w:sectPr", '<w:subDoc r:id="rIdX"/><w:sectPr'),
                         linked("subDocument", OUTSIDE)),
    "stylesheet": put(SETTINGS, "<w:zoom", f'<w:saveThroughXslt w:solutionID="{OUTSIDE}"/><w:zoom'),
    "head outside": both(put(DOCUMENT, r'(<w:headerReference w:type="default" r:id=)"\w+"', r'\1"rIdX"'),
                         linked("header", OUTSIDE)),
    "frameset": linked("frame", OUTSIDE, name="word/_rels/webSettings.xml.rels"),
}  # fmt: skip


ACTS = re.compile(rb"DDE|INCLUDE|MACROBUTTON|<w:object|OLEObject|ffData|attachedTemplate")


@pytest.mark.parametrize("name", ACTING)
def test_nothing_leads_outside(name: str, tmp_path: Path) -> None:
    made = minutes(tmp_path, changed(ACTING[name]))
    parts = inside(made)
    for part, data in parts.items():
        assert b"outside.example" not in data, part
        assert b"External" not in data, part
        assert part == STYLES or not ACTS.search(data), part
    assert "Décisions" in words(made)


@pytest.mark.parametrize(
    "part", ["word/vbaProject.bin", "word/vbaData.xml", "word/activeX/activeX1.bin", "word/embeddings/oleObject1.bin",
             "customXml/item1.xml", "word/glossary/document.xml", "word/comments.xml", "customUI/customUI.xml",
             "word/media/unused.exe", "userCustomization/customUI.xml", "word/attachedToolbars.bin"],
)  # fmt: skip
def test_only_what_a_letter_paper_needs_is_kept(part: str, tmp_path: Path) -> None:
    def more(parts: dict[str, bytes]) -> None:
        parts[part] = b"<acts/>"
        kind = part.rpartition("/")[2].partition(".")[0]
        put(LINKS, "</Relationships>", f'<Relationship Id="rIdZ" Type="http://schemas.microsoft.com/office/2006/'
            f'relationships/{kind}" Target="/{part}"/></Relationships>')(parts)  # fmt: skip

    made = inside(minutes(tmp_path, changed(more), "modele.docm"))
    assert part not in made
    assert not [name for name, data in made.items() if b"<acts/>" in data or b"macroEnabled" in data]


def test_a_picture_that_is_none_is_left(tmp_path: Path) -> None:
    def svg(parts: dict[str, bytes]) -> None:
        name = next(name for name in parts if name.startswith("word/media/"))
        parts[name] = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"

    made = inside(minutes(tmp_path, changed(svg)))
    assert not [name for name, data in made.items() if b"<script" in data]


def test_a_logo_that_is_one_is_kept(tmp_path: Path) -> None:
    made = minutes(tmp_path, zipped(whole()))
    assert "blip" in made.sections[0].header._element.xml
    assert [name for name in inside(made) if name.startswith("word/media/image1.")]


# What is no paper, and what was made to tire the reader: a sentence each.

BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
REFUSED = {
    "a PDF": (b"%PDF-1.7\n", "template_kind"),
    "an RTF": (b"{\\rtf1 x}", "template_kind"),
    "an old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "template_kind"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
                   "template_password"),
    "an ODT": (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "template_kind"),
    "a workbook": (zipped({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), "template_kind"),
    "a strict one": (changed(put(DOCUMENT, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                 "http://purl.oclc.org/ooxml/wordprocessingml/main")), "template_strict"),
    "an entity of a file": (changed(put(DOCUMENT, r"(?s)(<\?xml.*?\?>)",
                                        r'\1<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
                            "template_not_docx"),
    "a bomb of entities": (changed(put(STYLES, r"(?s)(<\?xml.*?\?>)", rf'\1<!DOCTYPE x [<!ENTITY a0 "a">{BOMB}]>')),
                           "template_not_docx"),
    "depth": (changed(put(DOCUMENT, "<w:body>", "<w:body>" + "<w:p>" * 9_000)), "template_not_docx"),
    "deep settings": (changed(put(SETTINGS, "<w:zoom", "<w:a>" * 9_000 + "<w:zoom")), "template_not_docx"),
    "many elements": (changed(put(DOCUMENT, "<w:body>", "<w:body>" + "<w:p/>" * 300_000)), "template_heavy"),
    "many parts": (zipped(whole() | {f"word/{n}.xml": b"" for n in range(2_000)}), "template_heavy"),
    "a part that unpacks to too much": (zipped(whole() | {STYLES: b" " * 70_000_000}), "template_heavy"),
    "a way out": (zipped(whole() | {"../../evil.xml": b""}), "template_not_docx"),
    "one name twice": (zipped(whole() | {"WORD/document.xml": b"<a/>"}), "template_not_docx"),
    "no text": (zipped({name: data for name, data in whole().items() if name != DOCUMENT}), "template_not_docx"),
    "another root": (changed(put(DOCUMENT, r"(?s).*", "<a/>")), "template_not_docx"),
    "no XML": (changed(put(STYLES, r"(?s).*", "not xml")), "template_not_docx"),
    "an odd encoding": (changed(put(STYLES, "encoding='UTF-8'", "encoding='UTF-7'")), "template_not_docx"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_said(name: str, tmp_path: Path) -> None:
    data, code = REFUSED[name]
    path = file(tmp_path, data)
    with pytest.raises(ExportError) as error:
        letter(path)
    assert error.value.code == code
    for lang in ("fr", "en"):
        said = failure(error.value, speaker(lang))
        assert str(path) in said
        assert "{" not in said


def test_an_entity_hidden_in_utf_16_is_seen(tmp_path: Path) -> None:
    def hidden(parts: dict[str, bytes]) -> None:
        text = parts[STYLES].decode().partition("?>")[2]
        parts[STYLES] = f'<!DOCTYPE x [<!ENTITY e "x">]>{text}'.encode("utf-16")

    with pytest.raises(ExportError, match="template_not_docx"):
        letter(file(tmp_path, changed(hidden)))


def test_a_paper_in_utf_16_is_read(tmp_path: Path) -> None:
    def wide(parts: dict[str, bytes]) -> None:
        parts[STYLES] = parts[STYLES].decode().replace("encoding='UTF-8'", "encoding='UTF-16'").encode("utf-16")

    assert headings(minutes(tmp_path, changed(wide)))[0] == "Décisions"
