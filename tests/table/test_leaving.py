"""Leaving a session by a double click: the second press is not for what home shows in the same place."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.view.answer.input import PointerDown, PointerUp
from game.view.tree.node import under
from tests.table.real import desk, opened, press
from tests.x11.sessions import ISSUES, made


def test_a_double_click_on_leave_does_not_open_what_home_lists_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    session = made(tmp_path, *ISSUES)
    for n in range(9):  # home lists them wherever the button was
        copy = tmp_path / "sessions" / f"{n}.clap"
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(session.read_bytes())
    with opened(session) as table:
        seat = desk(table)
        press(table, "menu")
        node = table.tree.find("menu:home")
        assert node is not None
        x, y = node.box.x + 40, node.box.y + 30
        table.step((PointerDown("mouse", x, y), PointerUp("mouse", x, y)))
        assert table.desk is None
        home = table.ui
        assert any(one.acts for one in under(table.tree, x, y)), "home shows nothing there: the test says nothing"
        table.step((PointerDown("mouse", x, y, again=True), PointerUp("mouse", x, y)))
        assert (table.desk, table.ui.screen, table.ui.dialog) == (None, home.screen, home.dialog)
        table.step((PointerDown("mouse", x, y), PointerUp("mouse", x, y)))
        assert table.ui != home
        if table.desk is not None:
            desk(table).close()
        table.desk = seat
