"""What floats over the board hides nothing that is looked for."""

from __future__ import annotations

import pytest

from game.core.moves.flow import EnterPhase
from game.view.answer.input import PointerDown, PointerMove
from game.view.answer.ui import Ui
from game.view.tree.box import Box
from game.view.tree.looks import Words
from tests.view.afternoon import issues, picked, placed, played
from tests.view.board_room import first_issue, table
from tests.view.look import table as looked_at
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


def test_a_lever_held_leaves_the_pins_of_the_issues_in_sight() -> None:
    hands = table(placed())
    assert {word for word in letters(hands, first_issue(hands)) if len(word) == 1} == set()


def test_what_a_lever_answers_is_said_in_words_on_its_cell() -> None:
    hands = table(placed())
    assert "répond à l'enjeu" in letters(hands, first_issue(hands))


def test_a_place_without_a_pin_tells_its_families_by_letter_and_a_pin_is_never_covered() -> None:
    empty, full = table(issues()).tree, table(placed()).tree
    tabs = [node for node in empty.walk() if node.key.count(":") == 2 and node.key.startswith("place:")]
    told = [node for node in tabs if any(isinstance(mark, Words) for mark in node.look)]
    assert len(told) >= len(tabs) - 2
    pins = [node.box for node in full.walk() if node.role == "pin"]
    chips = [mark.box for node in full.walk() if node.key.startswith("place:") and node.key.count(":") == 2
             for mark in node.look if isinstance(mark, Words)]  # fmt: skip
    assert chips
    assert not [(pin, chip) for pin in pins for chip in chips if pin.meets(chip)]


@pytest.mark.parametrize("percent", [100, 110, 125, 135])
@pytest.mark.parametrize("name", ["issues", "picked"])
def test_no_tab_grows_over_a_name_a_pin_or_the_plans_edge(name: str, percent: int) -> None:
    session = {"issues": issues, "picked": picked}[name]()
    hands = looked_at(played(session, EnterPhase("enjeux")), Ui(screen="play", percent=percent))
    card = first_issue(hands)
    x, y = hands.spot(card)
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 40))
    lit = next(node for node in hands.tree.walk() if node.key == "lit:mouse")
    plan = hands.tree.find("plan")
    assert plan is not None
    grown = [mark.box for mark in lit.look if isinstance(mark, Words) and len(mark.lines[0]) == 1]
    kept = [_letters_of(hands, mark) for place in plan.kids for mark in place.look if isinstance(mark, Words)]
    kept += [node.box for node in plan.walk() if node.role == "pin"]
    assert grown
    assert not [(tab, one) for tab in grown for one in kept if tab.meets(one)]
    assert all(plan.box.covers(tab) for tab in grown)


def _letters_of(hands: Hands, words: Words) -> Box:
    """Give where the letters of a place's name are."""
    wide = round(max(hands.measure.width(line, words.px, bold=words.bold) for line in words.lines))
    return Box(words.box.centre[0] - wide // 2, words.box.y, wide, words.box.h).inset(0, words.step // 6)
