"""A slow disk: a gesture is shown once it is saved, what comes meanwhile keeps its order, and the wait is said."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.core.errors import JournalError
from game.core.moves.flow import EnterPhase, TakeNote
from game.core.moves.issues import PlaceIssue
from game.journal.journal import Journal
from game.table.app import Table
from tests.table.real import desk, opened
from tests.x11.sessions import ISSUES, made


class Disk:
    """A disk that answers once it is let go; `hands` are called, one a time, in the middle of each of its writes."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.hands: list[Callable[[], None]] = []
        self.writes: list[tuple[str, ...]] = []
        self.threads: set[int] = set()
        self.go, self.real = threading.Event(), Journal.append

        def append(journal: Journal, *rows: object) -> None:
            self.append(journal, *rows)

        patch.setattr(Journal, "append", append)

    def append(self, journal: Journal, *rows: object) -> None:
        self.threads.add(threading.get_ident())
        assert self.go.wait(60)
        self.go.clear()
        self.writes.append(tuple(row.kind for row in rows))  # type: ignore[attr-defined]
        self.real(journal, *rows)  # type: ignore[arg-type]


class Hand:
    """The room during a write: each time the table looks up while it waits, the next thing happens."""

    def __init__(self, table: Table, disk: Disk) -> None:
        self.table, self.disk, self.now = table, disk, 1000.0
        self.then: list[Callable[[], object]] = []
        self.frames: list[tuple[str, int]] = []
        table.services = replace(table.services, clock=lambda: self.now)
        waiting = table.meanwhile

        def meanwhile(seconds: float) -> None:
            waiting(seconds)
            self.frames.append((said(table), len(desk(table).log())))
            if self.then:
                self.then.pop(0)()
            else:
                disk.go.set()

        desk(table).meanwhile = meanwhile


def said(table: Table) -> str:
    shown = table.window._shown
    return next((kid.name for kid in shown.kids[1].kids if kid.key == "toast"), "") if shown is not None else ""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Table, Hand, Disk]]:
    with opened(made(tmp_path, *ISSUES)) as table:
        table.show()
        disk = Disk(monkeypatch)
        yield table, Hand(table, disk), disk
        monkeypatch.undo()


def key(name: int, *, down: bool = True, mod: int = 0) -> None:
    kind = pygame.KEYDOWN if down else pygame.KEYUP
    pygame.event.post(pygame.Event(kind, key=name, mod=mod, unicode="", scancode=0))


def undo() -> None:
    key(pygame.K_z, mod=pygame.KMOD_LCTRL)


def let_go() -> None:
    key(pygame.K_z, down=False, mod=pygame.KMOD_LCTRL)


def turned(table: Table, hand: Hand) -> None:
    clock = pygame.time.Clock()
    table.turn(clock)
    while table._inbox.behind:
        table.turn(clock)
    table.turn(clock)


def undos(table: Table) -> int:
    return sum(line.kind == "undo" for line in desk(table).log())


def test_one_tap_on_a_slow_disk_takes_back_one_gesture(room: tuple[Table, Hand, Disk]) -> None:
    table, hand, _disk = room
    undo()
    hand.then = [lambda: setattr(hand, "now", hand.now + 1), let_go, lambda: setattr(hand, "now", hand.now + 1)]
    turned(table, hand)
    assert undos(table) == 1
    assert pygame.key.get_repeat() == (0, 0), "SDL's timer posts repeats while the loop waits"


def test_the_wait_is_said_after_300_ms_and_no_gesture_is_shown_before_it_is_saved(
    room: tuple[Table, Hand, Disk],
) -> None:
    table, hand, _disk = room
    before, rows, boards = table.tree.kids[0], len(desk(table).rows), []

    def look(seconds: float) -> None:
        hand.now += seconds
        boards.append(table.window._shown.kids[0])  # type: ignore[union-attr]

    undo()
    hand.then = [lambda: look(0.2), lambda: look(0.2), lambda: look(2), let_go]
    turned(table, hand)
    sentences = [sentence for sentence, _ in hand.frames]
    assert sentences[:2] == ["", ""]
    assert all("Enregistrement en cours" in sentence for sentence in sentences[2:4])
    assert all(board is before for board in boards)
    assert said(table).startswith("Geste annulé")
    assert len(desk(table).rows) == rows + 1
    assert table.tree.kids[0] is not before


def test_what_comes_during_a_write_is_answered_after_it_in_order(room: tuple[Table, Hand, Disk]) -> None:
    table, hand, disk = room
    undo()

    def again() -> None:
        let_go()
        undo()
        let_go()
        key(pygame.K_y, mod=pygame.KMOD_LCTRL)
        key(pygame.K_y, down=False, mod=pygame.KMOD_LCTRL)
        undo()
        let_go()

    hand.then = [again]
    turned(table, hand)
    kinds = [line.kind for line in desk(table).log()]
    assert kinds[-4:] == ["undo", "undo", "redo", "undo"]
    assert [kind for write in disk.writes for kind in write] == kinds[-4:]
    assert threading.get_ident() not in disk.threads


