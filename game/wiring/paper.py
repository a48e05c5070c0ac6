"""A session played on paper, written anew: from a list that was typed, or from photographs of the table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from game.authoring.listing import Placing
from game.content.shelf import Sources
from game.core.agenda import Agenda
from game.core.cards import Deck
from game.core.errors import Refused
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.scenario import Scenario
from game.core.town import Town as Plan
from game.desk.desk import Desk
from game.desk.opening import new_session
from game.photo.eye import Seen
from game.photo.reading import Known, Reading, read
from game.printing import families, poster, shared
from game.wiring.rehearsing import rehearsed
from game.wiring.settings import LANGUAGES
from game.words.catalogue import Speaker, speaker
from game.words.names import naming
from game.words.refusals import refusal


class Town(Protocol):
    """What is played: the sources of a session to be, or the workshop of one that is open."""

    @property
    def deck(self) -> Deck: ...  # noqa: D102
    @property
    def scenario(self) -> Scenario: ...  # noqa: D102
    @property
    def town(self) -> Plan: ...  # noqa: D102


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


def brought(photos: list[Seen], played: Town) -> Reading:
    """Read photographs of a town's table, together; its plan is laid out only if codes are of no card and no board."""
    scenario = played.scenario
    own = (sheet for one in scenario.agendas for sheet in families.sheets(scenario, one.limits))
    boards = tuple(dict.fromkeys((shared.sheet(scenario), *own)))
    reading = read(photos, Known(played.deck, scenario, boards))
    if not reading.others:
        return reading
    town = poster.Town(played.deck, scenario, played.town)
    plans = dict.fromkeys(poster.sheet(town, speaker(lang)) for lang in LANGUAGES)
    return read(photos, Known(played.deck, scenario, (*boards, *plans)))


def placings(reading: Reading) -> list[Placing]:
    """Give what may be written of a reading: nothing that is in doubt."""
    return [Placing(0, one.card, "" if one.issue else one.family, one.place, one.issue) for one in reading.sure]
