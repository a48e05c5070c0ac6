"""Sessions to play gestures in, brought from one moment of the workshop to the next: the afternoon, or many cards."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from benchmarks.afternoon import Afternoon
from benchmarks.rooms import did, half_placed
from game.core.moves.flow import EnterPhase
from game.core.moves.move import Command
from game.core.moves.votes import CloseBallot, LayToken
from game.desk.desk import Desk

AFTERNOON = "afternoon"
MOMENTS = {"board": "arbitrage", "sheets": "generique", "credits": ""}
"""The moments gestures belong to, in their order, and the phase that opens after each."""


class Playroom(Protocol):
    """A session that can be brought on."""

    desk: Desk

    def until(self, phase: str) -> None:
        """Play until a phase is to be opened next; "" is the end."""


class HalfPlaced:
    """A session with so many cards, half of them placed."""

    def __init__(self, path: Path, count: int) -> None:
        self.desk = half_placed(path, count)

    def until(self, phase: str) -> None:
        """Go to the phase before; the vote is held on the way."""
        if phase == "generique" and not self.desk.session.ballot.closed:
            did(self.desk, EnterPhase("arbitrage"), *_ballot(self.desk), CloseBallot(), EnterPhase("objectifs"))
        if not phase:
            did(self.desk, EnterPhase("generique"))


def _ballot(desk: Desk) -> list[Command]:
    """Give seven tokens a seat, on five issues, no two of which get as many."""
    picks = [issue.card for issue in desk.session.issues[:5]]
    return [
        LayToken(sitting.seat.id, picks[pick])
        for n, sitting in enumerate(desk.session.voters)
        for pick in (0, 0, 0, 1, 1, 2, 3 if n else 4)
    ]


def playroom(deck: str, folder: Path) -> Playroom:
    """Begin the afternoon, or a session with so many cards."""
    return Afternoon(folder / "a.clap") if deck == AFTERNOON else HalfPlaced(folder / "h.clap", int(deck))
