"""Reviews on the real deck and scenario, played by the real rules: what the tests of the review look at."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from game.core.carrying import carried, former
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.flow import CloseSession, EnterPhase, OpenTable
from game.core.moves.measures import CarryObjectives, FollowUp, GuessMeasure, RecordMeasure
from game.core.session import Session, start
from tests.scenarios.test_afternoon import play, recording
from tests.view.afternoon import workshop

FOOD, COST, WATER, GREEN, DISABLED = (f"CLAP-2026-T4-0{rank}" for rank in range(1, 6))


def played(session: Session, day: str, *commands: object) -> Session:
    """Do commands on a day; a refusal fails the test."""
    for command in commands:
        session = fold(session, decide(session, command, Moment(clock=0, at=f"{day}T09:00:00")))  # type: ignore[arg-type]
    return session


@cache
def first() -> Session:
    """Give the recorded afternoon, closed."""
    return play(recording(), workshop()).session


def following(last: Session, day: str, file: str = "T4.clap") -> Session:
    """Open the review of a session."""
    now = workshop("trimestre")
    taking = CarryObjectives(former(last, now.deck, file, "0" * 64), carried(last, now.deck))
    return played(start(now), day, OpenTable("", day), taking, EnterPhase("bilan"))


def opened() -> Session:
    """Give the first review, nothing measured."""
    return following(first(), "2027-03-10")


def measured() -> Session:
    """Give the first review: two objectives measured, one decided, one told in words."""
    return played(
        opened(), "2027-03-10",
        GuessMeasure(FOOD, "22"),
        RecordMeasure(FOOD, "24,5 %", "février 2027", "après les menus de saison"),
        FollowUp(FOOD, "keep", "la cuisine tient la pente"),
        GuessMeasure(COST, "1 sur 3"),
        RecordMeasure(COST, "2 sur 3", "2027-03-01"),
        RecordMeasure(WATER, "compteurs pas encore posés"),
        FollowUp(WATER, "adjust", "le chantier a glissé", deadline="mars 2034", seat="sports"),
        RecordMeasure(GREEN, "15", "2027-01-15"),
        RecordMeasure(GREEN, "18"),
        FollowUp(GREEN, "adjust", "un marché sur deux est déjà lancé", target="25", deadline="décembre 2027"),
    )  # fmt: skip


def later() -> Session:
    """Give a review five quarters on: a curve of five measures, a deadline past."""
    session = measured()
    for quarter, (day, value) in enumerate(
        (("2027-06-10", "26"), ("2027-09-10", "27,5"), ("2027-12-08", "27"), ("2028-03-08", "29"))
    ):
        session = following(replace(session, closed=True), day, f"{quarter}.clap")
        session = played(session, day, RecordMeasure(FOOD, value), FollowUp(FOOD, "keep", "on tient"))
    return session


def empty() -> Session:
    """Give a quarterly session that follows no other."""
    return played(start(workshop("trimestre")), "2027-03-10", OpenTable("", "2027-03-10"), EnterPhase("bilan"))


def ended() -> Session:
    """Give the first review, closed."""
    return played(measured(), "2027-03-10", EnterPhase("generique"), CloseSession())
