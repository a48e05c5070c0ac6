"""The agenda of a meeting: from a town, from a session to hold, after a closed one; on one page whatever it holds."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.meetings import prepared
from game.content.shelf import load_scenario
from game.core.moves.seats import InviteGuest
from game.core.moves.share import AddIntention, BringIntentions
from game.core.text import same
from game.desk.opening import new_session
from game.places import shelves
from game.printing.meeting import page
from game.wiring.demo import Pace, do, load
from game.words.catalogue import speaker
from tests.cli.conftest import Clap


def text_of(pdf: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext, of poppler-utils, is not there")
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def closed(folder: Path) -> Path:
    """Give the recorded afternoon as a closed session; nothing of it is exported."""
    show = load("blagnac", "fr")
    desk = show.desk(folder, Pace(show.recording.date))
    for step in show.recording.steps:
        assert do(desk, step) is None
    desk.close()
    return desk.path


def test_the_meeting_after_a_closed_session_reviews_its_objectives(clap: Clap) -> None:
    file = clap.home / "a.pdf"
    said = clap("agenda", closed(clap.home), "--date", "2027-03-15", "--to", file)
    assert said.code == 0, said
    told = text_of(file)
    for rank in range(1, 6):
        assert f"CLAP-2026-T4-0{rank}" in said.out
        assert f"CLAP-2026-T4-0{rank}" in told
    assert "15 mars 2027 (2027-T1)" in said.out
    assert "Revue des objectifs en cours" in said.out
    assert "décembre 2026" not in said.out.split("Intentions d'achat")[1]
    assert re.search(r"\d+ intentions déjà lancées", said.out)
    data = file.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    assert b"/StructTreeRoot" in data


def test_a_session_to_hold_names_its_guests_and_what_departments_brought(clap: Clap) -> None:
    sources = load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    desk = new_session(clap.home / "s.clap", sources, sources.scenario.agendas[0].id, date="2026-12-02")
    desk.do(InviteGuest("Facilitateur de clauses"))
    desk.do(BringIntentions((AddIntention("sports", "", "Buts", "9000", "2027-01", department="Vie sportive"),)))
    desk.close()
    said = clap("agenda", clap.home / "s.clap")
    assert said.code == 0
    assert "2 décembre 2026" in said.out
    assert "Facilitateur de clauses" in said.out.split("Invités")[1]
    assert re.search(r"janvier 2027 +Buts +Sports, loisirs .*Vie sportive", said.out)
    assert "Aucun objectif d'une réunion précédente." in said.out


def test_a_town_alone_in_english(clap: Clap) -> None:
    said = clap("agenda", "--scenario", "blagnac", "--lang", "en")
    assert (said.code, said.out.splitlines()[1]) == (0, "Date to be fixed")
    assert "Energy retrofit of Les Prés school" in said.out


def test_what_is_asked_wrong_is_one_sentence(clap: Clap) -> None:
    assert clap("agenda").code == 2
    assert clap("agenda", "--scenario", "blagnac", "--date", "hier").code == 1
    assert clap("agenda", "--scenario", "blagnac", "--agenda", "rien").code == 1
    assert clap("agenda", "--scenario", "blagnac", "--to", clap.home / "a.doc").code == 1


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_sixty_intentions_still_hold_on_one_page_and_the_rest_is_counted(tmp_path: Path, lang: str) -> None:
    found = prepared(None, "blagnac", "", "2026-12-02")
    one = found.intentions[0]
    many = tuple(replace(one, id=f"x{n}", title=same(f"Achat {n} : " + "mot " * 12)) for n in range(120))
    printed = page(replace(found, intentions=many), speaker(lang))
    assert len(re.findall(rb"/Type\s*/Page\b", printed.pdf)) == 1
    file = tmp_path / "a.pdf"
    file.write_bytes(printed.pdf)
    told = text_of(file)
    left = re.search(r"(?:et|and) (\d+) (?:autres|more)\.", told)
    assert left is not None
    shown = len(set(re.findall(r"Achat (\d+)", told)))
    assert shown + int(left[1]) == 120


def test_the_page_of_whoever_leads_is_written_as_a_pdf_and_no_other_way(clap: Clap) -> None:
    to = clap.home / "page.pdf"
    assert clap("guide", "--scenario", "blagnac", "--agenda", "45", "--to", to).code == 0
    assert to.read_bytes().startswith(b"%PDF")
    refused = clap("guide", "--scenario", "blagnac", "--to", clap.home / "page.doc")
    assert refused.code == 1
    assert ".pdf" in refused.err
