"""The share guessed in secret: nobody's number is told before the reveal, which tells them all."""

from __future__ import annotations

from dataclasses import replace

from game.core.moves.seats import UnseatMember
from game.core.moves.share import GuessShare, RevealShare
from game.core.report import report
from tests.core.workshop import Play, workshop

GUESSES = (("s2", 40), ("s1", 25), ("s3", 70))


def hidden() -> Play:
    shop = workshop()
    play = Play(replace(shop, agenda=replace(shop.agenda, guesses="hidden")))
    return play.do(*(GuessShare(seat, percent) for seat, percent in GUESSES))


def told(play: Play) -> tuple[object, ...]:
    """Give all that others read of guesses: the screens, the exports, the next session."""
    return play.session.guesses, {seat.guess for seat in report(play.session).seats}


def test_nobody_s_guess_is_told_before_the_reveal_and_all_are_by_it_in_the_order_of_the_seats() -> None:
    play = hidden()
    assert told(play) == ((), {None})
    play.do(RevealShare())
    assert play.session.guesses == (("s1", 25), ("s2", 40), ("s3", 70))
    assert not play.session.sealed


def test_who_has_answered_is_known() -> None:
    play = hidden()
    play.history.undo()
    assert [one.seat.id for one in play.session.unanswered] == ["s3"]
    play.do(UnseatMember("s3"))
    assert not play.session.unanswered


def test_undo_takes_back_the_last_guess_whole_and_redo_gives_it_again() -> None:
    play = hidden()
    sealed = play.session.sealed
    assert play.history.undo().sealed == sealed[:2]
    assert play.history.redo().sealed == sealed


def test_a_seat_that_guesses_again_has_one_guess() -> None:
    play = hidden().do(GuessShare("s2", 41), RevealShare())
    assert dict(play.session.guesses)["s2"] == 41
    assert len(play.session.guesses) == 3


def test_in_the_open_guesses_are_told_at_once() -> None:
    play = Play(workshop()).do(GuessShare("s2", 40))
    assert play.session.guesses == (("s2", 40),)
    assert not play.session.hides_guesses
