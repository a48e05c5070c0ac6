"""Palms press and lift nothing, taps all press, whoever else touches the screen: FINGER events with a clock by hand."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator

import pygame
import pytest

from game.table.contacts import WIDE, hand_width
from game.table.input import Reader
from game.view.answer import input as given

SIZE = (1920, 1080)
HAND = hand_width(SIZE[0], WIDE)
Event = tuple[float, int, int, tuple[float, float]]
"""When, what kind, which finger, where in pixels."""


class Screen:
    """A touch screen: fingers come, move and go when one says."""

    def __init__(self) -> None:
        self.now = 0.0
        self.reader = Reader(lambda: self.now)
        self.heard: list[given.Input] = []

    def play(self, events: list[Event]) -> None:
        rests = pygame.time.Clock()
        for at, kind, finger, (x, y) in sorted(events, key=lambda one: one[0]):
            self.reader.shown()
            for now in (at - 0.01, at):
                self.now = now
                self.reader.wait(rests, holding=False, pace=100_000)
            event = pygame.Event(
                kind, touch_id=1, finger_id=finger, x=x / (SIZE[0] - 1), y=y / (SIZE[1] - 1), dx=0.0, dy=0.0
            )
            self.heard += self.reader.read([event], SIZE)

    def pressed(self) -> set[str]:
        """Name the pointers that came up where they came down."""
        down: dict[str, tuple[int, int]] = {}
        found = set()
        for one in self.heard:
            if isinstance(one, given.PointerDown):
                down[one.pointer] = (one.x, one.y)
            elif isinstance(one, given.PointerGone):
                down.pop(one.pointer, None)
            elif isinstance(one, given.PointerUp) and one.pointer in down:
                found.add(one.pointer)
        return found

    def strayed(self) -> float:
        """Give how far a contact that was not taken away went, in pixels: what would lift a card."""
        down: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
        far = 0.0
        for one in self.heard:
            if isinstance(one, given.PointerDown):
                down[one.pointer] = (one.x, one.y)
            elif isinstance(one, given.PointerMove):
                x, y = down[one.pointer]
                far = max(far, abs(one.x - x), abs(one.y - y))
        return far


@pytest.fixture(autouse=True)
def video() -> Iterator[None]:
    pygame.display.init()
    yield
    pygame.event.clear()


def contact(finger: int, at: float, long: float, spot: tuple[float, float], dice: random.Random) -> list[Event]:
    """Give a contact that drifts by less than a drag."""
    drift = [(at + long * i / 4, pygame.FINGERMOTION, finger, (spot[0] + dice.uniform(-6, 6), spot[1] +
              dice.uniform(-6, 6))) for i in (1, 2, 3)]  # fmt: skip
    return [(at, pygame.FINGERDOWN, finger, spot), *drift, (at + long, pygame.FINGERUP, finger, spot)]


def palm(first: int, at: float, dice: random.Random) -> tuple[list[Event], float]:
    """Give a palm: many points in a hand's width for a moment, or a few that rest."""
    flat = dice.random() < 0.5
    long = dice.uniform(0.2, 5) if flat else dice.uniform(0.9, 5)
    x, y, half = dice.uniform(300, 1600), dice.uniform(200, 900), HAND / 2 * 0.7
    events: list[Event] = []
    for finger in range(first, first + dice.randint(*((4, 6) if flat else (1, 3)))):
        spot = (x + dice.uniform(-half, half), y + dice.uniform(-half, half))
        events += contact(finger, at + dice.uniform(0, 0.05), long + dice.uniform(0, 0.05), spot, dice)
    return events, at + long + 0.3


def test_a_thousand_palms_press_and_lift_nothing() -> None:
    dice, screen, at = random.Random(14), Screen(), 1.0
    for n in range(1000):
        events, at = palm(10 * n, at, dice)
        screen.play(events)
    assert screen.pressed() == set()
    assert screen.strayed() <= 8


def test_two_hundred_taps_by_one_or_two_people_all_press() -> None:
    dice, screen, at, taps = random.Random(15), Screen(), 1.0, 0
    while taps < 200:
        people = dice.randint(1, 2)
        events: list[Event] = []
        for one in range(people):
            spot = (dice.uniform(50, 900) + 960 * one, dice.uniform(50, 1030))
            events += contact(taps + one, at + dice.uniform(0, 0.4), dice.uniform(0.1, 0.7), spot, dice)
        screen.play(events)
        at, taps = at + 1.5, taps + people
    assert len(screen.pressed()) == taps


def test_a_tap_beside_a_palm_presses() -> None:
    dice, screen = random.Random(16), Screen()
    flat = [event for finger in range(4) for event in contact(finger, 1, 4, (300 + 30 * finger, 800), dice)]
    screen.play([*flat, *contact(9, 2, 0.2, (1500, 300), dice)])
    assert screen.pressed() == {"finger:1:9"}


def test_a_fifth_finger_of_a_hand_laid_flat_is_that_hand_s() -> None:
    dice, screen = random.Random(17), Screen()
    flat = [event for finger in range(4) for event in contact(finger, 1, 4, (300 + 30 * finger, 800), dice)]
    screen.play([*flat, *contact(9, 2, 0.3, (360, 760), dice)])
    assert screen.pressed() == set()


def test_a_card_that_is_carried_rests_as_long_as_one_wishes() -> None:
    screen = Screen()
    screen.play([(1, pygame.FINGERDOWN, 1, (500, 900)), (1.2, pygame.FINGERMOTION, 1, (500, 700)),
                 (6, pygame.FINGERUP, 1, (500, 700))])  # fmt: skip
    assert screen.heard[-1] == given.PointerUp("finger:1:1", 500, 700)


def test_a_lone_finger_that_rests_is_told_how_one_presses() -> None:
    screen = Screen()
    screen.play([(1, pygame.FINGERDOWN, 1, (500, 900)), (2, pygame.FINGERUP, 1, (500, 900))])
    assert screen.heard[-1] == given.PointerGone("finger:1:1", slow=True)


def test_a_busy_table_takes_no_tap_for_a_palm() -> None:
    """What the table spends answering is not time that a finger rested: the release waited in the queue."""
    screen = Screen()
    screen.play([(1, pygame.FINGERDOWN, 1, (500, 900))])
    screen.now = 4.0  # it worked for three seconds before it looked again
    event = pygame.Event(pygame.FINGERUP, touch_id=1, finger_id=1, x=500 / 1919, y=900 / 1079, dx=0.0, dy=0.0)
    assert screen.reader.read([event], SIZE) == (given.PointerUp("finger:1:1", 500, 900),)


def test_a_palm_is_known_for_one_by_a_table_that_is_busy_with_the_fingers_beside_it() -> None:
    screen, rests = Screen(), pygame.time.Clock()
    screen.play([(1, pygame.FINGERDOWN, 1, (500, 900)), (1.01, pygame.FINGERDOWN, 2, (1500, 300))])
    for n in range(8):  # the other one moves, and each time the table answers for a tenth of a second
        screen.reader.wait(rests, holding=True)
        screen.now += 0.1
        screen.reader.shown()
        screen.play([(screen.now + 0.02, pygame.FINGERMOTION, 2, (1500 - 9 * n, 300))])
    screen.play([(screen.now + 0.02, pygame.FINGERUP, 1, (500, 900))])
    assert screen.pressed() == set()
