"""Which series the numbers of a new session's objectives take: no two sessions of a quarter give the same number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from game.core.errors import JournalError
from game.core.months import quarter
from game.core.moves.flow import SessionOpened
from game.core.scenario import Scenario
from game.core.sheets import free_series, opening, series_of
from game.desk.away import AWAY, put_away
from game.desk.replay import CODEC
from game.journal.journal import Journal
from game.journal.peek import Peek, peek

NUMBERS, TOWN, TRYOUT = "numbers", "town", "tryout"
"""Facts of a session file: what its objectives' numbers begin with (none in version 1), its town, and that nothing of
it counts."""


def series(folder: Path, scenario: Scenario, date: str, former: Sequence[str]) -> str:
    """Give the first series that neither a session of the folder nor a former session's numbers took in a quarter.

    `date` is YYYY-MM-DD, in the quarter; `former` are the numbers given in the sessions this one follows.
    """
    begins = opening(scenario.code, date)
    known = {series_of(number, begins) for number in former}
    known |= {series_of(numbers, begins) for numbers in _taken(folder, scenario, date)}
    return free_series({one for one in known if one is not None})


def _taken(folder: Path, scenario: Scenario, date: str) -> Iterator[str]:
    for path in (*sorted(folder.glob("*.clap")), *(one for where in AWAY for one in put_away(folder, where))):
        with suppress(JournalError):  # home tells of a file that cannot be read
            seen = peek(path)
            if TRYOUT in seen.facts:
                continue
            if NUMBERS in seen.facts:
                yield seen.facts[NUMBERS]
            elif _same_town(seen, scenario) and _quarter(path) == quarter(date):
                yield opening(scenario.code, date)


def _same_town(seen: Peek, scenario: Scenario) -> bool:
    try:
        return bool(json.loads(seen.facts[TOWN]).get("fr") == scenario.town.fr)
    except (KeyError, ValueError, AttributeError):
        return False


def _quarter(path: Path) -> str:
    """Give the quarter of a session of version 1, which says its date in its first gesture only."""
    journal = Journal.open(path, read_only=True)
    try:
        first = next(iter(journal.rows()), None)
    finally:
        journal.close()
    opened = CODEC.load(first.data)[0] if first is not None else None
    return quarter(opened.date) if isinstance(opened, SessionOpened) else ""
