"""Secret ballots and raised hands at the table: few presses, correctable, and nobody's choice told before the close."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from game.core.ballot import ANONYMOUS, HANDS, HIDDEN, SECRET, Way
from game.core.moves.ballots import CastBallot
from game.core.moves.votes import CloseBallot
from game.core.session import Session
from game.view.answer.input import PointerDown, PointerUp
from game.view.answer.ui import Ui
from game.view.tree.node import outline
from tests.view import council
from tests.view.afternoon import PICKS, played
from tests.view.ballots import SESSIONS, chosen, going
from tests.view.council import table
from tests.view.look import tree_of
from tests.view.test_council import held, session
from tests.view.test_council_keys import press

VOTE = (("council", "vote"),)
TORTURE = bool(os.environ.get("CLAP_TORTURE"))
SPREAD = tuple(card for card, *_ in PICKS[:7])
"""Seven picks: a token on each is what takes the most presses."""


class Counted:
    """A table that counts how often a button or a finger goes down."""

    def __init__(self, start: Session) -> None:
        self.room, self.presses = table(start, tabs=VOTE), 0

    def tap(self, *keys: str) -> None:
        for key in keys:
            self.presses += 1
            self.room.tap(key)

    @property
    def now(self) -> Session:
        return session(self.room)


@pytest.mark.parametrize("way", SECRET)
def test_seven_seats_put_seven_tokens_in_with_at_most_sixty_presses(way: Way) -> None:
    hand = Counted(council.laid())
    hand.tap("vote:way", f"way:{way}", "booth:take")
    for _ in hand.now.voters:
        hand.tap(*(f"lay:{card}" for card in SPREAD), "booth:cast")
    hand.tap("ballot:do")
    assert hand.presses <= 60
    assert [hand.now.ballot.count(card) for card in SPREAD] == [7] * 7
    assert hand.room.ui.dialog == "result"


@pytest.mark.skipif(not TORTURE, reason="49 presses on the whole board: CLAP_TORTURE=1 plays them")
def test_in_the_open_it_takes_at_most_sixty_presses_too() -> None:
    hand = Counted(council.laid())
    for at in range(len(hand.now.voters)):
        hand.tap(*(("seat:next",) if at else ()), *(f"more:{card}" for card in SPREAD))
    hand.tap("vote:close", "ballot:do")
    assert hand.presses <= 60
    assert hand.now.ballot.total() == 49


def test_hands_are_counted_with_at_most_twenty_presses() -> None:
    hand = Counted(council.laid())
    hand.tap("vote:way", "way:hands")
    for at, (card, *_) in enumerate(PICKS):
        hand.tap(f"hands:{card}:{at % 8}")
    hand.tap("vote:close", "ballot:do")
    assert hand.presses <= 20
    assert [hand.now.ballot.count(card) for card, *_ in PICKS] == list(range(8))
    assert hand.now.ballot.closed


def test_who_pressed_wrong_corrects_before_voting_and_the_next_ballot_is_empty() -> None:
    hand = Counted(chosen(HIDDEN))
    hand.tap("booth:take", "lay:eau", "lay:eau", "take:eau", "lay:handicap", "booth:cast")
    seat = hand.now.voters[0].seat.id
    assert [(one.seat, one.votes) for one in hand.now.ballot.cast] == [(seat, (("eau", 1), ("handicap", 1)))]
    cast = hand.room.tree.find("booth:cast")
    assert cast is not None
    assert not cast.acts, "a finger that presses twice votes for nobody else"
    assert not dict(hand.room.ui.texts)
    hand.tap("lay:eau", "booth:back", "booth:take")
    assert hand.room.tree.find("take:eau").states == ("disabled",)  # type: ignore[union-attr]


def test_a_quick_finger_lays_as_many_as_it_presses_and_no_more_than_it_may() -> None:
    room = table(chosen(HIDDEN), tabs=VOTE)
    room.tap("booth:take")
    x, y = room.spot("lay:eau")
    room.tap("lay:eau")
    for _ in range(3):
        room.give(PointerDown("mouse", x, y, again=True), PointerUp("mouse", x, y))
    room.tap("booth:cast")
    assert session(room).ballot.cast[0].votes == (("eau", 3),)
    x, y = room.spot("booth:cast")
    room.give(PointerDown("mouse", x, y, again=True), PointerUp("mouse", x, y))
    assert len(session(room).ballot.cast) == 1
    second = session(room).voters[1].seat.id
    ahead = table(session(room), dialog="booth", texts=((f"booth:{second}", "eau:5 handicap:9"),))
    ahead.tap("booth:cast")
    assert session(ahead).ballot.cast[1].votes == (("eau", 3), ("handicap", 3)), "fingers quicker than the frames"


def test_a_seat_that_is_not_ready_lets_another_vote_first() -> None:
    hand = Counted(chosen(HIDDEN))
    second, third = (one.seat.id for one in hand.now.voters[1:3])
    hand.tap(f"voter:{second}", "lay:eau", "booth:next", "lay:handicap", "booth:cast", "booth:previous", "lay:eau")
    hand.tap("booth:cast")
    assert [(one.seat, one.votes) for one in hand.now.ballot.cast] == [
        (third, (("handicap", 1),)),
        (second, (("eau", 1),)),
    ]


@pytest.mark.parametrize("view", [{"tabs": VOTE}, {}, {"dialog": "ballot"}, {"dialog": "way"}, {"dialog": "booth"}])
@pytest.mark.parametrize("way", SECRET)
def test_before_the_close_frames_are_the_same_whatever_the_ballots_say(way: Way, view: dict[str, object]) -> None:
    def voted(card: str) -> Session:
        now = chosen(way)
        seats = [one.seat.id for one in now.voters[:3]]
        return played(now, *(CastBallot(((card, 3),), seat if way == HIDDEN else "") for seat in seats))

    for percent in (100, 200):
        ui = Ui(screen="play", percent=percent, **view)  # type: ignore[arg-type]
        one, other = (tree_of(voted(card), ui) for card in ("eau", "handicap"))
        assert one == other
    assert tree_of(played(voted("eau"), CloseBallot()), ui) != tree_of(played(voted("handicap"), CloseBallot()), ui)


def test_an_anonymous_vote_taken_up_again_asks_who_still_votes() -> None:
    room = table(SESSIONS["going-anonymous"](), tabs=VOTE)
    room.tap("booth:ask")
    left = [one.seat.id for one in session(room).voters[-2:]]
    room.tap(f"still:{left[0]}")
    assert not room.tree.find("still:do").acts  # type: ignore[union-attr]
    room.tap(f"still:{left[1]}")
    room.tap("still:do")
    assert room.tree.find("secret:still") is not None
    room.tap("booth:take")
    room.tap("lay:eau")
    room.tap("booth:cast")
    assert len(session(room).ballot.cast) == 6
    assert room.tree.find("booth:ask") is None


def test_the_close_shows_the_result_by_rank_with_its_tie_and_thanks() -> None:
    room = table(going(HANDS, 8), tabs=VOTE)
    room.tap("vote:close")
    room.tap("ballot:do")
    said = outline(room.tree)
    told = ("kept", "tied", "renounced", "tie", "thanks")
    assert [key for key in told if room.tree.find(f"result:{key}") is None] == []
    assert "Rang 5" in said
    room.tap("result:settle")
    room.tap("choose:handicap")
    room.tap("tie:keep")
    assert room.ui.dialog == "result"
    assert "a gardé «\u202fTravail et handicap\u202f»" in room.tree.find("result:tie").name  # type: ignore[union-attr]
    room.tap("result:done")
    room.tap("vote:result")
    assert room.ui.dialog == "result"


def test_what_the_law_asks_anyway_has_no_rank_in_the_result() -> None:
    tree = table(SESSIONS["owed"](), dialog="result").tree
    assert "Rang" not in tree.find("rank:maitrise-budget").name  # type: ignore[union-attr]
    assert "Rang 1" in tree.find("rank:handicap").name  # type: ignore[union-attr]


def test_another_way_asks_first_when_someone_has_voted() -> None:
    room = table(council.voting(), tabs=VOTE)
    room.tap("vote:way")
    assert "reprend" in room.tree.find("way:ask").name  # type: ignore[union-attr]
    room.tap("way:anonymous")
    assert session(room).way == ANONYMOUS
    assert not session(room).ballot.begun


def test_the_keyboard_alone_votes_in_secret_and_counts_hands() -> None:
    room = table(chosen(HIDDEN), tabs=VOTE)
    press(room, "booth:take")
    for card in ("eau", "handicap"):
        press(room, f"lay:{card}")
        press(room, f"lay:{card}")
        press(room, "booth:cast")
    press(room, "booth:back")
    press(room, "vote:close")
    press(room, "ballot:do")
    assert [session(room).ballot.count(card) for card in ("eau", "handicap")] == [2, 2]
    press(room, "result:done")
    room = table(council.laid(), tabs=VOTE)
    press(room, "vote:way")
    press(room, "way:hands")
    press(room, "hands:eau:5")
    assert session(room).ballot.count("eau") == 5


def test_many_voters_are_counted_by_steps() -> None:
    start = chosen(HANDS)
    more = tuple(replace(start.seats[0], seat=replace(start.seats[0].seat, id=f"more-{n}")) for n in range(8))
    room = table(replace(start, seats=(*start.seats, *more)), tabs=VOTE)
    held(room, 100)
    room.tap("hands:eau:more")
    room.tap("hands:eau:more")
    room.tap("hands:eau:less")
    assert session(room).ballot.count("eau") == 1
