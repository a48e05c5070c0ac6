"""A session told again: opened, then sought at random steps, each shown whole at the table without a screen."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.figure import Figure
from tests.desk.bench import played

STEPS, SEEKS, GOAL = 2_000, 40, 200
"""Steps of the session, seeks timed, and the milliseconds one may take (issue "Beyond the afternoon")."""


def figures() -> Iterator[Figure]:
    """Time the opening, and a seek to its frame."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    from game.table.app import Table
    from game.table.window import Window
    from game.view.answer.ui import Ui
    from game.wiring import assembly, play
    from game.wiring.retelling import Retold, opened

    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "long.clap"
        played(path, STEPS)
        start = time.perf_counter()
        desk = opened(path)
        took = 1000 * (time.perf_counter() - start)
        player = Retold(desk)
        first = player.opened()
        table = Table(assembly.services(play.requests()), Window("CLAP", (1920, 1080)), desk, first.opened.view(Ui()))
        table.changed()
        table.show()
        dice, costs = Random(1), []
        for _ in range(SEEKS):
            start = time.perf_counter()
            desk.seek(dice.randint(1, len(desk.steps)))
            table.ui = player.shown(table.ui)
            table.changed()
            table.show()
            costs.append(1000 * (time.perf_counter() - start))
        desk.seek(len(desk.steps))
        same = desk.session == super(type(desk), desk).session
        desk.close()
    yield Figure(f"a session of {STEPS} gestures opened to be told", took, "ms")
    slowest = ", ".join(f"{one:.0f}" for one in sorted(costs)[-3:])
    note = f"the three slowest {slowest} ms; {'ends as the file' if same else 'ENDS OTHERWISE'}"
    yield Figure(f"seek to any of {STEPS} steps, to its frame", median(costs), "ms", None, GOAL, note=note)
