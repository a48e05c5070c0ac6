"""Gestures in a real window: `gestures.py DECK FOLDER NAME…`; tells what each of their events took, and its floors.

DECK is `afternoon`, or how many cards there are, half placed. Each event is timed from there to the screen: the whole
turn of the loop. Its floors follow it at once, so that whatever else the machine does slows all of them.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import closing
from pathlib import Path

from benchmarks.hands import GESTURES, Gesture
from benchmarks.playrooms import MOMENTS, playroom
from benchmarks.watched import Turn, Watched

WARM, LEAST, MOST = 4, 60, 240
"""Events that are not counted, events wanted of each row, and seconds given to one gesture however slow it is."""
Facts = list[dict[str, float]]


def measured(table: Watched, gesture: Gesture) -> dict[str, Facts]:
    """Play a gesture again and again; give what each event of each row took."""
    found: dict[str, Facts] = {name: [] for name in gesture.names}
    began = time.monotonic()
    with closing(gesture.play(table)) as turns:
        for name, turn in turns:
            found[name].append(_facts(table, turn))
            enough = all(len(facts) >= WARM + LEAST for facts in found.values())
            if enough or time.monotonic() - began > MOST:
                break
    return {name: facts[WARM:] for name, facts in found.items()}


def _facts(table: Watched, turn: Turn) -> dict[str, float]:
    """Tell a turn and its floors, which are measured now."""
    if not turn.shown:
        message = "nothing was shown"
        raise RuntimeError(message)
    floor, unit = table.pixels(turn), table.unit()
    return turn.facts() | {"pixels": floor.cpu, "pixels wall": floor.wall, "unit": unit.cpu}


def main(deck: str, folder: Path, wanted: tuple[str, ...]) -> None:
    """Tell the figures of one window."""
    room = playroom(deck, folder)
    table = Watched(room.desk)
    found: dict[str, Facts] = {}
    for gesture in GESTURES:
        if set(wanted) & set(gesture.names):
            room.until(MOMENTS[gesture.moment])
            table.calm()
            found |= measured(table, gesture)
    print(json.dumps({name: found[name] for name in wanted}), flush=True)
    room.desk.abandon()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), tuple(sys.argv[3:]))
