"""A piece is measured and placed from one description; rows are kept, and where they only moved they are moved."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.core.moves.votes import LayToken
from game.core.seat import Seat
from game.view import scene
from game.view.answer.intents import EditField, Pan
from game.view.answer.sliding import Slide
from game.view.answer.ui import Editing, Ui
from game.view.council import voting
from game.view.parts import fields, lists
from game.view.parts.moved import moved
from game.view.parts.pieces import line, text
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grid, grow, made, pad, row, sized, ways
from game.view.tree.looks import Fill, Line, Words
from game.view.tree.node import Node
from game.view.tree.sight import Memo, Sight
from game.words.catalogue import speaker
from tests.view import reviews
from tests.view.afternoon import full, picked, played
from tests.view.council import SESSIONS, table
from tests.view.rooms import MEASURE, view

WORDS = "Garantir à chaque élève, dans toutes les écoles et crèches, un déjeuner bio"


def sight() -> Sight:
    return scene.sight(speaker("fr"), MEASURE, (1920, 1080))


def boxes(piece: Piece, box: Box) -> list[Box]:
    return [mark.box for mark in piece.put(box) if isinstance(mark, Fill)]


def block(wide: int, tall: int) -> Piece:
    return made(wide, tall, Fill)


def test_a_row_shares_what_is_left_without_losing_a_pixel() -> None:
    parts = row(block(10, 5), grow(block(0, 7), 4), grow(block(0, 5), 7), gap=3)
    found = boxes(parts, Box(0, 0, 118, 20))
    assert [box.w for box in found] == [10, 37, 65]
    assert found[-1].right == 118
    assert parts.tall(118) == 7


def test_where_room_lacks_those_that_grow_give_way_first() -> None:
    found = boxes(row(block(60, 5), grow(block(60, 5))), Box(0, 0, 90, 20))
    assert [box.w for box in found] == [60, 30]
    assert [box.w for box in boxes(row(block(60, 5), block(60, 5)), Box(0, 0, 90, 20))] == [45, 45]


def test_the_first_way_that_has_its_width_is_measured_and_placed() -> None:
    two = ways(sized(row(block(0, 5), block(0, 5)), wide=100), column(block(0, 5), block(0, 5)))
    assert (two.tall(100), two.tall(99)) == (5, 10)
    assert [box.y for box in boxes(two, Box(0, 0, 99, 10))] == [0, 5]


def described(s: Sight, dice: Random, depth: int = 3) -> Piece:
    """Describe anything."""
    if not depth or dice.random() < 0.2:
        return dice.choice((text, line))(s, " ".join(WORDS.split()[: dice.randint(1, 14)]))
    parts = [described(s, dice, depth - 1) for _ in range(dice.randint(1, 3))]
    if dice.random() < 0.5:
        return pad(column(*parts, gap=4), 6, 3)
    return row(*(grow(part) for part in parts), gap=5) if dice.random() < 0.7 else grid(parts, len(parts), 5)


@pytest.mark.parametrize("seed", range(40))
def test_what_is_given_the_height_it_asks_for_is_not_cut(seed: int) -> None:
    s, dice = sight(), Random(seed)
    piece = described(s, dice)
    leaves = len(piece.put(Box(0, 0, 20_000, 20_000)))
    wide = max(piece.wide, leaves * dice.randint(190, 400))
    box = Box(7, 11, wide, piece.tall(wide))
    shown = [mark for mark in piece.put(box) if isinstance(mark, Words)]
    assert len(shown) == leaves
    assert all(box.covers(words.box) for words in shown)
    assert " ".join(" ".join(words.lines) for words in shown) == " ".join(
        " ".join(words.lines) for words in piece.put(Box(0, 0, 20_000, 20_000)) if isinstance(words, Words)
    )


def test_a_tree_that_is_moved_is_pressed_typed_in_and_slid_where_it_stands() -> None:
    s, ui = sight(), Ui(screen="play", editing=Editing("k", "un mot", 3, 0))

    def field(box: Box) -> Node:
        return fields.field(s, ui, box, fields.Field("k", "Note", "", 60))

    here, there = field(Box(0, 0, 500, 90)), field(Box(40, -30, 500, 90))
    assert isinstance(here.does, EditField)
    assert here.does.carets
    assert moved(here, 40, -30) == there
    mark = Line(((1, 1), (5, 5)), "#000000", 2)
    shape = Node("map", "m", "", Box(0, 0, 9, 9), (mark,), Pan(Box(0, 0, 9, 9)), shape=((0, 0), (9, 0), (9, 9)))
    kid = Node("slider", "s", "", Box(0, 0, 9, 9), does=Slide("s", 0, 9, 1, 3, Box(1, 1, 7, 7)))
    after = moved(replace(shape, kids=(kid,)), 2, 3)
    assert after.does == Pan(Box(2, 3, 9, 9))
    assert after.shape == ((2, 3), (11, 3), (11, 12))
    assert after.look == (replace(mark, points=((3, 4), (7, 8))),)
    assert after.kids[0].does == Slide("s", 0, 9, 1, 3, Box(3, 4, 7, 7))


def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the slots that are described from now on."""
    found: list[str] = []
    sure = lists._sure

    def watched(s: Sight, slot: str, *given: object) -> Piece:
        found.append(slot)
        return sure(s, slot, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(lists, "_sure", watched)
    return found


def test_a_token_laid_describes_its_picks_row_and_its_seats_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    start = SESSIONS["laid"]()
    seat, card = start.voters[0].seat.id, start.issues[0].card
    room = table(played(start, LayToken(seat, card)), tabs=(("council", "vote"),))  # the first brings all the counts
    found = built(monkeypatch)
    room.desk.session = played(room.desk.session, LayToken(seat, card))
    view(room)
    assert sorted({slot.removesuffix(":short") for slot in found}) == sorted({f"pick:{card}", f"seat:{seat}"})


def test_a_list_that_scrolls_moves_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    room = table(reviews.opened(), tabs=(("review:page", "list"),), percent=150)
    before = room.tree.find(f"review:row:{room.desk.session.carried[0].code}")
    assert before is not None
    found = built(monkeypatch)
    view(room, tabs=room.ui.tabs, scrolls=(("review:list", 20),))
    after = room.tree.find(before.key)
    assert after == moved(before, 0, -20)
    assert [slot for slot in found if slot.startswith("review:row")] == []


def test_a_character_typed_describes_its_field_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    room = table(SESSIONS["sheets"]())
    key = f"objective:{room.desk.session.ballot.ranked[0]}:deputy"
    room.tap(key)
    room.type("x")
    found = built(monkeypatch)
    room.type("y")
    assert {slot for slot in found if slot.startswith("field:")} == {f"field:{key}"}


def test_a_row_that_cannot_be_described_is_a_plate_and_the_others_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    known, room = voting._voter, table(SESSIONS["voting"](), tabs=(("council", "vote"),))
    first, *others = (sitting.seat for sitting in room.desk.session.voters)

    def failing(s: Sight, seat: Seat, *given: object, **more: bool) -> Piece:
        if seat == first:
            raise ZeroDivisionError
        return known(s, seat, *given, **more)

    monkeypatch.setattr(voting, "_voter", failing)
    memo = Memo()
    tree = scene.build(
        room.desk.session, room.ui, scene.sight(room.speaker, MEASURE, (1920, 1080), room.ui.percent, memo)
    )
    assert memo.odd
    assert set(memo.odd) <= {f"seat:{first.id}", f"seat:{first.id}:short"}
    assert all(tree.find(f"tab:seat:{seat.id}") for seat in others)
    assert tree.find(f"seat:{first.id}") or tree.find(f"seat:{first.id}:short")


@pytest.mark.parametrize("name", ["crowded", "sheets", "over", "board"])
def test_every_list_that_scrolls_shows_how_far(name: str) -> None:
    for percent in (100, 150, 200):
        room = table(full() if name == "board" else SESSIONS[name](), percent=percent)
        for node in room.tree.walk():
            if node.scrolls is not None and node.scrolls.reach and node.scrolls.axis == "y" and node.role == "list":
                assert any(isinstance(mark, Fill) for mark in node.look), node.key


def test_a_load_is_read_aloud_with_the_sign_it_shows() -> None:
    for session, kind in ((picked(), "cost"), (SESSIONS["over"](), "cost")):
        load = table(session).tree.find(f"load:{kind}")
        assert load is not None
        assert load.value.partition(" /")[0] in load.name
