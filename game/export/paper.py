"""How the spreadsheet looks: a town hall's paper, in ink, sand and amber. It knows cells, not objectives."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import Any

from game.export.telling import Cell

INK, INK_2, INK_3 = "#1B2230", "#2D3546", "#4A5263"
PAPER, SAND, LINE, WHITE, ACCENT = "#F1ECE1", "#DCD6C9", "#B9B1A1", "#FFFFFF", "#F2B33D"
FONT = "Arial"
CELL_LIMIT = 32_767
"""Characters a cell holds (the format's own limit): a longer text would be left out, so it is cut."""
LINE_PT, PAD_PT, MOST_PT = 13.0, 8.0, 409.0
"""Points: a line of text, what stands around it, and the tallest row the format knows."""
A4 = 9
_BASE: dict[str, object] = {"font_name": FONT, "font_size": 10, "valign": "top", "font_color": INK}
_CELL = {
    **_BASE,
    "border": 1,
    "border_color": LINE,
    "text_wrap": True,
    "align": "left",
    "indent": 1,
    "valign": "vcenter",
}
_HEAD = {**_BASE, "bold": True, "font_color": WHITE, "valign": "vcenter", "text_wrap": True, "border": 1,
         "border_color": INK_3, "align": "left", "indent": 1}  # fmt: skip
_LOOKS: dict[str, dict[str, object]] = {
    "title": {
        **_BASE,
        "bold": True,
        "font_size": 16,
        "font_color": WHITE,
        "bg_color": INK,
        "valign": "vcenter",
        "indent": 1,
    },
    "under": {**_BASE, "font_color": INK, "bg_color": ACCENT, "valign": "vcenter", "indent": 1},
    "block": {**_BASE, "bold": True, "font_size": 12, "bottom": 2, "bottom_color": ACCENT, "valign": "vcenter"},
    "head": {**_HEAD, "bg_color": INK_2},
    "band": {**_HEAD, "text_wrap": False, "border": 0, "bg_color": INK_3, "font_color": ACCENT},
    "plain": {**_CELL, "bg_color": WHITE},
    "shade": {**_CELL, "bg_color": PAPER},
}


@dataclass(frozen=True)
class Paper:
    """A workbook and its formats, made once each."""

    book: Any
    made: dict[tuple[str, tuple[tuple[str, object], ...]], Any] = field(default_factory=dict)

    def look(self, name: str, **more: object) -> Any:
        """Give a format by name, with `more` properties over it."""
        key = (name, tuple(sorted(more.items())))
        if key not in self.made:
            self.made[key] = self.book.add_format({**_LOOKS[name], **more})
        return self.made[key]

    def page(self, name: str, title: str, under: str, widths: tuple[int, ...]) -> Page:
        """Add a sheet, with its title and the line under it; `widths` are in characters."""
        sheet = self.book.add_worksheet(name)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        page = Page(self, sheet, widths)
        page.strip(0, title, "title", 30)
        page.strip(1, under, "under", 20)
        sheet.hide_gridlines(2)
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        return page


@dataclass(frozen=True)
class Page:
    """A sheet that is being written, from the top down."""

    paper: Paper
    sheet: Any
    widths: tuple[int, ...]

    def strip(self, row: int, text: str, look: str, height: float) -> None:
        """Write a line over the whole width."""
        self.sheet.set_row(row, height)
        for at in range(1, len(self.widths)):
            self.sheet.write_blank(row, at, None, self.paper.look(look))
        self.sheet.write_string(row, 0, _cut(text), self.paper.look(look))

    def heads(self, row: int, names: tuple[str, ...]) -> None:
        """Write the headings of a table."""
        self.sheet.set_row(row, self._height(names))
        for at, name in enumerate(names):
            self.sheet.write_string(row, at, name, self.paper.look("head"))

    def line(self, row: int, cells: tuple[Cell, ...], shade: int, looks: dict[int, dict[str, object]]) -> None:
        """Write a row of a table, tall enough for its texts; `looks` are further properties, by column."""
        self.sheet.set_row(row, self._height(cells))
        for at, cell in enumerate(cells):
            form = self.paper.look("shade" if shade % 2 else "plain", **looks.get(at, {}))
            if isinstance(cell, int | float):
                self.sheet.write_number(row, at, cell, form)
            else:
                self.sheet.write_string(row, at, _cut(_told(cell)), form)

    def table(
        self, row: int, names: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...], empty: str,
        looks: dict[int, dict[str, object]] | None = None,
    ) -> int:  # fmt: skip
        """Write a table, or the word that it is `empty`. Gives the row after it."""
        self.heads(row, names)
        for at, cells in enumerate(rows or ((empty,),), 1):
            self.line(row + at, cells, at + 1, looks or {})
        return row + 1 + max(1, len(rows))

    def block(self, row: int, title: str) -> int:
        """Open a block with its title, a row below what came before. Gives the row under it."""
        self.strip(row + 1, title, "block", 24)
        return row + 2

    def foot(self, left: str, right: str, pages: str) -> None:
        """Write what each printed page says at its top and at its foot."""
        self.sheet.set_header(f'&L&"{FONT},Bold"&9{_coded(left)}&R&9{_coded(right)}')
        self.sheet.set_footer(f"&L&8{_coded(pages)}&R&9&A")

    def tall(self, cells: tuple[Cell, ...]) -> float:
        """Give the height of a row, in points."""
        return self._height(cells)

    def _height(self, cells: tuple[Cell, ...]) -> float:
        lines = (_lines(_told(cell), width) for cell, width in zip(cells, self.widths, strict=False))
        return min(MOST_PT, max(lines, default=1) * LINE_PT + PAD_PT)


def _told(cell: Cell) -> str:
    return "\n".join(cell) if isinstance(cell, tuple) else str(cell)


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(len(part) * 0.8 / (width - 2))) for part in text.split("\n"))


def _cut(text: str) -> str:
    return text if len(text) <= CELL_LIMIT else f"{text[: CELL_LIMIT - 1]}…"


def _coded(text: str) -> str:
    """Give a text a page header takes as it is: `&` is its sign for codes, and it holds 255 characters in all.

    A figure right after a size (&9) would be read with it: a space stands between.
    """
    short = " ".join(text.split())[:110]
    return f" {short}".replace("&", "&&")
