from dataclasses import replace
from functools import cache
from itertools import count

import pytest

from game.desk import opening, rescuing
from game.desk.clocks import Clocks
from game.desk.opening import new_session
from tests.desk.bench import blagnac


@pytest.fixture(scope="session")
def sources():
    return blagnac()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Blagnac, mercredi.clap"


@pytest.fixture
def clocks():
    """Give a clock that a test moves by hand: `clocks.hand[0] = 60`."""
    hand, dice = [0.0], count(7)

    class Hand(Clocks):
        pass

    made = Hand(lambda: hand[0], lambda: "2026-12-02T14:00:00", lambda: next(dice))
    object.__setattr__(made, "hand", hand)
    return made


@pytest.fixture
def desk(path, sources, clocks):
    made = new_session(path, sources, "90", title="Conseil", date="2026-12-02", clocks=clocks)
    yield made
    made.abandon()


@pytest.fixture
def same_as():
    """Compare sessions of two openings: the texts they were opened with are the same, the objects are not."""
    return lambda one, other: replace(one, workshop=other.workshop) == other


@pytest.fixture(scope="module")
def read_once():
    """Read the same deck, scenario and map texts once, where a test opens a session a hundred times."""
    with pytest.MonkeyPatch.context() as patch:
        once = cache(opening.open_workshop)
        for room in (opening, rescuing):
            patch.setattr(room, "open_workshop", once)
        yield
