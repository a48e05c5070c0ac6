"""A session: one frozen value, the fold of its events. Everything the table shows is read from it."""

from __future__ import annotations

from game.core.agenda import Limits, Phase
from game.core.award import Judged
from game.core.ballot import Ballot, Way
from game.core.cards import IssueCard, LeverCard
from game.core.frozen import dataclass
from game.core.induction import Newcomer
from game.core.objective import Objective, Undressed
from game.core.record import Record
from game.core.review import Carried, Former
from game.core.scenario import Intention, Workshop
from game.core.seat import Seat
from game.core.spoken import Advice, Question
from game.core.survey import Counted
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat of this session: is someone there, do they vote, do they sit on the CAO."""

    seat: Seat
    present: bool
    voting: bool
    cao: bool


@dataclass(frozen=True, slots=True)
class Timer:
    """The time spent in a phase: `spent` seconds, plus what runs `since` a table time (None: stopped).

    `extra` is in minutes, given or taken by the facilitator.
    """

    phase: str
    spent: int = 0
    since: int | None = None
    extra: int = 0

    def stopped(self, clock: int) -> Timer:
        """Stop counting."""
        return self if self.since is None else replace(self, spent=self.spent + clock - self.since, since=None)

    def used(self, clock: int) -> int:
        """Give the seconds spent."""
        return self.stopped(clock).spent


@dataclass(frozen=True, slots=True)
class PlacedIssue:
    """An issue on the board, with its levers under it. `number` is that of its pin; no place: the family's row only."""

    card: str
    family: str
    place: str
    number: int
    levers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renounced:
    """What the council gave up. `how` is lifted, vote, tie or capacity; it stays on record for the next session."""

    card: str
    family: str
    place: str
    levers: tuple[str, ...]
    tokens: int
    how: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Arbitration:
    """What was decided of a tension; no sentence: the debate was held."""

    pair: tuple[str, str]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was written on an objective's sheet, field by field, over what the cards say.

    `signed` is the whole sheet as it was adopted, and amended since: neither a later deck nor a later program changes
    it. Sessions of version 1 have none: their adopted sheets are filled in from the cards again.
    """

    issue: str
    fields: tuple[tuple[str, str], ...] = ()
    dropped: tuple[str, ...] = ()
    adopted: bool = False
    signed: Objective | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the minutes; `number` tells it from the others while they come and go."""

    text: str
    phase: str
    at: str
    number: int = 0


