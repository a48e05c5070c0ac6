"""Builds trees and presses them, without a window: what the tests of screens start from."""

from __future__ import annotations

from dataclasses import replace

from game.core.session import Session
from game.type.measure import FontMeasure
from game.view import scene
from game.view.answer.focus import followed
from game.view.answer.gestures import Rules
from game.view.answer.input import Input, Key, PointerDown, PointerMove, PointerUp, Typed
from game.view.answer.intents import Commit, Request
from game.view.answer.landing import Target, landing, over
from game.view.answer.pressing import settled
from game.view.answer.shelf import Tidy
from game.view.answer.ui import Ui
from game.view.answer.update import update
from game.view.dialogs import DIALOGS
from game.view.screens import SCREENS
from game.view.tree.node import Node
from game.view.tree.sight import Measure, Memo, Sight, Speaker
from tests.view.stand_ins import (
    Room,
    StandInDesk,
    StandInMeasure,
    StandInRules,
    StandInSpeaker,
    screen,
)

SCREENS["demo"] = screen
SPOTLIGHT = DIALOGS["spotlight"]


def spotlight(s: Sight, ui: Ui, session: Session | Room) -> Node:
    """Show a card of a workshop; those of the stand-in room have nothing more to show."""
    if isinstance(session, Room):
        return Node("group", "spotlight:none", "", s.box, states=("modal",))
    return SPOTLIGHT(s, ui, session)


DIALOGS["spotlight"] = spotlight
HD = (1920, 1080)
MEASURE, MEMO = FontMeasure(), Memo()
"""The real measures, and what was built with them: the grids of a process share both (test_kept.py holds it true)."""


class Hands:
    """A view and its session, without pixels: inputs go in, commands reach the desk."""

    def __init__(
        self,
        desk: object,
        rules: Rules,
        ui: Ui,
        *,
        measure: Measure | None = None,
        speaker: Speaker | None = None,
        size: tuple[int, int] = HD,
        shelf: object = None,
        memo: Memo | None = None,
    ) -> None:
        self.desk, self.rules, self.ui, self.size, self.shelf = desk, rules, ui, size, shelf
        self.measure = measure or StandInMeasure()
        self.speaker = speaker or StandInSpeaker(ui.lang)
        self.memo = memo or Memo()
        self.effects: list[object] = []
        self.tree = self._tree()

    def _tree(self) -> Node:
        session = getattr(self.desk, "session", None)
        made = scene.build(
            session, self.ui, scene.sight(self.speaker, self.measure, self.size, self.ui.percent, self.memo), self.shelf
        )
        assert not self.memo.odd, "a part of the screen failed, and a plate hides it"
        return made

    def give(self, *inputs: Input) -> None:
        """Give inputs one after the other; the desk does what comes out."""
        for one in inputs:
            self.ui, effects = update(self.ui, self.tree, getattr(self.desk, "session", None), one, self.rules)
            self.effects += effects
            for effect in effects:
                command = getattr(effect, "command", effect)
                if not isinstance(command, Request | Tidy):
                    refused = self.desk.do(command)  # type: ignore[attr-defined]
                    if refused is None and isinstance(effect, Commit):
                        self.ui = settled(self.ui, effect.key)
            before, self.tree = self.tree, self._tree()
            self.ui = followed(self.ui, before, self.tree)
            self.tree = self._tree()

    def targets(self, hand: int = 0) -> list[str]:
        """Give the keys of what is lit for what a hand holds."""
        return [target.key for target in landing(self.ui.held[hand], self.tree.kids[0]).targets]

    def over(self, hand: int = 0) -> Target | None:
        """Give the target a drop would go to."""
        held = self.ui.held[hand]
        return over(held, landing(held, self.tree.kids[0]))

    def spot(self, key: str) -> tuple[int, int]:
        """Give the middle of a node."""
        node = self.tree.find(key)
        assert node is not None, f"no node {key}"
        return node.box.centre

    def tap(self, key: str) -> None:
        """Press a node."""
        x, y = self.spot(key)
        self.give(PointerDown("mouse", x, y), PointerUp("mouse", x, y))

    def drag(self, key: str, onto: str) -> None:
        """Drag a node onto another."""
        (x, y), (to_x, to_y) = self.spot(key), self.spot(onto)
        self.give(PointerDown("mouse", x, y), PointerMove("mouse", x + 30, y - 30), PointerMove("mouse", to_x, to_y))
        self.give(PointerUp("mouse", to_x, to_y))

    def type(self, text: str) -> None:
        """Type a text where the caret is."""
        self.give(Typed(text))

    def keys(self, *names: str) -> None:
        """Press keys: "tab", "shift+tab", "ctrl+z"."""
        for name in names:
            *held, key = name.split("+")
            self.give(Key(key, ctrl="ctrl" in held, shift="shift" in held, alt="alt" in held))

    def focus(self, key: str) -> None:
        """Put the focus on a node."""
        assert self.tree.find(key) is not None, f"no node {key}"
        self.ui = replace(self.ui, focus=key, focus_seen=True)


def hands(cards: int = 6, **view: object) -> Hands:
    """Open the stand-in room."""
    ui = Ui(screen="demo", **view)  # type: ignore[arg-type]
    return Hands(StandInDesk(Room(cards)), StandInRules(), ui)
