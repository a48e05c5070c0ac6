"""The whole country's file, millions of rows, in one pass and bounded memory: a town among towns of its size.

DuckDB reads it (the extra `national`); the same definitions as for one town, said in SQL (decp.md 4).
"""

from __future__ import annotations

import tempfile
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from game.core.errors import MeasureError
from game.measure.clean import FIRST, LAST
from game.measure.indicators import part
from game.measure.reading import there
from game.measure.telling import FEW

MEMORY, THREADS = "600MB", 2
TOWN = "21"
"""How the SIREN of a French commune opens."""
NEAR, FAR = 2.0, 4.0
"""Towns of a size publish between half and twice as many contracts a year; four times when they are too few."""
PEERS = 10
POLL = 0.2
"""Seconds between two looks at how far the reading is."""
INDICATORS = ("env", "soc", "reserve", "innovant", "unique", "avance")
ALL = "unique"
"""Of a contract told by several rows, one saying yes is enough; but for a single bid, where all must."""
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Town:
    """A buyer's counts: contracts, years with any, and (positive, known) by indicator."""

    siren: str
    n: int
    years: int
    counts: dict[str, tuple[int, int]]

    @property
    def pace(self) -> float:
        """Give how many contracts it publishes a year."""
        return self.n / self.years if self.years else 0.0


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


@dataclass(frozen=True)
class Survey:
    """What the country's file gave."""

    rows: int
    contracts: int
    towns: dict[str, Town]


def survey(file: Path, progress: Progress = lambda _: None, since: str = "2024") -> Survey:
    """Read a country's file, CSV or Parquet; `since` is the first year counted (the sustainability fields' is 2024).

    Raises MeasureError: national_missing (no DuckDB), data_foreign, data_unreadable, and as `there`.
    """
    try:
        import duckdb
    except ImportError as error:
        raise MeasureError("national_missing") from error
    there(file)
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect(config={"memory_limit": MEMORY, "threads": THREADS, "temp_directory": folder})
        try:
            source = _source(file)
            names = [row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]
            rows = _run(connection, _query(source, _columns(names, file), since), file, progress)
        except duckdb.Error as error:
            raise MeasureError("data_unreadable", path=str(file), line=1) from error
        finally:
            connection.close()
    return _survey(rows)


def _run(connection: Any, query: str, file: Path, progress: Progress) -> list[tuple[Any, ...]]:
    """Run a query, telling how far the file is read; an interruption stops it."""
    found: list[tuple[Any, ...]] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            found.extend(connection.execute(query).fetchall())
        except BaseException as error:  # handed to the thread that waits
            failed.append(error)

    size, begun = max(1, file.stat().st_size), _bytes_read()
    reader = threading.Thread(target=run, daemon=True)
    reader.start()
    try:
        while reader.is_alive():
            reader.join(POLL)
            progress(min(1.0, (_bytes_read() - begun) / size))
    except BaseException:
        connection.interrupt()
        reader.join()
        raise
    if failed:
        raise failed[0]
    progress(1.0)
    return found


def _bytes_read() -> int:
    """Count the bytes this process has read: DuckDB does not tell how far it is in a CSV. 0 where no system says."""
    try:
        said = Path("/proc/self/io").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(said.partition("rchar:")[2].split()[0])


def _source(file: Path) -> str:
    path = str(file).replace("'", "''")
    if file.suffix.lower() == ".parquet":
        return f"read_parquet('{path}')"
    with file.open("rb") as handle:
        head = handle.read(65_536).partition(b"\n")[0]
    delimiter = max(";,\t", key=lambda sign: head.count(sign.encode()))
    return (
        f"read_csv('{path}', delim='{delimiter}', quote='\"', escape='\"', header=true, all_varchar=true, "
        "ignore_errors=true, null_padding=true, strict_mode=false, max_line_size=10000000)"
    )


WANTED = {
    "uid": ("uid",),
    "buyer": ("acheteur_id", "acheteur.id"),
    "id": ("id",),
    "subject": ("objet",),
    "amount": ("montant",),
    "date": ("datenotification",),
    "env": ("considerationsenvironnementales",),
    "soc": ("considerationssociales",),
    "innovant": ("marcheinnovant",),
    "offers": ("offresrecues",),
    "procedure": ("procedure",),
    "avance": ("attributionavance",),
}


WORDED = ("env", "soc", "innovant", "procedure", "avance")
"""Columns whose words are looked for: put in small letters once, as they are read."""


def _columns(names: Sequence[str], file: Path) -> dict[str, str]:
    """Find the columns by their names, whatever their case; a missing one is NULL."""
    known = {name.strip().lower().lstrip("\ufeff"): name for name in names}
    found = {}
    for wanted, spellings in WANTED.items():
        name = next((known[one] for one in spellings if one in known), None)
        quoted = None if name is None else '"' + name.replace('"', '""') + '"'
        found[wanted] = "NULL::VARCHAR" if quoted is None else f"CAST({quoted} AS VARCHAR)"
    if "NULL" in found["buyer"] or "NULL" in found["date"]:
        raise MeasureError("data_foreign", path=str(file))
    return found


YES, NO = 3, 2
"""The two bits of an indicator: it is known, and it is positive."""
_TRUE, _FALSE = "('true', '1', '1.0', 'oui', 'vrai')", "('false', '0', '0.0', 'non', 'faux')"


