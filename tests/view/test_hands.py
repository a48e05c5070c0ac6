"""What floats over the board hides nothing that is looked for."""

from __future__ import annotations

from game.view.answer.input import PointerDown, PointerMove
from game.view.tree.looks import Words
from tests.view.afternoon import issues, placed
from tests.view.board_room import first_issue, table
from tests.view.room import Hands


def letters(hands: Hands, card: str) -> set[str]:
    """Hold a card, and give the letters drawn over the board."""
    x, y = hands.spot(card)
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 40))
    lit = next(node for node in hands.tree.walk() if node.key == "lit:mouse")
    return {line for mark in lit.look if isinstance(mark, Words) for line in mark.lines}


def test_an_issue_held_makes_the_tabs_of_shared_places_grow_with_their_letter() -> None:
    hands = table(issues())
    assert {"T", "U", "E", "P", "S"} <= letters(hands, first_issue(hands))


def test_what_a_lever_answers_is_said_in_words_on_its_cell() -> None:
    hands = table(placed())
    assert "répond à l'enjeu" in letters(hands, first_issue(hands))
