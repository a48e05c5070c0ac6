"""A paper session entered by the keyboard: search, Enter, a few letters of the place, Enter, and so on."""

import pytest

from game.core.moves.flow import EnterPhase
from tests.view import afternoon
from tests.view.board_room import now, table


@pytest.fixture
def issues():
    made = table(afternoon.issues())
    made.tap("hand:search")
    return made


def enter(hands, search: str, *letters: str) -> None:
    hands.type(search)
    hands.keys("enter", *letters, "enter")


def letters(hands) -> str:
    """Give what the room sees of the letters typed."""
    return next((node.name for node in hands.tree.kids[1].kids if node.key == "letters:keys"), "")


def test_a_whole_session_without_the_mouse(issues):
    before = len(now(issues).issues)
    enter(issues, "économiser l'eau", *"piscine")
    if issues.ui.choice is not None:  # a shared place: the table asks for which family
        issues.tap("choice:0")
        assert (issues.ui.focus, issues.ui.text("hand:search")) == ("hand:search", "")
        issues.keys("enter")
    placed = now(issues).placed("eau")
    assert placed is not None
    assert placed.place == "piscine-ramiers"
    enter(issues, "handicap", *"solid")
    assert now(issues).placed("handicap").family == "solidarites"
    assert len(now(issues).issues) == before + 2


def test_the_search_is_ready_for_the_next_card(issues):
    enter(issues, "handicap", *"solid")
    assert issues.ui.editing is not None
    assert issues.ui.editing.key == "hand:search"
    assert issues.ui.text("hand:search") == ""


def test_letters_show_and_go_over_the_target(issues):
    issues.type("handicap")
    issues.keys("enter", *"soli")
    assert letters(issues) == "soli, Famille d'achat\u00a0: Solidarités, propreté et services aux personnes"
    issues.keys("backspace")
    assert letters(issues).startswith("sol, ")
    issues.keys("escape")
    assert issues.ui.held == ()
    assert now(issues).placed("handicap") is None


def test_letters_without_accents_or_spaces_find_a_place(issues):
    issues.type("sobres en énergie")
    issues.keys("enter", *"ecolelespr")
    target = issues.over()
    assert "École Les" in target.name


def test_a_letter_of_no_name_is_let_go(issues):
    issues.type("handicap")
    issues.keys("enter", *"sol", "x", *"id")
    assert letters(issues).startswith("solid, ")


def test_digits_are_no_letters(issues):
    issues.type("handicap")
    issues.keys("enter", "1", "&")
    assert letters(issues) == ""


def test_a_search_that_finds_nothing_lifts_nothing(issues):
    issues.type("xyzzy")
    issues.keys("enter")
    assert issues.ui.held == ()
    assert issues.ui.editing is None


def test_enter_in_an_empty_search_only_leaves_it(issues):
    issues.keys("enter")
    assert (issues.ui.held, issues.ui.editing) == ((), None)


def test_a_lever_goes_under_the_issue_whose_name_is_typed():
    hands = table(afternoon.played(afternoon.placed(), EnterPhase("leviers")))
    session = now(hands)
    issue = session.issues[0]
    card = next(card for card in session.hand_levers if issue.card in card.answers)
    hands.tap("hand:search")
    hands.type(card.label.fr)
    hands.keys("enter")
    label = session.issue_card(issue.card).label.fr
    hands.keys(*[sign for sign in label.lower() if sign.isalpha()])
    target = hands.over()
    assert label in target.name
    hands.keys("enter")
    if hands.ui.choice is not None:
        hands.tap("choice:0")
    assert any(card.id in one.levers for one in now(hands).issues)
