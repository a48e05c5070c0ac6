"""What leaves the room of a vote: which way it went, its totals once it is closed, and never who chose what."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from random import Random
from typing import Any

import jsonschema
import pytest
from openpyxl import load_workbook

from game.core.ballot import ANONYMOUS, HANDS, HIDDEN, SECRET, WAYS, Way
from game.core.moves.ballots import CastBallot, ChooseWay, CountHands
from game.core.moves.votes import CloseBallot, LayToken
from game.core.picks import picks
from game.core.report import report, unnamed
from game.core.session import Session
from game.export import to_json, to_xlsx
from game.export.minutes import minutes
from tests.export.test_json import closed, schema
from tests.view import afternoon, council
from tests.view.afternoon import played


def ballot(session: Session, dice: Random) -> tuple[tuple[str, int], ...]:
    """Spread a seat's tokens over the picks, within the limits."""
    limits, laid = session.limits, dict.fromkeys((pick.card for pick in picks(session)), 0)
    for _ in range(limits.tokens_per_seat):
        free = [card for card, n in laid.items() if n < limits.tokens_per_pick]
        laid[dice.choice(free)] += 1
    return tuple(laid.items())


def voted(way: Way, seed: int = 1, *, close: bool = True) -> Session:
    """Give the afternoon's eight picks, voted one way: every token laid."""
    dice, session = Random(seed), played(council.laid(), ChooseWay(way))
    for seat in (sitting.seat.id for sitting in session.voters):
        votes = ballot(session, dice)
        if way in SECRET:
            session = played(session, CastBallot(votes, seat if way == HIDDEN else ""))
        elif way == HANDS:
            counts = dict(session.ballot.hands)
            session = played(session, *(CountHands(card, counts.get(card, 0) + (n > 1)) for card, n in votes))
        else:
            session = played(session, *(LayToken(seat, card) for card, n in votes for _ in range(n)))
    return played(session, CloseBallot()) if close else session


def told(session: Session, lang: str = "fr") -> Any:
    return json.loads(to_json.content(report(session), lang))


def added_up(way: Way, seed: int) -> None:
    """Fail unless the totals that leave are the tokens laid, and those the seats' tokens."""
    session = voted(way, seed)
    found, whole = told(session), len(session.voters) * session.limits.tokens_per_seat
    assert sum(vote["tokens"] for vote in found["votes"]) == found["ballot"]["total"] == whole
    if way in SECRET:
        assert not any(one["trace"]["votes"] for one in found["objectives"])
        assert not any(seat["tokens"] for seat in found["session"]["seats"])


@pytest.mark.parametrize("way", [way for way in WAYS if way != HANDS])
def test_totals_are_the_tokens_laid(way: Way) -> None:
    added_up(way, 1)


@pytest.mark.parametrize("way", SECRET)
def test_two_votes_that_add_up_alike_leave_the_same_papers(way: Way) -> None:
    """Seats that swap their ballots change no paper: none tells who put which."""
    session = voted(way)
    ballot = session.ballot
    seats = [one.seat for one in ballot.cast]
    swapped = tuple(replace(one, seat=seat) for one, seat in zip(ballot.cast, [*seats[1:], seats[0]], strict=True))
    other = replace(session, ballot=replace(ballot, cast=swapped))
    for made in (report, lambda one: unnamed(report(one))):
        assert to_json.content(made(session), "fr") == to_json.content(made(other), "fr")
        assert minutes(made(session), "fr") == minutes(made(other), "fr")


@pytest.mark.parametrize("way", SECRET)
def test_before_the_close_papers_tell_no_choice(way: Way) -> None:
    """Whatever the ballots in say, what leaves is the same."""
    one, other = voted(way, 1, close=False), voted(way, 2, close=False)
    assert one.ballot.cast != other.ballot.cast
    assert told(one) == told(other)
    assert minutes(report(one), "fr") == minutes(report(other), "fr")
    assert told(one)["ballot"]["ballots"] == 7
    assert told(one)["ballot"]["total"] == 0


@pytest.mark.parametrize(("way", "lang"), list(zip(WAYS, ("fr", "en", "fr", "en"), strict=True)))
def test_papers_say_which_way(way: Way, lang: str) -> None:
    left = report(voted(way))
    check = jsonschema.Draft202012Validator(closed(schema()))
    found = json.loads(to_json.content(left, lang))
    assert [error.message for error in check.iter_errors(found)] == []
    assert found["ballot"]["way"] == way
    words = {"open": ("découvert", "open"), "hidden": ("secrets, siège", "secret ballots, seat"),
             "anonymous": ("sans nom", "without a name"), "hands": ("main levée", "raised hands")}  # fmt: skip
    said = words[way][lang == "en"]
    assert any(said in repr(block) for block in minutes(left, lang).blocks)
    book = load_workbook(BytesIO(to_xlsx.content(left, lang)), read_only=True)
    assert any(said in str(cell) for sheet in book for line in sheet.iter_rows(values_only=True) for cell in line)


def test_an_old_session_voted_in_the_open() -> None:
    assert told(afternoon.picked())["ballot"] == {
        "way": "open", "closed": False, "voters": 7, "ballots": None, "total": 0,
    }  # fmt: skip


def test_anonymous_ballots_have_no_seat_in_the_session() -> None:
    assert {one.seat for one in voted(ANONYMOUS).ballot.cast} == {""}
