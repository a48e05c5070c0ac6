from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.desk.opening import new_session, open_session
from tests.desk.players import any_command, any_gesture

pytestmark = pytest.mark.usefixtures("read_once")


def reopened(desk):
    desk.close()
    return open_session(desk.path)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), k=st.integers(0, 500))
def test_500_commands_then_k_undos_and_k_redos_give_back_the_exact_session(tmp_path_factory, sources, seed, k):
    dice = Random(seed)
    desk = new_session(tmp_path_factory.mktemp("undo") / "a.clap", sources, "90", date="2026-12-02")
    for _ in range(500):
        desk.do(any_command(dice, desk.session))
    session, past = desk.session, []
    for _ in range(k):
        past.append(desk.session)
        if desk.undo() is not None:
            past.pop()
            break
    deepest = desk.session
    again = reopened(desk)
    assert replace(again.session, workshop=deepest.workshop) == deepest
    for before in reversed(past):
        assert again.redo() is None
        assert replace(again.session, workshop=before.workshop) == before
    assert replace(again.session, workshop=session.workshop) == session
    assert again.redo() is not None or len(past) == 0
    again.close()


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_any_gestures_reopened_at_any_time_are_as_they_were(tmp_path_factory, sources, seed):
    dice = Random(seed)
    desk = new_session(tmp_path_factory.mktemp("again") / "a.clap", sources, dice.choice(("90", "45", "accueil")))
    for _ in range(4):
        for _ in range(dice.randrange(60)):
            any_gesture(dice, desk)
        session, drafts, log = desk.session, desk.drafts(), desk.log()
        desk = reopened(desk)
        assert replace(desk.session, workshop=session.workshop) == session
        assert (desk.drafts(), desk.log()) == (drafts, log)
    desk.close()
