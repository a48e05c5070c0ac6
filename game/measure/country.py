"""A country's file read by DuckDB in bounded memory: what its texts mean is asked of game.measure.vocabulary.

The rows are joined with the meaning of their texts; a text not met before is learnt, and the rows are read again. Rows
of one contract are gathered by `uid`; without it, those that may be doubles are few, and are merged as a town's are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from game.core.errors import MeasureError
from game.measure import fields, sirets
from game.measure.clean import EMPTY
from game.measure.contracts import AMENDED, Contract, contract
from game.measure.doubles import merged
from game.measure.lines import AMENDMENTS
from game.measure.stated import INDICATORS, UNREAD
from game.measure.tally import COUNTED, EPOCH, LANE, SUMMED, UNDATED, Town
from game.measure.vocabulary import ABSENT, GARBLED, vocabularies

WANTED: Mapping[str, str] = {
    "uid": "uid", "modification": "modification_id", "buyer": "acheteur_id", "id": "id", "subject": "objet",
    "amount": "montant", "date": "dateNotification", "published": "datePublicationDonnees", "nature": "nature",
    "env": "considerationsEnvironnementales", "soc": "considerationsSociales", "innovant": "marcheInnovant",
    "offers": "offresRecues", "procedure": "procedure", "avance": "attributionAvance",
    **{name: name for name in AMENDED},
}  # fmt: skip
"""The columns read, by the names they are published under."""
RECORD = {wanted: name for wanted, name in WANTED.items() if wanted not in ("uid", "modification", "nature")}
"""The columns of a record that may be a double of another."""
HEAD, LEARNT = 1_000_000, 1_000_000
"""Bytes the code of a file is told by; different texts that are learnt at most."""
Run = Callable[[str], list[tuple[Any, ...]]]


def source(file: Path) -> str:
    """Give the table function that reads a file: Parquet by its name, else a CSV, whose separator is told here."""
    path = str(file).replace("'", "''")
    if file.suffix.lower() == ".parquet":
        return f"read_parquet('{path}')"
    with file.open("rb") as handle:
        head = handle.read(HEAD).removeprefix(b"\xef\xbb\xbf")
    first, _, rest = head.partition(b"\n")
    announced = first.strip().lower().startswith(b"sep=")
    first = rest.partition(b"\n")[0] if announced else first
    delimiter = max(";,\t", key=lambda sign: first.count(sign.encode()))
    try:
        head.decode()
        code = "utf-8"
    except UnicodeDecodeError as error:  # a letter cut in two at the end of the head is no fault of the file
        code = "utf-8" if error.start > len(head) - 4 else "latin-1"
    return (
        f"read_csv('{path}', delim='{delimiter}', quote='\"', escape='\"', header=true, all_varchar=true, "
        f"skip={int(announced)}, encoding='{code}', "
        "ignore_errors=true, null_padding=true, strict_mode=false, max_line_size=10000000)"
    )


def columns(names: list[str], file: Path) -> dict[str, str]:
    """Find the columns by their names, as a town's are found; those that are missing are left out."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(fields.column(name), name)
    found = {
        wanted: 'CAST("' + known[name].replace('"', '""') + '" AS VARCHAR)'
        for wanted, name in WANTED.items()
        if name in known
    }
    if not {"buyer", "date"} <= found.keys():
        raise MeasureError("data_foreign", path=str(file))
    if "titulaire_id" not in known:
        found.pop("uid", None)
    return found


NAMED = {"day": "date"}
"""The column a list of words is for, when it has another name."""
_FAST = f"regexp_full_match(buyer, '[0-9]{{14}}') AND NOT suffix(buyer, '{sirets.CUT}')"
"""A buyer's number as it should be: nearly all are, and need not be looked up."""
_LOOKED = {
    "day": "CASE WHEN date LIKE '____-__-__%' THEN substr(date, 1, 10) ELSE date END",
    "buyer": f"CASE WHEN {_FAST} THEN NULL ELSE buyer END",
}
"""What is looked up for a column, when it is not its whole text."""
_BLANK = ", ".join(f"'{one}'" for one in sorted(EMPTY))
_BY_UID = f"""CASE
    WHEN length(uid) > 9 AND uid BETWEEN '0' AND ':' AND NOT suffix(uid, ' ') THEN hash(uid, siren)
    WHEN uid IS NULL OR ltrim(uid) ILIKE 'INX%' OR list_contains([{_BLANK}], lower(trim(uid)))
        THEN hash(nextval('lone'))
    ELSE hash(trim(uid), siren) END"""
