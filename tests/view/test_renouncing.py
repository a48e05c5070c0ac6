"""Giving up says why: a reason of the deck in one tap, or words; also of what the vote turned down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.moves.flow import EnterPhase
from game.core.moves.issues import Renounce
from game.core.moves.reasons import GiveReason
from game.core.report import report
from game.core.session import Session
from game.core.text import Text
from game.export.minutes import minutes
from tests.view.afternoon import picked, played
from tests.view.council import SESSIONS
from tests.view.room import Hands
from tests.view.rooms import at, everywhere

BUDGET = Text("Cela coûte plus que ce que la ville peut porter.", "It costs more than the town can carry.")


def issues() -> Session:
    return played(picked(), EnterPhase("enjeux"))


def bare(session: Session) -> Session:
    """Give the same on a deck without reasons, as those of before have none."""
    workshop = session.workshop
    return replace(session, workshop=replace(workshop, deck=replace(workshop.deck, reasons=())))


def enabled(room: Hands, key: str) -> bool:
    node = room.tree.find(key)
    assert node is not None
    return node.acts


@pytest.mark.parametrize(("lang", "said"), [("fr", BUDGET.fr), ("en", BUDGET.en)])
def test_one_tap_among_the_decks_reasons_says_why(lang: str, said: str) -> None:
    room = at(issues(), "play", lang=lang)
    room.tap("issue:eau")
    room.tap("spotlight:renounce")
    assert not enabled(room, "renounce:do")
    room.tap("reason:budget")
    room.tap("renounce:do")
    assert room.desk.done == [Renounce("eau", said)]  # type: ignore[attr-defined]
    assert room.ui.dialog == ""


def test_a_reason_is_chosen_by_the_keyboard_alone() -> None:
    room = at(issues(), "play", dialog="renounce", about="eau")
    room.focus("reason:moyens")
    room.keys("enter")
    room.focus("renounce:do")
    room.keys("enter")
    assert [command.card for command in room.desk.done] == ["eau"]  # type: ignore[attr-defined]


def test_words_warn_while_they_are_typed_and_a_deck_without_reasons_asks_for_words() -> None:
    room = at(bare(issues()), "play", dialog="renounce", about="eau")
    assert room.tree.find("renounce:reasons") is None
    room.tap("renounce:reason:eau")
    room.type("Préférer un artisan de Blagnac")
    assert room.tree.find("guard:renounce:reason:eau") is not None
    room.tap("renounce:do")
    assert [command.reason for command in room.desk.done] == ["Préférer un artisan de Blagnac"]  # type: ignore[attr-defined]


def test_what_the_vote_turned_down_is_told_why() -> None:
    room = at(SESSIONS["settled"](), "play", dialog="result")
    room.tap("result:why")
    lost = [item.card for item in room.desk.session.renounced]  # type: ignore[attr-defined]
    assert lost
    room.tap(f"thanked:{lost[0]}")
    room.tap("reason:offre")
    room.tap("renounce:do")
    assert room.ui.dialog == "thanked"
    [done] = room.desk.done  # type: ignore[attr-defined]
    assert isinstance(done, GiveReason)
    row = room.tree.find(f"thanked:{lost[0]}")
    assert row is not None
    assert done.reason in row.name


def test_a_reason_told_in_french_stands_in_english_in_english_minutes() -> None:
    session = played(issues(), Renounce("eau", BUDGET.fr))
    for lang in ("fr", "en"):
        assert BUDGET.say(lang) in repr(minutes(report(session), lang))


@pytest.mark.parametrize("name", ["settled", "over"])
def test_every_sheet_of_giving_up_is_sound(name: str) -> None:
    session = SESSIONS[name]()
    everywhere(session, dialog="thanked")
    everywhere(session, dialog="result")
    everywhere(session, dialog="renounce", about=session.ballot.ranked[0])
    everywhere(session, dialog="renounce", tabs=(("renounce", session.ballot.ranked[0]),))
