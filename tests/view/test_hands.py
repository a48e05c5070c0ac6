"""What floats over the board hides nothing that is looked for."""

from __future__ import annotations

from game.view.answer.input import PointerDown, PointerMove
from game.view.tree.looks import Fill, Words
from tests.view.afternoon import issues, picked, placed
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


def test_what_is_held_is_seen_whole_over_whatever_lies_under_it() -> None:
    for session in (issues(), placed(), picked()):
        lifted = [node for node in table(session).tree.walk() if node.drags and not node.key.startswith("pin:")]
        assert lifted
        for node in lifted:
            faces = [mark.box for mark in node.look if isinstance(mark, Fill) and mark.colour]
            assert any(face.w >= node.box.w - 6 and face.h >= node.box.h - 6 for face in faces), node.key
