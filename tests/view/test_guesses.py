"""The share guessed behind a hand: few presses, nobody's number told before the reveal, which is told to the room."""

from __future__ import annotations

import pytest

from game.core.moves.seats import UnseatMember
from game.core.moves.share import GuessShare, RevealShare
from game.core.session import Session
from game.view.answer.input import PointerDown, PointerUp
from game.view.answer.ui import Ui
from game.view.tree.node import outline
from game.words.catalogue import speaker
from game.words.history import sentence
from tests.view import afternoon
from tests.view.afternoon import played
from tests.view.guesses import PERCENTS, SESSIONS, answered, openly, revealed
from tests.view.look import tree_of
from tests.view.room import Hands
from tests.view.rooms import RuleDesk, at, everywhere
from tests.view.test_council_keys import press


class Counted:
    """A table that counts how often a button or a finger goes down."""

    def __init__(self, start: Session) -> None:
        self.room, self.presses = at(start, "play"), 0

    def tap(self, *keys: str) -> None:
        for key in keys:
            self.presses += 1
            self.room.tap(key)

    @property
    def now(self) -> Session:
        return now(self.room)


def now(room: Hands) -> Session:
    assert isinstance(room.desk, RuleDesk)
    assert room.desk.session is not None
    assert not room.desk.refused
    return room.desk.session


def test_seven_members_guess_and_the_room_knows_within_twenty_presses() -> None:
    hand = Counted(afternoon.opened())
    hand.tap("guess:take")
    for percent in (10, 15, 20, 25, 35, 30, 35):
        hand.tap(f"slate:{percent}", "slate:put")
    hand.tap("guess:reveal", "share:truth", "share:bias", "share:map")
    assert [percent for _, percent in hand.now.guesses] == [10, 15, 20, 25, 35, 30, 35]
    assert hand.presses == 19
    assert hand.room.tree.find("plan") is not None


def test_a_number_between_is_reached_by_one_more_and_one_less() -> None:
    room = at(afternoon.opened(), "play")
    for key in ("guess:take", "slate:10", "slate:plus", "slate:plus", "slate:minus", "slate:put"):
        room.tap(key)
    assert now(room).sealed == (("travaux", 11),)


def test_the_next_slate_is_empty_and_a_slate_handed_back_is_forgotten() -> None:
    room = at(afternoon.opened(), "play")
    room.tap("guess:take")
    room.tap("slate:40")
    x, y = room.spot("slate:put")
    room.tap("slate:put")
    room.give(PointerDown("mouse", x, y, again=True), PointerUp("mouse", x, y))
    assert len(now(room).sealed) == 1, "a finger that presses twice answers for nobody else"
    assert not room.tree.find("slate:put").acts  # type: ignore[union-attr]
    for leave in ("slate:back", "slate:close"):
        room.tap("slate:55")
        room.tap(leave)
        room.tap("guess:take")
        assert not room.tree.find("slate:put").acts, leave  # type: ignore[union-attr]


def test_a_seat_that_is_not_ready_lets_another_answer_first() -> None:
    room = at(afternoon.opened(), "play")
    for key in ("answer:sports", "slate:5", "slate:next", "slate:60", "slate:put", "slate:previous", "slate:70"):
        room.tap(key)
    room.tap("slate:put")
    assert now(room).sealed == (("enfance", 60), ("sports", 70))


@pytest.mark.parametrize("view", [{}, {"dialog": "slate"}, {"dialog": "early"}, {"screen": "seats"}])
def test_before_the_reveal_frames_are_the_same_whatever_was_guessed(view: dict[str, object]) -> None:
    def guessed(percent: int) -> Session:
        return played(afternoon.opened(), *(GuessShare(seat, percent) for seat in ("travaux", "sports")))

    for percent in (100, 200):
        ui = Ui(**({"screen": "play", "percent": percent} | view))  # type: ignore[arg-type]
        one, other = (tree_of(guessed(share), ui) for share in (7, 91))
        assert one == other
    ui = Ui(screen="play", dialog="share")
    assert tree_of(played(guessed(7), RevealShare()), ui) != tree_of(played(guessed(91), RevealShare()), ui)


def test_the_log_says_who_answered_and_no_number() -> None:
    event = GuessShare("sports", 87).decide(afternoon.opened(), None)[0]  # type: ignore[arg-type]
    for lang in ("fr", "en"):
        assert "87" not in sentence(afternoon.opened(), event, speaker(lang))
        assert "87" not in sentence(revealed(), event, speaker(lang)), "one that was taken back is told neither"
        assert "87" in sentence(openly(), event, speaker(lang))


def test_only_who_has_answered_is_shown_and_the_reveal_asks_while_some_have_not() -> None:
    room = at(answered(5), "play")
    assert "a répondu" in room.tree.find("answer:travaux").name  # type: ignore[union-attr]
    room.tap("guess:reveal")
    assert "2 membres n'ont pas répondu" in room.tree.find("early:left").name  # type: ignore[union-attr]
    room.tap("early:back")
    assert not now(room).revealed
    room.tap("guess:reveal")
    room.tap("early:do")
    assert len(now(room).guesses) == 5
    assert room.ui.dialog == "share"


def test_a_member_who_leaves_is_not_waited_for() -> None:
    room = at(played(answered(6), UnseatMember("developpement-durable")), "play")
    assert room.tree.find("guess:take") is None
    room.tap("guess:reveal")
    assert now(room).revealed


def test_first_the_guesses_then_the_truth_then_one_s_own_bias() -> None:
    room = at(answered(), "play")
    room.tap("guess:reveal")
    said = [outline(room.tree.find("share"))]  # type: ignore[arg-type]
    for key in ("share:truth", "share:bias"):
        room.tap(key)
        said.append(outline(room.tree.find("share")))  # type: ignore[arg-type]
    assert [("Travaux, 10\u00a0%" in one, "33\u00a0%" in one, "12 points trop bas" in one) for one in said] == [
        (True, False, False),
        (True, True, False),
        (True, True, True),
    ]


def test_where_nobody_guessed_the_truth_is_told_alone() -> None:
    room = at(SESSIONS["nobody"](), "play", dialog="share")
    assert room.tree.find("share:bias") is None
    room.tap("share:map")
    assert room.tree.find("plan") is not None


def test_the_keyboard_alone_answers_and_reveals() -> None:
    room = at(answered(6), "play")
    for key in ("guess:take", "slate:45", "slate:put", "guess:reveal", "share:truth", "share:bias", "share:map"):
        press(room, key)
    assert now(room).guesses[-1] == ("developpement-durable", 45)


@pytest.mark.parametrize("name", ["none", "some", "all"])
def test_the_hidden_guess_is_sound(name: str) -> None:
    everywhere(SESSIONS[name]())


@pytest.mark.parametrize("view", [
    {"dialog": "slate", "tabs": ((f"slate:{seat}", "35"),)} for seat in ("", "enfance")
] + [{"dialog": "early"}])  # fmt: skip
def test_what_lies_over_the_hidden_guess_is_sound(view: dict[str, object]) -> None:
    everywhere(SESSIONS["some"](), **view)


@pytest.mark.parametrize("step", ["guesses", "truth", "bias"])
def test_the_reveal_is_sound(step: str) -> None:
    everywhere(revealed(), dialog="share", tabs=(("share", step),))


def test_percents_are_those_of_the_recorded_afternoon() -> None:
    assert sum(PERCENTS) / len(PERCENTS) == 21
