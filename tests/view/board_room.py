"""A board one plays on: the real rules and sentences, gestures kept in memory."""

from __future__ import annotations

from game.core.errors import Refused
from game.core.history import History
from game.core.moment import Moment
from game.core.moves import decide
from game.core.session import Session
from game.view.answer.meanings import TableRules
from game.view.answer.ui import Ui
from game.view.tree.node import Node, at
from game.words.catalogue import speaker
from tests.view.room import MEASURE, MEMO, Hands

RULES = TableRules()


class HistoryDesk:
    """Does gestures by the real rules, in memory."""

    def __init__(self, session: Session) -> None:
        self.history = History(session)
        self.refused: list[str] = []

    @property
    def session(self) -> Session:
        return self.history.session

    def do(self, command: object) -> None:
        try:
            self.history.record(decide(self.session, command, Moment()))  # type: ignore[arg-type]
        except Refused as why:
            self.refused.append(why.code)


def table(session: Session, **view: object) -> Hands:
    ui = Ui(screen="play", **view)  # type: ignore[arg-type]
    return Hands(HistoryDesk(session), RULES, ui, measure=MEASURE, speaker=speaker(ui.lang), memo=MEMO)


def now(hands: Hands) -> Session:
    assert isinstance(hands.desk, HistoryDesk)
    return hands.desk.session


def find(hands: Hands, key: str) -> Node:
    node = hands.tree.find(key)
    assert node is not None, key
    return node


def first_issue(hands: Hands) -> str:
    return next(node.key for node in hands.tree.walk() if node.key.startswith("card:"))


def foot(node: Node) -> tuple[int, int]:
    """Give a point of a place under its name and its tabs."""
    return node.box.centre[0], node.box.bottom - node.box.h // 6


def hands_at(hands: Hands, x: int, y: int) -> str:
    return at(hands.tree.kids[0], x, y)[-1].key
