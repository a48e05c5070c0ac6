"""Sessions to play gestures in, brought from one moment of the workshop to the next: the afternoon, or many cards."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from benchmarks.afternoon import Afternoon
from game.desk.desk import Desk

MOMENTS = {"board": "arbitrage", "sheets": "generique"}
"""The moments gestures belong to, in their order, and the phase that opens after each."""


class Playroom(Protocol):
    """A session that can be brought on."""

    desk: Desk

    def until(self, phase: str) -> None:
        """Play until a phase is to be opened next."""


def playroom(deck: str, folder: Path) -> Playroom:
    """Begin the afternoon, or a session with so many cards."""
    return Afternoon(folder / "afternoon.clap")
