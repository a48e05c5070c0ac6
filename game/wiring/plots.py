"""The plan of a town met for the first time: laid out beside the table and kept, it takes shapely and some seconds."""

from __future__ import annotations

from dataclasses import replace

from game.core.session import Session
from game.core.town import Town
from game.desk.desk import Desk
from game.desk.errand import Errand
from game.table.kit import Answer
from game.table.kit import Desk as Seat
from game.view.ui import Ui


class Plots:
    """Lays out the plan of the session that is played, if no one has yet."""

    def __init__(self) -> None:
        self._desk: Seat | None = None
        self._errand: Errand[Town] | None = None

    def news(self, desk: Seat, ui: Ui) -> Answer | None:
        """Have the plan drawn again once it is laid out; called at each turn of the table."""
        if desk is not self._desk:
            self._desk, self._errand = desk, _begun(desk)
        if self._errand is None or not self._errand.over:
            return None
        town, self._errand = self._errand.answer(), None
        if not isinstance(desk, Desk) or not town.plots:
            return None
        desk.furnish(town)
        return Answer()


def _begun(desk: Seat) -> Errand[Town] | None:
    session = desk.session
    if not isinstance(session, Session) or session.workshop.town.plots:
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
