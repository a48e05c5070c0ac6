"""A reason may be told of what the vote turned down, said otherwise, and taken back."""

from __future__ import annotations

import pytest

from game.core.errors import Refused
from game.core.moves.issues import Renounce
from game.core.moves.reasons import GiveReason
from game.core.reasons import Reason, said
from game.core.text import Text
from tests.view.afternoon import picked, played
from tests.view.council import SESSIONS


def test_a_reason_is_kept_beside_what_the_vote_turned_down():
    session = SESSIONS["settled"]()
    card = session.renounced[0].card
    told = played(session, GiveReason(card, " Trop cher. "))
    assert [item.reason for item in told.renounced if item.card == card] == ["Trop cher."]
    assert played(told, GiveReason(card, "Trop tôt.")).renounced[0].reason == "Trop tôt."
    assert played(told, GiveReason(card, "Trop cher.")) is told


def test_a_reason_is_not_told_of_what_was_kept_nor_left_empty():
    session = SESSIONS["settled"]()
    with pytest.raises(Refused, match="not_renounced"):
        played(session, GiveReason(session.ballot.ranked[0], "Trop cher."))
    with pytest.raises(Refused, match="reason_missing"):
        played(session, GiveReason(session.renounced[0].card, " "))


def test_what_was_lifted_before_the_vote_keeps_its_own_reason():
    session = played(picked())
    with pytest.raises(Refused, match="not_renounced"):
        played(session, GiveReason("eau", "Trop cher."))
    assert Renounce.move != GiveReason.move, "what phase it is does not matter: it is for the minutes"


def test_a_reason_of_the_deck_is_told_in_each_language():
    reasons = (Reason("budget", Text("Trop cher.", "Too dear.")),)
    assert [said(reasons, "Trop cher.", lang) for lang in ("fr", "en")] == ["Trop cher.", "Too dear."]
    assert said(reasons, "Hors budget", "en") == "Hors budget"
