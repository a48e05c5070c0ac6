"""The recorded afternoon as it was when it was frozen (recorded/): deck, scenario, plan and steps stay the same.

What `clap demo` plays may change with the deck; what is measured must not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.content.recording import REDO, UNDO, Recorded, Recording, read_recording
from game.content.shelf import Sources, load_scenario
from game.core.moves.flow import CloseSession, EnterPhase
from game.desk.desk import Desk
from game.desk.opening import new_session

FROZEN = Path(__file__).parent / "recorded"


def frozen() -> Sources:
    """Read the deck, the scenario and the plan."""
    return load_scenario(FROZEN, FROZEN)


def recording() -> Recording:
    """Read the steps."""
    found, problems = read_recording((FROZEN / "demo.yaml").read_bytes(), "demo.yaml")
    if found is None:
        raise RuntimeError(str(problems))
    return found


class Afternoon:
    """The afternoon on a desk, played as far as one asks."""

    def __init__(self, path: Path) -> None:
        played = recording()
        self.desk: Desk = new_session(path, frozen(), played.agenda, date=played.date)
        self.steps = played.steps
        """Its steps, whatever was played of them."""
        self._rest: Iterator[Recorded] = iter(played.steps)
        self._next: Recorded | None = next(self._rest)

    def until(self, phase: str) -> None:
        """Play on, until the step that opens a phase is the next one; "" is the end, the session still open."""
        while self._next is not None and not isinstance(self._next.command, CloseSession):
            if phase and self._next.command == EnterPhase(phase):
                break
            did(self.desk, self._next)
            self._next = next(self._rest, None)


def did(desk: Desk, step: Recorded) -> None:
    """Play one step; a refusal that is not recorded stops the benchmark."""
    if step.kind in (UNDO, REDO):
        refused = desk.undo() if step.kind == UNDO else desk.redo()
    else:
        refused = desk.do(step.command) if step.command is not None else None
    if refused is not None and refused.code != step.refused:
        raise RuntimeError(f"{step}: {refused.code}")
