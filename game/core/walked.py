"""Which phases of its agenda a session has been in, and those that going to another would leave out."""

from __future__ import annotations

from game.core.agenda import Phase
from game.core.session import Session


def opened(session: Session) -> frozenset[str]:
    """Give the phases that were opened, by id: time ran in them."""
    return frozenset(timer.phase for timer in session.timers)


def leapt(session: Session, to: str) -> tuple[Phase, ...]:
    """Give the phases between the one that runs and a later one that nobody has opened; none on the way back."""
    agenda, known = session.workshop.agenda, opened(session)
    before = len(agenda.before(session.phase))
    return tuple(phase for phase in agenda.before(to)[before + 1 :] if phase.id not in known)
