"""A real table of two windows on surfaces, and the hands of both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.core.moves.move import Command
from game.table.app import Table
from game.table.room import Room
from game.view.answer.leading import TwoWindows
from tests.table.real import opened
from tests.x11.sessions import made


@contextmanager
def two(home: Path, *commands: Command) -> Iterator[tuple[Table, Room]]:
    """Open a session on two windows: the facilitator's and the room's."""
    with opened(made(home, *commands), (960, 540)) as table:
        table._do(TwoWindows(0))
        assert table.beside is not None
        turned(table)
        yield table, table.beside


def turned(table: Table, *events: pygame.Event) -> None:
    """Have the table take a turn with what came."""
    clock = pygame.time.Clock()
    pygame.event.clear()
    for event in events:
        pygame.event.post(event)
    table.turn(clock)


def pixels(room: Room) -> bytes:
    """Give what stands in the room's window."""
    return pygame.image.tobytes(room.window.screen, "RGB")