def test_closing_while_a_gesture_is_saved_waits_for_it_and_for_what_came_before(
    room: tuple[Table, Hand, Disk],
) -> None:
    table, hand, _disk = room

    def close() -> None:
        let_go()
        undo()
        let_go()
        pygame.event.post(pygame.Event(pygame.QUIT))

    undo()
    hand.then = [close]
    table.run()
    path, rows = desk(table).path, len(desk(table).rows)
    kept = Journal.open(path, read_only=True).rows()
    assert [row.kind for row in kept][-2:] == ["undo", "undo"]
    assert len(kept) == rows


def test_who_closes_again_before_the_warning_is_shown_is_warned_again(
    room: tuple[Table, Hand, Disk], monkeypatch: pytest.MonkeyPatch
) -> None:
    table, _hand, _disk = room
    waits, turn, say, warned = table.meanwhile, table.turn, table.say, list[str]()

    def full(journal: Journal, *_: object) -> None:
        raise JournalError("disk_full", path=str(journal.path))

    def close() -> None:
        pygame.event.post(pygame.Event(pygame.QUIT))

    def waited(work: Callable[[], object]) -> object:
        if len(warned) < 1:
            close()  # a hand that does not wait for the disk
        waits(0.5)
        return work()

    def read(clock: pygame.Clock) -> None:
        turn(clock)
        if len(warned) == 2 and not table._inbox.behind:
            close()  # this one has the sentence before it

    def tell(text: str, tone: str, *stays: int, **where: Any) -> None:
        say(text, tone, *stays, **where)
        warned.extend([text] * ("Geste annulé" not in text))

    desk(table).meanwhile = None
    monkeypatch.setattr(Journal, "append", lambda journal, *rows: waited(lambda: full(journal, *rows)))
    monkeypatch.setattr(table, "turn", read)
    monkeypatch.setattr(table, "say", tell)
    undo()
    table.run()
    assert len(warned) == 2
    assert all("1 changement" in text for text in warned)


def test_a_draft_is_written_beside_and_the_next_gesture_after_it(room: tuple[Table, Hand, Disk]) -> None:
    table, _hand, disk = room
    desk(table).draft("note", "à demi")
    assert disk.writes == []
    assert desk(table).drafts() == (("note", "à demi"),)
    assert not [pair for pair in desk(table).notices() if pair[0] in ("disk", "unwritten")]
    assert table.gesture(TakeNote("entière"))
    assert [kind for write in disk.writes for kind in write] == ["draft", "gesture"]


def test_motions_during_a_write_are_one(room: tuple[Table, Hand, Disk]) -> None:
    table, hand, _disk = room

    def move() -> None:
        for x in range(5):
            pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(100 + x, 200), rel=(1, 0), buttons=(1, 0, 0)))

    undo()
    kept: list[int] = []
    hand.then = [let_go, move, move, move, lambda: kept.append(len(table._inbox._kept))]
    turned(table, hand)
    assert kept == [2]


def test_the_arrows_of_a_key_held_down_repeat_and_a_tap_during_a_wait_does_not(
    room: tuple[Table, Hand, Disk],
) -> None:
    table, hand, _disk = room
    taken: list[bool] = []
    table.step = lambda inputs: taken.extend(  # type: ignore[method-assign]
        one.repeat for one in inputs if type(one).__name__ == "Key"
    )
    clock = pygame.time.Clock()
    key(pygame.K_RIGHT)
    table.turn(clock)
    for _ in range(20):
        hand.now += 0.05
        table.turn(clock)
    assert taken[0] is False
    assert 10 <= taken.count(True) <= 15
    del taken[:]
    hand.now += 30
    key(pygame.K_RIGHT, down=False)
    table.turn(clock)
    table.turn(clock)
    assert taken == []


def test_a_quick_disk_is_never_told(tmp_path: Path) -> None:
    with opened(made(tmp_path, EnterPhase("enjeux"))) as table:
        table.services = replace(table.services, clock=lambda: 1000.0)  # whatever this machine's disk takes
        assert table.gesture(PlaceIssue("alimentation-durable", "enfance"))
        table.turn(pygame.time.Clock())
        assert table._late is None
        assert said(table) == ""


def test_a_session_written_on_a_slow_disk_opens_as_it_was_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Journal.append

    def slow(journal: Journal, *rows: object) -> None:
        time.sleep(0.02)
        real(journal, *rows)  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "append", slow)
    with opened(made(tmp_path, *ISSUES)) as table:
        clock = pygame.time.Clock()
        for _ in range(3):
            undo()
            let_go()
            table.turn(clock)
        while table._inbox.behind:
            table.turn(clock)
        assert undos(table) == 3
        desk(table).close()
        assert len(Journal.open(desk(table).path, read_only=True).rows()) == len(desk(table).rows)
