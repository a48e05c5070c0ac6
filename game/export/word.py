"""How a DOCX looks and what Word needs beneath: a town hall's paper of ours, or a town's own, whose looks then rule."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from game.content.near import slug
from game.export.telling import clean
from game.export.template.letter import letter

INK, RULE, SHADE, TINT, QUIET = "1B2230", "F2B33D", "1B2230", "F1ECE1", "4A5263"
FACE = "Arial"
"""On every office's computer, or replaced there by a face of the same widths."""
SIZES = {"Normal": 10.0, "Title": 20.0, "Subtitle": 11.0, "Heading 1": 14.0, "Heading 2": 12.0, "Heading 3": 10.5}
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
EPOCH = (1980, 1, 1, 0, 0, 0)
HEADINGS = ("heading", "titre", "uberschrift", "kop", "titulo")
CALLED = {
    "Title": ("title", "titre"),
    "Subtitle": ("subtitle", "sous-titre"),
    "List Bullet": ("list-bullet", "listbullet", "liste-a-puces", "listepuces"),
    "Table Grid": ("table-grid", "tablegrid", "grille-du-tableau", "grilledutableau"),
} | {f"Heading {n}": tuple(f"{one}{by}{n}" for one in HEADINGS for by in ("-", "")) for n in (1, 2, 3)}
"""What papers call the styles we write in, as slugs: Word's own name first, then those of other languages."""


def paper(template: Path | None, lang: str) -> Any:
    """Open an empty paper: ours, or a town's own emptied of its text, its header, footer, logo and styles kept.

    Raises ExportError as `letter` says.
    """
    from docx import Document

    own = Document() if template is None else Document(io.BytesIO(letter(template).content))
    _languages(own, LANGUAGES.get(lang, lang))
    if template is None:
        _ours(own)
    return own


def _languages(own: Any, lang: str) -> None:
    """Tell Word and screen readers the language, once for all that is written."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    styles = own.styles.element
    rows = [
        *styles.iter(qn("w:rPrDefault")),
        *(s for s in styles.iter(qn("w:style")) if s.get(qn("w:styleId")) == "Normal"),
    ]
    for row in rows:
        props = row.find(qn("w:rPr"))
        if props is None:
            props = OxmlElement("w:rPr")
            row.append(props)
        for old in props.findall(qn("w:lang")):
            props.remove(old)
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), lang)
        props.append(mark)


def _ours(own: Any) -> None:
    from docx.shared import Mm

    page = own.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin = Mm(17), Mm(18)
    page.header_distance = page.footer_distance = Mm(9)
    for name, size in SIZES.items():
        _face(own.styles[name], size, bold=name not in ("Normal", "Subtitle"))
    spaces = {"Normal": (0, 4), "Title": (0, 2), "Subtitle": (0, 10), "Heading 1": (12, 4), "Heading 2": (12, 4),
              "Heading 3": (8, 3)}  # fmt: skip
    for name, (before, after) in spaces.items():
        _air(own.styles[name], before, after)
    _ruled(own.styles["Heading 1"], 12)
    _ruled(own.styles["Title"], 0)


def _face(style: Any, size: float, *, bold: bool) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold, style.font.italic = FACE, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(INK)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FACE)


def _air(style: Any, before: int, after: int) -> None:
    from docx.shared import Pt

    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.1
    form.keep_with_next = style.name.startswith("Heading") or None


def _ruled(style: Any, width: int) -> None:
    """Draw a line in amber under a style, or take away the one it has."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    props = style.element.get_or_add_pPr()
    for old in props.findall(qn("w:pBdr")):
        props.remove(old)
    if not width:
        return
    borders, rule = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", str(width)), ("space", "2"), ("color", RULE)):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    props.insert_element_before(borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc",
                                "w:outlineLvl", "w:rPr")  # fmt: skip


class Styles:
    """A paper's styles by the names we write in, looked up once: python-docx looks through all at each paragraph."""

    def __init__(self, own: Any) -> None:
        from docx.oxml.ns import qn

        self._ids: dict[tuple[str, str], str] = {}
        rows = own.styles.element.findall(qn("w:style"))
        for row in (*_named(rows, "name"), *_named(rows, "aliases"), *_by_id(rows)):
            self._ids.setdefault(row[:2], row[2])

    def id(self, name: str) -> str | None:
        """Give the id of a style; None where the paper has none of that name."""
        kind = "table" if name == "Table Grid" else "paragraph"
        return next((found for one in CALLED.get(name, ()) if (found := self._ids.get((kind, one)))), None)


