"""A session that follows another, made in the sessions folder from what is on the shelf now."""

from __future__ import annotations

from pathlib import Path

from game.content.shelf import Sources, load_scenario
from game.core.errors import SetupError
from game.core.months import day
from game.desk.desk import Desk, free
from game.desk.review import follow, review_agenda
from game.places import folders, shelves
from game.places.looks import is_file
from game.wiring.rehearsing import rehearsed

DAY = len("2027-03-15")


def following(last: Path, *, agenda: str = "", date: str = "", to: Path | None = None) -> Desk:
    """Begin the session that reviews another, in a file of its own, and hold it. Raises GameError as `follow` does."""
    path = to if to is not None else free(folders.sessions(), last.stem)
    return follow(path, last, lambda scenario: _ready(scenario, agenda), agenda=agenda, date=checked(date))


def _ready(scenario: str, agenda: str) -> Sources | None:
    """Give a scenario as it stands on the shelf, rehearsed; None when it is not there."""
    found = on_the_shelf(scenario)
    return found and rehearsed(found, review_agenda(found.scenario, agenda))


def checked(date: str) -> str:
    """Give a day as it is stored; empty stays empty. SetupError bad_day."""
    found = day(date) if date else ""
    if found is None or (found and len(found) != DAY):
        raise SetupError("bad_day", text=date)
    return found


def on_the_shelf(scenario: str) -> Sources | None:
    """Give a scenario as it stands on the shelf; None when it is not there. ContentError when it is spoilt."""
    folder = shelves.scenarios() / scenario
    if not is_file(folder / "scenario.yaml"):
        return None
    return load_scenario(folder, shelves.decks())
