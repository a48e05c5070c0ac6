"""The hand that holds a mouse."""

from __future__ import annotations

from tests.pilot import Pilot, text_of


class Mouse:
    """Does by the mouse alone what one does at the table; texts are typed, once their field is pressed."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot

    def press(self, key: str) -> None:
        self.pilot.press(key)

    def carry(self, key: str, to: str) -> None:
        self.pilot.drag(key, to)

    def seek(self, card: str) -> None:
        """Bring a card of the lot in sight: the shelf is turned until it shows."""
        while not self.pilot.reached(card):
            self.press("hand:after")

    def look(self, card: str) -> None:
        self.show(card)
        self.pilot.close()

    def show(self, card: str) -> None:
        self.press(card)
        self.pilot.until(lambda shown: shown.tree.find("spotlight"), "the spotlight")

    def leave(self, layer: str) -> None:
        """Close what lies over the board, once it shows."""
        self.pilot.until(lambda shown: shown.tree.find(layer), layer)
        self.pilot.close()

    def set(self, slider: str, value: int) -> None:
        track = self.pilot.node(slider).does.track  # type: ignore[attr-defined]
        self.pilot.click((round(track.x + value / 100 * track.w), track.centre[1]))

    def write(self, field: str, text: str) -> None:
        """Press a field, mark all its text, type another."""
        self.press(field)
        self.pilot.until(lambda shown: shown.editing == field, f"{field} being typed in")
        box = self.pilot.node(field).box
        self.pilot.sweep((box.x + 10, box.y + 8), (box.right - 4, box.bottom - 4))
        self.pilot.type(text)
        self.pilot.until(lambda shown: text_of(shown, field) == text, f"only {text} in {field}")

    def undo(self) -> None:
        self.press("undo")

    def redo(self) -> None:
        self.press("redo")
