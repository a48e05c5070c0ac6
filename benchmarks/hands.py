"""What hands do at the watched table: each gesture plays itself for ever, and gives each measured turn by its row."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, cycle

import pygame

from benchmarks.turns import Turn
from benchmarks.watched import Watched
from game.view.tree.node import Node

Turns = Iterator[tuple[str, Turn]]
BACK = 30
"""Gestures taken back in a row at most, before they are given again."""
SPOTS = 6
"""Places a card is dropped on before the phase is changed."""
STEPS = 40
"""Motions one way, before the other way."""
LETTERS = "la moitie des achats de la cantine "
PATIENCE = 30
"""Seconds a file is waited for."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """One gesture: the rows it measures, the moment of the afternoon it belongs to (playrooms.MOMENTS), how it goes.

    Closed, it leaves the session as it found it. `whole`: a median of it is held, and takes all its events.
    """

    rows: tuple[str, ...]
    moment: str
    play: Callable[[Watched], Turns]
    whole: bool = True


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
    """Drop a card of the hand on one place after the other, issues and levers by turns; each is taken back."""
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
    return (node for node in table.find(key="hand").walk() if node.drags is not None)


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
    """Type in the first field of a sheet, line after line."""
    table.click(next(node.key for node in table.tree.walk() if node.role in ("field", "area") and node.acts))
    for letter in cycle(LETTERS):
        yield "typing", table.key(ord(letter), text=letter)


def _scrolling(table: Watched) -> Turns:
    """Pull the hand's cards to and fro with a finger, laid between two of them."""
    one, two = list(_cards(table))[:2]
    beside = one.box.y == two.box.y
    x, y = (one.box.x + two.box.right) / 2, (one.box.y + two.box.bottom) / 2
    table.finger(pygame.FINGERDOWN, (x, y))
    try:
        for far in _to_and_fro(table.size[0] / 160):
            yield "scrolling", table.finger(pygame.FINGERMOTION, (x - far, y) if beside else (x, y - far))
    finally:
        table.finger(pygame.FINGERUP, (x, y))


def _to_and_fro(step: float) -> Iterator[float]:
    """Give how far a hand is, motion after motion: further, then back again."""
    return (step * way for way in cycle((*range(2, STEPS + 2), *range(STEPS, 0, -1))))


def _panning(table: Watched) -> Turns:
    """Pull the plan to and fro with the mouse."""
    x, y = _ground(table)
    table.mouse(pygame.MOUSEBUTTONDOWN, (x, y))
    try:
        for far in _to_and_fro(table.size[0] / 320):
            yield "pan", table.mouse(pygame.MOUSEMOTION, (round(x - far), round(y + far / 2)))
    finally:
        table.mouse(pygame.MOUSEMOTION, (x, y))
        table.mouse(pygame.MOUSEBUTTONUP, (x, y))


def _ground(table: Watched) -> tuple[int, int]:
    """Find a point of the plan where a press takes the plan itself."""
    box, step = table.find(role="map").box, table.size[1] // 40
    spots = ((x, y) for y in range(box.centre[1], box.bottom, step) for x in range(box.x + step, box.right, step))
    return next(spot for spot in spots if table.acting(*spot) == table.find(role="map").key)


def _zooming(table: Watched) -> Turns:
    """Turn the wheel over the plan, closer and back, each time a little further on: no picture of it is there."""
    try:
        for nth in count(1):
            _moved(table, 12 * nth % 96)
            for by in (1, 1, 1, 1, -1, -1, -1, -1):
                yield "zoom", table.wheel(by)
    finally:
        table.wheel(-20)


def _moved(table: Watched, far: int) -> None:
    x, y = _ground(table)
    table.mouse(pygame.MOUSEBUTTONDOWN, (x, y))
    table.mouse(pygame.MOUSEMOTION, (x + far, y))
    table.mouse(pygame.MOUSEBUTTONUP, (x + far, y))


def _language(table: Watched) -> Turns:
    """Speak the other language, by the menu; French in the end."""
    lang = "fr"
    try:
        for lang in cycle(("en", "fr")):
            yield "language", _spoken(table, lang)
            table.key(pygame.K_ESCAPE)
    finally:
        table.key(pygame.K_ESCAPE)
        if lang == "en":
            _spoken(table, "fr")
            table.key(pygame.K_ESCAPE)


def _spoken(table: Watched, lang: str) -> Turn:
    table.click("menu")
    return table.click(f"menu:lang:{lang}")


def _picture(table: Watched) -> Turns:
    """Have table.png written, and pull the credits with a finger meanwhile; give the slowest turn until it is there."""
    table.mouse(pygame.MOUSEMOTION, table.find(key="out").box.centre)
    table.wheel(-30)
    x, y = table.find(key="roll").box.centre
    table.finger(pygame.FINGERDOWN, (x, y))
    pulls = ((x, y - far) for far in _to_and_fro(table.size[1] / 200))
    while True:
        yield "table-png", max(_written(table, pulls), key=lambda turn: turn.whole.cpu)
        table.calm()


def _written(table: Watched, pulls: Iterator[tuple[float, float]]) -> Iterator[Turn]:
    """Give each turn from the press to the new file."""
    file, began = table.desk.path.with_suffix("") / "table.png", time.monotonic()
    was = file.stat().st_mtime_ns if file.exists() else 0
    yield table.click("export:png")
    while not file.exists() or file.stat().st_mtime_ns == was:
        yield table.finger(pygame.FINGERMOTION, next(pulls))
        if time.monotonic() - began > PATIENCE:
            message = "table.png was not written"
            raise TimeoutError(message)


GESTURES = (
    Gesture(("undo", "redo"), "board", _history),
    Gesture(("drop",), "board", _drops),
    Gesture(("phase",), "board", _phases),
    Gesture(("spotlight-open", "spotlight-close"), "board", _spotlight),
    Gesture(("scrolling",), "board", _scrolling),
    Gesture(("language",), "board", _language, whole=False),
    Gesture(("pan",), "board", _panning, whole=False),
    Gesture(("zoom",), "board", _zooming, whole=False),
    Gesture(("typing",), "sheets", _typing),
    Gesture(("table-png",), "credits", _picture, whole=False),
)
ROWS = tuple(row for gesture in GESTURES for row in gesture.rows)
"""All rows."""
