"""What leaves the room is read by the guard: sheets, arbitrations and notes; SMART says so and nothing is refused."""

from __future__ import annotations

import re

import pytest

from game.core.doubtful import doubtful
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.flow import EnterPhase, TakeNote
from game.core.moves.objectives import AmendObjective
from game.core.report import report
from game.core.session import Session
from game.core.sheets import objective
from game.core.smart import smart
from game.export.blocks import Grid, Heading
from game.export.minutes import minutes
from game.places import shelves
from tests.export.conftest import open_afternoon

AT = Moment(5400, "2026-12-02T16:00:00")


@pytest.fixture(scope="module")
def afternoon() -> Session:
    session = open_afternoon()
    return fold(session, decide(session, EnterPhase("objectifs"), AT))


def amended(session: Session, field: str, words: str) -> Session:
    return fold(session, decide(session, AmendObjective("eau", field, words), AT))


def realistic(session: Session) -> tuple[bool, str]:
    sheet = objective(session, "eau")
    assert sheet is not None
    mark = next(one for one in smart(session, sheet) if one.letter == "R")
    return mark.held, mark.reason


def test_the_afternoon_has_nothing_to_read_again(afternoon: Session) -> None:
    assert doubtful(afternoon) == ()
    assert realistic(afternoon) == (True, "held")


@pytest.mark.parametrize(("field", "words", "kind"), [
    ("title", "Acheter des pompes Grundfos de la région", "local"),
    ("indicator", "Part des produits d'Occitanie", "local"),
    ("means", "Choisir la marque Bosch", "brand"),
    ("arbitration", "Exiger le label Max Havelaar", "label"),
])  # fmt: skip
def test_a_sheet_is_told_on_its_mark_and_in_the_minutes(afternoon: Session, field: str, words: str, kind: str) -> None:
    session = amended(afternoon, field, words)
    assert realistic(session) == (False, kind)
    assert [(one.where, one.code, one.found.kind) for one in doubtful(session)] == [(field, "CLAP-2026-T4-03", kind)]
    for lang, head in (
        ("fr", "Formulations à revoir avant signature"),
        ("en", "Wordings to read again before signing"),
    ):
        blocks = minutes(report(session), lang).blocks
        at = next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.words == head)
        grid = next(one for one in blocks[at:] if isinstance(one, Grid))
        assert words in grid.rows[0][0].replace("’", "'")
        assert all(grid.rows[0])


def test_a_note_is_read_too(afternoon: Session) -> None:
    session = fold(afternoon, decide(afternoon, TakeNote("On préfère les artisans blagnacais."), AT))
    assert [(one.where, one.found.said) for one in doubtful(session)] == [("note", "artisans blagnacais")]


def test_no_sentence_says_that_law_was_verified() -> None:
    told = re.compile(r"droit (a été |est )?vérifié|law (was |is )?(checked|verified)", re.IGNORECASE)
    for file in (shelves.assets() / "locale").rglob("*.po"):
        assert not told.search(file.read_text(encoding="utf-8")), file
