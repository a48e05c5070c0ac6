"""`clap session pages`: what a new member leaves with, from a session that may be as old as the game."""

from __future__ import annotations

import lzma
from pathlib import Path

from tests.cli.conftest import Clap
from tests.export.reading import INFO, PDFTOTEXT, pdf_info, pdf_text

OLD = Path(__file__).parent.parent / "desk" / "former" / "version-1.clap.xz"


@INFO
@PDFTOTEXT
def test_an_old_session_gives_its_pages_and_an_unknown_family_is_told(clap: Clap) -> None:
    file = clap.home / "old.clap"
    file.write_bytes(lzma.decompress(OLD.read_bytes()))
    said = clap("session", "pages", file, "--to", clap.home / "out", "--family", "travau")
    assert said.code == 1
    assert "travaux" in said.err
    said = clap("session", "pages", file, "--to", clap.home / "out", "--family", "travaux", "--lang", "en")
    assert said.code == 0, said.err
    names = sorted(path.name for path in (clap.home / "out").iterdir())
    assert names == ["my-dates-travaux.ics", "two-pages-travaux.pdf"]
    pdf = (clap.home / "out" / names[1]).read_bytes()
    assert pdf_info(pdf, clap.home)["Pages"] == "2"
    assert "Contract notice" in pdf_text(pdf, clap.home)
