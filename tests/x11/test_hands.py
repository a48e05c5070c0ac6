"""An afternoon in a real window, from home to the files: by the keyboard alone; by the mouse under CLAP_TORTURE."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.core.moves.flow import CloseSession
from game.core.moves.objectives import AdoptObjective
from game.view.tree.node import Node
from tests.pilot import Pilot
from tests.scenarios.test_afternoon import recording
from tests.screen import Screen
from tests.x11 import afternoon
from tests.x11.gestures import Hand, play
from tests.x11.keyboard import Keyboard
from tests.x11.mouse import Mouse

pytestmark = pytest.mark.x11
EXPORT = 90.0
"""Seconds all the files may take on a busy machine: the table does nothing else meanwhile."""
STEPS = recording().steps[1:]
"""All but the entering of the first phase, which leaving the seats does."""


def afternoon_by(hand: Hand) -> None:
    p = hand.pilot
    hand.press("home:new")
    hand.press("seats:go")
    for step in STEPS:
        if isinstance(step.command, AdoptObjective) and step.command.issue == "alimentation-durable":
            hand.write("objective:alimentation-durable:title", afternoon.TITLE)
        if isinstance(step.command, CloseSession):
            hand.press("export:all")
            p.until(lambda shown: written(shown.tree), "the files are written", EXPORT)
        before = p.rows()
        if step.refused:
            refused(hand, step.command)
            assert p.rows() == before
        else:
            play(hand, step)
            assert step.kind == "look" or p.rows() > before
    afternoon.played(p.session())
    afternoon.left(p, afternoon.TITLE)
    hand.press("session:home")
    hand.press("home:quit")
    assert p.left() == 0


def written(tree: Node) -> bool:
    """Tell whether each file says when it was written: no path is told to the room."""
    files = [node for node in tree.walk() if node.key.startswith("export:") and "," in node.name]
    return bool(files) and all("Écrit" in node.name for node in files)


def refused(hand: Hand, command: object) -> None:
    """A third issue on a family: the mouse is told why; the keyboard is not even led there, and Esc gives up."""
    from game.core.moves.issues import PlaceIssue
    from tests.x11.gestures import seek

    assert isinstance(command, PlaceIssue)
    p, card, tab = hand.pilot, f"card:{command.card}", f"place:{command.place}:{command.family}"
    seek(hand, command.card)
    if isinstance(hand, Mouse):
        p.drag(card, tab)
        assert "2 places d'enjeux sont prises" in p.shown.toast
        return
    hand.press(card)
    shown = p.until(lambda shown: card in shown.held, f"{card} held")
    assert tab not in shown.targets
    assert f"row:{command.family}" not in shown.targets
    p.keys("Escape")
    assert (p.shown.held, p.shown.focus) == ((), card)


@pytest.mark.skipif(
    not os.environ.get("CLAP_TORTURE"), reason="each gesture of the mouse has a shorter test of its own"
)
def test_the_afternoon_by_mouse_alone(display: Screen, tmp_path: Path) -> None:
    with Pilot(display, tmp_path) as p:
        afternoon_by(Mouse(p))


def test_the_afternoon_by_keyboard_alone(display: Screen, tmp_path: Path) -> None:
    with Pilot(display, tmp_path) as p:
        afternoon_by(Keyboard(p))
