"""Real sessions on the real deck and scenario, made by commands: what the tests of screens look at."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.content.shelf import load_scenario
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.scenario import Workshop
from game.core.session import Session, start

ROOT = Path(__file__).parents[2]
DATE = "2026-12-02"

PICKS = (
    ("sobriete-energie", "travaux", "ecole-les-pres", ("cout-cycle-vie",)),
    ("insertion-emploi", "travaux", "ecole-rene-cassin", ("clause-insertion", "facilitateur-clauses")),
    ("biodiversite-ville", "urbain", "place-navarre", ("clause-verte",)),
    ("reemploi-recycle", "urbain", "ctm", ("reemploi-dabord",)),
    ("alimentation-durable", "enfance", "rmr-cuisine", ("menus-saison", "critere-appro-direct")),
    ("maitrise-budget", "enfance", "ecole-aerogare", ("mutualiser",)),
    ("eau", "sports", "piscine-ramiers", ("marche-performance",)),
    ("handicap", "solidarites", "ccas", ("reserver-handicap",)),
)
"""The afternoon of rules.md."""


@cache
def workshop(agenda: str = "90") -> Workshop:
    """Read Blagnac."""
    folder = ROOT / "scenarios" / "blagnac"
    return load_scenario(folder, ROOT / "decks").workshop(agenda)


def played(session: Session, *commands: object) -> Session:
    """Do commands one after the other; a refusal fails the test."""
    for command in commands:
        session = fold(session, decide(session, command, Moment(clock=0, at=f"{DATE}T14:00:00")))  # type: ignore[arg-type]
    return session


def opened(agenda: str = "90") -> Session:
    """Give an open session, in its first phase."""
    return played(start(workshop(agenda)), OpenTable("", DATE), EnterPhase("reperage"))


def issues() -> Session:
    """Give the phase Enjeux, nothing placed."""
    return played(opened(), EnterPhase("enjeux"))


def placed() -> Session:
    """Give the phase Leviers, the afternoon's eight issues placed."""
    session = played(issues(), *(PlaceIssue(card, family, place) for card, family, place, _ in PICKS))
    return played(session, EnterPhase("leviers"))


def picked() -> Session:
    """Give the phase Leviers, the afternoon's eight picks made."""
    levers = ((lever, card) for card, _, _, names in PICKS for lever in names)
    return played(placed(), *(PlaceLever(lever, card) for lever, card in levers))


def full() -> Session:
    """Give a full board: ten issues with the longest labels, fifteen levers with the longest labels."""
    session, deck, town = issues(), workshop().deck, workshop().scenario
    names = iter(sorted(deck.issues, key=lambda card: -len(card.label.say("fr"))))
    places = {role.id: [p.id for p in town.places if role.id in p.families] for role in town.families}
    for role in town.families:
        for i in range(2):
            spot = places[role.id][i % len(places[role.id])]
            session = played(session, PlaceIssue(next(names).id, role.id, spot))
    session = played(session, EnterPhase("leviers"))
    longest = sorted(deck.levers, key=lambda card: -len(card.label.say("fr")))
    for n, role in enumerate(town.families):
        first, second = session.issues_of(role.id)
        for lever, issue in zip(longest[n * 3 : n * 3 + 3], (first, first, second), strict=True):
            session = played(session, PlaceLever(lever.id, issue.card))
    return session


SESSIONS = {"opened": opened, "issues": issues, "placed": placed, "picked": picked, "full": full}
"""Sessions by name, for the look tool."""
