"""The day of the afternoon by ear: `python -m tests.ear.day` opens the real table on it, for months are heard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import SimpleNamespace
from unittest import mock

DAY = datetime(2026, 12, 2, 14, tzinfo=UTC)


@contextmanager
def that_day() -> Iterator[None]:
    """Have the table believe it is that day."""
    with mock.patch("game.desk.clocks.datetime", SimpleNamespace(now=lambda _: DAY)):
        yield


if __name__ == "__main__":
    import sys

    from game.__main__ import main

    sys.argv = ["clap"]
    with that_day():
        main()
