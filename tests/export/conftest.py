"""Reports to export: the real afternoon, and the same one with hostile words typed into it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest

from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.flow import CloseSession, EnterPhase, TakeNote
from game.core.moves.objectives import AmendObjective, DropLever
from game.core.moves.share import AddIntention
from game.core.report import Report, report
from game.core.session import Session, start
from tests.scenarios.test_afternoon import play, recording, workshop

MOMENT = Moment(5400, "2026-12-02T16:00:00")
HOSTILE = {
    "title": "=1+1",
    "department": '@SUM(A1:A9)\n"deuxième" ligne ; après',
    "indicator": "+33 5 61 00 00 00",
    "unit": "-2+3",
    "source": "\u202e=cmd|' /C calc'!A0\u202c 🌳 5\u202f000 \x07\x00",
    "means": '\t=HYPERLINK("x")',
    "cao": "＝1+1",
    "arbitration": "https://example.org/?a=1&b=<script>",
    "legal": "a" * 40_000,
}


def png() -> bytes:
    """Give a small picture, in place of the table's."""
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (64, 36), "#1B2230").save(out, "PNG")
    return out.getvalue()


def do(session: Session, command: object) -> Session:
    return fold(session, decide(session, command, MOMENT))  # type: ignore[arg-type]


def open_afternoon() -> Session:
    """Play the afternoon but for its last gesture: the session is still open."""
    played = recording()
    steps = tuple(step for step in played.steps if not isinstance(step.command, CloseSession))
    assert len(steps) == len(played.steps) - 1
    return play(replace(played, steps=steps), workshop()).session


@pytest.fixture(scope="session")
def left() -> Report:
    return report(play(recording(), workshop()).session)


@pytest.fixture(scope="session")
def opened() -> Session:
    return open_afternoon()


@pytest.fixture(scope="session")
def hostile(opened: Session) -> Report:
    """Give an afternoon with hostile words, a lever dropped, a target lowered, a baseline to be established."""
    session = do(opened, EnterPhase("objectifs"))
    for field, value in HOSTILE.items():
        session = do(session, AmendObjective("eau", field, value))
    session = do(session, DropLever("alimentation-durable", "critere-appro-direct", "=trop lourd", "enfance"))
    session = do(session, AmendObjective("alimentation-durable", "target", "25", "le budget", "enfance"))
    session = do(session, AmendObjective("sobriete-energie", "baseline", "à établir d'ici juin 2027"))
    session = do(session, AmendObjective("handicap", "baseline", "2,5"))
    session = do(session, AmendObjective("handicap", "deadline", "2028-09", "le calendrier", "solidarites"))
    session = do(do(session, EnterPhase("reperage")), AddIntention("sports", "", "=A1 \ud83c", "120000", "mars 2027"))
    return report(do(session, TakeNote("-note ; à lire\r\nsuite")))


@pytest.fixture(scope="session")
def blank() -> Report:
    """Give the report of a table nobody has touched."""
    return report(start(workshop()))
