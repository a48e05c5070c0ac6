"""`clap session pages`: what a new member leaves with, from a session that may be as old as the game."""

from __future__ import annotations

import lzma
from pathlib import Path
from typing import Any

from game.content.shelf import load_scenario
from game.core.report import report
from game.desk.desk import Desk
from game.desk.opening import new_session
from game.places import shelves
from game.table.answers import Begun, Shown
from game.view.answer.intents import Export
from game.view.answer.ui import Ui
from game.wiring import demo, takeaway
from game.wiring.requests import Requests
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


def played(path: Path, agenda: str, *, closed: bool) -> Desk:
    """Play the recorded afternoon, or open a table on an agenda."""
    if closed:
        show = demo.load(demo.DEMO, "fr")
        pace = demo.Pace(show.recording.date)
        desk = show.desk(path.parent, pace)
        assert all(demo.do(desk, step) is None for step in show.recording.steps)
        return desk
    return new_session(path, load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), agenda, date="2027-01-05")


def test_what_was_tried_out_is_not_in_the_pages_the_last_real_session_is(tmp_path: Path) -> None:
    trying = played(tmp_path / "essai.clap", "accueil", closed=False)
    assert takeaway.leaving(trying.session, tmp_path).adopted == ()
    real = played(tmp_path / "CLAP.clap", "90", closed=True)
    codes = {sheet.code for sheet in report(real.session).adopted}
    real.close()
    assert {sheet.code for sheet in takeaway.leaving(trying.session, tmp_path).adopted} == codes
    answer = Requests(never, never).answer(Export("pages", "sports"), trying, Ui())
    assert isinstance(answer, Begun)
    said = answer.work()
    assert isinstance(said, Shown)
    names = sorted(path.name for path in (tmp_path / "essai").iterdir())
    assert names == ["deux-pages-sports.pdf", "mes-dates-sports.ics"]
    ui = said.view(Ui())
    assert (ui.dialog, ui.papers.taken) == ("taken", tuple(names))
    assert said.view(Ui(dialog="note")).dialog == "note", "what is asked meanwhile is not covered"
    trying.close()


def never(*_: object) -> Any:
    """Answer what is not asked here."""
    raise AssertionError


def test_tables_that_counted_nothing_are_told(clap: Clap) -> None:
    file = clap.home / "old.clap"
    file.write_bytes(lzma.decompress(OLD.read_bytes()))
    said = clap("session", "effect", file, "--to", clap.home / "out")
    assert said.code == 1
    assert "1" in said.err