@dataclass(frozen=True)
class Session:
    """One workshop as it stands. `date` is YYYY-MM-DD; guesses are per cent by seat.

    `sealed` are guesses that only the reveal tells: nothing but the seats they are of may be said before it.

    `series`, `mark`: of OpenTable (moves/flow.py), empty in version 1. `branch`: the file this is an "and if" of.
    """

    workshop: Workshop
    phase: str
    date: str = ""
    title: str = ""
    series: str = ""
    mark: str = ""
    seats: tuple[Sitting, ...] = ()
    timers: tuple[Timer, ...] = ()
    paused: bool = False
    closed: bool = False
    guesses: tuple[tuple[str, int], ...] = ()
    sealed: tuple[tuple[str, int], ...] = ()
    revealed: bool = False
    intentions: tuple[Intention, ...] = ()
    blank_issues: tuple[IssueCard, ...] = ()
    blank_levers: tuple[LeverCard, ...] = ()
    issues: tuple[PlacedIssue, ...] = ()
    arbitrations: tuple[Arbitration, ...] = ()
    events: tuple[str, ...] = ()
    ballot: Ballot = Ballot()
    assumed: str = ""
    renounced: tuple[Renounced, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    undressed: tuple[Undressed, ...] = ()
    notes: tuple[Note, ...] = ()
    former: Former | None = None
    carried: tuple[Carried, ...] = ()
    record: Record = Record()
    newcomer: Newcomer = Newcomer()
    survey: tuple[Counted, ...] = ()
    axes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    advice: tuple[Advice, ...] = ()
    judged: tuple[Judged, ...] = ()
    branch: str = ""

    @property
    def limits(self) -> Limits:
        """Give the limits of the agenda."""
        return self.workshop.agenda.limits

    @property
    def way(self) -> Way:
        """Give how the council votes: as the facilitator chose, else as the agenda says."""
        return self.ballot.way or self.workshop.agenda.vote

    @property
    def hides_guesses(self) -> bool:
        """Tell whether guesses come in that nobody may tell yet."""
        return self.workshop.agenda.guesses == "hidden" and not self.revealed

    @property
    def unanswered(self) -> tuple[Sitting, ...]:
        """Give the seats taken that have not guessed the share."""
        known = {seat for seat, _ in (*self.guesses, *self.sealed)}
        return tuple(one for one in self.seats if one.present and one.seat.id not in known)

    @property
    def stage(self) -> Phase:
        """Give the phase the session is in."""
        found = self.workshop.agenda.phase(self.phase)
        return found if found is not None else self.workshop.agenda.phases[0]

    @property
    def playing_levers(self) -> bool:
        """Tell whether levers are what is played now, else issues."""
        return "place_lever" in self.stage.moves

    def issue_card(self, card_id: str) -> IssueCard | None:
        """Find an issue card, of the deck or written at the table."""
        written = next((card for card in self.blank_issues if card.id == card_id), None)
        return written or self.workshop.deck.issue(card_id)

    def lever_card(self, card_id: str) -> LeverCard | None:
        """Find a lever card, of the deck or written at the table."""
        written = next((card for card in self.blank_levers if card.id == card_id), None)
        return written or self.workshop.deck.lever(card_id)

    def placed(self, card_id: str) -> PlacedIssue | None:
        """Find an issue on the board."""
        return next((issue for issue in self.issues if issue.card == card_id), None)

    def issues_of(self, family: str) -> tuple[PlacedIssue, ...]:
        """Give the issues of a family, in the order they were placed."""
        return tuple(issue for issue in self.issues if issue.family == family)

    def only(self, issues: tuple[PlacedIssue, ...]) -> Session:
        """Give a session of these issues alone, with their cards and sheets and what was said of them: all that their
        own cells depend on."""
        cards = {issue.card for issue in issues}
        return Session(
            self.workshop,
            self.phase,
            blank_issues=self.blank_issues,
            blank_levers=self.blank_levers,
            issues=issues,
            sheets=tuple(sheet for sheet in self.sheets if sheet.issue in cards),
            axes=self.axes,
            questions=tuple(one for one in self.questions if one.issue in cards),
            advice=tuple(one for one in self.advice if one.issue in cards),
        )

    def levers_of(self, family: str) -> tuple[str, ...]:
        """Give the levers of a family."""
        return tuple(lever for issue in self.issues_of(family) for lever in issue.levers)

    def sitting(self, seat: str) -> Sitting | None:
        """Find a seat."""
        return next((sitting for sitting in self.seats if sitting.seat.id == seat), None)

    @property
    def voters(self) -> tuple[Sitting, ...]:
        """Give the seats that vote."""
        return tuple(sitting for sitting in self.seats if sitting.present and sitting.voting)

    @property
    def all_intentions(self) -> tuple[Intention, ...]:
        """Give the scenario's purchase intentions and those added at the table, by launch month."""
        known = (*self.workshop.scenario.intentions, *self.intentions)
        return tuple(sorted(known, key=lambda intention: (intention.launch, intention.id)))

    @property
    def hand_issues(self) -> tuple[IssueCard, ...]:
        """Give the issue cards still to play: those written at the table first."""
        there = {issue.card for issue in self.issues} | set(self.workshop.deck.retired)
        return tuple(card for card in (*self.blank_issues, *self.workshop.deck.issues) if card.id not in there)

    @property
    def hand_levers(self) -> tuple[LeverCard, ...]:
        """Give the lever cards that at least one family may still take: one copy a family."""
        families = {issue.family for issue in self.issues} or {family.id for family in self.workshop.families}
        full = self._everywhere(families) | set(self.workshop.deck.retired)
        return tuple(card for card in (*self.blank_levers, *self.workshop.deck.levers) if card.id not in full)

    def _everywhere(self, families: set[str]) -> set[str]:
        found = [set(self.levers_of(family)) for family in families]
        return set.intersection(*found) if found else set()

    def timer(self, phase: str) -> Timer:
        """Give the timer of a phase."""
        return next((timer for timer in self.timers if timer.phase == phase), Timer(phase))

    def remaining(self, clock: int) -> int:
        """Give the seconds left in the phase at a table time; below zero once it is over."""
        timer = self.timer(self.phase)
        return (self.stage.minutes + timer.extra) * 60 - timer.used(clock)

    def sheet(self, issue: str) -> Sheet:
        """Give what was written on an objective's sheet."""
        return next((sheet for sheet in self.sheets if sheet.issue == issue), Sheet(issue))

    def with_sheet(self, sheet: Sheet) -> Session:
        """Put a sheet in place of its former self."""
        rest = tuple(other for other in self.sheets if other.issue != sheet.issue)
        return replace(self, sheets=(*rest, sheet))

    def note(self, number: int) -> Note | None:
        """Find a note."""
        return next((note for note in self.notes if note.number == number), None)

    def followed(self, code: str) -> Carried | None:
        """Find an objective of a former session by its number."""
        return next((one for one in self.carried if one.code == code), None)

    def with_followed(self, changed: Carried) -> Session:
        """Put an objective of a former session in place of its former self."""
        return replace(self, carried=tuple(changed if one.code == changed.code else one for one in self.carried))

    def with_timer(self, timer: Timer) -> Session:
        """Put a timer in place of its former self."""
        rest = tuple(other for other in self.timers if other.phase != timer.phase)
        return replace(self, timers=(*rest, timer))


def start(workshop: Workshop) -> Session:
    """Give the table before the first gesture: everyone is there, nothing is placed, no time runs.

    At a try-out sit those of the scenario's induction, if it names some.
    """
    scenario, agenda = workshop.scenario, workshop.agenda
    there = (scenario.induction.seats if agenda.tryout else ()) or scenario.seats
    seats = tuple(Sitting(seat, present=True, voting=seat.voting, cao=seat.cao) for seat in there)
    return Session(workshop, agenda.phases[0].id, seats=seats)
