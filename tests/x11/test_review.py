"""The quarterly review in a real window: from home by the mouse, then by the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pilot import Pilot
from tests.scenarios import quarters
from tests.scenarios.quarters import COST, FOOD
from tests.screen import Screen
from tests.x11.keyboard import Keyboard

pytestmark = pytest.mark.x11


def test_home_opens_the_review_and_a_measure_is_on_disk(display: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "sessions"
    folder.mkdir()
    first = quarters.first(folder / "Conseil.clap", "2026-09-02")
    before = first.read_bytes()
    with Pilot(display, tmp_path) as p:
        p.press(f"review:{first}")
        p.press("seats:go")
        p.until(lambda shown: shown.tree.find("review:chart"), "the review")
        hand = Keyboard(p)
        code = FOOD.replace("T4", "T3")
        hand.write(f"review:{code}:guess", "22")
        hand.write(f"review:{code}:0:value", "24,5 %")
        hand.write(f"review:{code}:0:comment", "après les menus")
        hand.press("review:record")
        p.until(lambda shown: shown.tree.find("review:guessed"), "the guess against the measure")
        one = p.session().followed(code)
        assert one is not None
        assert [(item.value, item.comment) for item in one.measures] == [("24.5", "après les menus")]
        assert one.guess == "22"
        hand.press("review:way:keep")
        hand.write("followup:reason", "la pente tient")
        hand.press("followup:do")
        p.until(lambda shown: not shown.tree.find("followup:do"), "the dialog gone")
        one = p.session().followed(code)
        assert one is not None
        assert one.status == "do"
        hand.press(f"review:row:{COST.replace('T4', 'T3')}")
        p.press("review:next")
        p.press("next")
        assert p.session().phase == "reperage"
    assert first.read_bytes() == before
