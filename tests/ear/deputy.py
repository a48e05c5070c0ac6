"""A deputy who does not see: acts by role, name and what was said, never by a pixel nor by a key of the tree.

What is acted on and what is heard go to a transcript. A line of it that begins with `>` is an act:

    > ROLE NAME                        press it
    > write NAME = TEXT                put the focus on a field, type over what it holds
    > amend NAME @ BEFORE = TEXT       put the caret after words of a field's text, type there
    > leave                            press Escape
    > keys KEYS                        press keys, as "f6 down ctrl+page_down"
    > read NAME                        have a field or a line read
    > wait TEXT                        wait until something said holds it

The others are what came of it: `  said …` an announcement, `  on …` where the focus came, `  read …` a text read.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import accesskit as kit
import pygame

from game.table.app import Table
from game.table.window import Window
from game.view.answer.input import Input, Key, Typed
from game.view.answer.ui import Ui
from game.wiring import assembly, play
from tests.ear.day import that_day
from tests.ear.heard import Heard, line, name, request, role

LANGUAGES = ("fr", "en")
PATIENCE = 60
"""Seconds for which something that is written beside the table is waited."""
ACT = re.compile(r"> (?P<what>\S+(?: (?:tab|button|box|item|area))?) ?(?P<name>.*)")


def told(lang: str) -> Path:
    """Give where the transcript in a language is kept."""
    return Path(__file__).parent / "told" / f"{lang}.txt"


def acts(transcript: list[str]) -> list[str]:
    """Give what was done, of a transcript."""
    return [row for row in transcript if row.startswith("> ")]


class Blank(Window):
    """A window that is not painted: nobody looks."""

    def show(self, tree: Any, painter: Any) -> int:
        """Bring nothing."""
        return 0


class Restless:
    """A clock of the loop that never waits."""

    def tick(self, _pace: int = 0) -> int:
        """Go on."""
        return 0


class Patient(Table):
    """A table that shows nothing while the disk is waited for: what is heard depends on no disk."""

    def meanwhile(self, seconds: float) -> None:
        """Wait."""


class Clock:
    """Tells the time it is set to, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Deputy:
    """Sits at a table by ear."""

    def __init__(self, table: Table, clock: Clock) -> None:
        self.table, self.clock, self.heard, self.transcript = table, clock, Heard(), list[str]()
        access = table._access
        bridge = access._bridge
        bridge.kit, bridge._adapter = kit, self.heard
        bridge._asked = bridge._clock() - 9
        bridge._told = bridge._window
        self._turn()
        self._note()

    def _turn(self, *inputs: Input) -> None:
        for one in inputs:
            self.table.queue.put(one)
        self.table.turn(Restless())  # type: ignore[arg-type]

    def _note(self) -> None:
        self.transcript += [f"  {event}" for event in self.heard.events]
        self.heard.events = []

    def act(self, step: str) -> None:
        """Do what a line of a script says, and note what is heard then."""
        found = ACT.fullmatch(step)
        assert found is not None, step
        what, rest = found["what"], found["name"]
        if what != "wait":  # what is waited for may have come already
            self.clock.now += 10
            self._turn()
            self._note()
        self.transcript.append(step)
        if what in WAYS:
            WAYS[what](self, rest)
        else:
            self.press(what, rest)
        self._turn()
        self._note()

    def press(self, kind: str, called: str) -> None:
        """Do the first action of the only thing of this role and name."""
        target = self._only(kind, called, kit.Action.CLICK)
        self.table._access._act(request(kit.Action.CLICK, target))

    def _only(self, kind: str, called: str, action: Any = None) -> int:
        """Give the number of the only thing so named: of two, one who does not see cannot tell which is meant."""
        found = [number for number, node in self.heard.walk()
                 if name(node) == called and kind in ("", role(node))
                 and (action is None or (node.supports_action(action) and not node.is_disabled))]  # fmt: skip
        assert len(found) == 1, f"{len(found)} of {kind} {called}\n{self.told()}"
        return found[0]

    def _field(self, called: str) -> int:
        return self._only("", called, kit.Action.SET_TEXT_SELECTION)

    def write(self, rest: str) -> None:
        """Type over what a field holds."""
        called, _, text = rest.partition(" = ")
        self._select(self._field(called), 0, None)
        self._turn(Typed(text))

    def amend(self, rest: str) -> None:
        """Type in the middle of what a field holds."""
        where, _, text = rest.partition(" = ")
        called, _, before = where.partition(" @ ")
        field = self._field(called)
        at = self.heard.text(field).index(before) + len(before)
        self._select(field, at, at)
        self._turn(Typed(text))

    def _select(self, field: int, start: int, end: int | None) -> None:
        runs = self.heard.nodes[field].children
        last = (runs[-1], len(self.heard.nodes[runs[-1]].value or ""))
        spots = [self._spot(runs, at) if at is not None else last for at in (start, end)]
        picked = kit.TextSelection(*(kit.TextPosition(run, at) for run, at in spots))
        self.table._access._act(request(kit.Action.SET_TEXT_SELECTION, field, picked))
        self._turn()

    def _spot(self, runs: Any, at: int) -> tuple[int, int]:
        for run in runs:
            long = len(self.heard.nodes[run].value or "")
            if at <= long:
                return run, at
            at -= long
        raise AssertionError(at)

    def read(self, called: str) -> None:
        """Have a field's text read, or what stands in a line."""
        found = [number for number, node in self.heard.walk() if called in name(node)]
        assert found, f"nothing of {called}\n{self.told()}"
        node = self.heard.nodes[found[0]]
        said = line(node) if role(node) != "panel" else " | ".join(self.heard.labels(found[0]))
        self.heard.events.append(f"read {self.heard.text(found[0]) if _is_field(node) else said}")

    def keys(self, names: str) -> None:
        """Press keys."""
        for one in names.split():
            *held, key = one.split("+")
            self._turn(Key(key, ctrl="ctrl" in held, shift="shift" in held))

    def wait(self, text: str) -> None:
        """Turn until something said holds a text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if any(text in event for event in self.heard.events):
                return
            self._turn()
            time.sleep(0.01)
        raise AssertionError(f"not said: {text}\n{self.told()}")

    def told(self) -> str:
        """Give all that there is to hear, to read in a failure."""
        rows = [f"{line(node)}{' *' if node.supports_action(kit.Action.CLICK) else ''}" for _, node in self.heard.walk()
                if node.role != kit.Role.TEXT_RUN]  # fmt: skip
        return "\n".join([*self.transcript[-12:], *self.heard.events, "", *rows])


def _is_field(node: Any) -> bool:
    return bool(node.supports_action(kit.Action.SET_TEXT_SELECTION))


WAYS: dict[str, Callable[[Deputy, str], None]] = {
    "write": Deputy.write, "amend": Deputy.amend, "read": Deputy.read, "keys": Deputy.keys, "wait": Deputy.wait,
    "leave": lambda deputy, _: deputy.keys("escape"),
}  # fmt: skip


@contextmanager
def seated(lang: str) -> Iterator[Deputy]:
    """Open the table at home, by ear; ten seconds pass at each act, so that what was said is gone at the next one.

    What the table lays out for nobody before a session is no part of what is heard.
    """
    now = Clock()
    services = replace(assembly.services(play.requests()), clock=now)
    with ExitStack() as ways:
        ways.enter_context(that_day())
        ways.enter_context(mock.patch("game.wiring.rehearsing.rehearse", return_value=None))
        table = Patient(services, Blank("CLAP", (1920, 1080)), None, Ui(lang=lang))
        pygame.event.clear()
        try:
            yield Deputy(table, now)
        finally:
            if table.desk is not None:
                table.desk.close()
            pygame.display.quit()
