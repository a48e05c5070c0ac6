"""Opens the demo room in a real window: `python -m tests.table.demo [cards] [width] [height]`."""

from __future__ import annotations

import sys

from game.core.errors import Refused
from game.table.answers import Said
from game.table.app import Table
from game.table.services import Services
from game.table.surfaces import Texts
from game.table.window import Window
from game.view.answer.ui import Ui
from game.view.screens import SCREENS
from tests.view.stand_ins import Room, StandInDesk, StandInMeasure, StandInRules, StandInSpeaker, screen


class FontMeasure(StandInMeasure):
    """Measures with the fonts themselves."""

    def __init__(self) -> None:
        self._texts = Texts(1_000_000)

    def width(self, text: str, px: int, *, bold: bool = False) -> float:
        return self._texts.for_line(text, px, bold=bold).size(text)[0]


class TellingDesk(StandInDesk):
    """Prints each session it comes to."""

    def do(self, command: object) -> Refused | None:
        refused = super().do(command)
        print(refused or self.session, flush=True)
        return refused


class NoRequests:
    """Answers nothing."""

    def shelf(self) -> object:
        return None

    def answer(self, request: object, desk: object, ui: Ui) -> Said:
        return Said(f"request {type(request).__name__}")


def services() -> Services:
    """Wire the stand-ins."""
    return Services(
        FontMeasure(), StandInSpeaker, StandInRules(), NoRequests(), lambda refused, _, s: s.say(refused.code)
    )


def table(cards: int = 12, size: tuple[int, int] = (1920, 1080)) -> Table:
    """Open the demo room."""
    SCREENS["demo"] = screen
    window = Window("demo", size)
    return Table(services(), window, TellingDesk(Room(cards)), Ui(screen="demo"))


if __name__ == "__main__":
    numbers = [int(arg) for arg in sys.argv[1:]]
    opened = table(numbers[0] if numbers else 12, (numbers[1], numbers[2]) if len(numbers) > 2 else (1920, 1080))
    opened.show()
    print("open", flush=True)
    opened.run()
