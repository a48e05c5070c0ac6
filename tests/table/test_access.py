"""What goes out to screen readers."""

from __future__ import annotations

import pytest

from game.table.access import Access
from game.view.box import Box
from game.view.node import Node


def test_a_name_that_is_no_utf8_goes_out_to_screen_readers() -> None:
    kit = pytest.importorskip("accesskit")
    name = "S\udce9ance"
    row = Node("row", f"session:{name}.clap", name, Box(0, 0, 9, 9), value=name, hint=f"{name}.clap")
    access = Access(lambda _: None)
    access._kit = kit
    sent = access._node(row)
    assert sent.label == "S\ufffdance"
    assert sent.value == "S\ufffdance"
    assert sent.description == "S\ufffdance.clap"
    text = Node("text", name, name, Box(0, 0, 9, 9))
    assert access._node(text).value == "S\ufffdance"
