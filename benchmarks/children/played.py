"""The recorded afternoon at the table: `played.py FOLDER`; tells what each turn of the loop took, and the unit.

A step is played as the demo plays it, in a turn of its own, and another turn follows. Each phase begins with the menu's
press that has every file written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.afternoon import Afternoon
from benchmarks.turns import Turn
from benchmarks.watched import Watched
from game.content.recording import Recorded
from game.core.moves.flow import EnterPhase

PICTURE = "table.png"
Told = tuple[str, Turn]


def turns(table: Watched, steps: tuple[Recorded, ...]) -> Iterator[Told]:
    """Give each turn, and what was done in it."""
    for step in steps:
        command = type(step.command).__name__ if step.command is not None else step.kind
        yield command, table.play(step)
        yield f"after {command}", table.turn()
        if isinstance(step.command, EnterPhase):
            yield "the menu", table.click("menu")
            yield "the export", table.click("menu:export")


def main(folder: Path) -> None:
    """Tell the figures of one afternoon."""
    room = Afternoon(folder / "a.clap")
    table = Watched(room.desk)
    found, units, files = [], [], set()
    for what, turn in turns(table, room.steps):
        facts = turn.facts()
        found.append({"what": what, "cpu": facts["cpu"], "wall": facts["wall"]})
        units.append(table.unit().cpu)
        files |= {file.stat().st_mtime_ns for file in room.desk.path.with_suffix("").glob(PICTURE)}
    print(json.dumps({"turns": found, "unit": median(units), "files": len(files)}), flush=True)
    room.desk.abandon()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
