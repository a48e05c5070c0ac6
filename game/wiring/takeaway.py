"""The two pages of a new member, made from the council's last real session, not from the one they try things out in.

An old session says nothing of who decides what: it borrows what its scenario says now.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from game.core.errors import GameError
from game.core.report import Report, report
from game.core.session import Session
from game.core.tryouts import counted
from game.desk.opening import open_session, sessions

LOOKED = 60
"""Session files that are looked into, those written last, to find the council's last one."""


def pages(session: Session, lang: str, folder: Path, family: str = "", beside: Path | None = None) -> tuple[Path, ...]:
    """Write the pages and dates of a family, or of all; `beside` is the folder where the council's sessions are.

    Gives the files written. Raises as `export.takeaway` does.
    """
    from game.export import takeaway

    return takeaway.export(leaving(session, beside), lang, folder, family)


def leaving(session: Session, beside: Path | None = None) -> Report:
    """Give the report a new member's pages are made from; nothing tried out is in it."""
    if not session.workshop.agenda.tryout:
        return report(taught(session))
    real = last(session.workshop.scenario.id, beside) if beside is not None else None
    return report(taught(real)) if real is not None else replace(report(taught(session)), objectives=())


def last(scenario: str, folder: Path) -> Session | None:
    """Find the council's last session of a scenario in a folder: closed, and one that counts."""
    closed = (one for one in sessions(folder, LOOKED) if one.problem is None and one.state == "closed")
    for one in closed:
        with suppress(GameError):
            session = counted(read(one.path))
            if session.workshop.scenario.id == scenario:
                return session
    return None


def read(path: Path) -> Session:
    """Give the session of a file as it is now. Raises JournalError as opening does."""
    desk = open_session(path, read_only=True)
    try:
        return desk.session
    finally:
        desk.close()


def taught(session: Session) -> Session:
    """Give a session that says who decides what: as its own texts do, else as its scenario on the shelf does now."""
    from game.wiring.reviewing import on_the_shelf

    old = session.workshop
    installed = None
    with suppress(GameError):  # it is no longer there, or no longer sound
        installed = on_the_shelf(old.scenario.id) if not old.scenario.takeaway.strip else None
    if installed is None:
        return session
    deck = replace(old.deck, glossary=old.deck.glossary or installed.deck.glossary)
    scenario = replace(old.scenario, takeaway=installed.scenario.takeaway)
    return replace(session, workshop=replace(old, deck=deck, scenario=scenario))
