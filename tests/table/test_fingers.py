"""Two people's fingers on the real table: FINGER events through SDL's queue, the real rules, a real session file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.core.moves.issues import LiftIssue
from game.desk.opening import open_session
from game.table.app import Table
from game.view.answer.landing import landing
from tests.table.real import desk, opened
from tests.x11.sessions import ISSUES, made


class Fingers:
    """Puts fingers on a table, as the system would tell it."""

    def __init__(self, table: Table) -> None:
        self.table, self._clock = table, pygame.time.Clock()

    def down(self, finger: int, key: str) -> None:
        self._give(pygame.FINGERDOWN, finger, self.spot(key))

    def move(self, finger: int, point: tuple[int, int]) -> None:
        self._give(pygame.FINGERMOTION, finger, point)

    def up(self, finger: int, point: tuple[int, int]) -> None:
        self._give(pygame.FINGERUP, finger, point)

    def spot(self, key: str) -> tuple[int, int]:
        node = self.table.tree.find(key)
        assert node is not None, key
        return node.box.centre

    def lift(self, finger: int, key: str) -> None:
        x, y = self.spot(key)
        self.down(finger, key)
        self.move(finger, (x + 20, y - 30))

    def _give(self, kind: int, finger: int, point: tuple[int, int]) -> None:
        wide, high = self.table.window.size
        x, y = point[0] / (wide - 1), point[1] / (high - 1)
        pygame.event.post(pygame.Event(
            kind, touch_id=7, finger_id=finger, x=x, y=y, dx=0.0, dy=0.0, pressure=1.0,
        ))  # fmt: skip
        self.table.turn(self._clock)

    def key(self, key: int, mod: int = 0) -> None:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.Event(kind, key=key, mod=mod, unicode="", scancode=0))
        self.table.turn(self._clock)


@pytest.fixture
def fingers(tmp_path: Path) -> Iterator[Fingers]:
    with opened(made(tmp_path, ISSUES[0])) as table:
        yield Fingers(table)


def held(fingers: Fingers) -> list[str]:
    return [one.node.key for one in fingers.table.ui.held]


def cards(fingers: Fingers) -> tuple[str, str]:
    shelf = fingers.table.tree.find("hand:axis")
    assert shelf is not None
    one, two = [kid.key for kid in shelf.kids if shelf.box.covers(kid.box)][:2]
    return one, two


def test_two_interleaved_streams_lay_two_cards_in_two_rows(fingers: Fingers) -> None:
    open_desk, (one, two) = desk(fingers.table), cards(fingers)
    before = len(open_desk.log())
    there, here = fingers.spot("place:stades"), fingers.spot("row:urbain")
    fingers.lift(1, one)
    fingers.lift(2, two)
    assert held(fingers) == [one, two]
    for step in range(1, 10):
        for finger, to, start in ((1, there, fingers.spot(one)), (2, here, fingers.spot(two))):
            at = (start[0] + (to[0] - start[0]) * step // 10, start[1] + (to[1] - start[1]) * step // 10)
            fingers.move(finger, at)
    fingers.move(2, here)
    fingers.move(1, there)
    fingers.up(2, here)
    assert held(fingers) == [one]
    fingers.up(1, there)
    laid = [(issue.card, issue.family) for issue in open_desk.session.issues]
    assert laid == [(two[5:], "urbain"), (one[5:], "sports")]
    assert [line.kind for line in open_desk.log()[before:]] == ["gesture", "gesture"]
    fingers.table.desk = None  # nothing more is recorded here: what lies on disk is read by another
    other = open_session(open_desk.path, read_only=True)
    assert [issue.card for issue in other.session.issues] == [two[5:], one[5:]]
    other.close()
    fingers.table.desk = open_desk
    fingers.key(pygame.K_z, pygame.KMOD_LCTRL)
    assert [issue.card for issue in open_desk.session.issues] == [two[5:]]


def test_undo_by_another_finger_sends_a_held_card_home_and_takes_back_one_gesture(fingers: Fingers) -> None:
    open_desk, (one, two) = desk(fingers.table), cards(fingers)
    there = fingers.spot("place:stades")
    fingers.lift(1, one)
    fingers.up(1, there)
    assert len(open_desk.session.issues) == 1
    fingers.lift(1, two)
    assert held(fingers) == [two]
    undo = fingers.spot("undo")
    fingers.down(2, "undo")
    fingers.up(2, undo)
    assert open_desk.session.issues == ()
    assert held(fingers) == []
    shown = {kid.key for node in fingers.table.tree.walk() if node.key == "hands" for kid in node.kids}
    assert "touched:place:stades" in shown, "what was undone is shown, beside the words"
    fingers.move(1, there)
    fingers.up(1, there)
    assert open_desk.session.issues == ()


def test_a_card_that_leaves_the_board_under_a_finger_goes_home(fingers: Fingers) -> None:
    open_desk, (one, _) = desk(fingers.table), cards(fingers)
    fingers.lift(1, one)
    fingers.up(1, fingers.spot("place:stades"))
    placed = f"issue:{one[5:]}"
    fingers.lift(1, placed)
    assert held(fingers) == [placed]
    fingers.table.gesture(LiftIssue(one[5:]))
    fingers.table.changed()
    assert held(fingers) == []
    to = fingers.spot("row:urbain")
    fingers.move(1, to)
    fingers.up(1, to)
    assert open_desk.session.issues == ()


def test_a_card_held_while_another_is_laid_is_asked_again_where_it_may_go(fingers: Fingers) -> None:
    """Two cards held over the same family's last room: the first to land takes it, the second is told why not."""
    open_desk, (one, two) = desk(fingers.table), cards(fingers)
    shelf = [kid.key for kid in fingers.table.tree.find("hand:axis").kids]  # type: ignore[union-attr]
    fingers.lift(3, shelf[2])
    fingers.up(3, fingers.spot("row:urbain"))
    fingers.lift(1, one)
    fingers.lift(2, two)
    to = fingers.spot("row:urbain")
    fingers.move(1, to)
    fingers.move(2, to)
    fingers.up(1, to)
    [still] = fingers.table.ui.held
    assert "row:urbain" not in [target.key for target in landing(still, fingers.table.tree.kids[0]).targets]
    fingers.up(2, to)
    assert len(open_desk.session.issues_of("urbain")) == 2
    assert fingers.table.ui.toast is not None
    assert fingers.table.ui.toast.tone == "refused"
