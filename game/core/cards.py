"""Cards, the pairs they make, and the deck that holds them."""

from __future__ import annotations

from dataclasses import field

from game.core.award import TenderBoard
from game.core.case import Case
from game.core.family import Family
from game.core.frozen import dataclass
from game.core.glossary import Term
from game.core.indicator import Indicator
from game.core.legal import Legal, Page
from game.core.reasons import Reason
from game.core.text import Text

LABEL_LIMIT = 30
"""Characters: all that stands on the board, so all that is read from four metres (table.md)."""
BLANK_TEXT_LIMIT = 130


@dataclass(frozen=True, slots=True)
class Axis:
    """A direction of the town's purchasing policy; groups issue cards. `icon` is a lucide name."""

    id: str
    name: Text
    icon: str


PARTS = ("rules", "criteria", "clauses")
"""What a tender file holds: how bids are asked for, how they are weighed, what the contract obliges to."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a purchase, from the need to its follow-up; groups lever cards.

    `part` is what its levers write in the tender file (PARTS); empty where they are no piece of it.
    """

    id: str
    name: Text
    short: Text
    icon: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a picture is owed to. `licence` is an SPDX expression, `source` where it was found."""

    author: str
    licence: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What a deck asks of the table besides the scenario's limits: a closed list of switches.

    `blank_cards`: how many issues and levers may be written at the table in all; None: as many as wanted.
    `events`: whether an event may be drawn. `answers_only`: a lever lies only under an issue it answers.
    """

    blank_cards: int | None = None
    events: bool = True
    answers_only: bool = False


@dataclass(frozen=True, slots=True)
class Effects:
    """What a lever does: cost and delay from -2 (saves) to 2 (adds), impact and effort from 1 to 3."""

    cost: int
    delay: int
    impact: int
    effort: int


@dataclass(frozen=True, slots=True)
class Target:
    """How far a lever is used: `baseline` and `goal` in `unit`, reached in `months`. No baseline: to be established.

    `source` says where the count comes from (an objective must be easy to measure, domain.md 7.1). `families`: those
    it is meant for; none: all.
    """

    name: Text
    unit: Text
    baseline: float | None
    goal: float
    months: int
    source: Text = Text()
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueCard:
    """A performance issue (enjeu): a question the town asks of a purchase.

    Of any card: `image` is a file of the deck's folder, `alt` says in words what it shows.
    Of an issue or a lever: `needs` are the sorts of purchase that can carry it, one of which is enough; none: any.
    `duty` is the duty of a country that it only repeats (core/duties.py).
    """

    id: str
    axis: str
    families: tuple[str, ...]
    label: Text
    title: Text
    question: Text
    indicators: tuple[Indicator, ...] = ()
    legal: Legal | None = None
    former_ids: tuple[str, ...] = ()
    needs: tuple[Case, ...] = ()
    duty: str = ""
    note: Text = Text()
    blank: bool = False
    image: str = ""
    alt: Text = Text()
    credit: Credit | None = None

    def effect_in(self, family: str) -> Indicator | None:
        """Give the first indicator that a family may aim at; None where the card gives nothing to aim at."""
        found = (one for one in self.indicators if one.aims and (not one.families or family in one.families))
        return next(found, None)


@dataclass(frozen=True, slots=True)
class LeverCard:
    """An action lever (levier): a concrete move at one stage of the purchase.

    `action` is the move as an objective's title: one action that starts with a verb (domain.md 7.1). `targets` are
    those of some families, `target` that of all others.
    """

    id: str
    stage: str
    label: Text
    title: Text
    text: Text
    effects: Effects
    answers: tuple[str, ...]
    legal: Legal | None = None
    cao: Text = Text()
    target: Target | None = None
    action: Text = Text()
    former_ids: tuple[str, ...] = ()
    needs: tuple[Case, ...] = ()
    duty: str = ""
    note: Text = Text()
    blank: bool = False
    image: str = ""
    alt: Text = Text()
    credit: Credit | None = None
    targets: tuple[Target, ...] = ()

    def target_of(self, family: str) -> Target | None:
        """Give its target in a family."""
        return next((one for one in self.targets if family in one.families), self.target)


