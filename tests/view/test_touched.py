"""Undo shows what it undid: the card, the cell, the place or the seat is framed while the sentence stands."""

from __future__ import annotations

import pytest

from game.core.history import History
from game.core.moment import Moment
from game.core.moves import decide
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import IssuePlaced, PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.moves.share import GuessShare
from game.core.session import Session
from game.view.answer.touched import touched
from game.view.answer.ui import Toast
from tests.view import afternoon
from tests.view.checks import sound
from tests.view.room import MEASURE, Hands
from tests.view.rooms import at

EAU = IssuePlaced("eau", "sports", "piscine-ramiers", 1)


def undone(session: Session, *commands: object, lang: str = "fr", **view: object) -> Hands:
    """Show the table once the last of some commands was taken back."""
    history = History(session)
    for command in commands:
        history.record(decide(history.session, command, Moment(0, "2026-12-02T14:00:00")))  # type: ignore[arg-type]
    where = touched(history.undoes)
    history.undo()
    return at(history.session, "play", lang=lang, toast=Toast("Annulé", "done", 60, where), **view)


def framed(room: Hands) -> set[str]:
    return {node.key.removeprefix("touched:") for node in room.tree.walk() if node.key.startswith("touched:")}


def test_a_placed_issue_taken_back_shows_where_it_was() -> None:
    room = undone(afternoon.issues(), PlaceIssue("eau", "sports", "piscine-ramiers"))
    assert "place:piscine-ramiers" in framed(room)
    assert "row:sports" not in framed(room), "a family only where nothing closer is in sight"


def test_a_moved_or_lifted_card_shows_the_card_itself() -> None:
    assert "issue:eau" in framed(undone(afternoon.placed(), PlaceLever("marche-performance", "eau")))


def test_an_issue_on_a_familys_row_shows_the_row() -> None:
    room = undone(afternoon.issues(), PlaceIssue("eau", "sports", ""))
    assert framed(room) & {"row:sports", "head:sports"} or "card:eau" in framed(room)


def test_a_guess_taken_back_shows_its_seat() -> None:
    seat = afternoon.opened().seats[0].seat.id
    keys = {f"{kind}:{seat}" for kind in ("guess", "answer", "slate")}
    assert framed(undone(afternoon.opened(), GuessShare(seat, 30))) & keys


def test_nothing_is_framed_by_what_no_place_shows() -> None:
    assert framed(undone(afternoon.issues(), EnterPhase("leviers"))) == set()


def test_the_frame_beats_unless_motion_is_reduced() -> None:
    def frames(*, reduced: bool) -> set[object]:
        looks = set()
        for second in (10, 11):
            room = undone(
                afternoon.issues(), PlaceIssue("eau", "sports", "piscine-ramiers"), reduced=reduced, room=second
            )
            found = room.tree.find("hands")
            assert found is not None
            looks.add(next(kid.look for kid in found.kids if kid.key == "touched:place:piscine-ramiers"))
        return looks

    assert len(frames(reduced=False)) == 2
    assert len(frames(reduced=True)) == 1


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (3840, 2160)])
def test_the_frame_goes_with_the_sentence_and_is_sound(size: tuple[int, int]) -> None:
    room = undone(afternoon.placed(), PlaceLever("marche-performance", "eau"), size=size)
    sound(room.tree, MEASURE)
    room.ui = room.ui.steady()
    room.give()
    room.tree = room._tree()
    assert framed(room) == set()
    assert touched((EAU,))[0] == "issue:eau"
