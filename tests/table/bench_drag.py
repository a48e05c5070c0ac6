"""Times drag frames in a real window: `python -m tests.table.bench_drag [cards] [width] [height]`."""

from __future__ import annotations

import statistics
import sys
import time

import pygame

from game.table.app import Table
from game.view.input import PointerDown, PointerMove
from tests.table.demo import table
from tests.view.stand_ins import ROWS, Room, StandInDesk, cards

MOTIONS = 300


def path(width: int) -> list[tuple[int, int]]:
    """Give where the pointer goes: across the whole board."""
    unit = width / 1920
    return [(int((100 + i * 5.5) * unit), int((900 - i * 2.2) * unit)) for i in range(MOTIONS)]


def drag(opened: Table, width: int) -> list[float]:
    """Give the milliseconds of each motion, from the input to the screen."""
    hand = opened.tree.find("hand")
    assert hand is not None
    x, y = hand.kids[0].box.centre
    opened.step((PointerDown("mouse", x, y), PointerMove("mouse", x + 20, y - 20)))
    opened.show()
    times = []
    for at in path(width):
        start = time.perf_counter()
        opened.step((PointerMove("mouse", *at),))
        opened.show()
        times.append((time.perf_counter() - start) * 1000)
    return times


def floor(opened: Table, width: int) -> list[float]:
    """Give the milliseconds of the bare least: restore a rectangle, blit the card, update."""
    screen = opened.window.screen
    board, card = screen.copy(), opened.painter.lifted(opened.ui.held[0].node)
    old, times = card.get_rect(), []
    for at in path(width):
        new = card.get_rect(center=at)
        start = time.perf_counter()
        screen.blit(board, old, old)
        screen.blit(card, new)
        pygame.display.update([old.union(new)])
        times.append((time.perf_counter() - start) * 1000)
        old = new
    return times


def main(count: int = 200, width: int = 1920, height: int = 1080) -> None:
    """Print the medians."""
    opened = table(count, (width, height))
    half = tuple((card.id, ROWS[i % 5][0]) for i, card in enumerate(cards(count)[: count // 2]))
    assert isinstance(opened.desk, StandInDesk)
    opened.desk.past[-1] = Room(count, half, most=10**6)
    opened.step((PointerDown("none", 0, 0),))
    opened.show()
    took = drag(opened, width)
    least = floor(opened, width)
    one, bare = statistics.median(took), statistics.median(least)
    print(
        f"{count} cards {width}×{height}: {one:.2f} ms a motion, p95 {sorted(took)[MOTIONS * 95 // 100]:.2f};", end=" "
    )
    print(f"{one / bare:.1f} × the bare {bare:.2f} ms")


if __name__ == "__main__":
    main(*(int(arg) for arg in sys.argv[1:]))
