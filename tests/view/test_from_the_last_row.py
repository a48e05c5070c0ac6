"""What the room talks about is what it sees first: a tension, whose tokens, what to say, what is measured."""

from __future__ import annotations

import pytest

from game.view.answer.leading import Leading
from game.view.tree.looks import Fill, Icon, Words
from game.view.tree.node import Node
from tests.view.afternoon import picked
from tests.view.board_room import find
from tests.view.room import Hands
from tests.view.shown import SHOWN, Shown

HD = (1920, 1080)


def shown(screen: str) -> Hands:
    return SHOWN[screen].at(HD, 100, "fr")


def largest(node: Node) -> int:
    return max(mark.px for one in node.walk() for mark in one.look if isinstance(mark, Words))


def told(node: Node) -> list[str]:
    return [line for one in node.walk() for mark in one.look if isinstance(mark, Words) for line in mark.lines]


def test_a_tension_is_written_larger_than_the_rows_beside_it() -> None:
    hands = shown("council debate")
    rows = [node for node in hands.tree.walk() if node.key.startswith("pick:")]
    pull = next(node for node in hands.tree.walk() if node.key.startswith("pull:"))
    votes = 32  # the number of tokens is a figure, not a text
    assert largest(pull) > votes >= max(largest(row) for row in rows)
    assert all(row.box.bottom <= find(hands, "picks").box.bottom for row in rows)


def test_the_two_numbers_of_a_row_are_named_while_seats_vote() -> None:
    hands = shown("council vote")
    assert told(find(hands, "picks:all")) == ["Tous"]
    assert told(find(hands, "picks:mine")) == ["Vous"]
    row = next(node for node in hands.tree.walk() if node.key.startswith("pick:"))
    assert find(hands, "picks:mine").box.bottom <= row.box.y
    assert shown("council debate").tree.find("picks:all") is None


def test_no_ring_stands_under_a_nought() -> None:
    row = find(shown("council debate"), "pick:reemploi-recycle")
    assert "0" in told(row)
    assert not [mark for mark in row.look if isinstance(mark, Fill) and mark.box.h == mark.box.w < 20]


def test_the_rows_of_the_vote_fill_its_height() -> None:
    hands = shown("council vote")
    rows = [node for node in hands.tree.walk() if node.key.startswith("pick:")]
    listed = find(hands, "picks").box
    assert sum(row.box.h for row in rows) > 0.9 * listed.h


def test_the_guide_is_read_at_arm_s_length_and_without_scrolling() -> None:
    hands = shown("dialog guide")
    steps = [node for node in hands.tree.walk() if node.key.startswith("guide:step:")]
    listed = next(node for node in hands.tree.walk() if node.key.startswith("guide:list:"))
    assert largest(steps[0]) >= 36
    assert listed.scrolls is not None
    assert listed.scrolls.reach == 0


@pytest.mark.parametrize("size", [HD, (1080, 1920)])
def test_what_is_measured_stands_in_sight_with_the_ways_on(size: tuple[int, int]) -> None:
    hands = SHOWN["review sheet"].at(size, 100, "fr")
    sheet = find(hands, "review:sheet").box
    for key in ("review:figures", "review:record", "review:opendata", *(("review:written",) if size == HD else ())):
        assert sheet.covers(find(hands, key).box), key
    beside = find(hands, "review:figures").box.y == find(hands, "review:chart").box.y
    assert beside == (size == HD)


def test_a_purchase_tells_its_procedure_once_it_is_looked_at() -> None:
    hands = shown("purchases")
    looked = find(hands, "intention:soli-nettoyage")
    others = [node for node in hands.tree.walk() if node.key.startswith("intention:") and node.role == "row"]
    assert any("CAO" in line for line in told(looked))
    assert not [line for one in others if one.key != looked.key for line in told(one) if "CAO" in line]


def test_the_status_is_a_loop() -> None:
    hands = shown("sheet follow")
    signs = [mark.name for mark in find(hands, "status").look if isinstance(mark, Icon)]
    assert signs == ["arrow-right"] * 3 + ["refresh-cw"]


def test_the_seats_fill_the_height_and_are_named_largely() -> None:
    hands = shown("seats")
    rows = [node for node in hands.tree.walk() if node.key.startswith("row:")]
    assert rows[-1].box.bottom >= find(hands, "seats:go").box.bottom - 60
    assert min(largest(row) for row in rows) >= 34


def test_a_result_upright_is_told_with_bars_and_what_there_is_to_say_under_it() -> None:
    tree = SHOWN["result settled"].at((1080, 1920), 100, "fr").tree
    ranks = [node for node in tree.walk() if node.key.startswith("rank:")]
    thanks = tree.find("result:thanks")
    assert thanks is not None
    assert min(largest(row) for row in ranks) >= 32
    assert max(row.box.bottom for row in ranks) <= thanks.box.y


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_room_reads_of_a_card_all_that_the_facilitator_does(lang: str) -> None:
    """A text with underlined words may be pressed on the facilitator's screen; in the room it is read all the same."""
    card = {"spotlight": "insertion-emploi"}
    mine, room = (
        Shown(picked, card | {"lead": Leading(room=one, apart=one)}).at(HD, 100, lang) for one in (False, True)
    )
    law = [node for node in mine.tree.walk() if node.key.endswith(":words") and node.role == "link"]
    assert law
    for node in law:
        read = find(room, node.key)
        assert told(read) == told(node)
        assert not read.acts
