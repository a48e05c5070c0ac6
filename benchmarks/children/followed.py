"""A table that follows a session another program plays: `followed.py FILE`; tells when each gesture was shown.

The other program is a process of its own: it opens the file, plays at odd moments and tells when each gesture was on
disk. Nothing of the table is replaced: its loop is listened to.
"""

from __future__ import annotations

import json
import os
import sys
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

WAITS = (9.0, *(0.7 + 0.037 * n for n in range(12)), 66.0, 1.1, 0.9)
"""Seconds before each gesture: the table has rested for a while, for a moment, then for a minute."""


def lead(file: str, told: Connection) -> None:
    """Play the session."""
    from itertools import cycle

    from game.core.moves.flow import AddMinutes
    from game.desk.opening import open_session

    desk = open_session(Path(file))
    told.send("played")
    for wait, minutes in zip(WAITS, cycle((1, -1)), strict=False):
        time.sleep(wait)
        desk.do(AddMinutes(minutes))
        told.send((len(desk.rows), time.monotonic()))
    time.sleep(3)
    desk.close()


def main() -> None:
    """Follow it to the end."""
    file = sys.argv[1]
    ours, theirs = get_context("spawn").Pipe()
    playing = get_context("spawn").Process(target=lead, args=(file, theirs))
    playing.start()
    ours.recv()
    from game.table import opening

    opening.curtain("CLAP")
    from game.table.app import Table

    show, turn, shown, done = Table.show, Table.turn, {}, {}

    def showing(table) -> None:  # type: ignore[no-untyped-def]
        show(table)
        if table.desk is not None:
            shown.setdefault(len(table.desk.rows), time.monotonic())

    def turning(table, clock) -> None:  # type: ignore[no-untyped-def]
        turn(table, clock)
        while ours.poll():
            row, when = ours.recv()
            done[row] = when
        if len(done) == len(WAITS) and len(table.desk.rows) >= max(done):
            delays = [1000 * (shown[row] - when) for row, when in done.items()]
            print(json.dumps({"delays": delays, "notice": table.ui.notices[0][0]}), flush=True)
            playing.terminate()
            os._exit(0)

    Table.show, Table.turn = showing, turning  # type: ignore[method-assign]
    from game.wiring.play import play

    play(Path(file), "fr")


if __name__ == "__main__":
    main()
