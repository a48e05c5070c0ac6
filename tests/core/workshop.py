"""A small town to try the rules in: three families, four places, a handful of cards."""

from __future__ import annotations

from functools import cache

from game.core.agenda import Agenda, Limits, Phase
from game.core.cards import (
    Axis,
    Deck,
    Effects,
    EventCard,
    EventLoad,
    IssueCard,
    LeverCard,
    Stage,
    Synergy,
    Target,
    Tension,
)  # fmt: skip
from game.core.family import Family
from game.core.history import History
from game.core.legal import Legal
from game.core.moment import Moment
from game.core.moves import decide
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.move import Command
from game.core.scenario import Budget, FamilyRole, Intention, Place, Scenario, Wording, Workshop
from game.core.seat import Seat
from game.core.session import Session, start
from game.core.text import Text, same
from game.core.town import Town

MOVES = {
    "reperage": ("guess", "reveal", "add_intention"),
    "enjeux": ("place_issue", "move_issue", "lift_issue", "write_issue", "renounce"),
    "leviers": ("place_lever", "move_lever", "lift_lever", "write_lever", "move_issue", "lift_issue"),
    "arbitrage": ("arbitrate", "draw_event", "lay_token", "take_token", "close_ballot", "settle_tie", "assume_load",
                  "renounce"),
    "objectifs": ("amend", "adopt", "send_back"),
    "generique": ("close_session",),
}  # fmt: skip


def issue(name: str, *families: str) -> IssueCard:
    return IssueCard(name, "env", families, same(name), same(name), same(f"{name}?"))


def lever(name: str, effects: Effects, *answers: str, months: int = 12, goal: float = 30) -> LeverCard:
    target = Target(Text(f"part {name}", f"share {name}"), same("%"), 10, goal, months, same("registre"))
    legal = Legal(same("CCP L2111-1"), "sure")
    return LeverCard(
        name, "besoin", same(name), same(name), same(name), effects, answers, legal, same("CAO"), target,
        Text(f"Mener {name}", f"Do {name}"),
    )  # fmt: skip


FROST = EventCard(
    "gel", same("Gel"), same("Gel"), same("Gel"), ("a",), same("+1"), (EventLoad("a", 1, 1, 1),), ("deux",)
)

DECK = Deck(
    "petit",
    "1.0",
    same("Petit jeu"),
    axes=(Axis("env", same("Environnement"), "leaf"),),
    stages=(Stage("besoin", same("Besoin"), same("Besoin"), "search"),),
    families=tuple(Family(name, same(name), same(name), "leaf", name[0].upper(), "#1A8080") for name in "abc"),
    issues=(
        issue("eau", "a", "b"), issue("bois", "a"), issue("feu", "b"), issue("air", "c"), issue("sol", "c"),
        issue("sel", "b"),
    ),
    levers=(
        lever("un", Effects(1, 1, 3, 2), "eau", "feu"),
        lever("deux", Effects(-1, 0, 1, 1), "bois"),
        lever("trois", Effects(2, 0, 2, 3), "air", goal=-40),
        lever("quatre", Effects(0, 2, 2, 1), "sol"),
    ),
    events=(FROST,),
    tensions=(
        Tension(("eau", "bois"), same("l'un noie l'autre"), same("sécher")),
        Tension(("un", "air"), same("vent"), same("abriter")),
    ),
    synergies=(Synergy(("un", "deux"), same("ensemble")),),
)  # fmt: skip

PLACES = (
    Place("mairie", same("Mairie"), same("Mairie"), ("a", "b")),
    Place("stade", same("Stade"), same("Stade"), ("c",)),
    Place("aeroport", same("Aéroport"), same("Aéroport"), ("a",), decor=True),
)


def intention(name: str, family: str, place: str, launch: str) -> Intention:
    return Intention(name, family, place, same(name), 100_000, launch, "2027-12", 12)


SCENARIO = Scenario(
    "essai",
    "1.0",
    same("Essai"),
    same("Essai"),
    "petit",
    Budget(300, 100, 33),
    families=tuple(FamilyRole(name, same(f"adjoint {name}"), same(f"service {name}"), 30) for name in "abc"),
    places=PLACES,
    intentions=(
        intention("tot", "a", "stade", "2027-01"),
        intention("ici", "a", "mairie", "2027-06"),
        intention("passe", "b", "mairie", "2026-01"),
        intention("gradins", "c", "stade", "2027-09"),
    ),
    seats=(
        Seat("s1", same("un"), same("un"), "a", cao=True),
        Seat("s2", same("deux"), same("deux"), "b"),
        Seat("s3", same("trois"), same("trois"), co_chair=True),
    ),
    agendas=(),
    rhythm=same("chaque trimestre"),
    wording=Wording(("sensibiliser", "raise awareness"), ("entreprises locales", "local firms")),
)

LIMITS = Limits(2, 2, 3, tokens_per_seat=3, tokens_per_pick=2, objectives=2, effort=6, cost=3, delay=4)


@cache
def workshop(limits: Limits = LIMITS) -> Workshop:
    phases = tuple(Phase(name, same(name), 10, moves) for name, moves in MOVES.items())
    return Workshop(DECK, SCENARIO, Town("T", (0, 0, 1, 1), (), ()), Agenda("90", same("90"), 90, limits, phases))


class Play:
    """A table without a file: commands in, sessions out. `at` moves the table's clock, in seconds."""

    def __init__(self, given: Workshop | None = None) -> None:
        self.history = History(start(given or workshop()))
        self.clock = 0
        self.do(OpenTable("Essai", "2026-12-02"))

    @property
    def session(self) -> Session:
        return self.history.session

    def at(self, clock: int) -> Play:
        self.clock = clock
        return self

    def do(self, *commands: Command) -> Play:
        for command in commands:
            events = decide(self.session, command, Moment(self.clock, "2026-12-02T14:00:00", 0))
            if events:
                self.history.record(events)
        return self

    def to(self, phase: str) -> Play:
        return self.do(EnterPhase(phase))
