"""The platform's own bridge to assistive tools, called only while one listens."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import pygame

from game.view.tree.box import Box

SETTLES = 0.1
"""Seconds after the first tree was asked for from which the bridge may be called."""


class Bridge:
    """Holds AccessKit's adapter, if there is one here. `first` gives the whole tree, `act` takes what a tool asks.

    AccessKit asks for the first tree on a thread of its own, under a lock, and needs the interpreter then. A call from
    the table just then holds the interpreter and waits for that lock: the table stood still for ever. So nothing is
    called before a tool listens, nor until the thread has let go; what was to be told is told then.
    """

    def __init__(
        self, first: Callable[[], Any], act: Callable[[Any], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._first, self._act, self._clock = first, act, clock
        self._asked: float | None = None
        self._window: tuple[bool, Box] = (False, Box(0, 0, 0, 0))
        self._told: tuple[bool, Box] | None = None
        self.kit: Any = None
        self._adapter: Any = None

    def open(self) -> None:
        """Open it; to be called once the first frame is shown (the import takes its time)."""
        if self._adapter is not None or os.environ.get("CLAP_NO_ACCESS") or find_spec("accesskit") is None:
            return
        try:
            import accesskit

            self.kit = accesskit
            self._adapter = self._made(accesskit)
        except Exception:  # whatever a platform lacks, the table must open
            self._adapter = None

    def _made(self, kit: Any) -> Any:
        if sys.platform == "win32":
            return kit.windows.SubclassingAdapter(pygame.display.get_wm_info()["window"], self._begun, self._act)
        if sys.platform == "darwin":
            kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            window = pygame.display.get_wm_info()["window"]
            return kit.macos.SubclassingAdapter.for_window(window, self._begun, self._act)
        return kit.unix.Adapter(self._begun, self._act, self._ended)

    def _begun(self, *_: object) -> Any:
        tree = self._first()
        self._told, self._asked = None, self._clock()
        return tree

    def _ended(self, *_: object) -> None:
        self._asked = None

    def close(self) -> None:
        """Let go of it."""
        self._adapter = None

    @property
    def heard(self) -> bool:
        """Tell whether a tool listens, and may be told something."""
        return self._adapter is not None and self._asked is not None and self._clock() - self._asked >= SETTLES

    def update(self, changes: Callable[[], Any]) -> None:
        """Tell what changed, to be called while `heard`."""
        events = self._adapter.update_if_active(changes)
        if events is not None:
            events.raise_events()

    def stands(self, *, focused: bool | None = None, box: Box | None = None) -> None:
        """Note whether the window has the keyboard, and where it stands on the screen (X11 readers need it)."""
        was, where = self._window
        self._window = (was if focused is None else focused, where if box is None else box)

    def tell_window(self) -> None:
        """Tell what was noted of the window since, to be called while `heard`; only Unix asks for it."""
        if self._told == self._window or not hasattr(self._adapter, "update_window_focus_state"):
            return
        focused, box = self._told = self._window
        here = self.kit.Rect(box.x, box.y, box.right, box.bottom)
        self._adapter.set_root_window_bounds(here, here)
        self._adapter.update_window_focus_state(focused)
