"""The two pages of a new member, made from a session: an old one borrows what its scenario says of them now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.content.problems import ContentError
from game.content.shelf import load_scenario
from game.core.errors import GameError
from game.core.report import Report, report
from game.core.session import Session
from game.places import shelves


def leaving(session: Session) -> Report:
    """Give the report a new member's pages are made from."""
    if session.workshop.scenario.takeaway.strip:
        return report(session)
    try:
        installed = load_scenario(shelves.scenario(session.workshop.scenario.id).parent, shelves.decks())
    except (GameError, ContentError):  # it is not on this computer, or no longer sound
        return report(session)
    old = session.workshop
    glossary = old.deck.glossary or installed.deck.glossary
    workshop = replace(
        old,
        deck=replace(old.deck, glossary=glossary),
        scenario=replace(old.scenario, takeaway=installed.scenario.takeaway),
    )
    return report(replace(session, workshop=workshop))


def pages(session: Session, lang: str, folder: Path, family: str = "") -> tuple[Path, ...]:
    """Write the pages and dates of a family, or of all. Raises as `export.takeaway` does."""
    from game.export import takeaway

    return takeaway.export(leaving(session), lang, folder, family)
