"""The afternoon of rules.md, played by the real rules up to any moment: what the council's screens are shown with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.content.deck import read_deck
from game.content.scenario import read_scenario
from game.core.errors import Refused
from game.core.moment import Moment
from game.core.moves import decide, fold, refusal
from game.core.moves.arbitration import ArbitrateTension, DrawEvent
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.moves.move import Command
from game.core.moves.objectives import AdoptObjective, AmendObjective
from game.core.moves.votes import CloseBallot, LayToken, SettleTie
from game.core.objective import missing, objective, objectives
from game.core.scenario import Workshop
from game.core.session import Session, start
from game.core.town import Town
from game.view.gestures import Meaning, PickSpot, TokenThing
from game.view.ui import Ui
from game.words.catalogue import speaker
from tests.view.room import HD, Hands

ROOT = Path(__file__).parents[2]
AT = "2026-12-02T14:00:00"
PLACED = (
    ("sobriete-energie", "travaux", "ecole-les-pres", ("cout-cycle-vie",)),
    ("insertion-emploi", "travaux", "ecole-rene-cassin", ("clause-insertion", "facilitateur-clauses")),
    ("biodiversite-ville", "urbain", "place-navarre", ("clause-verte",)),
    ("reemploi-recycle", "urbain", "ctm", ("reemploi-dabord",)),
    ("alimentation-durable", "enfance", "rmr-cuisine", ("menus-saison", "critere-appro-direct")),
    ("maitrise-budget", "enfance", "ecole-aerogare", ("mutualiser",)),
    ("eau", "sports", "piscine-ramiers", ("marche-performance",)),
    ("handicap", "solidarites", "ccas", ("reserver-handicap",)),
)
VOTES = (9, 5, 7, 3, 10, 2, 8, 5)
MOMENTS = ("laid", "voting", "tied", "settled", "sheets", "adopted", "credits")


@cache
def workshop(agenda: str = "90") -> Workshop:
    deck, faults = read_deck((ROOT / "decks/clap/deck.yaml").read_bytes(), "deck.yaml")
    assert deck is not None, faults
    scenario, faults = read_scenario((ROOT / "scenarios/blagnac/scenario.yaml").read_bytes(), "scenario.yaml", deck)
    assert scenario is not None, faults
    chosen = scenario.agenda(agenda)
    assert chosen is not None
    return Workshop(deck, scenario, Town("Blagnac", (0, 0, 1, 1), (), ()), chosen)


def do(session: Session, *commands: Command) -> Session:
    """Do commands by the rules."""
    for command in commands:
        session = fold(session, decide(session, command, Moment(at=AT)))
    return session


def tokens(session: Session, votes: tuple[int, ...]) -> Session:
    """Lay votes, seat after seat, within the limits."""
    limits = session.limits
    for (card, *_), wanted in sorted(zip(PLACED, votes, strict=True), key=lambda pair: -pair[1]):
        for _ in range(wanted):
            free = [s.seat.id for s in session.voters if session.ballot.count(card, s.seat.id) < limits.tokens_per_pick]
            seat = min(free, key=session.ballot.spent)
            session = do(session, LayToken(seat, card))
    return session


def _laid(agenda: str) -> Session:
    session = do(start(workshop(agenda)), OpenTable("Atelier", AT[:10]), EnterPhase("enjeux"))
    taken: set[str] = set()
    rows = [row for row in PLACED if agenda == "90" or not (row[1] in taken or taken.add(row[1]))]
    session = do(session, *(PlaceIssue(card, family, place) for card, family, place, _ in rows), EnterPhase("leviers"))
    levers = [PlaceLever(lever, card) for card, _, _, under in rows for lever in under]
    return do(session, *levers, EnterPhase("arbitrage"))


@cache
def at(moment: str, agenda: str = "90") -> Session:
    """Give the session at a moment of the afternoon."""
    if moment == "laid":
        return _laid(agenda)
    if moment == "voting":
        session = do(at("laid"), DrawEvent("inflation-denrees"))
        return tokens(session, (4, 2, 3, 0, 5, 1, 4, 2))
    if moment == "tied":
        sentence = "Le bio d'abord sur les fruits et légumes ; le surcoût est pris sur le gaspillage."
        session = do(at("laid"), DrawEvent("inflation-denrees"))
        session = do(session, ArbitrateTension(("alimentation-durable", "maitrise-budget"), sentence))
        return do(tokens(session, VOTES), CloseBallot())
    if moment == "settled":
        return do(at("tied"), SettleTie(("handicap",)))
    if moment == "sheets":
        return do(at("settled"), EnterPhase("objectifs"))
    return _after(moment)


def _after(moment: str) -> Session:
    if moment == "adopted":
        session = at("sheets")
        for sheet in objectives(session):
            session = do(session, *filling(session, sheet.issue), AdoptObjective(sheet.issue))
        return session
    assert moment == "credits"
    return do(at("adopted"), EnterPhase("generique"))


def filling(session: Session, issue: str) -> tuple[AmendObjective, ...]:
    """Give the amendments that complete a sheet."""
    sheet = objective(session, issue)
    assert sheet is not None
    values = {"baseline": "à établir d'ici mars 2027", "unit": "%", "source": "tableau de bord"}
    return tuple(AmendObjective(issue, field, values.get(field, "10")) for field in missing(sheet))


class RealRules:
    """Asks the rules of the workshop; knows what a token dropped on a pick means."""

    def meanings(self, session: object, thing: object, spot: object, lang: str) -> tuple[Meaning, ...]:
        if isinstance(thing, TokenThing) and isinstance(spot, PickSpot):
            return (Meaning(LayToken(thing.seat, spot.issue), spot.issue),)
        return ()

    def refused(self, session: object, command: object) -> bool:
        assert isinstance(session, Session)
        return refusal(session, command) is not None  # type: ignore[arg-type]


class Desk:
    """Does commands by the rules; keeps the last refusal."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.refused: Refused | None = None

    def do(self, command: Command) -> Refused | None:
        self.refused = refusal(self.session, command)
        if self.refused is None:
            self.session = do(self.session, command)
        return self.refused


def table(session: Session, size: tuple[int, int] = HD, **view: object) -> Hands:
    """Open the table on a session, with the real rules, fonts and catalogue."""
    from game.type.measure import FontMeasure

    ui = Ui(screen="play", **view)  # type: ignore[arg-type]
    return Hands(Desk(session), RealRules(), ui, measure=FontMeasure(), speaker=speaker(ui.lang), size=size)
