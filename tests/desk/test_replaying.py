"""A session told again: each step as it was lived, and the end that the file tells."""

from random import Random

import pytest

from game.core.moves.flow import EnterPhase, TakeNote
from game.core.moves.issues import PlaceIssue
from game.core.moves.moments import NameMoment
from game.desk.opening import open_replay, open_session
from tests.desk.players import any_gesture


@pytest.fixture
def told(desk, path, clocks):
    """Open the session again, to be told, while it is played."""
    opened = []

    def again():
        opened.append(open_replay(path, clocks))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


@pytest.mark.parametrize("seed", range(2))
def test_every_step_is_the_session_that_was_and_the_last_one_is_the_end(desk, told, same_as, seed):
    player, were = Random(seed), [desk.session]
    while len(were) < 60:
        rows = len(desk.rows)
        any_gesture(player, desk)
        if [row.kind for row in desk.rows[rows:]] not in ([], ["draft"]):
            were.append(desk.session)
    found = told()
    assert len(found.steps) == len(were)
    for at, was in enumerate(were, 1):
        found.seek(at)
        assert same_as(found.session, was)
    assert same_as(found.session, desk.session)


def test_it_goes_both_ways_and_no_further_than_it_was_played(desk, told):
    desk.do(EnterPhase("enjeux"))
    desk.do(PlaceIssue("eau", "sports"))
    desk.undo()
    desk.redo()
    found = told()
    placed = []
    for at in (0, 1, 2, 3, 4, 5, 9, 4):
        found.seek(at)
        placed.append((found.at, bool(found.session.issues)))
    assert placed == [(1, False), (1, False), (2, False), (3, True), (4, False), (5, True), (5, True), (4, False)]
    assert [step.mark for step in found.steps] == ["", "phase", "", "undone", ""]
    assert found.step.events == found.steps[2].events
    assert [line.kind for line in found.log()][-1] == "undo"


def test_a_named_moment_is_on_the_way_and_no_step_of_undo(desk, told):
    desk.do(EnterPhase("enjeux"))
    desk.do(TakeNote("Une note"))
    assert desk.do(NameMoment("  Avant   le vote ")) is None
    desk.undo()
    assert not desk.session.notes
    found = told()
    assert [step.mark for step in found.steps][-2:] == ["named", "undone"]
    assert found.steps[3].events[0].text == "Avant le vote"
    assert desk.do(NameMoment("  ")).code == "empty_text"


def test_nothing_is_written_by_who_tells(desk, path, told):
    desk.do(EnterPhase("enjeux"))
    found, rows = told(), len(desk.rows)
    assert found.do(TakeNote("x")).code == "read_only"
    assert found.undo().code == "read_only"
    assert len(open_session(path, read_only=True).rows) == rows
