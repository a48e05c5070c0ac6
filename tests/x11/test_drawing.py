"""The places of a town drawn in a real window by the mouse, killed in the middle, taken up again, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.drawing.desk import DrawingDesk
from game.core.drawing.drawing import Drawing
from tests.drawing.towns import contents, copied
from tests.pilot import Pilot
from tests.screen import Screen

pytestmark = pytest.mark.x11


def saved(folder: Path) -> Drawing:
    """Give the drawing as it lies on disk."""
    return DrawingDesk(folder).drawing


def test_drawn_by_the_mouse_killed_taken_up_again_and_taken_back(display: Screen, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    before = contents(DrawingDesk(folder))
    (folder / "drawing.journal").unlink()
    with Pilot(display, tmp_path, "scenario", "draw", str(folder)) as p:
        p.press("drawing:row:odyssud")
        x, y = p.point("drawing:spot:odyssud")
        p.sweep((x, y), (x + 90, y - 60))
        moved = p.until(lambda shown: shown.tree.find("drawing:undo").acts, "a gesture to take back").tree
        assert moved.find("drawing:spot:odyssud").box.centre[0] > x + 60
        p.press("drawing:tool:add")
        x, y = p.node("drawing:map").box.centre
        for dx, dy in ((0, 0), (80, 5), (75, 70)):
            p.click((x + dx, y + dy))
        p.press("drawing:new:name")
        p.type("Halle")
        p.press("drawing:family:urbain")
        p.press("drawing:add")
        p.node("drawing:place:title")
        p.picture(tmp_path / "drawn.png")
        assert [one.id for one in saved(folder).places][-1] == "halle"
        p.kill()
        p.open()
        p.press("drawing:find")
        p.type("halle")
        p.press("drawing:row:halle")
        corner = next(node.key for node in p.shown.tree.walk() if node.key.startswith("drawing:corner:"))
        x, y = p.point(corner)
        p.sweep((x, y), (x + 30, y + 20))
        drawn = saved(folder)
        p.kill()
        p.open()
        for _ in range(6):
            p.press("drawing:undo")
        p.until(lambda shown: not shown.tree.find("drawing:undo").acts, "nothing left to take back")
        assert contents(DrawingDesk(folder)) == before
        for _ in range(6):
            p.press("drawing:redo")
        assert saved(folder) == drawn
        p.press("drawing:done")
        p.node("home")
        assert not (folder / "drawing.journal").exists()
