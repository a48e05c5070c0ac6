"""A session that follows another: a new file that takes over the former's objectives; the former is only read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from game.content.shelf import Sources, deck_of
from game.core.carrying import carried, former
from game.core.errors import JournalError, SetupError
from game.core.moves.measures import CarryObjectives
from game.core.review import STOPPED
from game.core.scenario import Scenario
from game.core.session import Session
from game.core.tryouts import counted
from game.desk.clocks import Clocks
from game.desk.desk import Desk
from game.desk.opening import DECK, DUTIES, IMAGE, MAP, SCENARIO, new_session, open_session
from game.desk.tracing import traces

Find = Callable[[str], Sources | None]
"""Gives the scenario of an id as it stands on the shelf now, None when it is not there any more."""


def follow(
    path: Path, last: Path, find: Find, *, agenda: str = "", date: str = "", clocks: Clocks | None = None
) -> Desk:
    """Begin the session that reviews another one, in a new file, and hold it.

    It is played with the scenario as it stands on the shelf now, or with the texts the former session holds. Without a
    `date`, it is today's, never before the former's. Raises JournalError as opening and creating do; SetupError:
    tryout_session, nothing_to_review, review_before, no_review_agenda.
    """
    desk = open_session(last, read_only=True)
    try:
        session, log, texts = counted(desk.session), desk.log(), dict(desk.sources)
    finally:
        desk.close()
    clocks = clocks or Clocks()
    date = date or max(clocks.wall()[:10], session.date)  # a demonstration is dated ahead
    _follows(session, last, date)
    sources = find(session.workshop.scenario.id) or begun_with(session, texts)
    taking = CarryObjectives(
        former(session, sources.deck, last.name, _digest(last)), carried(session, sources.deck, traces(log))
    )
    chosen = review_agenda(sources.scenario, agenda)
    return new_session(path, sources, chosen, date=date, clocks=clocks, taking=taking)


def _follows(session: Session, last: Path, date: str) -> None:
    """Refuse what cannot be reviewed: a session that decided nothing, one that lies ahead."""
    adopted = any(sheet.adopted for sheet in session.sheets)
    if not adopted and all(one.status == STOPPED for one in session.carried):
        raise SetupError("nothing_to_review", path=str(last))
    if date < session.date:
        raise SetupError("review_before", date=date, before=session.date)


def begun_with(session: Session, texts: Mapping[str, bytes]) -> Sources:
    """Give back what a session was begun with, from the texts its file holds."""
    workshop = session.workshop
    read = deck_of(texts[DECK]), workshop.scenario, workshop.town
    law = texts.get(DUTIES, b""), workshop.duties
    pictures = ((name.removeprefix(IMAGE), data) for name, data in texts.items() if name.startswith(IMAGE))
    return Sources(texts[DECK], texts[SCENARIO], texts[MAP], *read, (), tuple(pictures), None, *law)


def review_agenda(scenario: Scenario, wanted: str = "") -> str:
    """Give the agenda that begins with a review: the one asked for, else the first. SetupError no_review_agenda."""
    able = [agenda.id for agenda in scenario.agendas if any("follow_up" in phase.moves for phase in agenda.phases)]
    found = wanted if wanted in able else "" if wanted else next(iter(able), "")
    if not found:
        raise SetupError("no_review_agenda", name=scenario.id, known=", ".join(able) or "–")
    return found


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise JournalError("unreadable", path=str(path)) from error
