"""A whole afternoon in a real window, by the mouse alone: from home to the exported objectives."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.moves.objectives import AdoptObjective
from tests.pilot import Pilot, Screen
from tests.scenarios.test_afternoon import recording
from tests.x11 import afternoon, mouse

pytestmark = pytest.mark.x11


def test_the_afternoon_by_mouse_alone(display: Screen, tmp_path: Path) -> None:
    with Pilot(display, tmp_path) as p:
        p.press("home:new")
        p.press("seats:go")
        wrong = 0
        for step in recording().steps[1:]:  # "seats:go" has entered the first phase
            if isinstance(step.command, AdoptObjective) and step.command.issue == "alimentation-durable":
                p.rewrite("objective:alimentation-durable:title", afternoon.TITLE)
            if type(step.command).__name__ == "CloseSession":
                p.press("export:all")
            before = p.rows()
            mouse.play(p, step)
            if step.refused:
                wrong += 1
                assert "2 places d'enjeux sont prises" in p.shown.toast
                assert p.rows() == before
            elif step.kind == "do":
                assert p.rows() > before
        assert wrong == 1
        afternoon.played(p.session())
        afternoon.left(p, afternoon.TITLE)
        p.press("session:home")
        p.press("home:quit")
        assert p.left() == 0
