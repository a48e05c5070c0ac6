"""What a session leaves: the one value that every export is written from."""

from __future__ import annotations

from dataclasses import field, replace

from game.core.carrying import Traces
from game.core.frozen import dataclass
from game.core.load import Gauge, gauges
from game.core.months import quarter
from game.core.objective import Objective, Undressed
from game.core.picks import kept, picks
from game.core.record import PERSONS
from game.core.review import Carried
from game.core.scenario import Intention
from game.core.session import Note, PlacedIssue, Renounced, Session, Sitting
from game.core.sheets import objectives
from game.core.tensions import Help, Pull, helps, pulls
from game.core.text import Text, same


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat, what it guessed (per cent, None: it did not) and how many tokens it laid."""

    sitting: Sitting
    guess: int | None
    tokens: int


@dataclass(frozen=True, slots=True)
class Voted:
    """A pick and its tokens, by rank in the vote; `kept` once the ballot is closed and no one renounced it."""

    pick: PlacedIssue
    tokens: int
    kept: bool


@dataclass(frozen=True)
class Report:
    """A session's results. `session` names cards, families and places; nothing else of it is needed to write.

    `traces` lead from a card or a followed objective to the gestures of the session's file.
    """

    session: Session
    quarter: str
    seats: tuple[Seated, ...]
    votes: tuple[Voted, ...]
    objectives: tuple[Objective, ...]
    renounced: tuple[Renounced, ...]
    undressed: tuple[Undressed, ...]
    pulls: tuple[Pull, ...]
    helps: tuple[Help, ...]
    gauges: tuple[Gauge, ...]
    intentions: tuple[Intention, ...]
    notes: tuple[Note, ...]
    traces: Traces = field(default_factory=dict)
    named: bool = True
    """Whether seats may be told by their roles; else only how many there are."""

    @property
    def adopted(self) -> tuple[Objective, ...]:
        """Give the objectives the council adopted."""
        return tuple(sheet for sheet in self.objectives if sheet.adopted)

    @property
    def reviewed(self) -> tuple[Carried, ...]:
        """Give the objectives of former sessions that this one reviewed, by their numbers."""
        return self.session.carried


def report(session: Session, traces: Traces | None = None) -> Report:
    """Gather what a session leaves, at any time of it; `traces` are the rows of its file (desk/tracing.py)."""
    guesses = dict(session.guesses)
    ballot, remaining = session.ballot, {pick.card for pick in kept(session)}
    ranked = sorted(picks(session), key=lambda pick: _rank(session, pick))
    return Report(
        session=session,
        quarter=quarter(session.date) if session.date else "",
        seats=tuple(Seated(s, guesses.get(s.seat.id), ballot.spent(s.seat.id)) for s in session.seats),
        votes=tuple(Voted(pick, ballot.count(pick.card), pick.card in remaining) for pick in ranked),
        objectives=objectives(session),
        renounced=session.renounced,
        undressed=session.undressed,
        pulls=pulls(session),
        helps=helps(session),
        gauges=gauges(session),
        intentions=session.all_intentions,
        notes=session.notes,
        traces=traces or {},
    )


def unnamed(found: Report) -> Report:
    """Leave out who sat where: a seat is its number in the list, no gesture names one. Deputies keep their charge."""
    number = {seat.sitting.seat.id: str(at) for at, seat in enumerate(found.seats, 1)}

    def bare(sitting: Sitting) -> Sitting:
        name = number.get(sitting.seat.id, "")
        return replace(sitting, seat=replace(sitting.seat, id=name, role=same(name), short=same(name)))

    def still(items: tuple[Undressed, ...]) -> tuple[Undressed, ...]:
        return tuple(replace(item, seat="") for item in items)

    old = found.session
    tokens = tuple(replace(token, seat=number.get(token.seat, "")) for token in old.ballot.tokens)
    session = replace(
        old,
        seats=tuple(bare(sitting) for sitting in old.seats),
        guesses=tuple((number.get(seat, ""), percent) for seat, percent in old.guesses),
        ballot=replace(old.ballot, tokens=tokens, cast=tuple(replace(one, seat="") for one in old.ballot.cast)),
        undressed=still(old.undressed),
        questions=tuple(replace(one, seat="") for one in old.questions),
        advice=tuple(replace(one, seat="") for one in old.advice),
        carried=tuple(_faceless(one) for one in old.carried),
        record=replace(old.record, **dict.fromkeys(PERSONS, "")),
    )
    return replace(
        found,
        session=session,
        seats=tuple(replace(seat, sitting=bare(seat.sitting)) for seat in found.seats),
        objectives=tuple(replace(sheet, undressed=still(sheet.undressed)) for sheet in found.objectives),
        undressed=still(found.undressed),
        named=False,
    )


def _faceless(one: Carried) -> Carried:
    decisions = tuple(replace(decision, seat="") for decision in one.decisions)
    return replace(one, decisions=decisions, lost=tuple(replace(item, seat=Text()) for item in one.lost))


def _rank(session: Session, pick: PlacedIssue) -> tuple[int, int]:
    ranked = session.ballot.ranked
    place = ranked.index(pick.card) if pick.card in ranked else len(ranked)
    return place, -session.ballot.count(pick.card)
