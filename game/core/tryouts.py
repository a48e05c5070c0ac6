"""Sessions that do not count: try-outs, played to learn, and the "and if" of another session. No paper tells them."""

from __future__ import annotations

from game.core.errors import SetupError
from game.core.session import Session


def counted(session: Session) -> Session:
    """Give a session that counts. Raises SetupError tryout_session, branch_session: no paper, no review of it."""
    if session.workshop.agenda.tryout:
        raise SetupError("tryout_session")
    if session.branch:
        raise SetupError("branch_session", file=session.branch)
    return session
