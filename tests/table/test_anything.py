"""Anything done anywhere: presses, drags by several fingers, keys, texts, on the real table and a real session file.

Nothing may stop the table, and what it shows in the end is what the file gives back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from game.core.moves.flow import EnterPhase
from game.desk.opening import open_session
from game.table.app import Table
from game.view.answer import intents, papers
from game.view.answer.input import Input, Key, PointerDown, PointerMove, PointerUp, Press, SetValue, Tick, Typed, Wheel
from game.view.tree.node import Node, top_layer
from tests.scenarios.test_afternoon import recording
from tests.table.real import desk, opened
from tests.x11.sessions import made, same

STEPS = tuple(step.command for step in recording().steps if step.kind == "do" and step.command and not step.refused)
HANDS = ("mouse", "finger:1", "finger:2")
KEYS = (
    "tab", "tab", "tab", "enter", "space", "left", "right", "up", "down", "escape", "s", "pageup", "pagedown", "home",
    "end", "backspace", "delete",
)  # fmt: skip
TEXTS = ("é", "œuf", "12", "juin 2029", "Sensibiliser", " ", "−35,5", "x" * 200)
LEAVING = (
    *(intents.PlayDemo, intents.LeaveSession, intents.NextGroup, intents.Quit, intents.Fullscreen, intents.Export),
    papers.OpenFolder,
)


def test_nothing_done_stops_the_table_by_phase(tmp_path: Path) -> None:
    """Each phase in its own size of text and language."""
    dice = Random(2026)
    for phase, percent, lang in (
        ("reperage", 100, "fr"), ("enjeux", 150, "en"), ("leviers", 100, "fr"), ("arbitrage", 200, "fr"),
        ("objectifs", 100, "en"), ("generique", 300, "fr"),
    ):  # fmt: skip
        until = STEPS.index(EnterPhase(phase))
        path = made(tmp_path / phase, *STEPS[: until + 1])
        with opened(path) as table:
            table.ui = replace(table.ui, percent=percent, lang=lang)
            table.changed()
            for _ in range(80):
                DOES[dice.randrange(len(DOES))](table, dice)
                whole(table)
            session = desk(table).session
        again = open_session(path, read_only=True)
        assert same(again.session, session)
        again.close()


def whole(table: Table) -> None:
    counts = Counter(node.key for node in table.tree.kids[0].walk())
    assert max(counts.values()) == 1, counts.most_common(3)
    assert not table.closing


def acting(table: Table, dice: Random) -> Node | None:
    """Give something that acts, in the topmost layer; what leaves the session is left alone, what ends it mostly is."""
    nodes = [node for node in top_layer(table.tree).walk() if node.acts and not leaves(node.does)]
    node = dice.choice(nodes) if nodes else None
    ends = node is not None and node.key in ("session:close", "closing:do", "ballot:do", "guess:reveal", "early:do")
    return None if ends and dice.random() < 0.9 else node


def leaves(does: object) -> bool:
    things = does.things if isinstance(does, intents.Several) else (does,)
    return any(isinstance(thing, LEAVING) for thing in things)


def give(table: Table, *inputs: Input) -> None:
    table.step(inputs)


def pressed(table: Table, dice: Random) -> None:
    node = acting(table, dice)
    if node is not None:
        give(table, PointerDown("mouse", *node.box.centre), PointerUp("mouse", *node.box.centre))


def read_aloud(table: Table, dice: Random) -> None:
    node = acting(table, dice)
    if node is not None:
        give(table, Press(node.key) if dice.random() < 0.7 else SetValue(node.key, dice.choice(TEXTS)))


def dragged(table: Table, dice: Random) -> None:
    top = list(top_layer(table.tree).walk())
    things = [node for node in top if node.drags is not None]
    spots = [node for node in top if node.accepts is not None]
    if not things or not spots:
        return
    (x, y), to, hand = dice.choice(things).box.centre, dice.choice(spots).box.centre, dice.choice(HANDS)
    give(table, PointerDown(hand, x, y), PointerMove(hand, x + 40, y - 40), PointerMove(hand, *to))
    if dice.random() < 0.7:
        give(table, PointerUp(hand, *to))


def let_go(table: Table, dice: Random) -> None:
    give(table, *(PointerUp(hand, dice.randrange(1920), dice.randrange(1080)) for hand in HANDS))


def keyed(table: Table, dice: Random) -> None:
    node = table.tree.find(table.ui.focus) if table.ui.focus else None
    if node is not None and leaves(node.does):
        return
    give(table, Key(dice.choice(KEYS), shift=dice.random() < 0.2))


def typed(table: Table, dice: Random) -> None:
    give(table, Typed(dice.choice(TEXTS)))


def undone(table: Table, dice: Random) -> None:
    give(table, Key(dice.choice("zy"), ctrl=True))


def rolled(table: Table, dice: Random) -> None:
    give(table, Wheel(dice.randrange(1920), dice.randrange(1080), dice.choice((-3, -1, 1, 3))))


def rested(table: Table, _: Random) -> None:
    give(table, Tick(table.ui.now + 1))
    table.show()


OFTEN = (pressed, read_aloud, dragged, keyed)
DOES: tuple[Callable[[Table, Random], None], ...] = (*OFTEN * 3, let_go, typed, undone, rolled, rested)


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pygame.scrap.put_text", lambda _: None)
    monkeypatch.setattr("pygame.scrap.get_text", lambda: "")
