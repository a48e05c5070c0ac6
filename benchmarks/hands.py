"""What hands do at the watched table: each gesture plays itself for ever, and gives each measured turn by its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, cycle

import pygame

from benchmarks.watched import Turn, Watched
from game.view.node import Node

Turns = Iterator[tuple[str, Turn]]
BACK = 30
"""Gestures taken back in a row at most, before they are given again."""
SPOTS = 6
"""Places a card is dropped on before the phase is changed."""
LETTERS = "la moitie des achats de la cantine "


@dataclass(frozen=True, slots=True)
class Gesture:
    """One gesture: the rows it measures, the moment of the afternoon it belongs to (playrooms.MOMENTS), how it goes.

    Closed, it leaves the session as it found it.
    """

    names: tuple[str, ...]
    moment: str
    play: Callable[[Watched], Turns]


def _history(table: Watched) -> Turns:
    """Take the afternoon back, gesture by gesture, and give it again."""
    try:
        while True:
            yield from (("undo", turn) for turn in _marked(table, pygame.K_z, BACK))
            yield from (("redo", turn) for turn in _marked(table, pygame.K_y, BACK))
    finally:
        list(_marked(table, pygame.K_y, BACK))


def _marked(table: Watched, code: int, most: int) -> Iterator[Turn]:
    """Undo or redo, until nothing is left to."""
    for _ in range(most):
        rows = len(table.desk.rows)
        turn = table.key(code, pygame.KMOD_LCTRL)
        if len(table.desk.rows) == rows:
            return
        yield turn


def _drops(table: Watched) -> Turns:
    """Drop a card of the hand on one place after the other, levers and issues by turns; each is taken back."""
    try:
        for start, phase in zip(count(0, SPOTS), cycle(("enjeux", "leviers"))):
            table.click(f"step:{phase}")
            for nth in range(start, start + SPOTS):
                yield from _dropped(table, nth)
    finally:
        table.click("step:leviers")


def _dropped(table: Watched, nth: int) -> Turns:
    rows = len(table.desk.rows)
    turn = table.drop(next(_cards(table)), nth)
    if len(table.desk.rows) == rows:  # the table asks which of two things is meant
        table.key(pygame.K_ESCAPE)
        return
    try:
        yield "drop", turn
    finally:
        table.key(pygame.K_z, pygame.KMOD_LCTRL)


def _cards(table: Watched) -> Iterator[Node]:
    """Give the cards of the hand that may be lifted."""
    return (node for node in table.node("hand").walk() if node.drags is not None)


def _phases(table: Watched) -> Turns:
    """Go from phase to phase."""
    try:
        for phase in cycle(("enjeux", "leviers", "arbitrage", "leviers")):
            yield "phase", table.click(f"step:{phase}")
    finally:
        table.click("step:leviers")


def _spotlight(table: Watched) -> Turns:
    """Bring a card of the hand to the whole room, and send it back."""
    try:
        for nth in count():
            cards = list(_cards(table))[:3]
            yield "spotlight-open", table.click(cards[nth % len(cards)].key)
            yield "spotlight-close", table.key(pygame.K_ESCAPE)
    finally:
        table.key(pygame.K_ESCAPE)


def _typing(table: Watched) -> Turns:
    """Type in the first field of a sheet."""
    table.click(next(node.key for node in table.tree.walk() if node.role in ("field", "area") and node.acts))
    for letter in cycle(LETTERS):
        yield "typing", table.key(ord(letter), text=letter)


def _scrolling(table: Watched) -> Turns:
    """Pull the hand's cards to and fro with a finger, laid between two of them."""
    hand = next(node for node in table.node("hand").walk() if node.scrolls is not None and node.scrolls.reach > 0)
    one, two = list(_cards(table))[:2]
    along = hand.scrolls is not None and hand.scrolls.axis == "x"
    x, y = ((one.box.right + two.box.x) / 2, one.box.centre[1]) if along else (
        one.box.centre[0], (one.box.bottom + two.box.y) / 2)  # fmt: skip
    step = -table.table.window.size[0] / 160
    table.finger(pygame.FINGERDOWN, (x, y))
    try:
        for way in cycle((*range(2, 42), *range(42, 2, -1))):
            far = step * way
            yield "scrolling", table.finger(pygame.FINGERMOTION, (x + far, y) if along else (x, y + far))
    finally:
        table.finger(pygame.FINGERUP, (x, y))


GESTURES = (
    Gesture(("undo", "redo"), "board", _history),
    Gesture(("drop",), "board", _drops),
    Gesture(("phase",), "board", _phases),
    Gesture(("spotlight-open", "spotlight-close"), "board", _spotlight),
    Gesture(("scrolling",), "board", _scrolling),
    Gesture(("typing",), "sheets", _typing),
)
