"""The bridge to assistive tools: called by the table only while a tool listens, and once its thread has let go."""

from __future__ import annotations

from types import SimpleNamespace

from game.table.bridge import SETTLES, Bridge
from game.view.tree.box import Box

BOX = Box(10, 20, 300, 200)


class Adapter:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def update_if_active(self, changes: object) -> None:
        self.told.append(changes)

    def update_window_focus_state(self, focused: bool) -> None:
        self.told.append(focused)

    def set_root_window_bounds(self, outer: object, inner: object) -> None:
        self.told.append((outer, inner))


class Clock:
    """Tells the time it is set to."""

    now = 50.0

    def __call__(self) -> float:
        return self.now


def opened() -> tuple[Bridge, Adapter, Clock]:
    clock, adapter = Clock(), Adapter()
    bridge = Bridge(lambda: "the tree", lambda request: None, clock)
    bridge.kit, bridge._adapter = SimpleNamespace(Rect=lambda *ends: ends), adapter
    return bridge, adapter, clock


def test_nothing_is_called_before_a_tool_listens_nor_while_its_thread_may_wait_for_the_table() -> None:
    bridge, adapter, clock = opened()
    bridge.stands(focused=True)
    assert not bridge.heard
    assert bridge._begun() == "the tree"
    assert not bridge.heard, "the thread may still hold the lock"
    clock.now += SETTLES
    assert bridge.heard
    assert adapter.told == []
    bridge._ended()
    assert not bridge.heard


def test_what_was_noted_of_the_window_is_told_once_and_again_to_the_next_tool() -> None:
    bridge, adapter, _ = opened()
    bridge.stands(focused=True)
    bridge.stands(box=BOX)
    bridge._begun()
    for _turn in range(3):
        bridge.tell_window()
    whole = [((10, 20, 310, 220), (10, 20, 310, 220)), True]
    assert adapter.told == whole
    bridge.stands(focused=False)
    bridge.tell_window()
    assert adapter.told[-1] is False
    bridge._begun()
    bridge.tell_window()
    assert len(adapter.told) == 6
