"""A paper as DOCX: to be corrected, signed and filed, on our paper or on a town's own."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.core.report import Report
from game.export import word
from game.export.blocks import Block, Curve, Facts, Grid, Heading, Leaf, Picture, Points, Words
from game.export.curve import drawn
from game.export.minutes import minutes
from game.export.telling import printed

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
FACTS = (27.0, 73.0)
LONG = 2_000
"""Signs of a row that may be cut by the end of a page."""


def content(report: Report, lang: str, template: Path | None = None, picture: bytes | None = None) -> bytes:
    """Give the bytes of minutes.docx. Raises ExportError as `word.paper` says."""
    return written(minutes(report, lang), template, picture)


def written(leaf: Leaf, template: Path | None = None, picture: bytes | None = None) -> bytes:
    """Set a paper; the same paper gives the same bytes. Raises ExportError as `word.paper` says."""
    own = word.paper(template, leaf.lang)
    setter = _Setter(own, ours=template is None, picture=picture, lang=leaf.lang)
    _properties(own, leaf)
    setter.line(leaf.title, "Title")
    setter.line(leaf.under, "Subtitle")
    for block in leaf.blocks:
        setter.put(block)
    setter.foot(leaf)
    return word.saved(own)


def _properties(own: Any, leaf: Leaf) -> None:
    when = datetime.fromisoformat(leaf.date).replace(tzinfo=UTC) if leaf.date else LONG_AGO
    about = own.core_properties
    about.title, about.subject, about.language = printed(leaf.title)[:255], printed(leaf.under)[:255], leaf.lang
    about.author = about.last_modified_by = "CLAP"
    about.comments, about.keywords, about.revision = "", "", 1
    about.created = about.modified = when.replace(tzinfo=None)


class _Setter:
    """Writes blocks into a document. `ours`: our looks are set; else the town's styles alone."""

    def __init__(self, own: Any, *, ours: bool, picture: bytes | None, lang: str) -> None:
        self.own, self.ours, self.picture, self.lang = own, ours, picture, lang
        self.styles = word.Styles(own)
        page = own.sections[0]
        self.room = page.page_width - page.left_margin - page.right_margin - page.gutter
        self._looks: dict[tuple[bool, bool, str, bool], Any] = {}

    def put(self, block: Block) -> None:
        """Write a block."""
        match block:
            case Heading(words, level):
                self.line(words, f"Heading {level}")
            case Words(words, tone):
                self._words(words, tone)
            case Points(items):
                self._points(items)
            case _:
                self._large(block)

    def _large(self, block: Facts | Grid | Picture | Curve) -> None:
        match block:
            case Facts(pairs):
                self._facts(pairs)
            case Grid():
                self._grid(block)
            case Picture(alt, title):
                self._table_shown(alt, title)
            case Curve(said=said):
                self._picture(drawn(block, self.lang), said, 0.62)
                self._words(said, "quiet")

    def line(self, words: str, style: str) -> Any:
        """Write a paragraph in a style; one the town's paper lacks is written in bold, at its level of the outline."""
        found = self.styles.id(style)
        paragraph = self._paragraph(found)
        run = paragraph.add_run(printed(words))
        if found is None and style != "Normal":
            run.bold = True
            word.outlined(paragraph, style)
        return paragraph

    def _paragraph(self, style: str | None = None) -> Any:
        """Add a paragraph in a style, told by its id."""
        paragraph = self.own.add_paragraph()
        if style is not None:
            word.dressed(paragraph, style)
        return paragraph

    def _words(self, words: str, tone: str) -> None:
        from docx.shared import Pt, RGBColor

        paragraph = self.line(words, "Normal")
        for run in paragraph.runs:
            if tone == "strong":
                run.bold = True
            elif tone == "quiet":
                run.font.size = Pt(8.5)
                run.font.color.rgb = RGBColor.from_string(word.QUIET)

    def _points(self, items: tuple[str, ...]) -> None:
        style = self.styles.id("List Bullet")
        for item in items:
            paragraph = self._paragraph(style)
            paragraph.add_run(printed(item) if style else f"\u2013 {printed(item)}")

    def _facts(self, pairs: tuple[tuple[str, str], ...]) -> None:
        table = self._table(len(pairs), FACTS)
        for row, (name, said) in zip(table.rows, pairs, strict=True):
            if len(said) < LONG:
                word.mark(row, "cantSplit")
            self._cell(row.cells[0], name, bold=True, keep=len(said) < LONG)
            self._cell(row.cells[1], said)
            word.shade(row.cells[0], word.TINT)
        self._after()

    def _grid(self, grid: Grid) -> None:
        table = self._table(len(grid.rows) + 1, grid.widths)
        word.mark(table.rows[0], "cantSplit", "tblHeader")
        for cell, head in zip(table.rows[0].cells, grid.heads, strict=True):
            self._cell(cell, head, bold=True, colour="FFFFFF" if self.ours else "", keep=True)
            word.shade(cell, word.SHADE if self.ours else "E7E6E6")
        for row, cells in zip(list(table.rows)[1:], grid.rows, strict=True):
            if sum(map(len, cells)) < LONG:
                word.mark(row, "cantSplit")
            for at, (cell, said) in enumerate(zip(row.cells, cells, strict=True)):
                self._cell(cell, said, right=at in grid.right)
        self._after()

    def _table(self, rows: int, widths: tuple[float, ...]) -> Any:
        from docx.shared import Emu

        table = self.own.add_table(rows=rows, cols=len(widths))
        word.table_dressed(table, self.styles.id("Table Grid"))
        table.autofit = False
        whole = sum(widths)
        sizes = [Emu(int(self.room * width / whole)) for width in widths]
        for column, size in zip(table.columns, sizes, strict=True):
            column.width = size
        for row in table.rows:
            for cell, size in zip(row.cells, sizes, strict=True):
                cell.width = size
        word.rules(table)
        return table

    def _cell(
        self, cell: Any, words: str, *, bold: bool = False, right: bool = False, colour: str = "", keep: bool = False
    ) -> None:
        look = bold, right, colour, keep
        if look not in self._looks:
            size = 9.0 if self.ours else None
            self._looks[look] = word.looking(self.own, size, bold=bold, right=right, colour=colour, keep=keep)
        word.filled(cell, self._looks[look], printed(words))

    def _after(self) -> None:
        """Leave air under a table: Word glues what follows to it."""
        from docx.shared import Pt

        paragraph = self.own.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(7)

    def _table_shown(self, alt: str, title: str) -> None:
        if self.picture is not None:
            self.line(title, "Heading 1")
            self._picture(self.picture, alt)

    def _picture(self, content: bytes | None, alt: str, share: float = 1.0) -> None:
        if content is None:
            self._words(alt, "quiet")
            return
        shape = self.own.add_picture(io.BytesIO(content), width=int(self.room * share))
        word.described(shape, alt)

    def foot(self, leaf: Leaf) -> None:
        """Write what stands at the foot of each page; a town's own footer is kept, the warning goes under it."""
        written: list[Any] = []
        for part in self._feet():
            kept = not self.ours and not part.is_linked_to_previous
            if part.is_linked_to_previous:
                part.is_linked_to_previous = False
            if any(part.part is one for one in written):  # one foot may stand on two kinds of pages
                continue
            written.append(part.part)
            if leaf.warning:
                self._foot_line(part, kept=kept).add_run(printed(leaf.warning)).bold = True
            if not kept:
                paragraph = self._foot_line(part, kept=bool(leaf.warning))
                paragraph.add_run(printed(f"{leaf.foot} \u00b7 "))
                word.numbered(paragraph, leaf.page)
            self._small(part)

    def _feet(self) -> list[Any]:
        page = self.own.sections[0]
        feet = [page.footer]
        if page.different_first_page_header_footer:
            feet.append(page.first_page_footer)
        if self.own.settings.odd_and_even_pages_header_footer:
            feet.append(page.even_page_footer)
        return feet

    def _foot_line(self, part: Any, *, kept: bool) -> Any:
        return part.add_paragraph() if kept or not part.paragraphs else part.paragraphs[0]

    def _small(self, part: Any) -> None:
        from docx.shared import Pt

        for paragraph in part.paragraphs if self.ours else ():
            for run in paragraph.runs:
                run.font.size = Pt(8)
