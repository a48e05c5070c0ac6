"""What table.png shows: the board and what was decided, nothing to press."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pygame
import pytest

from game.core.session import Session
from game.table.ground import Ground
from game.table.picture import bits, png
from game.table.pictures import finished
from game.type.measure import FontMeasure
from game.view.answer.ui import Ui
from game.view.tree.looks import Words
from game.view.tree.node import Node
from tests.view import afternoon, council, elsewhere
from tests.view.checks import sound
from tests.view.look import tree_of

ROOT = Path(__file__).parents[2]
PRESSED = ("button", "tab", "field", "step")


def poster(session: Session, lang: str = "fr") -> Node:
    return tree_of(replace(session, phase="leviers"), Ui(screen="poster", lang=lang))


def keys(tree: Node) -> set[str]:
    return {node.key for node in tree.walk()}


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["ended", "settled", "sheets"])
def test_the_picture_is_sound(name: str, lang: str) -> None:
    sound(poster(council.SESSIONS[name](), lang), FontMeasure())


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["issues", "full"])
def test_the_picture_of_a_session_under_way_is_sound_and_shows_the_plan_alone(name: str, lang: str) -> None:
    tree = poster(afternoon.SESSIONS[name](), lang)
    sound(tree, FontMeasure())
    assert "poster:results" not in keys(tree)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["ended", "cantine-end", "drumsallow-end"])
def test_no_name_is_cut_by_the_edge_of_the_plan(name: str, lang: str) -> None:
    made = council.SESSIONS if name in council.SESSIONS else elsewhere.SESSIONS
    plan = poster(made[name](), lang).find("plan")
    assert plan is not None
    named = [mark.box for node in plan.walk() for mark in node.look if isinstance(mark, Words)]
    assert len(named) > 6
    assert [box for box in named if box.meet(plan.box) != box] == []


def test_it_shows_each_objective_and_what_was_renounced_and_no_button_but_the_families() -> None:
    session = council.SESSIONS["ended"]()
    tree = poster(session)
    kept = {f"poster:{sheet.issue}" for sheet in council_sheets(session)}
    assert kept | {"poster:renounced", "plan", "ledger"} <= keys(tree)
    pressed = {node.key for node in tree.walk() if node.role in PRESSED}
    assert pressed == {f"head:{family.id}" for family in session.workshop.families}
    assert not any(key.startswith(("card:", "hand:", "next", "plan:")) for key in keys(tree))


def council_sheets(session: Session) -> tuple:  # type: ignore[type-arg]
    from game.core.report import report

    found = report(session).adopted
    assert len(found) == 5
    return found


def test_what_was_renounced_is_veiled_on_the_board_and_nothing_else() -> None:
    session = council.SESSIONS["ended"]()
    tree = poster(session)
    veiled = {key.rpartition(":")[2] for key in keys(tree) if key.startswith("poster:aside:")}
    assert veiled == {item.card for item in session.renounced if tree.find(f"cell:{item.card}") is not None}
    assert len(veiled) == 3
    for card in veiled:
        cell, veil = tree.find(f"cell:{card}"), tree.find(f"poster:aside:{card}")
        assert cell is not None
        assert veil is not None
        assert cell.box.meet(veil.box) == veil.box
    assert not [key for key in keys(poster(afternoon.SESSIONS["full"]())) if key.startswith("poster:aside:")]


FRESH = """
import sys
from hashlib import sha256
from game.table.ground import Ground
from game.table.ground import Ground
from game.table.picture import bits
from game.table.pictures import finished
from tests.view import council
from tests.view.test_poster import poster
session = council.SESSIONS["ended"]()
made = finished(bits(poster(session).kids[0], Ground(session.workshop.town)))()
sys.stdout.write(sha256(made).hexdigest())
"""


def test_a_picture_has_all_its_words_where_no_window_was_opened(tmp_path: Path) -> None:
    session = council.SESSIONS["ended"]()
    pygame.font.init()
    seen = png(poster(session).kids[0], Ground(session.workshop.town))
    around = os.environ | {"CLAP_HOME": str(tmp_path), "SDL_VIDEODRIVER": "dummy"}
    told = subprocess.run(
        [sys.executable, "-c", FRESH], env=around, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.endswith(sha256(seen).hexdigest())


def test_a_picture_with_a_part_that_cannot_be_painted_is_none() -> None:
    class Broken:
        def drawn(self, mark: object) -> None:
            raise OSError("no plan")

        quick = drawn

    with pytest.raises(OSError, match="no plan"):
        finished(bits(poster(council.SESSIONS["ended"]()).kids[0], Broken()))()  # type: ignore[arg-type]
