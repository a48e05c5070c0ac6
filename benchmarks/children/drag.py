"""A drag in a real window: `drag.py CARDS FOLDER`; tells the milliseconds of 300 motions, and of the bare least.

The motions are events of the window, and each is timed from there to the screen: the whole turn of the loop.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pygame

from benchmarks.rooms import half_placed
from game.table.app import Table
from game.table.window import Window
from game.view.answer.landing import landing
from game.view.answer.ui import Ui
from game.wiring.assembly import services
from game.wiring.play import requests

MOTIONS = 300


def path(size: tuple[int, int]) -> list[tuple[int, int]]:
    """Give where the pointer goes: from the hand across the plan and the ledger."""
    wide, high = size
    return [
        (round(wide * (0.05 + 0.9 * i / MOTIONS)), round(high * (0.85 - 0.7 * i / MOTIONS))) for i in range(MOTIONS)
    ]


def post(kind: int, at: tuple[int, int], **facts: object) -> None:
    """Put an event of the mouse in the window's queue."""
    pygame.event.post(pygame.event.Event(kind, pos=at, **facts))


def drag(table: Table, clock: pygame.Clock) -> list[float]:
    """Lift the hand's first card and give the milliseconds of each motion."""
    hand = table.tree.find("hand")
    assert hand is not None
    card = next(node for node in hand.walk() if node.drags is not None)
    x, y = card.box.centre
    post(pygame.MOUSEBUTTONDOWN, (x, y), button=1)
    post(pygame.MOUSEMOTION, (x + 60, y - 60), buttons=(1, 0, 0), rel=(0, 0))
    table.turn(clock)
    frames, way = table.window.frames, path(table.window.size)
    times = [moved(table, clock, at) for at in way]
    assert table.ui.held[0].now == way[-1], "the card did not follow"
    assert table.window.frames - frames == MOTIONS, "a motion was not shown"
    return times


def moved(table: Table, clock: pygame.Clock, at: tuple[int, int]) -> float:
    """Give the milliseconds of one motion."""
    pygame.event.clear()
    post(pygame.MOUSEMOTION, at, buttons=(1, 0, 0), rel=(0, 0))
    start = time.perf_counter()
    table.turn(clock)
    return (time.perf_counter() - start) * 1000


def floor(table: Table) -> list[float]:
    """Give the milliseconds of the bare least: restore a rectangle, blit the card, update."""
    screen = table.window.screen
    board, card = screen.copy(), table.painter.lifted(table.ui.held[0].node)
    old, times = card.get_rect(), []
    for at in path(table.window.size):
        new = card.get_rect(center=at)
        start = time.perf_counter()
        screen.blit(board, old, old)
        screen.blit(card, new)
        pygame.display.update([old.union(new)])
        times.append((time.perf_counter() - start) * 1000)
        old = new
    return times


def main(count: int, folder: Path) -> None:
    """Tell the figures of one window."""
    desk = half_placed(folder / f"{count}.clap", count)
    size = pygame.display.get_desktop_sizes()[0] if pygame.display.get_init() else None
    window = Window("drag", size, fullscreen=True)
    table, clock = (
        Table(services(requests()), window, desk, Ui(screen="play")),
        pygame.time.Clock(),
    )
    table.show()
    table.turn(clock)
    motions = drag(table, clock)
    targets = len(landing(table.ui.held[0], table.tree.kids[0]).targets)
    print(json.dumps({"motions": motions, "floor": floor(table), "size": window.size, "targets": targets}), flush=True)
    desk.abandon()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
