"""The session file: a gesture to the disk, and a long session opened again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.afternoon import frozen
from benchmarks.figure import Figure
from benchmarks.rooms import DATE
from game.desk.opening import new_session
from tests.desk.bench import gestures, played, reopened

GESTURES, PART, SESSIONS = 5_000, 500, 5_000
BARE_EVERY = 5
RUNS = 7
ROW = "x" * 160
"""A row as long as a gesture's."""


def commit() -> Iterator[Figure]:
    """Time 5,000 gestures through the desk, a bare full-sync commit of SQLite among every five of them."""
    with tempfile.TemporaryDirectory() as name:
        bare, costs = _interleaved(Path(name))
    parts = (("the first 500", 0), ("the last 500 of 5,000", GESTURES - PART))
    for what, start in parts:
        of = slice(start // BARE_EVERY, (start + PART) // BARE_EVERY)
        yield Figure(f"gesture, {what}", median(costs[start : start + PART]), "ms", median(bare[of]), 2, of_floor=True)
    flat = median(costs[:PART])
    yield Figure("gesture, last over first", median(costs[-PART:]), "ms", flat, 1.3, of_floor=True)


def _interleaved(folder: Path) -> tuple[list[float], list[float]]:
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, data TEXT)")
    desk = new_session(folder / "long.clap", frozen(), "90", date=DATE)
    bare, costs = [], []
    for i, command in zip(range(GESTURES), gestures(), strict=False):
        if i % BARE_EVERY == 0:
            bare.append(_timed(lambda: _bare(connection)))
        costs.append(_timed(lambda command=command: _done(desk.do(command))))  # type: ignore[misc]
    connection.close()
    desk.close()
    return bare, costs


def _bare(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO rows (data) VALUES (?)", (ROW,))
    connection.execute("COMMIT")


def _done(refused: object) -> None:
    if refused is not None:
        raise RuntimeError(str(refused))


def _timed(work: Callable[[], None]) -> float:
    """Give the milliseconds some work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def refold() -> Iterator[Figure]:
    """Time a session of 5,000 gestures opened again, beside one of a single gesture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        played(folder / "short.clap", 1)
        played(folder / "long.clap", GESTURES)
        pairs = [(reopened(folder / "short.clap"), reopened(folder / "long.clap")) for _ in range(RUNS)]
    short, long = (1000 * median(pair[i] for pair in pairs) for i in range(2))
    yield Figure("5,000 gestures reopened", long, "ms", short, 6, of_floor=True, note="floor: one gesture")


def home() -> Iterator[Figure]:
    """Time what home lists where thousands of sessions lie, the first time it looks."""
    with tempfile.TemporaryDirectory() as name, environment(name):
        folder = Path(name) / "sessions"
        folder.mkdir()
        played(folder / "0.clap", 40)
        for n in range(1, SESSIONS):
            shutil.copyfile(folder / "0.clap", folder / f"{n}.clap")
        took = _timed(_shelved)
        again = _timed(_shelved)
    yield Figure("home, 5,000 sessions", took, "ms", None, 1000)
    yield Figure("home, 5,000 sessions, again", again, "ms", None, 1000)


def _shelved() -> None:
    from game.wiring.play import requests

    requests().shelf()


@contextmanager
def environment(home: str) -> Iterator[None]:
    """Have the sessions and the cache lie in a folder."""
    before = os.environ.get("CLAP_HOME")
    os.environ["CLAP_HOME"] = home
    try:
        yield
    finally:
        os.environ.pop("CLAP_HOME")
        if before is not None:
            os.environ["CLAP_HOME"] = before
