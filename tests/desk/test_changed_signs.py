"""A few signs changed in a session file: the same session or a refusal (tests/torture tries three thousand)."""

from __future__ import annotations

from random import Random

import pytest

from game.core.errors import JournalError
from game.desk.opening import new_session, open_session
from game.desk.rescuing import rescue
from tests.desk.hurting import KINDS, changed, told
from tests.desk.players import any_gesture

pytestmark = pytest.mark.usefixtures("read_once")


def test_no_sign_changes_without_a_word(path, sources, tmp_path):
    desk, dice = new_session(path, sources, "90", date="2026-12-02"), Random(4)
    for _ in range(60):
        any_gesture(dice, desk)
    desk.close()
    data, whole, refused, lost = path.read_bytes(), told(open_session(path, read_only=True)), 0, 0
    hurt, to = tmp_path / "hurt.clap", tmp_path / "new.clap"
    for turn in range(14):
        hurt.write_bytes(changed(data, dice, KINDS[turn % len(KINDS)]))
        try:
            assert told(open_session(hurt, read_only=True)) == whole
        except JournalError:
            refused += 1
            lost += not rescued(hurt, to, sources, whole[0])
    assert refused > 7
    assert not lost


def rescued(hurt, to, sources, whole):
    """Tell whether there was something to rescue; what there was is a beginning of the session, to the row."""
    try:
        done = rescue(hurt, to, lambda: iter([sources]))
    except JournalError:
        return False
    rows = told(open_session(to, read_only=True))[0]
    first = 0 if done.noted else 1
    assert rows[first:] == whole[first : done.kept]
    to.unlink()
    return True