def _said(column: str, *words: str) -> str:
    """Tell whether a text in small letters holds one of some words; `_` stands for a letter, accented or not.

    Nearly no row holds a word's longest plain part without the word: looking for it first spares the slower match.
    """
    return " OR ".join(_holds(column, word) for word in words)


def _holds(column: str, word: str) -> str:
    plain = max(word.split("_"), key=len)
    sure = f"contains({column}, '{plain}')"
    return sure if plain == word else f"({sure} AND {column} LIKE '%{word}%')"


def _yes_no(column: str) -> str:
    said = f"trim({column})"
    return f"CASE WHEN {said} IN {_TRUE} THEN {YES} WHEN {said} IN {_FALSE} THEN {NO} ELSE 0 END"


def _tests() -> str:
    """Give one number a row: two bits an indicator, in the order of INDICATORS."""
    env, soc, unique = (2 * INDICATORS.index(name) for name in ("env", "soc", "unique"))
    reserve, innovant, avance = (2 * INDICATORS.index(name) for name in ("reserve", "innovant", "avance"))
    no_soc = (NO << soc) + (NO << reserve)
    offers = "try_cast(replace(offers, ',', '.') AS DOUBLE)"
    return f"""
        CASE WHEN env IS NULL THEN 0
            WHEN {_said("env", "clause environnementale", "crit_re environnemental")} THEN {YES << env}
            WHEN {_said("env", "pas de consid_ration env", "sans objet")} THEN {NO << env} ELSE 0 END
        + CASE WHEN soc IS NULL THEN 0
            WHEN {_said("soc", "march_ r_serv_")} THEN {(YES << soc) + (YES << reserve)}
            WHEN {_said("soc", "clause sociale", "crit_re social")} THEN {(YES << soc) + (NO << reserve)}
            WHEN {_said("soc", "pas de consid_ration soc", "sans objet")} THEN {no_soc} ELSE 0 END
        + ({_yes_no("innovant")} << {innovant}) + ({_yes_no("avance")} << {avance})
        + CASE WHEN offers IS NULL OR coalesce({_said("procedure", "sans publicit_")}, false) THEN 0
            WHEN {offers} = 1 THEN {YES << unique}
            WHEN {offers} BETWEEN 1 AND 500 AND {offers} = floor({offers}) THEN {NO << unique} ELSE 0 END
    """


def _query(source: str, found: dict[str, str], since: str) -> str:
    """Write the one query: rows, then contracts (doubles merged), then buyers.

    What a row says of the indicators is one number: contracts are merged by joining its bits, so that millions of them
    take little room.
    """
    chosen = ", ".join(f"{_read(name, column)} AS {name}" for name, column in found.items())
    key = "hash(uid)" if "NULL" not in found["uid"] else "hash(buyer, id, subject, amount, date)"
    sums = ", ".join(_counts(name, 2 * i) for i, name in enumerate(INDICATORS))
    return f"""
        WITH rows AS (SELECT {chosen} FROM {source}),
        marked AS (
            SELECT {key} AS key, try_cast(substr(replace(buyer, ' ', ''), 1, 9) AS INTEGER) AS siren,
                try_cast(substr(date, 1, 10) AS DATE) AS day, {_tests()} AS said
            FROM rows
        ),
        contracts AS (
            SELECT key, min(siren) AS siren, min(day) AS day, count(*) AS lines, bit_or(said) AS said,
                bit_and(said) AS always
            FROM marked GROUP BY key
        )
        SELECT lpad(siren::VARCHAR, 9, '0'), count(*), bit_count(bit_or(1::BIGINT << (year(day) - 2000))),
            sum(lines), {sums}
        FROM contracts
        WHERE siren IS NOT NULL AND day BETWEEN DATE '{max(since + "-01-01", FIRST)}' AND DATE '{LAST}'
        GROUP BY siren
    """


def _read(name: str, column: str) -> str:
    return f"lower({column})" if name in WORDED else column


def _counts(name: str, bit: int) -> str:
    """Count the contracts positive, then known, by their bits; of several rows all must say a single bid."""
    positive = "always" if name == ALL else "said"
    known, both = f"said & {NO << bit}", f"{positive} & (said >> 1) & {1 << bit}"
    return f"count_if(({both}) <> 0), count_if(({known}) <> 0)"


def _survey(rows: list[tuple[Any, ...]]) -> Survey:
    towns = {}
    for siren, n, years, _, *sums in rows:
        pairs = zip(sums[::2], sums[1::2], strict=True)
        counts = {name: (int(k or 0), int(known or 0)) for name, (k, known) in zip(INDICATORS, pairs, strict=True)}
        towns[siren] = Town(siren, int(n), int(years), counts)
    return Survey(sum(int(row[3] or 0) for row in rows), sum(town.n for town in towns.values()), towns)


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
    shares = sorted(k / n for k, n in (one.counts[name] for one in around) if n >= FEW)
    k, n = town.counts[name]
    share = part(k, n)
    if len(shares) < PEERS:
        return Standing(name, k, n, share, len(shares), None, None)
    low, middle, high = quantiles(shares, n=4)[0], median(shares), quantiles(shares, n=4)[2]
    below = None if share is None else (bisect_left(shares, share) + bisect_right(shares, share)) / 2 / len(shares)
    return Standing(name, k, n, share, len(shares), below, (low, middle, high))
