"""The seats: who is there, who votes, who sits on the CAO, who is a guest."""

from __future__ import annotations

from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.seats import InviteGuest, SetCao, SetVoting, UnseatMember
from game.core.session import Session, start
from game.view.answer import intents
from game.view.tree.node import outline
from tests.view.afternoon import opened, played, workshop
from tests.view.rooms import BETWEEN, RuleDesk, all_between, all_sound, at, settle


def fresh() -> Session:
    """Give a session whose first phase has not begun."""
    return played(start(workshop()), OpenTable("", "2026-12-02"))


def test_the_seats_are_sound() -> None:
    busy = played(fresh(), UnseatMember("sports"), *(InviteGuest(f"Invité des services, place {i}") for i in range(5)))
    all_sound(fresh(), "seats")
    all_sound(busy, "seats", scrolls=(("seats:list", 300),))
    all_sound(opened(), "seats")
    all_between(busy, "seats", scales=(*BETWEEN, 250, 300))


def test_one_row_a_seat_with_its_boxes() -> None:
    shown = outline(at(fresh(), "seats").tree)
    for seat in fresh().seats:
        assert f"check seat:{seat.seat.id}" in shown
    assert shown.count("check cao:") == 7
    assert 'check cao:travaux "CAO\u00a0: Adjoint(e) aux travaux" [checked]' in shown
    assert 'check cao:sports "CAO\u00a0: Adjoint(e) aux sports" [unchecked]' in shown


def test_presence_vote_and_cao_are_recorded() -> None:
    table = at(fresh(), "seats")
    for key in ("seat:sports", "vote:enfance", "cao:solidarites"):
        table.tap(key)
    assert _done(table) == [UnseatMember("sports"), SetVoting("enfance", False), SetCao("solidarites", True)]
    vote = table.tree.find("vote:sports")
    assert vote is not None
    assert not vote.acts
    assert "7" not in (table.tree.find("seats:count:0") or table.tree).name


def test_a_guest_is_invited_by_their_role_and_speaks_without_voting() -> None:
    table = at(fresh(), "seats")
    assert not (table.tree.find("seats:invite") or table.tree).acts
    table.tap("guest:7")
    table.type("Facilitateur de clauses")
    table.tap("seats:invite")
    assert _done(table) == [InviteGuest("Facilitateur de clauses")]
    settle(table, "guest:7")
    assert table.tree.find("seat:guest-1") is not None
    vote = table.tree.find("vote:guest-1")
    assert vote is not None
    assert "unchecked" in vote.states
    field = table.tree.find("guest:8")
    assert field is not None
    assert field.value == ""


def test_begin_opens_the_first_phase() -> None:
    table = at(fresh(), "seats")
    table.tap("seats:go")
    assert table.ui.screen == "play"
    assert _done(table) == [EnterPhase("reperage")]


def test_once_begun_the_button_goes_back_without_touching_the_time() -> None:
    table = at(played(opened(), EnterPhase("enjeux")), "seats")
    table.tap("seats:go")
    assert table.ui.screen == "play"
    assert _done(table) == []


def test_before_the_beginning_the_way_back_is_home() -> None:
    table = at(fresh(), "seats")
    table.tap("seats:back")
    assert table.effects == [intents.LeaveSession()]


def _done(table: object) -> list[object]:
    desk = table.desk  # type: ignore[attr-defined]
    assert isinstance(desk, RuleDesk)
    return desk.done
