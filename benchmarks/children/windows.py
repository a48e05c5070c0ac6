"""One or two real windows of a table: `windows.py CARDS FOLDER WIDE HIGH one|two`.

Tells the milliseconds of a drag in each, and the megabytes of the process. The motions are events of each window, timed
from there to both screens: the whole turn of the loop.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pygame

from benchmarks.rooms import half_placed
from benchmarks.weight import pss
from game.table.app import Table
from game.table.room import Room
from game.table.window import Pane, Window
from game.view.answer.leading import TurnPage
from game.view.answer.pressing import press
from game.view.answer.ui import Ui
from game.view.tree.node import Node
from game.wiring.assembly import services
from game.wiring.play import requests

MOTIONS = 200


def drag(table: Table, pane: Pane, tree: Node, window: object) -> list[float]:
    """Lift the hand's first card in a window, and give the milliseconds of each motion."""
    clock, (wide, high) = pygame.time.Clock(), pane.size
    hand = tree.find("hand")
    assert hand is not None
    card = next(node for node in hand.walk() if node.drags is not None)
    x, y = card.box.centre
    steps = [
        (round(wide * (0.05 + 0.9 * i / MOTIONS)), round(high * (0.85 - 0.7 * i / MOTIONS))) for i in range(MOTIONS)
    ]
    _post(pygame.MOUSEBUTTONDOWN, (x, y), window, button=1)
    _post(pygame.MOUSEMOTION, (x + 60, y - 60), window, buttons=(1, 0, 0), rel=(0, 0))
    table.turn(clock)
    frames = pane.frames
    times = [_moved(table, clock, at, window) for at in steps]
    assert pane.frames - frames == MOTIONS, "a motion was not shown"
    _post(pygame.MOUSEBUTTONUP, (5, high - 5), window, button=1)
    table.turn(clock)
    return times


def _post(kind: int, at: tuple[int, int], window: object, **facts: object) -> None:
    pygame.event.post(pygame.event.Event(kind, pos=at, window=window, touch=False, **facts))


def _moved(table: Table, clock: pygame.Clock, at: tuple[int, int], window: object) -> float:
    pygame.event.clear()
    _post(pygame.MOUSEMOTION, at, window, buttons=(1, 0, 0), rel=(0, 0))
    start = time.perf_counter()
    table.turn(clock)
    return (time.perf_counter() - start) * 1000


def apart(table: Table, size: tuple[int, int]) -> Room:
    """Open the room's window, and have the facilitator's be as large, its page first and then the board."""
    table.two(0)
    table.window.place.to(table.window.place.box.middle(*size))
    rest(table)
    table.window.resized()
    table.ui = press(table.ui, TurnPage())[0]
    table.changed()
    rest(table)
    assert table.beside is not None
    return table.beside


def rest(table: Table) -> None:
    """Take some turns with nothing to do."""
    for _ in range(5):
        table.turn(pygame.time.Clock())


def main(count: int, folder: Path, size: tuple[int, int], *, two: bool) -> None:
    """Tell the figures of the one window, or of both."""
    desk = half_placed(folder / f"{count}.clap", count)
    table = Table(services(requests()), Window("windows", size), desk, Ui(screen="play"))
    rest(table)
    drags = {}
    if two:
        room = apart(table, size)
        drags["room"] = drag(table, room.window, room.tree, None)
    drags["lead"] = drag(table, table.window, table.tree, getattr(table.window, "sdl", None))
    rest(table)
    print(json.dumps(drags | {"pss": pss()}), flush=True)
    desk.abandon()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), (int(sys.argv[3]), int(sys.argv[4])), two=sys.argv[5] == "two")
