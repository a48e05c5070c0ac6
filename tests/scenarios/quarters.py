"""Three quarters of a town: the recorded afternoon, its review three months later, and that one's."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from game.content.shelf import load_scenario
from game.core.moves.measures import FollowUp, GuessMeasure, RecordMeasure
from game.desk.clocks import Clocks
from game.desk.desk import Desk
from game.desk.opening import new_session
from game.desk.review import Find, follow
from game.wiring.demo import Pace, do
from game.wiring.reviewing import on_the_shelf
from tests.scenarios.test_afternoon import ROOT, recording

FOOD, COST, WATER, GREEN, DISABLED = (f"CLAP-2026-T4-0{rank}" for rank in range(1, 6))
SECOND, THIRD = "2027-03-10", "2027-06-09"


def clocks(date: str) -> Clocks:
    """Give a clock of a day that only goes forward."""
    seconds = count()
    return Clocks(lambda: float(next(seconds)), lambda: f"{date}T09:00:00", lambda: 0)


def first(path: Path, date: str = "") -> Path:
    """Play the recorded afternoon into a file, on its own day or another."""
    played = recording()
    pace = Pace(played.date)
    sources = load_scenario(ROOT / "scenarios/blagnac", ROOT / "decks")
    desk = new_session(
        path, sources, played.agenda, title=played.title.fr, date=date or played.date, clocks=pace.clocks()
    )
    for step in played.steps:
        pace.tick()
        assert do(desk, step) is None, step
    desk.close()
    return path


def following(path: Path, last: Path, date: str, find: Find = on_the_shelf) -> Desk:
    """Open the review of a session."""
    return follow(path, last, find, date=date, clocks=clocks(date))


def done(desk: Desk, *commands: object) -> None:
    """Do gestures; a refusal fails the test."""
    for command in commands:
        assert desk.do(command) is None, command


def second(path: Path, last: Path) -> Path:
    """Review the afternoon: four measures, five decisions."""
    desk = following(path, last, SECOND)
    done(
        desk,
        GuessMeasure(FOOD, "22"),
        RecordMeasure(FOOD, "24,5 %", "février 2027", "après les menus de saison"),
        FollowUp(FOOD, "keep", "la cuisine tient la pente"),
        RecordMeasure(COST, "150", "2027-03-01"),
        FollowUp(COST, "generalise", "le coût complet se calcule en une heure"),
        RecordMeasure(WATER, "compteurs pas encore posés"),
        FollowUp(WATER, "adjust", "le chantier a glissé", deadline="mars 2034", seat="sports"),
        RecordMeasure(GREEN, "9 sur 50"),
        FollowUp(GREEN, "adjust", "un marché sur deux est déjà lancé", target="25", deadline="décembre 2027"),
        FollowUp(DISABLED, "stop", "aucun opérateur ne s'est présenté"),
    )
    desk.close()
    return path


def third(path: Path, last: Path) -> Path:
    """Review the review: the food target is reached, the green one is not yet."""
    desk = following(path, last, THIRD)
    done(
        desk,
        RecordMeasure(FOOD, "31", "2027-06-01"),
        FollowUp(FOOD, "generalise", "on étend aux crèches"),
        RecordMeasure(GREEN, "21", "2027-06-02"),
        RecordMeasure(COST, "118", "2027-06-02"),
    )
    desk.close()
    return path
