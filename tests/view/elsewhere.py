"""Sessions of the scenarios besides Blagnac, their recorded workshop played to some point; for the look tool and tests.

`python -m tests.view.look tests.view.elsewhere:cantine`
"""

from __future__ import annotations

from functools import cache, partial

from game.content.recording import Recording, read_recording
from game.content.shelf import load_scenario
from game.core.errors import Refused
from game.core.history import History
from game.core.moment import Moment
from game.core.moves import decide
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.scenario import Workshop
from game.core.session import Session, start
from game.places import shelves
from game.view.answer.shelf import Shelf


@cache
def recording(name: str) -> Recording:
    """Read a scenario's recorded workshop, which must be sound."""
    file = shelves.scenario(name).with_name("demo.yaml")
    found, problems = read_recording(file.read_bytes(), file.name)
    assert found is not None, problems
    return found


@cache
def workshop(name: str) -> Workshop:
    """Read a scenario with the agenda of its recorded workshop."""
    sources = load_scenario(shelves.scenario(name).parent, shelves.decks())
    return sources.workshop(recording(name).agenda)


def played(name: str, before: int = 0) -> Session:
    """Play a recorded workshop until it enters its nth phase, or to its end. A refusal must be the one recorded."""
    tape = recording(name)
    last = workshop(name).agenda.phases[before - 1].id if before else ""
    history = History(start(workshop(name)))
    history.record(decide(history.session, OpenTable("", tape.date), Moment()))
    for step in tape.steps:
        if isinstance(step.command, EnterPhase) and step.command.phase == last:
            break
        if step.kind in ("undo", "redo"):
            getattr(history, step.kind)()
        elif step.command is not None:
            _do(history, step.command, step.refused)
    return history.session


def _do(history: History, command: object, expected: str) -> None:
    try:
        events = decide(history.session, command, Moment(clock=0, at="2026-12-02T14:00:00"))  # type: ignore[arg-type]
    except Refused as why:
        if why.code != expected:
            raise
    else:
        history.record(events)


def shelf() -> Shelf:
    """Give what home offers."""
    from game.wiring.play import requests

    return Shelf(requests().shelf().offers)


SESSIONS = {
    f"{name}{suffix}": partial(played, name, before)
    for name in ("cantine", "drumsallow")
    for suffix, before in (("-guessed", 2), ("-issues", 3), ("", 4), ("-voted", 5), ("-adopted", 6), ("-end", 0))
}
"""Sessions by name, for the look tool."""
