"""Try-out sessions: what is played there is for learning, and nothing of it leaves the room."""

from __future__ import annotations

from game.core.errors import SetupError
from game.core.session import Session


def counted(session: Session) -> Session:
    """Give a session that counts. Raises SetupError tryout_session for one that does not: no paper, no review of it."""
    if session.workshop.agenda.tryout:
        raise SetupError("tryout_session")
    return session
