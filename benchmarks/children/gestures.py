"""Gestures in a real window: `gestures.py DECK FOLDER NAME…`; tells what each of their events took, and its floors.

DECK is `afternoon`, or how many cards there are, half placed. Each event is timed from there to the screen: the whole
turn of the loop. The floor of its pixels follows it at once, the unit soon: whatever else the machine does slows all.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import closing
from math import inf
from pathlib import Path

from benchmarks.hands import GESTURES, Gesture
from benchmarks.playrooms import AFTERNOON, MOMENTS, playroom
from benchmarks.watched import Watched

WARM, WANTED, LEAST, SECONDS = 3, 60, 9, 2.0
"""Events that are not counted, events wanted of each row, and those had however slow they are; seconds given to one
gesture, with many cards or where nothing is held."""
EVERY = 3
"""Events to one unit."""
Facts = list[dict[str, float]]


def measured(table: Watched, gesture: Gesture, seconds: float) -> dict[str, Facts]:
    """Play a gesture again and again; give what each event of each row took, `seconds` being its time."""
    found: dict[str, Facts] = {name: [] for name in gesture.rows}
    began, unit = time.monotonic(), table.unit()
    with closing(gesture.play(table)) as turns:
        for count, (name, turn) in enumerate(turns):
            floor, unit = table.pixels(turn), unit if count % EVERY else table.unit()
            found[name].append(
                turn.facts()
                | {"pixels": floor.cpu, "pixels wall": floor.wall, "unit": unit.cpu, "unit wall": unit.wall}
            )
            if min(map(len, found.values())) >= WARM + (LEAST if time.monotonic() - began > seconds else WANTED):
                break
    return {name: facts[WARM:] for name, facts in found.items()}


def main(deck: str, folder: Path, wanted: tuple[str, ...]) -> None:
    """Tell the figures of one window."""
    room = playroom(deck, folder)
    room.until(MOMENTS["board"])
    table = Watched(room.desk)
    found: dict[str, Facts] = {}
    for gesture in GESTURES:
        if set(wanted) & set(gesture.rows):
            room.until(MOMENTS[gesture.moment])
            table.calm()
            found |= measured(table, gesture, inf if gesture.whole and deck == AFTERNOON else SECONDS)
    print(json.dumps({name: found[name] for name in wanted}), flush=True)
    room.desk.abandon()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), tuple(sys.argv[3:]))
