"""The hand on the keyboard, and nothing else."""

from __future__ import annotations

from game.view.tree.node import focusable, top_layer
from tests.pilot import Pilot, text_of


class Keyboard:
    """Does by keys alone what one does at the table: Tab walks, Enter presses and lifts, arrows carry."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot

    def go(self, key: str) -> None:
        """Walk by Tab to a node, the shorter way round; a list may scroll first."""
        p = self.pilot
        for _ in range(120):
            focus, keys = p.shown.focus, [node.key for node in focusable(p.shown.tree)]
            if focus == key and top_layer(p.shown.tree).find(key) is not None:
                return
            steps = _steps(keys, focus, key) if key in keys else 1
            p.keys(*(["Tab"] * steps if steps > 0 else ["shift+Tab"] * -steps))
        raise AssertionError(f"Tab does not come to {key}\n{p.said()}")

    def press(self, key: str) -> None:
        """Press with Enter; where the focus came of itself, walk off and back: so soon it would be an Enter doubled."""
        self.go(key)
        if self.pilot.shown.arrived == key:
            self.pilot.keys("Tab", "shift+Tab")
            self.go(key)
        self.pilot.keys("Return")

    def carry(self, key: str, to: str) -> None:
        """Lift with Enter, walk the targets with the arrows, drop with Space."""
        self.go(key)
        self.pilot.keys("Return")
        shown = self.pilot.until(lambda shown: key in shown.held, f"{key} held")
        assert to in shown.targets, (to, shown.targets)
        steps = shown.targets.index(to) - shown.targets.index(shown.over)
        if steps:
            self.pilot.keys(*(["Right"] * steps if steps > 0 else ["Up"] * -steps))
        self.pilot.until(lambda shown: shown.over == to, f"{key} over {to}")
        self.pilot.keys("space")

    def seek(self, card: str) -> None:
        self.go(card)

    def show(self, card: str) -> None:
        self.go(card)
        self.pilot.keys("s")
        self.pilot.until(lambda shown: shown.tree.find("spotlight"), "the spotlight")

    def leave(self, layer: str) -> None:
        """Close what lies over the board, once it shows."""
        self.pilot.until(lambda shown: shown.tree.find(layer), layer)
        self.pilot.keys("Escape")
        self.pilot.until(lambda shown: not shown.tree.find(layer), f"{layer} gone")

    def look(self, card: str) -> None:
        self.show(card)
        self.pilot.keys("Escape")
        self.pilot.until(lambda shown: shown.focus == card, "the focus back on the card")

    def set(self, slider: str, value: int) -> None:
        self.go(slider)
        does = self.pilot.node(slider).does
        steps = (value - does.now) // does.step  # type: ignore[attr-defined]
        if steps:
            self.pilot.keys(*(["Right"] * steps if steps > 0 else ["Left"] * -steps), "Tab")

    def write(self, field: str, text: str) -> None:
        self.press(field)
        self.pilot.until(lambda shown: shown.editing == field, f"{field} being typed in")
        self.pilot.keys("ctrl+a")
        self.pilot.type(text)
        self.pilot.until(lambda shown: text_of(shown, field) == text, f"only {text} in {field}")

    def undo(self) -> None:
        self.pilot.keys("ctrl+z")

    def redo(self) -> None:
        self.pilot.keys("ctrl+y")


def _steps(keys: list[str], focus: str, key: str) -> int:
    """Give how many times to press Tab, or Shift+Tab if negative."""
    if focus not in keys:
        return keys.index(key) + 1
    ahead = (keys.index(key) - keys.index(focus)) % len(keys)
    return ahead if ahead <= len(keys) // 2 else ahead - len(keys)
