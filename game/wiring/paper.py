"""A session played on paper, written anew: its cards placed in their phases, what the rules refuse told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.authoring.listing import Placing
from game.content.shelf import Sources
from game.core.agenda import Agenda
from game.core.errors import Refused
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.desk.desk import Desk
from game.desk.opening import new_session
from game.wiring.rehearsing import rehearsed
from game.words.catalogue import Speaker
from game.words.names import naming
from game.words.refusals import refusal


def opened(sources: Sources, agenda: str, out: Path, date: str) -> Desk:
    """Begin a session in a file, of the agenda named or of the first."""
    chosen = agenda or sources.scenario.agendas[0].id
    return new_session(out, rehearsed(sources, chosen), chosen, date=date)


def played(desk: Desk, found: Iterable[Placing]) -> list[tuple[Placing, Refused]]:
    """Place cards in their phases; give what the rules refuse."""
    refused, listed = [], list(found)
    for levers in (False, True):
        phase = phase_of(desk.session.workshop.agenda, "place_lever" if levers else "place_issue")
        mine = [one for one in listed if one.lever is levers]
        if mine and phase:
            desk.do(EnterPhase(phase))
        for one in mine:
            why = desk.do(placing(one))
            if why is not None:
                refused.append((one, why))
    return refused


def placing(one: Placing) -> PlaceIssue | PlaceLever:
    """Give the command that places a card."""
    return PlaceLever(one.card, one.issue) if one.lever else PlaceIssue(one.card, one.family, one.place)


def phase_of(agenda: Agenda, move: str) -> str:
    """Give the first phase of an agenda that has a move; none is empty."""
    return next((phase.id for phase in agenda.phases if move in phase.moves), "")


def worded(why: Refused, desk: Desk, said: Speaker) -> str:
    """Say why a card was not placed."""
    return refusal(why, said, naming(desk.session, said))
