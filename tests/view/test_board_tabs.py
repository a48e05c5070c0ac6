"""A tab on a shared place chooses its family: refused there, a card does not fall through to the place."""

from __future__ import annotations

from game.core.moves.issues import PlaceIssue
from game.view.answer.input import PointerDown, PointerMove, PointerUp
from game.view.tree import theme
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


def test_a_familys_tab_is_wide_enough_for_a_finger_or_takes_all_its_place_has() -> None:
    narrow = {}
    for percent in (100, 110, 125):
        tree = table(issues(), percent=percent).tree
        least = round(theme.TARGET * percent / 100) - 1
        for place in tree.walk():
            tabs = [kid for kid in place.kids if kid.key.startswith(f"{place.key}:") and kid.accepts is not None]
            if tabs and min(min(tab.box.w, tab.box.h) for tab in tabs) < least:
                narrow[place.key] = max(narrow.get(place.key, 0), place.box.w - sum(tab.box.w for tab in tabs))
    assert set(narrow) == {"place:hotel-de-ville"}, narrow
    assert max(narrow.values()) < 30
