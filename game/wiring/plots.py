"""The plan of a town met for the first time: laid out beside the table and kept, it takes shapely and some seconds."""

from __future__ import annotations

from dataclasses import replace

from game.core.session import Session
from game.core.town import Town
from game.desk.background import Job
from game.desk.desk import Desk
from game.table.answers import Shown


class Plots:
    """Lays out the plan of the session that is played, if no one has yet."""

    def __init__(self) -> None:
        self._desk: Desk | None = None
        self._job: Job[Town] | None = None

    def news(self, desk: Desk) -> Shown | None:
        """Have the plan drawn again once it is laid out; called at each turn of the table."""
        if desk is not self._desk:
            self._desk, self._job = desk, _begun(desk)
        if self._job is None or not self._job.over:
            return None
        town, self._job = self._job.answer(), None
        if not town.plots:
            return None
        desk.furnish(town)
        return Shown()


def _begun(desk: Desk) -> Job[Town] | None:
    session = desk.session
    if session.workshop.town.plots:
        return None
    return Job(lambda: _town(session))


def _town(session: Session) -> Town:
    from game.content.layout import laid_out

    try:
        return laid_out(session.workshop.town, session.workshop.scenario)
    except Exception:  # shapely may stumble on a map in any way; it is then played with names across the top
        return session.workshop.town


def laid(session: Session) -> Session:
    """Give a session with its plan laid out, worked out now if need be (some seconds)."""
    if session.workshop.town.plots:
        return session
    return replace(session, workshop=replace(session.workshop, town=_town(session)))
