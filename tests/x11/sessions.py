"""Session files to open at the table, made by the real desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.content.shelf import load_scenario
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.move import Command
from game.core.session import Session
from game.desk.opening import new_session
from tests.view.afternoon import PICKS, ROOT

ISSUES = (EnterPhase("enjeux"), *(PlaceIssue(card, family, place) for card, family, place, _ in PICKS))
LEVERS = (*ISSUES, EnterPhase("leviers"))
"""The afternoon up to its levers: eight issues placed."""


def made(home: Path, *commands: Command) -> Path:
    """Make a session file where home lists it, with these gestures."""
    folder = home / "sessions"
    folder.mkdir(parents=True)
    sources = load_scenario(ROOT / "scenarios" / "blagnac", ROOT / "decks")
    desk = new_session(folder / "Conseil.clap", sources, "90")
    try:
        for command in commands:
            assert desk.do(command) is None, command
        return desk.path
    finally:
        desk.close()


def same(one: Session, other: Session) -> bool:
    """Compare sessions of two openings: the texts they were opened with are the same, the objects are not."""
    return replace(one, workshop=other.workshop) == other
