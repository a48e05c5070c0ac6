"""Legends: a number in a disc is one thing all through a phase and the foot says which; gauges come when they count."""

from __future__ import annotations

import pytest

from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.view.scouting.guess import initials
from game.view.tree.looks import Fill, Words
from game.view.tree.node import Node
from tests.view import afternoon, council, shown
from tests.view.afternoon import played
from tests.view.council import table
from tests.view.room import Hands

ROUND = 2
"""Pixels that a disc may lack of being round."""


def discs(tree: Node) -> list[str]:
    """Give the texts that stand in a disc: the next mark after a round fill as wide as it is high."""
    found = []
    for node in tree.walk():
        for under, on in zip(node.look, node.look[1:], strict=False):
            if isinstance(under, Fill) and isinstance(on, Words) and _round(under):
                found += on.lines
    return found


def _round(one: Fill) -> bool:
    return abs(one.box.w - one.box.h) <= ROUND and one.radius * 2 >= one.box.h - ROUND


def told(room: Hands, key: str) -> str:
    """Give what a node writes; nothing where it is not there."""
    node = room.tree.find(key)
    marks = [mark for one in node.walk() for mark in one.look if isinstance(mark, Words)] if node is not None else []
    return " ".join(line for mark in marks for line in mark.lines).replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_in_reperage_seats_have_letters_and_purchases_numbers(lang: str) -> None:
    guessed = table(shown.revealed(), lang=lang)
    assert discs(guessed.tree)
    assert not [one for one in discs(guessed.tree) if one.isdigit()]
    on_map = table(shown.revealed(), lang=lang, tabs=(("scouting", "map"),))
    assert {"1", "2", "3"} <= set(discs(on_map.tree))
    assert {"fr": "un achat", "en": "purchase"}[lang] in told(on_map, "legend")


@pytest.mark.parametrize("made", [afternoon.opened, afternoon.picked, council.voting, council.sheets])
def test_a_step_of_the_bar_has_no_disc_around_its_number(made: object) -> None:
    room = table(made())  # type: ignore[operator]
    steps = [node for node in room.tree.walk() if node.key.startswith("step:")]
    assert len(steps) == 6
    assert not [one for step in steps for one in discs(step)]


def test_initials_tell_two_chairs_apart() -> None:
    assert [initials(name) for name in ("Commande pub.", "Dévelop. durable", "Maire")] == ["CP", "DD", "M"]


def test_gauges_come_with_the_first_pick() -> None:
    for made, there in ((afternoon.issues, False), (afternoon.placed, False), (afternoon.picked, True)):
        room = table(made())
        assert (room.tree.find("load:effort") is not None) == there
        assert room.tree.find("count") is not None
    for made, there in ((council.empty, False), (council.laid, True)):
        room = table(made(), tabs=(("council", "vote"),))
        assert (room.tree.find("load:effort") is not None) == there


def test_the_foot_says_what_a_number_is_and_what_gauges_count() -> None:
    for made in (afternoon.issues, afternoon.placed):
        assert "un enjeu" in told(table(made()), "loads:legend")
    assert table(afternoon.picked()).tree.find("loads:legend") is None
    card, family, place, levers = afternoon.PICKS[0]
    few = PlaceIssue(card, family, place), EnterPhase("leviers"), PlaceLever(levers[0], card)
    borne = played(afternoon.issues(), *few)
    assert "points des leviers" in told(table(borne), "legend")
    assert "rop à porter" in told(table(afternoon.picked()), "instruction")
    said = told(table(council.laid()), "legend")
    assert "un choix" in said
    assert "points des leviers" in said
    assert table(council.sheets()).tree.find("legend") is None


def test_limits_are_read_before_they_refuse() -> None:
    begun = played(afternoon.issues(), PlaceIssue("eau", "sports", "piscine-ramiers"))
    assert "2 au plus" in told(table(begun), "instruction")
    assert "2 au plus" in told(table(afternoon.placed()), "instruction")
    room = table(council.voting(), tabs=(("council", "vote"),))
    assert "3 au plus sur un choix" in told(room, "vote:limits")
    assert "5 choix seront gardés" in told(room, "vote:limits")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_in_enjeux_the_board_says_what_the_figures_of_a_family_are(lang: str) -> None:
    room = table(afternoon.issues(), lang=lang)
    assert {"fr": "part des achats", "en": "share of purchases"}[lang] in told(room, "loads:legend")
    assert f"0/{room.desk.session.limits.issues_per_family}" in told(room, "loads:legend")  # type: ignore[attr-defined]
