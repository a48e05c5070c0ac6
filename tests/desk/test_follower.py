"""A second table opened on a session that is played: it shows each gesture, has its time, and never writes."""

import os
import signal
from datetime import datetime
from random import Random

import pytest

from game.core.moves.flow import AddMinutes, EnterPhase
from game.core.moves.share import GuessShare
from game.desk.follower import ASKED, POLL
from game.desk.opening import new_session, open_session
from game.journal.checks import beside
from tests.desk.players import any_gesture


@pytest.fixture
def follower(desk, path, clocks):
    """Open the session a second time, while it is played."""
    made = open_session(path, read_only=True, clocks=clocks)
    yield made
    made.close()


def looked(follower):
    """Look once, and let the look come to its end."""
    found = follower.look()
    if found is None and follower.looking:
        follower._job.rest(60)
        found = follower.look()
    return found


def looks(follower, clocks, most=2 * ASKED):
    """Have a follower look until it tells something; give what it told."""
    for _ in range(most):
        clocks.hand[0] += POLL
        found = looked(follower)
        if found is not None:
            return found
    return None


def told(follower):
    return follower.notices()[0]


def test_one_look_brings_in_what_was_played(desk, follower, clocks, same_as):
    desk.do(EnterPhase("enjeux"))
    assert follower.session.phase != "enjeux"
    [entered, *_] = looks(follower, clocks, most=1)
    assert type(entered).__name__ == "PhaseEntered"
    assert same_as(follower.session, desk.session)
    assert told(follower) == ("follows", "")


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_played_undone_typed_and_given_again_is_followed(desk, follower, clocks, same_as, seed):
    dice = Random(seed)
    for _ in range(120):
        rows = len(desk.rows)
        any_gesture(dice, desk)
        if len(desk.rows) > rows:
            assert looks(follower, clocks, most=1) is not None
        assert same_as(follower.session, desk.session)
        assert follower.drafts() == desk.drafts()
    assert [(one.kind, one.stands) for one in follower.log()] == [(one.kind, one.stands) for one in desk.log()]


def test_a_deck_saved_meanwhile_is_followed(desk, follower, clocks, sources):
    deck = sources.workshop("90").deck
    desk.do(EnterPhase("enjeux"))
    text = sources.deck_text.replace(b"issues:", b"issues:", 1).replace(b"version: ", b"version: 9", 1)
    from game.content.shelf import deck_of

    desk.refresh(text, deck_of(text))
    looks(follower, clocks, most=1)
    assert follower.session.workshop.deck == desk.session.workshop.deck
    assert follower.session.workshop.deck.version != deck.version


def test_its_clock_is_that_of_the_session(desk, follower, clocks):
    clocks.hand[0] += 95
    desk.do(EnterPhase("enjeux"))
    looks(follower, clocks, most=1)
    clocks.hand[0] += 600
    assert abs(follower.now() - desk.now()) <= 1


def test_opened_late_it_counts_from_the_last_gesture(desk, path, clocks):
    desk.do(EnterPhase("enjeux"))
    then = datetime.fromisoformat(clocks.wall()).timestamp() - 240
    os.utime(beside(path), (then, then))
    late = open_session(path, read_only=True, clocks=clocks)
    assert late.now() == desk.now() + 240


def test_nothing_is_told_where_nothing_was_played(desk, follower, clocks):
    assert looks(follower, clocks) is None


def test_it_refuses_every_gesture_and_leaves_the_file_as_it_is(desk, follower, path, clocks):
    held = path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())
    assert follower.do(GuessShare("travaux", 30)).code == "read_only"
    assert follower.undo().code == follower.redo().code == "read_only"
    follower.draft("objective:eau:title", "mine")
    looks(follower, clocks)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == held
    assert desk.do(EnterPhase("enjeux")) is None, "the one who plays is not hindered"


def test_the_file_taken_away_is_told_and_followed_again_once_it_is_back(desk, follower, path, clocks, tmp_path):
    desk.do(EnterPhase("enjeux"))
    looks(follower, clocks, most=1)
    away = path.rename(tmp_path / "away")
    assert looks(follower, clocks) == ()
    assert told(follower) == ("lost", "missing")
    assert follower.session.phase == "enjeux"
    stood = follower.now()
    clocks.hand[0] += 60
    assert follower.now() == stood
    away.rename(path)
    assert looks(follower, clocks) == ()
    assert told(follower) == ("follows", "")


@pytest.mark.parametrize(
    ("hurt", "why"),
    [
        (lambda path: path.write_bytes(b"what else" * 900), "not_a_session"),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), "truncated"),
        (lambda path: path.write_bytes(b""), "empty"),
    ],
)
def test_a_file_that_is_damaged_is_told_and_the_session_stays(desk, follower, path, clocks, hurt, why):
    desk.do(EnterPhase("enjeux"))
    looks(follower, clocks, most=1)
    hurt(path)
    assert looks(follower, clocks) == ()
    assert told(follower) == ("lost", why)
    assert follower.session.phase == "enjeux"


def test_another_session_in_its_place_is_told(desk, follower, path, clocks, sources):
    path.unlink()
    other = new_session(path, sources, "90", date="2026-12-03", clocks=clocks)
    other.do(EnterPhase("enjeux"))
    assert looks(follower, clocks) == ()
    assert told(follower) == ("lost", "replaced")
    assert follower.session.phase != "enjeux"
    other.abandon()


def test_rows_that_cannot_be_applied_are_told_and_nothing_after_them_is_believed(desk, follower, clocks):
    from game.journal.journal import Row

    desk._keeping.write(Row("undo"))
    desk._keeping.write(Row("undo"))
    assert looks(follower, clocks) == ()
    assert told(follower) == ("lost", "damaged")
    desk._keeping.write(Row("gesture", "[]"))
    assert looks(follower, clocks) is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the one who plays is a process made by fork")
def test_whoever_plays_is_killed_and_plays_again(path, sources, clocks):
    new_session(path, sources, "90", date="2026-12-02", clocks=clocks).close()
    playing = led(path)
    follower = open_session(path, read_only=True, clocks=clocks)
    assert told(follower) == ("follows", "")
    os.kill(playing, signal.SIGKILL)
    os.waitpid(playing, 0)
    assert looks(follower, clocks) == ()
    assert told(follower) == ("read_only", "")
    stood = follower.now()
    clocks.hand[0] += 60
    assert follower.now() == stood
    desk = open_session(path, clocks=clocks)
    desk.do(AddMinutes(2))
    assert looks(follower, clocks, most=1) is not None
    assert told(follower) == ("follows", "")
    assert follower.now() == desk.now()
    desk.close()


def led(path):
    """Have a process play a session: one gesture, then nothing more; give its id once the gesture is on disk."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            desk = open_session(path)
            desk.do(EnterPhase("enjeux"))
            os.write(into, b"x")
            signal.pause()
        finally:
            os._exit(9)
    os.read(out, 1)
    os.close(out)
    os.close(into)
    return child
