from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from game.cli.main import run
from tests.authoring.sheet.shortened import shortened

HEADINGS = 2
"""The line of the headings, as spreadsheets count."""
_MADE: dict[bytes, bytes] = {}
"""Workbooks of the decks that were exported."""


@dataclass
class Said:
    code: int
    out: str


class Trip:
    """Our deck, shortened, in a folder of its own, the commands, and a hand that fills cells as a person would."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.deck = folder / "clap" / "deck.yaml"
        self.deck.parent.mkdir()
        self.write(shortened())
        self.book = folder / "clap.xlsx"

    def __call__(self, *words: str | Path) -> Said:
        self._capsys.readouterr()
        code = run(["deck", "sheet", *map(str, words)])
        told = self._capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return Said(code, told.out + told.err)

    def export(self) -> bytes:
        """Have the deck as a workbook; one deck gives one workbook, to the byte (test_trip), so it is made once."""
        made = _MADE.get(self.deck.read_bytes())
        if made is None:
            assert self("export", self.deck, self.book).code == 0
            made = _MADE[self.deck.read_bytes()] = self.book.read_bytes()
        self.book.write_bytes(made)
        return made

    def take(self, *more: str) -> Said:
        return self("import", self.deck, self.book, "--yes", *more)

    @property
    def text(self) -> str:
        return self.deck.read_bytes().decode()

    def write(self, text: str) -> None:
        self.deck.write_bytes(text.encode())

    def fill(self, *cells: tuple[str, str, str, object]) -> list[str]:
        """Fill (sheet, id, heading, value) cells; give their names."""
        book = openpyxl.load_workbook(self.book)
        named = [self._set(book[sheet], card, key, value) for sheet, card, key, value in cells]
        book.save(self.book)
        return named

    def _set(self, sheet: Any, card: str, key: str, value: object) -> str:
        cell = sheet.cell(row(sheet, card), column(sheet, key))
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        return cell.coordinate

    def add(self, sheet: str, after: str, **values: object) -> None:
        book = openpyxl.load_workbook(self.book)
        page = book[sheet]
        at = row(page, after) + 1 if after else first_free(page)
        if after:
            page.insert_rows(at)
        for key, value in values.items():
            page.cell(at, column(page, key.replace("__", "."))).value = value
        book.save(self.book)

    def drop(self, sheet: str, card: str) -> None:
        book = openpyxl.load_workbook(self.book)
        book[sheet].delete_rows(row(book[sheet], card))
        book.save(self.book)


def row(sheet: Any, card: str) -> int:
    return next(n for n in range(HEADINGS + 1, sheet.max_row + 1) if sheet.cell(n, 1).value == card)


def first_free(sheet: Any) -> int:
    return next(n for n in range(HEADINGS + 1, sheet.max_row + 2) if not sheet.cell(n, 1).value)


def column(sheet: Any, key: str) -> int:
    return next(n for n in range(1, sheet.max_column + 1) if sheet.cell(HEADINGS, n).value == key)


@pytest.fixture
def trip(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Trip:
    monkeypatch.setenv("CLAP_LANG", "fr")
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return Trip(tmp_path, capsys)
