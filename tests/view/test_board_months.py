"""The months of the cells are all written one way, as long as there is room for."""

from __future__ import annotations

import re

import pytest

from game.core.moves.issues import MoveIssue
from game.view.answer.ui import Ui
from game.view.tree.looks import Icon, Words
from game.view.tree.node import Node
from tests.view.afternoon import full, picked, played
from tests.view.look import tree_of

FULL, NUMBERS = re.compile(r"[^\W\d.]+ \d{4}"), re.compile(r"\d\d/\d{4}")
SHORT = re.compile(r"(janv\.|févr\.|mars|avr\.|mai|juin|juil\.|août|sept\.|oct\.|nov\.|déc\.) \d{4}")


def months(tree: Node) -> list[str]:
    """Give the months written in the cells, each behind its calendar."""
    found = []
    for node in tree.walk():
        if node.key.startswith("figures:"):
            signs = [i for i, mark in enumerate(node.look) if isinstance(mark, Icon) and mark.name == "calendar-clock"]
            words = [node.look[i + 1] for i in signs]
            found += [mark.lines[0] for mark in words if isinstance(mark, Words)]
    return found


@pytest.mark.parametrize("percent", [*range(100, 200, 3), 200, 250, 300])
@pytest.mark.parametrize("name", ["picked", "full"])
def test_the_months_of_a_board_are_all_written_the_same_way(name: str, percent: int) -> None:
    session = {"picked": picked, "full": full}[name]()
    written = months(tree_of(session, Ui(screen="play", percent=percent), (1920, 2400)))
    assert any(all(way.fullmatch(month) for month in written) for way in (FULL, SHORT, NUMBERS)), written


def test_where_one_month_has_no_room_in_full_all_are_shortened_and_said_in_full() -> None:
    longest = played(picked(), MoveIssue("reemploi-recycle", "urbain", "andromede"))
    tree = tree_of(longest, Ui(screen="play"))
    assert sorted(months(tree)) == ["04/2027", "04/2027", "06/2027", "09/2027"]
    said = " ".join(node.name for node in tree.walk() if node.key.startswith("figures:"))
    assert "avril 2027" in said
    assert "04/2027" not in said


def test_where_there_is_room_months_are_in_full() -> None:
    written = months(tree_of(picked(), Ui(screen="play", percent=150), (3000, 1080)))
    assert written
    assert all(FULL.fullmatch(month) for month in written), written
