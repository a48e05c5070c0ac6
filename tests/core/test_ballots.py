"""The council votes in the open, by ballots told at the close, or by hands: what each keeps and never tells."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.core.ballot import ANONYMOUS, HANDS, HIDDEN, OPEN, Way
from game.core.errors import Refused
from game.core.moves.arbitration import DrawEvent
from game.core.moves.ballots import BallotCast, CastBallot, ChooseWay, CountHands, awaited
from game.core.moves.issues import Renounce
from game.core.moves.levers import LiftLever
from game.core.moves.votes import CloseBallot, LayToken, TakeToken
from game.core.report import report
from tests.core.test_council import code, lay, table
from tests.core.workshop import Play, workshop

VOTES = (
    ("s1", (("bois", 1), ("eau", 2))),
    ("s2", (("eau", 1), ("bois", 1), ("feu", 1))),
    ("s3", (("feu", 2), ("air", 1))),
)


def secret(way: Way) -> Play:
    """Three ballots in: eau 3, bois 2, feu 3, air 1."""
    play = table().do(ChooseWay(way))
    return play.do(*(CastBallot(votes, seat if way == HIDDEN else "") for seat, votes in VOTES))


@pytest.mark.parametrize("way", [HIDDEN, ANONYMOUS])
def test_a_ballot_in_tells_nothing_before_the_close(way: Way) -> None:
    play = secret(way)
    assert [play.session.ballot.count(issue) for issue in ("eau", "bois", "feu", "air")] == [0, 0, 0, 0]
    assert (play.session.ballot.total(), [vote.tokens for vote in report(play.session).votes]) == (0, [0, 0, 0, 0])
    play.do(CloseBallot())
    assert [play.session.ballot.count(issue) for issue in ("eau", "bois", "feu", "air")] == [3, 2, 3, 1]
    assert play.session.ballot.total() == 9
    assert play.session.ballot.ranked == ("eau", "feu")
    assert [(item.card, item.tokens) for item in play.session.renounced] == [("bois", 2), ("air", 1)]
    assert all(not play.session.ballot.count(issue, seat) for issue in ("eau", "feu") for seat, _ in VOTES)


def test_a_hidden_ballot_is_one_gesture_and_has_its_seat() -> None:
    play = table().do(ChooseWay(HIDDEN), CastBallot((("bois", 1), ("eau", 2)), "s1"))
    assert play.history.done[-1].events == (BallotCast((("eau", 2), ("bois", 1)), "s1"),)
    assert awaited(play.session) == ("s2", "s3")
    assert code(play, CastBallot((("eau", 1),), "s1")) == "already_voted"
    assert code(play, CastBallot((("eau", 1),), "s9")) == "seat_has_no_vote"
    play.history.undo()
    assert awaited(play.session) == ("s1", "s2", "s3")
    assert not play.session.ballot.cast


def test_an_anonymous_ballot_is_nobodys() -> None:
    play = secret(ANONYMOUS)
    assert [event for step in play.history.done for event in step.events if getattr(event, "seat", "")] == []
    assert (len(play.session.ballot.cast), awaited(play.session)) == (3, ())
    assert code(play, CastBallot((("eau", 1),))) == "all_voted"
    play.history.undo()
    assert code(play, CastBallot((("eau", 1),), "s1")) == "all_voted"


def test_a_ballot_has_the_limits_of_tokens() -> None:
    play = table().do(ChooseWay(HIDDEN))
    assert code(play, CastBallot((("eau", 3),), "s1")) == "too_many_on_one_pick"
    assert code(play, CastBallot((("eau", 2), ("bois", 2)), "s1")) == "no_tokens_left"
    assert code(play, CastBallot((("eau", -1),), "s1")) == "no_tokens_left"
    assert code(play, CastBallot((("sol", 1),), "s1")) == "not_a_pick"
    assert code(play, CloseBallot()) == "no_tokens_laid"
    play.do(CastBallot((), "s1"))
    assert play.session.ballot.voted("s1"), "a blank ballot is a vote"


def test_picks_do_not_change_while_ballots_are_in() -> None:
    play = table().do(ChooseWay(ANONYMOUS), CastBallot((("eau", 2),)), DrawEvent("gel"))
    assert code(play, Renounce("eau", "trop lourd")) == "ballots_in"
    assert code(play.to("leviers"), LiftLever("un", "eau")) == "ballots_in"


def test_hands_are_counted_pick_by_pick_and_again() -> None:
    play = table().do(ChooseWay(HANDS), CountHands("eau", 3), CountHands("bois", 2), CountHands("eau", 1))
    assert (play.session.ballot.count("eau"), play.session.ballot.total()) == (1, 3)
    assert code(play, CountHands("eau", 4)) == "too_many_hands"
    assert code(play, CountHands("sol", 1)) == "not_a_pick"
    steps = len(play.history.done)
    play.do(CountHands("eau", 1))
    assert len(play.history.done) == steps
    play.do(Renounce("eau", "plus tard"))
    assert play.session.ballot.hands == (("bois", 2),)
    assert play.do(CloseBallot()).session.ballot.ranked[0] == "bois"


def test_each_way_takes_its_own_votes_only() -> None:
    play = table()
    assert play.session.way == OPEN
    assert code(play, CastBallot((("eau", 1),), "s1")) == "other_way"
    assert code(play, CountHands("eau", 1)) == "other_way"
    assert code(play.do(ChooseWay(HIDDEN)), LayToken("s1", "eau")) == "other_way"


def test_another_way_begins_the_vote_again_and_undo_gives_it_back() -> None:
    play = lay(table(), "s1", "eau", "bois").do(ChooseWay(HANDS))
    assert not play.session.ballot.begun
    play.history.undo()
    assert play.session.ballot.total() == 2
    assert play.do(TakeToken("s1", "bois"), CloseBallot()).session.ballot.closed
    assert code(play, ChooseWay(OPEN)) == "ballot_closed"


def test_the_agenda_says_how_one_votes_until_the_facilitator_does() -> None:
    shop = workshop()
    shop = replace(shop, agenda=replace(shop.agenda, vote=ANONYMOUS))
    assert Play(shop).session.way == ANONYMOUS


def test_random_ballots_add_up() -> None:
    for seed in range(4):
        dice, way = Random(seed), (HIDDEN, ANONYMOUS)[seed % 2]
        play, laid = table().do(ChooseWay(way)), 0
        for seat in ("s1", "s2", "s3"):
            votes = dice.sample([("eau", 1), ("bois", 1), ("feu", 1), ("air", 1)], dice.randint(1, 3))
            laid += len(votes)
            play.do(CastBallot(tuple(votes), seat if way == HIDDEN else ""))
        found = report(play.do(CloseBallot()).session)
        assert sum(vote.tokens for vote in found.votes) == laid == found.session.ballot.total()


def test_a_refusal_leaves_the_ballots_as_they_are() -> None:
    play = secret(HIDDEN)
    with pytest.raises(Refused):
        play.do(CastBallot((("eau", 1),), "s2"))
    assert len(play.session.ballot.cast) == 3
