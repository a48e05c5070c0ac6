"""A try-out session: begun on what the council's last real session decided, else on what its demonstration does."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from game.content.recording import REDO, UNDO, Recorded, Recording, read_recording
from game.content.shelf import Sources, read_bytes
from game.core.carrying import carried, former
from game.core.errors import GameError, Refused
from game.core.history import History
from game.core.moment import Moment
from game.core.moves import decide
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.measures import CarryObjectives
from game.core.moves.move import Command
from game.core.session import Session, start
from game.core.values import replace
from game.desk.desk import Desk
from game.desk.opening import new_session
from game.places import shelves
from game.wiring.takeaway import last

FILE = "demo.yaml"
"""The recording beside a scenario."""


def tried(path: Path, ready: Sources, agenda: str) -> Desk:
    """Begin a try-out of what was rehearsed, in a new file, at its first phase; what the council decided is only read.

    Raises JournalError, ContentError, as opening does.
    """
    taking = _taken(ready, path.parent)
    desk = new_session(path, ready, agenda, taking=taking, series="")
    desk.do(EnterPhase(desk.session.workshop.agenda.phases[0].id))
    return desk


def _taken(sources: Sources, folder: Path) -> CarryObjectives | None:
    """Give what there is to read: of the last session in a folder, else of the demonstration, else nothing."""
    real = last(sources.scenario.id, folder)
    found = real or demonstrated(sources)
    if found is None:
        return None
    told = former(found, sources.deck, "", hashlib.sha256(found.mark.encode()).hexdigest())
    told = told if real is not None else replace(told, title="", date="")  # an example has neither name nor day
    return CarryObjectives(told, carried(found, sources.deck))


def demonstrated(sources: Sources) -> Session | None:
    """Give the end of a scenario's recorded workshop, played without a file; None where it has none that plays."""
    with suppress(GameError):
        folder = shelves.scenario(sources.scenario.id).parent
        recording, _ = read_recording(read_bytes(folder / FILE), FILE)
        return _played(sources, recording) if recording is not None else None
    return None


def _played(sources: Sources, recording: Recording) -> Session:
    history = History(start(sources.workshop(recording.agenda)))
    at = f"{recording.date}T14:00:00"
    _do(history, OpenTable(recording.title.say("fr"), recording.date), at)
    for step in recording.steps:
        _step(history, step, at)
    return history.session


def _step(history: History, step: Recorded, at: str) -> None:
    """Play one step; a refusal is part of the play."""
    with suppress(Refused):
        if step.kind == UNDO:
            history.undo()
        elif step.kind == REDO:
            history.redo()
        elif step.command is not None:
            _do(history, step.command, at)


def _do(history: History, command: Command, at: str) -> None:
    events = decide(history.session, command, Moment(0, at, 0))
    if events:
        history.record(events)
