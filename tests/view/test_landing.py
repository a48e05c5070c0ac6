"""What is dropped is what was lit under the hand: targets are asked of the board that is shown, never kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.core.moves.issues import MoveIssue, PlaceIssue
from game.core.moves.votes import LayToken
from game.view.answer import intents
from game.view.answer.input import PointerDown, PointerMove, PointerUp, Tick, Wheel
from game.words.catalogue import speaker
from tests.view.afternoon import issues, played
from tests.view.board_room import find, first_issue, now, table
from tests.view.holding import batch, hands_over, landings, lift, pick_and_point, points, ringed, voting
from tests.view.room import Hands


def test_a_token_held_while_the_wheel_turns_goes_to_the_pick_that_is_lit_under_it() -> None:
    """R1: the frame and the vote are about the same pick, the one that came under the hand."""
    hands = voting()
    lift(hands, "token:0")
    before, point = pick_and_point(hands)
    hands.give(PointerMove("mouse", *point), Wheel(*point, -2))
    lit = ringed(hands)
    assert lit.startswith("pick:")
    assert lit != before
    hands.give(PointerUp("mouse", *point))
    [laid] = [effect for effect in hands.effects if isinstance(effect, LayToken)]
    assert f"pick:{laid.issue}" == lit


def test_outlines_follow_the_plan_under_a_held_card_and_the_question_is_the_same() -> None:
    """R2: the plan is zoomed under a held card; it lands where the eye is, and a shared place still asks which."""
    hands = table(issues())
    card = first_issue(hands)
    lift(hands, card)
    x, y = hands.spot("place:hotel-de-ville")
    hands.give(PointerMove("mouse", x, y), Wheel(x, y, 2))
    shared = find(hands, "place:hotel-de-ville")
    target = next(one for one in landings(hands) if one.key == shared.key)
    point = next(point for point in points(target.box) if hands_over(hands, point) == shared.key)
    hands.give(PointerMove("mouse", *point))
    assert ringed(hands) == shared.key
    hands.give(PointerUp("mouse", *point))
    assert now(hands).issues == ()
    assert hands.ui.choice is not None
    assert len(hands.ui.choice.answers) > 1


def camera(hands: Hands) -> None:
    hands.ui = replace(hands.ui, camera=intents.Camera(0.4, 0.6, 2.0))


def smaller(hands: Hands) -> None:
    hands.size = (1280, 720)


def larger_text(hands: Hands) -> None:
    hands.ui = replace(hands.ui, percent=130)


def english(hands: Hands) -> None:
    hands.ui, hands.speaker = replace(hands.ui, lang="en"), speaker("en")


@pytest.mark.parametrize("change", [camera, smaller, larger_text, english])
def test_whatever_moves_the_board_under_a_held_card_what_is_lit_is_what_is_dropped(
    change: Callable[[Hands], None],
) -> None:
    hands = table(issues())
    lift(hands, first_issue(hands))
    change(hands)
    hands.give(Tick(1))
    for target in landings(hands):
        assert target.box == find(hands, target.key).box.meet(target.box)
    row = next(one for one in landings(hands) if one.key.startswith("row:"))
    x, y = row.box.centre
    hands.give(PointerMove("mouse", x, y))
    assert ringed(hands) == row.key
    hands.give(PointerUp("mouse", x, y))
    assert [f"row:{one.family}" for one in now(hands).issues] == [row.key]


def test_what_floats_is_held_where_it_was_taken_and_drawn_as_the_board_draws_it() -> None:
    hands = table(issues())
    card = first_issue(hands)
    lift(hands, card)
    english(hands)
    smaller(hands)
    hands.give(Tick(1), PointerMove("mouse", 400, 300))
    floating = next(node for node in hands.tree.walk() if node.key == "held:mouse")
    assert floating.kids[0] == find(hands, card)
    assert floating.box.holds(400, 300)
    assert floating.box.centre == pytest.approx((400, 300), abs=2)  # taken by its middle


def test_a_list_pulled_while_the_wheel_turns_it_does_not_jump_back() -> None:
    hands = voting()
    row = next(node for node in hands.tree.walk() if node.key.startswith("pick:"))
    x, y = row.box.x + 30, row.box.centre[1]
    scroll = next(node.scrolls for node in hands.tree.walk() if node.scrolls and node.find(row.key))
    assert scroll is not None
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 40), Wheel(x, y, -1))
    turned = hands.ui.scroll(scroll.key)
    hands.give(PointerMove("mouse", x, y - 50))
    assert hands.ui.scroll(scroll.key) == turned + 10


def test_a_plan_pulled_while_the_wheel_zooms_it_keeps_the_zoom() -> None:
    hands = table(issues(), camera=intents.Camera(0.5, 0.5, 2.0))
    x, y = find(hands, "plan").box.centre
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x + 40, y), Wheel(x, y, 1))
    zoom = hands.ui.looking.zoom
    hands.give(PointerMove("mouse", x + 60, y))
    assert hands.ui.looking.zoom == zoom > 2.0


def test_a_card_laid_where_one_of_two_families_is_full_asks_all_the_same() -> None:
    full = (PlaceIssue("sobriete-energie", "travaux"), PlaceIssue("insertion-emploi", "travaux"))
    hands = table(played(issues(), *full))
    lift(hands, first_issue(hands))
    place = next(one for one in landings(hands) if one.key == "place:hotel-de-ville")
    assert len(place.ruling.meant) > len(place.ruling.legal)
    point = next(point for point in points(place.box) if hands_over(hands, point) == place.key)
    hands.give(PointerMove("mouse", *point), PointerUp("mouse", *point))
    assert len(now(hands).issues) == 2
    assert hands.ui.choice is not None


def test_a_card_dropped_where_it_lies_on_a_shared_place_does_not_change_family_unasked() -> None:
    hands = table(played(issues(), PlaceIssue("eau", "travaux", "hotel-de-ville")))
    lift(hands, "issue:eau")
    place = next(one for one in landings(hands) if one.key == "place:hotel-de-ville")
    point = next(point for point in points(place.box) if hands_over(hands, point) == place.key)
    hands.give(PointerMove("mouse", *point), PointerUp("mouse", *point))
    assert not [effect for effect in hands.effects if isinstance(effect, MoveIssue)]
    assert hands.ui.choice is not None


# What was seen counts: hands act on the last frame shown, not on the tree that inputs before them in the queue left.


def test_a_drop_in_the_same_frame_as_the_wheel_goes_where_the_frame_was_lit() -> None:
    hands = voting()
    lift(hands, "token:0")
    lit, point = pick_and_point(hands)
    hands.give(PointerMove("mouse", *point))
    [laid] = batch(hands, Wheel(*point, -2), PointerUp("mouse", *point))
    assert isinstance(laid, LayToken)
    assert f"pick:{laid.issue}" == lit


def test_a_press_on_what_a_dialog_nobody_had_seen_now_covers_is_nothing() -> None:
    hands = table(issues())
    card, to = hands.spot(first_issue(hands)), hands.spot("next")
    done = batch(hands, PointerDown("mouse", *card), PointerUp("mouse", *card),
                 PointerDown("mouse", *to), PointerUp("mouse", *to))  # fmt: skip
    assert hands.ui.spotlight
    assert (done, hands.ui.held) == ([], ())


def test_a_press_on_a_row_that_scrolled_since_it_was_seen_is_for_the_row_that_was_seen() -> None:
    hands = voting()
    row = next(node for node in hands.tree.walk() if node.key.startswith("pick:"))
    x, y = row.box.x + 30, row.box.centre[1]
    batch(hands, Wheel(x, y, -1), PointerDown("mouse", x, y), PointerUp("mouse", x, y))
    assert hands.ui.spotlight == row.key[5:]


def test_enter_drops_only_on_what_is_in_sight() -> None:
    hands = voting()
    hands.focus("token:0")
    hands.keys("enter", "right")
    aimed = ringed(hands, "keys")
    point = find(hands, aimed).box.centre
    hands.give(*[Wheel(*point, -3)] * 9)
    assert ringed(hands, "keys") == ""
    hands.keys("enter")
    assert not [effect for effect in hands.effects if isinstance(effect, LayToken)]
    lit = ringed(hands, "keys")
    assert lit != aimed
    hands.keys("enter")
    [laid] = [effect for effect in hands.effects if isinstance(effect, LayToken)]
    assert f"pick:{laid.issue}" == lit
