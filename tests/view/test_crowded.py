"""A board of far more cards than an agenda allows: a row shows what has room, a gesture builds no more for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.issues import LiftIssue, PlaceIssue
from game.core.moves.levers import LiftLever, PlaceLever
from game.core.scenario import Workshop
from game.core.session import Session, start
from game.view import scene
from game.view.answer.ui import Ui, with_pair
from game.view.board.ledger import ABREAST
from game.view.tree.looks import Fill
from game.view.tree.node import Node
from game.view.tree.sight import Memo
from game.words.catalogue import speaker
from tests.view.afternoon import DATE, played, workshop
from tests.view.board_room import table
from tests.view.checks import sound
from tests.view.room import MEASURE
from tests.view.test_kept import fresh

ROW = "cells:travaux"


@cache
def crowded(issues: int) -> Session:
    """Give the phase Leviers with so many issues on each family, half of them with a lever."""
    real = workshop()
    families = [family.id for family in real.families]
    count = issues * len(families) + 8
    short = sorted(real.deck.issues, key=lambda card: len(card.label.say("fr")))[:12]
    cards = tuple(replace(short[i % len(short)], id=f"i{i}", former_ids=()) for i in range(count))
    levers = tuple(
        replace(real.deck.levers[i % len(real.deck.levers)], id=f"l{i}", former_ids=()) for i in range(count)
    )
    deck = replace(real.deck, issues=cards, levers=levers, tensions=(), synergies=())
    limits = replace(real.agenda.limits, issues_per_family=count, levers_per_family=count)
    full = Workshop(deck, real.scenario, real.town, replace(real.agenda, limits=limits))
    session = played(start(full), OpenTable("", DATE), EnterPhase("reperage"), EnterPhase("enjeux"))
    laid = [PlaceIssue(f"i{n}", families[n % len(families)], "") for n in range(issues * len(families))]
    session = played(session, *laid, EnterPhase("leviers"))
    return played(session, *(PlaceLever(f"l{n}", f"i{n}") for n in range(0, len(laid), 2)))


def build(session: Session, ui: Ui, memo: Memo | None = None) -> Node:
    return scene.build(session, ui, scene.sight(speaker(ui.lang), MEASURE, (1920, 1080), ui.percent, memo))


def cells(tree: Node) -> list[str]:
    row = tree.find(ROW)
    return [node.key for node in row.kids] if row is not None else []


def test_as_many_as_an_agenda_may_allow_lie_side_by_side_and_none_scrolls() -> None:
    tree = build(crowded(ABREAST - 1), Ui(screen="play"))
    row = tree.find("row:travaux")
    assert row is not None
    assert len([node for node in row.kids if node.role == "cell"]) == ABREAST
    assert tree.find(ROW) is None


def test_a_row_of_more_shows_the_first_and_scrolls_to_the_last() -> None:
    session = crowded(12)
    own = [issue.card for issue in session.issues_of("travaux")]
    hands = table(session)
    row = hands.tree.find(ROW)
    assert row is not None
    assert row.scrolls is not None
    assert cells(hands.tree) == [f"cell:{card}" for card in own[:ABREAST]]
    hands.ui = replace(hands.ui, scrolls=with_pair(hands.ui.scrolls, ROW, row.scrolls.reach))
    tree = build(session, hands.ui)
    assert cells(tree) == [f"cell:{card}" for card in own[-ABREAST + 1 :]] + [f"cell:travaux:{len(own)}"]
    last = tree.find(ROW)
    assert last is not None
    assert last.kids[-1].box.right <= last.box.right < last.kids[-1].box.right + 8
    sound(tree, MEASURE)


def test_its_knob_tells_how_far_it_is_scrolled() -> None:
    session, places = crowded(12), []
    for far in (0, 400, 100_000):
        row = build(session, Ui(screen="play", scrolls=((ROW, far),))).find(ROW)
        assert row is not None
        (knob,) = row.look
        assert isinstance(knob, Fill)
        assert row.box.covers(knob.box)
        assert knob.box.w * 3 < row.box.w
        places.append(knob.box)
    assert places[0].x == row.box.x < places[1].x < places[2].x
    assert places[2].right == row.box.right


def test_keys_walk_to_the_last_cell_of_a_row_that_scrolls() -> None:
    hands = table(crowded(5))
    first, *_, last = (issue.card for issue in crowded(5).issues_of("travaux"))
    hands.ui = replace(hands.ui, focus=f"issue:{first}", focus_seen=True)
    for _ in range(40):
        if hands.ui.focus == f"issue:{last}":
            break
        hands.keys("right")
    assert hands.ui.focus == f"issue:{last}"
    assert hands.tree.find(f"issue:{last}") is not None


GESTURES = {
    "a lever laid": PlaceLever("l1", "i1"),
    "a lever lifted": LiftLever("l0", "i0"),
    "an issue lifted": LiftIssue("i1"),
}


@pytest.mark.parametrize("gesture", GESTURES.values(), ids=GESTURES)
def test_a_gesture_builds_no_more_parts_where_five_times_as_many_cards_lie(
    gesture: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = (parts_built(crowded(count), gesture, monkeypatch) for count in (8, 40))
    assert 0 < many <= few + 1, (few, many)


def parts_built(session: Session, gesture: object, monkeypatch: pytest.MonkeyPatch) -> int:
    """Count the parts and values that are built anew after a gesture, all being kept before it."""
    memo, ui, count, keep = Memo(), Ui(screen="play"), 0, Memo.keep
    if isinstance(gesture, LiftIssue):
        session = played(session, EnterPhase("enjeux"))
    build(session, ui, memo)

    def counted(self: Memo, slot: str, given: tuple[object, ...], make: Callable[[], Node]) -> Node:
        def made() -> Node:
            nonlocal count
            count += 1
            return make()

        return keep(self, slot, given, made)

    with monkeypatch.context() as patched:
        patched.setattr(Memo, "keep", counted)
        build(played(session, gesture), ui, memo)
    return count


def test_the_kept_rows_are_those_built_afresh_wherever_they_are_scrolled() -> None:
    session, memo = crowded(8), Memo()
    past = [session, played(session, PlaceLever("l1", "i1")), played(session, EnterPhase("enjeux"), LiftIssue("i1"))]
    for far in (0, 90, 700, 100_000):
        for one in past:
            ui = Ui(screen="play", scrolls=((ROW, far),))
            assert build(one, ui, memo) == fresh(one, ui)


def test_scrolling_the_hand_sorts_no_card_again(monkeypatch: pytest.MonkeyPatch) -> None:
    session, memo, asked = crowded(8), Memo(), []
    build(session, Ui(screen="play"), memo)
    found = Session.hand_levers
    assert isinstance(found, property)
    monkeypatch.setattr(Session, "hand_levers", property(lambda self: asked.append(self) or found.fget(self)))
    build(session, Ui(screen="play", scrolls=(("hand:stage", 40),)), memo)
    assert not asked
    build(played(session, PlaceLever("l1", "i1")), Ui(screen="play"), memo)
    assert len(asked) == 1
