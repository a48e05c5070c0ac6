"""What a gesture, a long session and reopening it cost; `benchmarks/` calls these."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from statistics import median

from game.content.shelf import Sources, load_scenario
from game.core.moves.flow import AddMinutes, EnterPhase, TakeNote
from game.core.moves.issues import LiftIssue, PlaceIssue
from game.core.moves.move import Command
from game.desk.desk import Desk
from game.desk.opening import new_session, open_session

ROOT = Path(__file__).parents[2]


def blagnac() -> Sources:
    return load_scenario(ROOT / "scenarios" / "blagnac", ROOT / "decks")


def gestures() -> Iterator[Command]:
    """Play gestures that are never refused and leave the session small, for ever."""
    yield EnterPhase("enjeux")
    yield from cycle(
        (
            PlaceIssue("eau", "sports", "piscine-ramiers"),
            PlaceIssue("handicap", "solidarites"),
            AddMinutes(1),
            LiftIssue("eau"),
            AddMinutes(-1),
            LiftIssue("handicap"),
        )
    )


def bare_commits(folder: Path, count: int = 300) -> float:
    """Give the seconds of a bare full-sync commit of one row of the same size (median), SQLite as it comes."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, data TEXT)")
    costs = []
    for _ in range(count):
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO rows (data) VALUES (?)", ("x" * 160,))
        connection.execute("COMMIT")
        costs.append(time.perf_counter() - start)
    connection.close()
    return median(costs)


def played(path: Path, count: int = 5_000) -> list[float]:
    """Play `count` gestures in a new session; give the seconds of each, decided, written and folded."""
    desk = new_session(path, blagnac(), "90", date="2026-12-02")
    costs = [_timed(desk, command) for _, command in zip(range(count), gestures(), strict=False)]
    desk.do(TakeNote("fin"))
    desk.close()
    return costs


def _timed(desk: Desk, command: Command) -> float:
    start = time.perf_counter()
    refused = desk.do(command)
    took = time.perf_counter() - start
    assert refused is None, refused
    return took


def reopened(path: Path) -> float:
    """Give the seconds it takes to open a session again, to its last gesture."""
    start = time.perf_counter()
    desk = open_session(path)
    took = time.perf_counter() - start
    desk.close()
    return took


def report(count: int = 5_000) -> dict[str, float]:
    """Give every figure, in milliseconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = bare_commits(folder)
        costs = played(folder / "long.clap", count)
        return {
            "bare_commit": 1000 * bare,
            "gesture_first_500": 1000 * median(costs[:500]),
            "gesture_last_500": 1000 * median(costs[-500:]),
            "reopen": 1000 * median(reopened(folder / "long.clap") for _ in range(5)),
        }


if __name__ == "__main__":
    for what, cost in report().items():
        print(f"{what:20} {cost:8.3f} ms")
