"""The effect page: what was known before and after, added up over tables, with nobody in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.export import effect
from game.export.blocks import Grid
from game.export.telling import Voice
from tests.export.reading import PDFTOTEXT, pdf_text
from tests.view.test_survey import counted


@pytest.mark.parametrize("lang", ["fr", "en"])
@PDFTOTEXT
def test_the_page_adds_up_tables_question_by_question(lang: str, tmp_path: Path) -> None:
    one = counted()
    (grid,) = (block for block in effect.paper((one, one), Voice(lang)).blocks if isinstance(block, Grid))
    assert len(grid.rows) == 5
    assert grid.rows[0][2].startswith(("2 sur 2", "2 of 2"))
    assert grid.rows[1][3].startswith(("0 sur 2", "0 of 2"))
    (file,) = effect.export((one, one), lang, tmp_path)
    said = pdf_text(file.read_bytes(), tmp_path)
    assert "2" in said
    assert file.name == "effet.pdf" or lang == "en"