def _named(rows: list[Any], what: str) -> Iterator[tuple[str, str, str]]:
    """Give (kind, name as a slug, id) of each style; a name may be several, between commas."""
    from docx.oxml.ns import qn

    for row in rows:
        told = row.find(qn(f"w:{what}"))
        for name in (told.get(qn("w:val")) or "").split(",") if told is not None else ():
            yield row.get(qn("w:type")) or "paragraph", slug(name), row.get(qn("w:styleId")) or ""


def _by_id(rows: list[Any]) -> Iterator[tuple[str, str, str]]:
    from docx.oxml.ns import qn

    for row in rows:
        name = row.get(qn("w:styleId")) or ""
        yield row.get(qn("w:type")) or "paragraph", slug(name), name


def dressed(paragraph: Any, style: str) -> None:
    """Give a paragraph a style, by its id."""
    paragraph._p.style = style


def table_dressed(table: Any, style: str | None) -> None:
    """Give a table a style, by its id; none leaves it bare."""
    table._tbl.tblStyle_val = style


def outlined(paragraph: Any, style: str) -> None:
    """Set a heading's level where no style does: readers find their way by it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    _, found, level = style.partition("Heading ")
    if found:
        mark = OxmlElement("w:outlineLvl")
        mark.set(qn("w:val"), str(int(level) - 1))
        paragraph._p.get_or_add_pPr().insert_element_before(mark, "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr")


def looking(own: Any, size: float | None, *, bold: bool, right: bool, colour: str, keep: bool) -> Any:
    """Make a paragraph of a look, to be copied by `filled`: python-docx searches at each property it sets.

    `size` is in points; `keep` holds it on the page of what follows.
    """
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Pt, RGBColor
    from docx.text.paragraph import Paragraph

    paragraph = Paragraph(OxmlElement("w:p"), own)
    form = paragraph.paragraph_format
    form.space_after = form.space_before = Pt(0)
    form.keep_with_next = keep or None
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run()
    run.bold, run.font.size = bold or None, Pt(size) if size else None
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    return paragraph._p


def filled(cell: Any, look: Any, words: str) -> None:
    """Write words in an empty cell, in a look that `looking` made."""
    paragraph = deepcopy(look)
    cell._tc.replace(cell._tc.p_lst[0], paragraph)
    if words:
        paragraph.r_lst[0].text = words


def shade(cell: Any, colour: str) -> None:
    """Fill a cell."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    fill = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        fill.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(fill)


def mark(row: Any, *names: str) -> None:
    """Mark a row: tblHeader (repeated on each page), cantSplit (whole on a page)."""
    from docx.oxml import OxmlElement

    props = row._tr.get_or_add_trPr()
    for name in names:
        props.append(OxmlElement(f"w:{name}"))


def rules(table: Any, colour: str = "B9B1A1") -> None:
    """Draw thin lines around the cells, and leave air inside them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    props = table._tbl.tblPr
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", colour)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    for side, width in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80)):
        room = OxmlElement(f"w:{side}")
        room.set(qn("w:w"), str(width))
        room.set(qn("w:type"), "dxa")
        margins.append(room)
    late = {name: props.find(qn(f"w:{name}")) for name in ("tblLayout", "tblLook")}
    for part in (borders, late["tblLayout"], margins, late["tblLook"]):  # in the order the format asks for
        if part is not None:
            props.append(part)


def described(shape: Any, alt: str) -> None:
    """Give a picture the words that stand for it."""
    shape._inline.docPr.set("descr", clean(alt))


def numbered(paragraph: Any, sentence: str) -> None:
    """Write a sentence with {page} and {pages} as fields that Word counts."""
    rest = sentence
    for name, code in (("{page}", "PAGE"), ("{pages}", "NUMPAGES")):
        before, found, rest = rest.partition(name)
        paragraph.add_run(clean(before))
        if found:
            _field(paragraph, code)
    paragraph.add_run(clean(rest))


def _field(paragraph: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field, run, words = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    field.set(qn("w:instr"), code)
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def saved(own: Any) -> bytes:
    """Give the bytes, the same each time: python-docx dates its parts by the clock."""
    made, out = io.BytesIO(), io.BytesIO()
    own.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            still = zipfile.ZipInfo(item.filename, EPOCH)
            still.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(still, old.read(item))
    return out.getvalue()
