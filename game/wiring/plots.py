"""The plan of a town met for the first time: laid out beside the table and kept, it takes shapely and some seconds."""

from __future__ import annotations

from dataclasses import replace

from game.core.session import Session
from game.core.town import Town
from game.desk.desk import Desk
from game.desk.errand import Errand
from game.table.answers import Shown


class Plots:
    """Lays out the plan of the session that is played, if no one has yet."""

    def __init__(self) -> None:
        self._desk: Desk | None = None
        self._errand: Errand[Town] | None = None

    def news(self, desk: Desk) -> Shown | None:
        """Have the plan drawn again once it is laid out; called at each turn of the table."""
        if desk is not self._desk:
            self._desk, self._errand = desk, _begun(desk)
        if self._errand is None or not self._errand.over:
            return None
        town, self._errand = self._errand.answer(), None
        if not town.plots:
            return None
        desk.furnish(town)
        return Shown()


def _begun(desk: Desk) -> Errand[Town] | None:
    session = desk.session
    if session.workshop.town.plots:
        return None
    return Errand(lambda: _town(session))


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
