"""A search is cleared by Escape, and where nothing is found the card that was sought can be written at once."""

from __future__ import annotations

import pytest

from game.core.moves.issues import IssueLifted, IssuePlaced
from game.core.moves.levers import LeverPlaced
from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.following import brought
from tests.view import afternoon
from tests.view.room import Hands
from tests.view.rooms import at, everywhere

SOUGHT = "Ferme urbaine"


def searching(session: Session, lang: str = "fr") -> Hands:
    room = at(session, "play", lang=lang)
    room.tap("hand:search")
    room.type(SOUGHT)
    return room


def test_escape_clears_the_search_and_the_hand_is_whole_again() -> None:
    room = searching(afternoon.issues())
    assert room.tree.find("hand:none:write") is not None
    room.keys("escape")
    assert room.ui.text("hand:search") == ""
    assert room.ui.editing is None
    assert any(node.key.startswith("card:") for node in room.tree.walk())


@pytest.mark.parametrize(("session", "what"), [(afternoon.issues, "issue"), (afternoon.placed, "lever")])
def test_a_card_that_is_not_found_is_written_with_the_words_sought(session: object, what: str) -> None:
    room = searching(session())  # type: ignore[operator]
    room.keys("tab")
    room.focus("hand:none:write")
    room.keys("enter")
    assert (room.ui.dialog, room.ui.about) == ("blank", what)
    field = room.tree.find(f"blank:{what}:label")
    assert field is not None
    assert field.value == SOUGHT


def test_an_empty_hand_is_sound_everywhere() -> None:
    for session in (afternoon.issues(), afternoon.placed()):
        everywhere(session, texts=(("hand:search", SOUGHT),))
        everywhere(session, texts=(("hand:search", "Une ferme urbaine qui nourrit les cantines de la ville, x"),))


def test_a_card_that_was_found_and_placed_leaves_the_hand_whole() -> None:
    sought = Ui(texts=(("hand:search", "eau"), ("blank:label", "Ferme")))
    for event in (IssuePlaced("eau", "sports", "", 1), LeverPlaced("clause-verte", "eau")):
        after = brought(sought, event)
        assert (after.text("hand:search"), after.text("blank:label")) == ("", "Ferme")
    assert brought(sought, IssueLifted("eau")).text("hand:search") == "eau"
