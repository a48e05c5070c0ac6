"""A tab on a shared place chooses its family: refused there, a card does not fall through to the place."""

from __future__ import annotations

from game.core.moves.issues import PlaceIssue
from game.view.answer.input import PointerDown, PointerMove, PointerUp
from tests.view.afternoon import issues, played
from tests.view.board_room import HistoryDesk, first_issue, now, table

FULL = (PlaceIssue("sobriete-energie", "travaux"), PlaceIssue("insertion-emploi", "travaux"))


def test_a_full_familys_tab_on_a_shared_place_refuses_and_asks_nothing() -> None:
    hands = table(played(issues(), *FULL))
    hands.drag(first_issue(hands), "place:hotel-de-ville:travaux")
    assert hands.ui.choice is None
    assert isinstance(hands.desk, HistoryDesk)
    assert hands.desk.refused == ["family_full"]
    assert len(now(hands).issues) == 2


def test_over_a_tab_that_refuses_the_place_around_it_is_not_lit_as_if_it_took_the_card() -> None:
    hands = table(played(issues(), *FULL))
    x, y = hands.spot(first_issue(hands))
    tab, free = hands.spot("place:hotel-de-ville:travaux"), hands.spot("place:hotel-de-ville:urbain")
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 40), PointerMove("mouse", *tab))
    assert hands.over() is None
    hands.give(PointerMove("mouse", *free))
    assert hands.over().key == "place:hotel-de-ville:urbain"
    hands.give(PointerUp("mouse", *free))
    assert now(hands).issues[2].family == "urbain"
