"""The window in full screen and back, maximised, and when screens come and go: a desktop that does as X11's do."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame
import pytest

from game.table import window_place
from game.table.window_place import Place
from game.view.tree.box import Box

LAPTOP, BEAMER = Box(0, 0, 1920, 1080), Box(1920, 0, 1280, 720)
FRAME = (1, 20)


@dataclass
class Desktop:
    """A window, its manager and the screens; what the manager does comes as events."""

    there: tuple[Box, ...] = (LAPTOP,)
    position: tuple[int, int] = (97, 74)
    size: tuple[int, int] = (1728, 972)
    events: list[pygame.Event] = field(default_factory=list)
    full: bool = False
    clock: float = 0.0
    _before: Box = Box(97, 74, 1728, 972)

    def set_fullscreen(self, desktop: bool = False) -> None:
        assert desktop
        self._before, self.full = Box(*self.position, *self.size), True
        self._to(next((one for one in self.there if one.holds(*self._before.centre)), self.there[0]))
        self.came(pygame.WINDOWRESTORED)

    def set_windowed(self) -> None:
        """The manager frames the window again, and moves it by its frame."""
        self.full = False
        self._to(self._before.move(*FRAME))

    def maximize(self) -> None:
        self._to(self.there[0].inset(0, 10))

    def restore(self) -> None:
        self._to(self._before)

    def _to(self, box: Box) -> None:
        self.position, self.size = (box.x, box.y), (box.w, box.h)
        self.came(pygame.WINDOWMOVED)

    def came(self, kind: int) -> None:
        self.events.append(pygame.Event(kind))

    def by_hand(self, box: Box) -> None:
        self._before = box
        self._to(box)

    def maximised_by_hand(self) -> None:
        self._before = Box(*self.position, *self.size)
        self.came(pygame.WINDOWMAXIMIZED)
        self.maximize()

    def smaller_by_hand(self, to: Box) -> None:
        self.came(pygame.WINDOWRESTORED)
        self._to(to)

    def passes(self, stood: Place, seconds: float = 5.0) -> None:
        for _ in range(int(seconds * 10)):
            self.clock += 0.1
            events, self.events = self.events, []
            stood.follow(events)

    @property
    def box(self) -> Box:
        return Box(*self.position, *self.size)


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    made = Desktop()
    monkeypatch.setattr(window_place, "window", lambda: made)
    monkeypatch.setattr(window_place, "screens", lambda: made.there)
    monkeypatch.setattr("time.monotonic", lambda: made.clock)
    return made


def test_full_screen_and_back_leaves_the_window_where_it_was(desktop: Desktop) -> None:
    stood = Place()
    for _ in range(5):
        stood.fill()
        desktop.passes(stood)
        stood.back()
        desktop.passes(stood)
        assert desktop.box == Box(97, 74, 1728, 972)


def test_a_maximised_window_is_so_again_and_smaller_where_it_was(desktop: Desktop) -> None:
    stood = Place()
    desktop.maximised_by_hand()
    desktop.passes(stood)
    for _ in range(3):
        stood.fill()
        desktop.passes(stood)
        stood.back()
        desktop.passes(stood)
        assert desktop.box == LAPTOP.inset(0, 10)
    desktop.smaller_by_hand(Box(98, 94, 1728, 972))
    desktop.passes(stood)
    assert desktop.box == Box(97, 74, 1728, 972)


def test_a_window_pulled_smaller_by_a_hand_stays_under_it(desktop: Desktop) -> None:
    stood = Place()
    desktop.maximised_by_hand()
    desktop.passes(stood)
    desktop.smaller_by_hand(Box(100, 300, 1728, 700))
    desktop.passes(stood)
    assert desktop.box == stood.plain == Box(100, 300, 1728, 700)


@pytest.mark.parametrize("full", [True, False])
def test_an_unplugged_screen_gives_its_window_back(desktop: Desktop, full: bool) -> None:
    desktop.there = (LAPTOP, BEAMER)
    stood = Place()
    desktop.by_hand(Box(2000, 100, 1000, 600))
    desktop.passes(stood)
    if full:
        stood.fill()
        desktop.passes(stood)
    desktop.there = (LAPTOP,)
    desktop.passes(stood)
    if full:
        assert desktop.full, "a manager that moves nothing: the table fills the screen there is"
        assert desktop.box == LAPTOP
        stood.back()
        desktop.passes(stood)
    assert LAPTOP.covers(desktop.box)
    assert desktop.size == (1000, 600)


def test_a_hand_may_leave_a_window_half_out_of_sight(desktop: Desktop) -> None:
    stood = Place()
    desktop.by_hand(Box(1500, 700, 1000, 600))
    desktop.passes(stood, 30)
    assert desktop.box == Box(1500, 700, 1000, 600)


def test_a_minimised_window_keeps_its_place(desktop: Desktop) -> None:
    stood = Place()
    desktop.came(pygame.WINDOWMINIMIZED)
    desktop._to(Box(-32000, -32000, 160, 28))
    desktop.passes(stood)
    desktop.there = (BEAMER,)
    desktop.passes(stood)
    desktop.smaller_by_hand(Box(97, 74, 1728, 972))
    desktop.passes(stood)
    assert BEAMER.covers(desktop.box)


def test_begun_in_full_screen_it_comes_back_smaller_than_the_screen(desktop: Desktop) -> None:
    desktop.by_hand(LAPTOP)
    stood = Place(full=True)
    stood.back()
    desktop.passes(stood)
    assert LAPTOP.covers(desktop.box)
    assert desktop.box.y >= 20
