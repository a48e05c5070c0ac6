"""A scenario: one town's families, places, purchase intentions, seats and agendas."""

from __future__ import annotations

from game.core.agenda import Agenda
from game.core.cards import Deck
from game.core.duties import Duties
from game.core.family import Family
from game.core.frozen import dataclass
from game.core.induction import Induction
from game.core.seat import Seat
from game.core.takeaway import Takeaway
from game.core.text import Text
from game.core.town import Town


@dataclass(frozen=True, slots=True)
class Budget:
    """Euros a year: the whole budget, and what goes through purchases (`share_pct` per cent of it)."""

    total: int
    purchases: int
    share_pct: int
    note: Text = Text()


@dataclass(frozen=True, slots=True)
class Cpv:
    """A code of the Common Procurement Vocabulary. `check` tells how the code was verified."""

    code: str
    label: Text
    check: str = ""


@dataclass(frozen=True, slots=True)
class FamilyRole:
    """What a family is in this town: its deputy, its pilot department, its share of spend in per cent."""

    id: str
    deputy: Text
    department: Text
    share_pct: float
    cpv: tuple[Cpv, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the map, of one or more families; a decor place takes nothing."""

    id: str
    name: Text
    short: Text
    families: tuple[str, ...]
    decor: bool = False
    note: Text = Text()


@dataclass(frozen=True, slots=True)
class Intention:
    """A purchase to come. Amount in euros before VAT for the whole duration; months as YYYY-MM."""

    id: str
    family: str
    place: str
    title: Text
    amount_ht: int
    launch: str
    award: str
    duration_months: int
    cpv: str = ""
    procedure: Text = Text()
    cao: bool = False
    cao_note: Text = Text()
    department: Text = Text()


@dataclass(frozen=True, slots=True)
class Wording:
    """Words an objective may not be written with, in any language of the town; compared without case or accents.

    `vague` verbs cannot open a title; `local` phrases ask for a place of establishment, which the law forbids
    (domain.md 0.5). A phrase is found as whole words. `contracts` are the words by which a unit counts contracts
    ("marchés"): a target in it is told as so many of the next contracts. `places` are the town's and its region's own
    names, as the guards of its country look for them (core/guard.py).
    """

    vague: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyQuestion:
    """A question that a member without a family may lay on any card."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Points:
    """What a point of a card is worth: of cost, per cent of the purchase; of delay, weeks on it. Nothing by default."""

    cost_pct: float = 0
    delay_weeks: float = 0


@dataclass(frozen=True, slots=True)
class Scenario:
    """A town and how its council plays, checked against its deck.

    `code` opens the objectives' numbers (CLAP in CLAP-2026-T4-03), `rhythm` is how often an objective is looked at.
    `duties` names the file of what the law asks of its purchases. `notes` are (card id, words) pairs: what a card of
    the deck means in this town, so that the deck names no town. `takeaway` is what a new member leaves with.
    """

    id: str
    version: str
    title: Text
    town: Text
    deck: str
    budget: Budget
    families: tuple[FamilyRole, ...]
    places: tuple[Place, ...]
    intentions: tuple[Intention, ...]
    seats: tuple[Seat, ...]
    agendas: tuple[Agenda, ...]
    map: str = ""
    duties: str = ""
    code: str = "CLAP"
    rhythm: Text = Text()
    wording: Wording = Wording()
    languages: tuple[str, ...] = ("fr", "en")
    authors: tuple[str, ...] = ()
    licence: str = ""
    notes: tuple[tuple[str, Text], ...] = ()
    points: Points = Points()
    induction: Induction = Induction()
    takeaway: Takeaway = Takeaway()
    questions: tuple[ReadyQuestion, ...] = ()

    def note(self, card_id: str) -> Text:
        """Give the words this town adds to a card; empty when it adds none."""
        return dict(self.notes).get(card_id, Text())

    def family(self, family_id: str) -> FamilyRole | None:
        """Find a family's role in this town."""
        return next((family for family in self.families if family.id == family_id), None)

    def place(self, place_id: str) -> Place | None:
        """Find a place."""
        return next((place for place in self.places if place.id == place_id), None)

    def question(self, question_id: str) -> ReadyQuestion | None:
        """Find one of the questions members may lay on a card."""
        return next((one for one in self.questions if one.id == question_id), None)

    def agenda(self, agenda_id: str) -> Agenda | None:
        """Find an agenda."""
        return next((agenda for agenda in self.agendas if agenda.id == agenda_id), None)


@dataclass(frozen=True, eq=False)
class Workshop:
    """All that is on the table before the first gesture: deck, scenario, plan and agenda.

    Compared by identity: a session file holds the texts it was opened with, and nothing swaps them while it is played.
    """

    deck: Deck
    scenario: Scenario
    town: Town
    agenda: Agenda
    duties: Duties = Duties()

    @property
    def families(self) -> tuple[Family, ...]:
        """The deck's families that this town buys for, in the scenario's order."""
        found = (self.deck.family(role.id) for role in self.scenario.families)
        return tuple(family for family in found if family is not None)
