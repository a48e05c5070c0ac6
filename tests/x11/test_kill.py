"""kill -9 in the real window after random gestures by the mouse: reopened, nothing recorded is missing.

Four times, and ten under CLAP_TORTURE.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from game.core.moves.flow import EnterPhase
from game.view.tree.node import Node, outline
from tests.pilot import Pilot, text_of
from tests.scenarios.test_afternoon import recording
from tests.screen import Screen
from tests.x11.mouse import Mouse
from tests.x11.sessions import LEVERS, made, same

pytestmark = pytest.mark.x11
KILLS = 10 if os.environ.get("CLAP_TORTURE") else 4


def board(p: Pilot) -> str:
    """Give what stands on the board, without what is only looked at."""
    tree = p.shown.tree
    found = [tree.find(key) for key in ("plan", "ledger", "loads")]
    return "\n".join(outline(node) for node in found if node is not None)


def cards(p: Pilot) -> list[Node]:
    """Give the cards a hand reaches: in the shelf and on the board."""
    return [node for node in p.shown.tree.walk() if node.drags is not None and p.reached(node.key)]


def any_gesture(p: Pilot, dice: Random) -> None:
    """Carry a card somewhere, or take a gesture back, or give it again."""
    choice = dice.random()
    if choice < 0.12 and p.reached("undo"):
        p.press("undo")
    elif choice < 0.2 and p.reached("redo"):
        p.press("redo")
    elif choice < 0.3:
        p.press("hand:after" if p.reached("hand:after") else "tab:hand:all")
    else:
        carry(p, dice)


def carry(p: Pilot, dice: Random) -> None:
    card = dice.choice(cards(p))
    p.lift(card.key)
    spots = [node.key for node in p.shown.tree.walk() if node.accepts is not None and p.drops(node.key)]
    p.over(dice.choice(p.shown.targets or spots) if dice.random() < 0.8 else dice.choice(spots))
    p.let_go()
    if p.has("choice:0"):
        p.press(dice.choice(("choice:0", "choice:home")))


def test_killed_again_and_again_in_the_window(display: Screen, tmp_path: Path) -> None:
    dice, path = Random(9), made(tmp_path, *LEVERS)
    with Pilot(display, tmp_path, "play", str(path)) as p:
        first = recorded = p.rows()
        for turn in range(KILLS):
            for _ in range(dice.randrange(3, 7)):
                any_gesture(p, dice)
            seen, rows, session = board(p), p.rows(), p.session()
            text = f"Noël à l'école, œuf n° {turn}"
            if turn % 2:
                typed(p, text)
            p.kill()
            p.open()
            assert board(p) == seen
            assert p.rows() >= rows
            assert same(p.session(), session)
            if turn % 2:
                p.press("hand:write")
                assert text_of(p.shown, "blank:lever:label") == text
                p.close()
            recorded = max(recorded, rows)
    assert recorded > first + KILLS, "the test is too kind: hardly anything was recorded"


def typed(p: Pilot, text: str) -> None:
    """Type a card's label, leave it at rest, and see it kept."""
    p.press("hand:write")
    Mouse(p).write("blank:lever:label", text)
    p.until(lambda shown: shown.draft == text, "a draft kept after a second of rest")


def test_killed_while_a_drop_is_on_its_way(display: Screen, tmp_path: Path) -> None:
    """The kill falls between the drop and its frame: the gesture is there whole, or not at all."""
    dice, path = Random(4), made(tmp_path, *LEVERS)
    with Pilot(display, tmp_path, "play", str(path)) as p:
        for _ in range(KILLS // 2):
            before, rows = board(p), p.rows()
            card = next(node.key for node in cards(p) if node.key.startswith("card:"))
            p.lift(card)
            p.over(p.shown.targets[dice.randrange(len(p.shown.targets))])
            p.drop_and_kill(dice.random() * 0.03)
            p.open()
            assert p.rows() in (rows, rows + 1)
            assert (board(p) == before) == (p.rows() == rows)


def test_an_objective_being_typed_is_there_after_a_kill(display: Screen, tmp_path: Path) -> None:
    steps = [step.command for step in recording().steps if step.kind == "do" and not step.refused]
    until = next(i for i, do in enumerate(steps) if do == EnterPhase("objectifs"))
    path = made(tmp_path, *steps[: until + 1])  # type: ignore[arg-type]
    with Pilot(display, tmp_path, "play", str(path)) as p:
        field, text = "objective:alimentation-durable:title", "Servir des œufs bio à l'école dès la fête d'août"
        Mouse(p).write(field, text)
        p.until(lambda shown: shown.draft == text, "a draft kept after a second of rest")
        p.kill()
        p.open()
        assert text_of(p.shown, field) == text
        p.press("adopt")
        [sheet] = p.session().sheets
        assert sheet.adopted
        assert dict(sheet.fields)["title"] == text
