"""A clap when a phase opens: once, short, and nothing of it stays."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.table import clap
from game.table.clap import LIFTS, PAUSE
from game.table.ground import Ground
from game.table.paint import Painter
from game.table.window import Window
from game.view.answer.ui import Ui
from tests.view.afternoon import issues, placed, workshop
from tests.view.look import tree_of

VIEW = Ui(screen="play", now=440)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    found: list[int] = []
    monkeypatch.setattr(clap.pygame.time, "wait", found.append)
    return found


def top(window: Window) -> bytes:
    """Give the bar, the stripes and a little of what is under them."""
    return pygame.image.tobytes(window.screen.subsurface((0, 0, 1920, 140)), "RGB")


def test_another_phase_claps_once_and_leaves_the_screen_as_it_should_be(waits: list[int]) -> None:
    window, painter = Window("CLAP", (1920, 1080)), Painter(ground=Ground(workshop().town))
    window.show(tree_of(issues(), VIEW), painter)
    assert waits == []
    levers = tree_of(placed(), VIEW)
    window.show(levers, painter)
    assert waits == [PAUSE] * len(LIFTS)
    assert 120 <= sum(waits) <= 200
    shown = top(window)
    window.exposed()
    window.show(levers, painter)
    assert top(window) == shown
    window.show(tree_of(placed(), replace(VIEW, now=441)), painter)
    assert len(waits) == len(LIFTS)
    pygame.display.quit()


def test_nothing_moves_where_motion_is_reduced(waits: list[int]) -> None:
    window, painter = Window("CLAP", (1920, 1080)), Painter(tilt=False)
    window.show(tree_of(issues(), VIEW), painter)
    window.show(tree_of(placed(), VIEW), painter)
    assert waits == []
    pygame.display.quit()
