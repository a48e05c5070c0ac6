"""A table that nobody touches looks less often, and never so seldom that a first touch waits long."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from tests.table.real import opened
from tests.x11.sessions import ISSUES, made

TOUCH = 80
"""Milliseconds within which a first touch is answered."""


@pytest.mark.parametrize(("untouched", "pace"), [(0, 60), (4.9, 60), (5, 30), (59, 30), (60, 15), (9_000, 15)])
def test_the_longer_untouched_the_less_it_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, untouched: float, pace: int
) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    ticks: list[int] = []

    class Rests:
        def tick(self, rate: int) -> None:
            ticks.append(rate)

    with opened(made(tmp_path, *ISSUES)) as table:
        start = table.services.clock()
        table._touched = start
        table.services = replace(table.services, clock=lambda: start + untouched)
        pygame.event.clear()
        table._taken(Rests())  # type: ignore[arg-type]
    assert ticks == [pace]
    assert 1000 / pace < TOUCH
