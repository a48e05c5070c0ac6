"""The whole country's file, millions of rows, in one pass and bounded memory: a town among towns of its size.

DuckDB reads it (the extra `national`), by the definitions of one town (game.measure.country).
"""

from __future__ import annotations

import tempfile
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from game.core.errors import MeasureError
from game.core.frozen import dataclass
from game.measure import sirets
from game.measure.clean import FIRST, day, written
from game.measure.country import Country
from game.measure.reading import Unread, there
from game.measure.stated import INDICATORS
from game.measure.tally import COUNTED, UNDATED, Town, tally
from game.measure.telling import FEW
from game.measure.vocabulary import ABSENT, GARBLED

MEMORY, THREADS = "600MB", 2
TOWN = "21"
"""How the SIREN of a French commune opens."""
NEAR, FAR = 2.0, 4.0
"""Towns of a size publish between half and twice as many contracts a year; four times when they are too few."""
PEERS = 10
POLL = 0.2
"""Seconds between two looks at how far the reading is."""
Progress = Callable[[float], None]
Tallies = dict[tuple[int, int], Town]
"""By a buyer's SIREN as a number, and what became of its contracts."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A town's share among its peers': `below` is the part of them at or under it; quartiles of theirs."""

    name: str
    k: int
    n: int
    share: float | None
    peers: int
    below: float | None
    quartiles: tuple[float, float, float] | None
    unread: int = 0


@dataclass(frozen=True)
class Survey:
    """What the country's file gave. `unread`: what was not understood, by cause."""

    rows: int
    contracts: int
    towns: dict[str, Town]
    unread: dict[str, Unread]


def survey(file: Path, last: str, progress: Progress = lambda _: None, since: str = "2024") -> Survey:
    """Read a country's file, CSV or Parquet. `last` is the day of the reading, YYYY-MM-DD: no later date is believed.

    `since` is the first year counted (the sustainability fields' is 2024).
    Raises MeasureError: national_missing (no DuckDB), data_foreign, data_unreadable, and as `there`.
    """
    try:
        import duckdb
    except ImportError as error:
        raise MeasureError("national_missing") from error
    there(file)
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect(config={"memory_limit": MEMORY, "threads": THREADS, "temp_directory": folder})
        run = _Running(connection, file, progress)
        try:
            country = Country(connection, file, run, last)
            tallies = _tallied(country, max(f"{since}-01-01", FIRST))
        except duckdb.Error as error:
            raise MeasureError("data_unreadable", path=str(file), line=1) from error
        finally:
            connection.close()
        progress(1.0)
    return _survey(tallies, country.met, last)


def _tallied(country: Country, since: str) -> Tallies:
    found = {(one.number, one.age): one for one in country.counted(since)}
    for lines, contracts in country.doubles():
        kept = [one for one in contracts if one.date is None or one.date >= since]
        for n, one in enumerate(kept):
            more = tally(one, 0 if n else lines)
            before = found.get((more.number, more.age))
            found[more.number, more.age] = more if before is None else before.with_(more)
    return found


class _Running:
    """Run queries over a connection, telling how far the file is read; an interruption stops them."""

    def __init__(self, connection: Any, file: Path, progress: Progress) -> None:
        self._connection, self._progress = connection, progress
        self._size, self._begun = max(1, file.stat().st_size), _bytes_read()

    def __call__(self, query: str) -> list[tuple[Any, ...]]:
        """Give the rows of a query."""
        found: list[tuple[Any, ...]] = []
        failed: list[BaseException] = []

        def run() -> None:
            try:
                found.extend(self._connection.execute(query).fetchall())
            except BaseException as error:  # handed to the thread that waits
                failed.append(error)

        reader = threading.Thread(target=run, daemon=True)
        reader.start()
        try:
            while reader.is_alive():
                reader.join(POLL)
                self._progress(min(1.0, (_bytes_read() - self._begun) / self._size))
        except BaseException:
            self._connection.interrupt()
            reader.join()
            raise
        if failed:
            raise failed[0]
        return found


def _bytes_read() -> int:
    """Count the bytes this process has read: DuckDB does not tell how far it is in a CSV. 0 where no system says."""
    try:
        said = Path("/proc/self/io").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(said.partition("rchar:")[2].split()[0])


def _survey(tallies: Tallies, met: Mapping[str, Sequence[str]], last: str) -> Survey:
    towns = {one.siren: one for one in tallies.values() if one.number >= 0 and one.age == COUNTED}
    lines, contracts = sum(one.lines for one in towns.values()), sum(one.n for one in towns.values())
    return Survey(lines, contracts, towns, _unread(tallies, met, last))


def _unread(tallies: Tallies, met: Mapping[str, Sequence[str]], last: str) -> dict[str, Unread]:
    """Say what was set aside: rows without a buyer or with one that cannot be read, contracts without a date."""
    garbled = next((said for said in met.get("buyer", ()) if sirets.number(said) is None), "")
    odd = next((said for said in met.get("day", ()) if written(said) and day(said, last) is None), "")
    nobody = [one for one in tallies.values() if one.number < 0]
    absent, hidden = (sum(one.lines for one in nobody if one.number == number) for number in (ABSENT, GARBLED))
    undated = sum(one.n for one in tallies.values() if one.age == UNDATED and one.number >= 0)
    found = {
        "sans_acheteur": Unread(absent, "", ""),
        "acheteur": Unread(hidden, "", written(garbled)),
        "sans_date": Unread(undated, "", written(odd)),
    }
    return {name: one for name, one in found.items() if one.count}


def peers(found: Survey, siren: str) -> tuple[Town, ...]:
    """Give the towns that publish about as many contracts a year. KeyError for a town that publishes none."""
    town = found.towns[siren]
    others = [one for one in found.towns.values() if one.siren.startswith(TOWN) and one.siren != siren]
    near = [one for one in others if town.pace / NEAR <= one.pace <= town.pace * NEAR]
    if len(near) >= PEERS:
        return tuple(near)
    return tuple(one for one in others if town.pace / FAR <= one.pace <= town.pace * FAR)


def standings(found: Survey, siren: str) -> tuple[Standing, ...]:
    """Place a town among its peers, indicator by indicator."""
    around = peers(found, siren)
    return tuple(_standing(name, found.towns[siren], around) for name in INDICATORS)


def _standing(name: str, town: Town, around: Sequence[Town]) -> Standing:
    known = (one.share(name) for one in around if one.counts[name][1] >= FEW)
    shares = sorted(one for one in known if one is not None)
    (k, n), share, unread = town.counts[name], town.share(name), town.unread.get(name, 0)
    if len(shares) < PEERS:
        return Standing(name, k, n, share, len(shares), None, None, unread)
    low, middle, high = quantiles(shares, n=4)[0], median(shares), quantiles(shares, n=4)[2]
    below = None if share is None else (bisect_left(shares, share) + bisect_right(shares, share)) / 2 / len(shares)
    return Standing(name, k, n, share, len(shares), below, (low, middle, high), unread)