@dataclass(frozen=True, slots=True)
class EventLoad:
    """What an event adds to one family: points of cost, delay and effort."""

    family: str
    cost: int = 0
    delay: int = 0
    effort: int = 0


@dataclass(frozen=True, slots=True)
class EventCard:
    """Something that happens to the town; drawn once levers are placed."""

    id: str
    label: Text
    title: Text
    text: Text
    families: tuple[str, ...]
    effect: Text
    loads: tuple[EventLoad, ...] = ()
    cancelled_by: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    note: Text = Text()
    image: str = ""
    alt: Text = Text()
    credit: Credit | None = None


Card = IssueCard | LeverCard | EventCard


@dataclass(frozen=True, slots=True)
class Tension:
    """Two cards that pull apart, and one way to reconcile them."""

    pair: tuple[str, str]
    why: Text
    reconcile: Text


@dataclass(frozen=True, slots=True)
class Synergy:
    """Two cards that help each other."""

    pair: tuple[str, str]
    why: Text


@dataclass(frozen=True)
class Deck:
    """A deck as its authors wrote it, checked: every id is unique and every reference resolves.

    `credits` name what the whole deck owes to others; `notes` are for the facilitator and never shown to players.
    """

    id: str
    version: str
    title: Text
    axes: tuple[Axis, ...]
    stages: tuple[Stage, ...]
    families: tuple[Family, ...]
    issues: tuple[IssueCard, ...]
    levers: tuple[LeverCard, ...]
    events: tuple[EventCard, ...] = ()
    tensions: tuple[Tension, ...] = ()
    synergies: tuple[Synergy, ...] = ()
    languages: tuple[str, ...] = ("fr", "en")
    authors: tuple[str, ...] = ()
    licence: str = ""
    law_as_of: str = ""
    credits: tuple[Credit, ...] = ()
    rules: HouseRules = HouseRules()
    notes: Text = Text()
    glossary: tuple[Term, ...] = ()
    reasons: tuple[Reason, ...] = ()
    cao: TenderBoard | None = None
    pages: tuple[Page, ...] = ()
    retired: tuple[str, ...] = ()
    """Cards this deck no longer has, kept because a session played them before it changed (core/renewal.py)."""
    _by_id: dict[str, Card] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        cards: tuple[Card, ...] = (*self.issues, *self.levers, *self.events)
        former = {old: card for card in cards for old in card.former_ids}
        object.__setattr__(self, "_by_id", former | {card.id: card for card in cards})

    @property
    def tells_effects(self) -> bool:
        """Tell whether its issues say what effect to aim at: decks of format 1 do not."""
        return any(one.aims for issue in self.issues for one in issue.indicators)

    def card(self, card_id: str) -> Card | None:
        """Find a card by its id or one of its former ids."""
        return self._by_id.get(card_id)

    def issue(self, card_id: str) -> IssueCard | None:
        """Find an issue card."""
        card = self._by_id.get(card_id)
        return card if isinstance(card, IssueCard) else None

    def lever(self, card_id: str) -> LeverCard | None:
        """Find a lever card."""
        card = self._by_id.get(card_id)
        return card if isinstance(card, LeverCard) else None

    def event(self, card_id: str) -> EventCard | None:
        """Find an event card."""
        card = self._by_id.get(card_id)
        return card if isinstance(card, EventCard) else None

    def axis(self, axis_id: str) -> Axis | None:
        """Find an axis."""
        return next((axis for axis in self.axes if axis.id == axis_id), None)

    def stage(self, stage_id: str) -> Stage | None:
        """Find a stage."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def family(self, family_id: str) -> Family | None:
        """Find a family."""
        return next((family for family in self.families if family.id == family_id), None)