"""What tells contracts apart: nearly all begin with their buyer's number; a row that has none is a contract alone."""
_NUMBER = "regexp_replace(regexp_replace(upper(id), '[^0-9A-Z]', '', 'g'), '^(INX)?(MQ)?(CDL)?', '')"
_NUMBER = f"regexp_replace({_NUMBER}, '^(NC|MQ|CDL|NAN|NA|NONE|NULL)$', '')"
"""A contract's number with nothing that may differ between two doubles: more look alike than are, never fewer."""
STATED = ("env", "soc", "innovant", "avance", "offers")
"""The columns that state an indicator; the last one only where firms compete."""
_LOW = sum(1 << 2 * place for place in range(len(INDICATORS)))
"""The low bit of each state: alone, it is that of UNREAD."""
_DAY, _AMENDED, _NEW = 12, 40, 48
"""Bits of what a row weighs, on top of what it states: its day; the rank of its amendment, the first before all; and
whether some text of it is in no list of words."""
_DAYS = (1 << _AMENDED - _DAY) - 1


class Country:
    """One reading of a file over a connection; `run` does a query, gives its rows and tells how far it is."""

    def __init__(self, connection: Any, file: Path, run: Run, last: str) -> None:
        self._connection, self._run, self._file, self._last = connection, run, file, last
        self._source = source(file)
        described = connection.execute(f"DESCRIBE SELECT * FROM {self._source}").fetchall()
        self._columns = columns([row[0] for row in described], file)
        self._words = {
            name: words for name, words in vocabularies(last).items() if NAMED.get(name, name) in self._columns
        }
        self.met: dict[str, list[str]] = {}
        """The texts that were learnt, by list of words."""
        lanes = ", ".join(f"{_lane(state)} AS s{state}" for state in SUMMED)
        connection.execute(f"CREATE TABLE lanes AS SELECT n AS stated, {lanes} FROM range({1 << _DAY}) AS t(n)")
        self._lost = False
        """Whether some text that was met is understood by nobody: else there are none to count."""
        connection.execute("CREATE SEQUENCE lone")
        for name, words in self._words.items():
            connection.execute(f"CREATE TABLE words_{name} (said VARCHAR, means BIGINT)")
            self._learn(name, words.usual)

    def counted(self, since: str) -> list[Town]:
        """Give the counts of each buyer (ABSENT and GARBLED too) by age: UNDATED or, from the day `since`, COUNTED."""
        rows = self._summed(since)
        if any(row[-1] for row in rows):
            self._meet()
            rows = self._summed(since)
        return [Town._make(row[:-1]) for row in rows]

    def doubles(self) -> Iterator[tuple[int, list[Contract]]]:
        """Give rows that may be doubles: how many there are, and the contracts they make, merged as a town's are."""
        if "uid" in self._columns:
            return
        names = [name for name in RECORD if name in self._columns]
        raw = ", ".join(names)
        alike = "SELECT key FROM alike WHERE lines > 1 AND siren >= 0"
        rows = self._run(
            f"SELECT key, {raw} FROM ({self._joined()}) WHERE key IN ({alike}) AND siren >= 0 ORDER BY ALL"
        )
        for _, group in groupby(rows, key=lambda row: row[0]):
            records = [{RECORD[name]: said for name, said in zip(names, row[1:], strict=True)} for row in group]
            yield len(records), merged([contract(one, recent=True, last=self._last) for one in records])[0]

    def _learn(self, name: str, texts: Iterable[str]) -> None:
        """Write what texts mean, each as one text of hexadecimal: DuckDB is slow at taking many values from Python."""
        said = list(dict.fromkeys(texts))
        means = [self._words[name].meaning(one) for one in said]
        self._lost = self._lost or (name in STATED and any(one and one & ~(one >> 1) & _LOW for one in means))
        self._connection.execute(
            f"INSERT INTO words_{name} SELECT decode(from_hex(unnest(string_split(?, ',')))), "
            "try_cast(unnest(string_split(?, ',')) AS BIGINT)",
            [",".join(one.encode().hex() for one in said), ",".join("" if one is None else str(one) for one in means)],
        )

    def _meet(self) -> None:
        """Learn the texts that are in no list of words. Raises MeasureError data_foreign when nearly all differ."""
        pairs = (f"{{'name': '{name}', 'said': CASE WHEN new_{name} THEN look_{name} END}}" for name in self._words)
        query = f"SELECT DISTINCT unnest([{', '.join(pairs)}]) FROM ({self._joined()}) WHERE new LIMIT {LEARNT}"
        words = [(one["name"], one["said"]) for (one,) in self._run(query) if one["said"] is not None]
        if len(words) >= LEARNT - len(self._words):
            raise MeasureError("data_foreign", path=str(self._file))
        for name in self._words:
            self.met[name] = sorted(said for found, said in words if found == name)
            if self.met[name]:
                self._learn(name, self.met[name])

    def _joined(self) -> str:
        """Write the rows with the meaning of their texts: siren, weight, key, and what is new to the lists of words."""
        chosen = ", ".join(f"{self._columns.get(name, 'NULL::VARCHAR')} AS {name}" for name in WANTED)
        looked = ", ".join(f"{_LOOKED.get(name, name)} AS look_{name}" for name in self._words)
        joins = " ".join(f"LEFT JOIN words_{name} w_{name} ON w_{name}.said = look_{name}" for name in self._words)
        new = {name: f"(look_{name} IS NOT NULL AND w_{name}.said IS NULL)" for name in self._words}
        stated = " + ".join(self._means(name, 0) for name in STATED[:-1])
        offers = f"CASE WHEN {self._means('procedure', 1)} = 1 THEN {self._means('offers', 0)} ELSE 0 END"
        siren = (
            f"CASE WHEN buyer IS NULL THEN {ABSENT} WHEN look_buyer IS NULL THEN substr(buyer, 1, 9)::BIGINT "
            f"ELSE {self._means('buyer', GARBLED)} END"
        )
        alike = f"hash(siren, coalesce({_NUMBER}, ''), day)"
        return f"""
            SELECT *, {_BY_UID if "uid" in self._columns else alike} AS key,
                (new::BIGINT << {_NEW}) + (({AMENDMENTS} - rank) << {_AMENDED}) + (day << {_DAY}) + stated AS weight
            FROM (
                SELECT looked.*, {siren} AS siren, {self._means("day", 0)} AS day, {stated} + {offers} AS stated,
                    {self._means("modification", 0)} AS rank,
                    {", ".join(f"{one} AS new_{name}" for name, one in new.items())}, {" OR ".join(new.values())} AS new
                FROM (SELECT *, {looked} FROM (SELECT {chosen} FROM {self._source})) AS looked {joins}
                WHERE {self._means("nature", 0)} = 0
            )
        """

    def _means(self, name: str, nothing: int) -> str:
        return f"coalesce(w_{name}.means, {nothing})" if name in self._words else f"{nothing}::BIGINT"

    def _summed(self, since: str) -> list[tuple[Any, ...]]:
        """Gather the rows into contracts, and count these by buyer and age."""
        gathered = f"""
            SELECT key, min(siren) AS siren, max(weight) AS weight, count(*) AS lines
            FROM ({self._joined()}) GROUP BY key
        """
        if "uid" not in self._columns:
            self._run(f"CREATE OR REPLACE TABLE alike AS {gathered}")
            gathered = f"SELECT * FROM alike WHERE lines = 1 OR siren < 0 OR (weight >> {_NEW}) > 0"
        first = (date.fromisoformat(since) - EPOCH).days
        sums = (f"sum(s{state})" if self._lost or state != UNREAD else "0" for state in SUMMED)
        return self._run(f"""
            SELECT siren, IF(day = 0, {UNDATED}, {COUNTED}), count(*),
                bit_or(1::BIGINT << (year(DATE '{EPOCH}' + day::INT) - {EPOCH.year})), sum(lines),
                {", ".join(sums)}, max(new)
            FROM (
                SELECT siren, lines, weight & {(1 << _DAY) - 1} AS said, (weight >> {_DAY}) & {_DAYS} AS day,
                    weight >> {_NEW} AS new
                FROM ({gathered})
            ) JOIN lanes ON stated = said
            WHERE day = 0 OR day >= {first} OR siren < 0 OR new > 0 GROUP BY ALL
        """)


def _lane(state: int) -> str:
    """Write the number that has 1 in the lane of each indicator that is in a state."""
    return " + ".join(
        f"(((n >> {2 * place}) & 3 = {state})::HUGEINT << {LANE * place})" for place in range(len(INDICATORS))
    )
