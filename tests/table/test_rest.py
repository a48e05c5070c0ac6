"""A table that nobody touches looks less often, and never so seldom that a first touch waits long."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.table.app import Table
from game.view.answer.input import Key
from tests.table.real import opened
from tests.x11.sessions import ISSUES, made

TOUCH = 80
"""Milliseconds within which a first touch is answered."""


@pytest.mark.parametrize(("untouched", "pace"), [(0, 60), (4.9, 60), (5, 30), (59, 30), (60, 15), (9_000, 15)])
def test_the_longer_untouched_the_less_it_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, untouched: float, pace: int
) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    ticks: list[int] = []

    class Rests:
        def tick(self, rate: int) -> None:
            ticks.append(rate)

    with opened(made(tmp_path, *ISSUES)) as table:
        start = table.services.clock()
        table._touched = start
        table.services = replace(table.services, clock=lambda: start + untouched)
        pygame.event.clear()
        table._taken(Rests())  # type: ignore[arg-type]
    assert ticks == [pace]
    assert 1000 / pace < TOUCH


class Time:
    """A table's clock that only rests let pass; `after` is done at each of them."""

    def __init__(self, table: Table, untouched: float) -> None:
        self.now, self.looks = table.services.clock(), 0
        self.after: Callable[[], object] = lambda: None
        table._touched = self.now - untouched
        table.services = replace(table.services, clock=lambda: self.now)
        table._now = lambda: int(self.now)  # type: ignore[method-assign]  the session's time stands still with it
        table.step(())

    def tick(self, rate: int) -> None:
        self.now += 1 / rate
        self.looks += 1
        self.after()


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    with opened(made(tmp_path, *ISSUES)) as table:
        table.show()
        pygame.event.clear()
        yield table


def test_an_untouched_table_looks_often_and_takes_a_turn_a_second(table: Table) -> None:
    time, turns = Time(table, untouched=100), 0
    until = time.now + 20
    while time.now < until:
        table.turn(time)  # type: ignore[arg-type]
        table._rest(time)  # type: ignore[arg-type]
        turns += 1
    assert time.looks >= 20 * 14
    assert 20 <= turns <= 24


@pytest.mark.parametrize(("said", "turns"), [("", 1), ("noté", 2)])
def test_a_second_of_the_room_is_waited_for_only_where_something_waits_for_it(
    table: Table, said: str, turns: int
) -> None:
    time, taken = Time(table, untouched=100), 0
    table._now = lambda: int(time.now + 0.5)  # type: ignore[method-assign]
    if said:
        table.say(said, "done", 60)
    table.turn(time)  # type: ignore[arg-type]
    until = time.now + 10
    while time.now < until:
        table.turn(time)  # type: ignore[arg-type]
        table._rest(time)  # type: ignore[arg-type]
        taken += 1
    assert 10 * turns - 1 <= taken <= 10 * turns + 2


def test_what_comes_ends_a_rest_at_the_next_look(table: Table) -> None:
    time = Time(table, untouched=2)
    table.turn(time)  # type: ignore[arg-type]
    time.looks = 0
    time.after = lambda: pygame.event.post(pygame.Event(pygame.USEREVENT)) if time.looks == 3 else None
    table._rest(time)  # type: ignore[arg-type]
    assert time.looks == 3
    pygame.event.clear()


@pytest.mark.parametrize("due", ["a press of an assistive tool", "a demo", "a wish to leave"])
def test_nothing_rests_where_something_is_to_be_done(table: Table, due: str) -> None:
    time = Time(table, untouched=2)
    table.turn(time)  # type: ignore[arg-type]
    time.looks = 0
    if due == "a demo":
        table.player = lambda *_: None
    elif due == "a wish to leave":
        table.closing = True
    else:
        table.queue.put(Key("tab"))
    table._rest(time)  # type: ignore[arg-type]
    assert time.looks == 0


@pytest.mark.parametrize(("untouched", "rounds", "done"), [(1, 50, 0), (3, 50, 1), (3, 2, 0)])
def test_a_full_round_of_the_garbage_collector_waits_until_no_hand_does(
    table: Table, monkeypatch: pytest.MonkeyPatch, untouched: float, rounds: int, done: int
) -> None:
    full: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: full.append(1))
    monkeypatch.setattr(table, "_nothing_due", lambda: True)
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, rounds))
    time = Time(table, untouched)
    table._rest(time)  # type: ignore[arg-type]
    assert len(full) == done
