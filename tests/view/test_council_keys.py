"""From the debate to the closed session by keyboard alone: Tab walks to everything, Enter presses it."""

from __future__ import annotations

from game.core.session import Session
from tests.view.council import PAIR, SESSIONS, table
from tests.view.room import Hands

ISSUE = "alimentation-durable"


def press(room: Hands, key: str) -> None:
    """Walk to a node by Tab, at most a few hundred times, and press it."""
    for _ in range(300):
        if room.ui.focus == key:
            room.keys("enter")
            return
        room.keys("tab")
    raise AssertionError(f"Tab never reaches {key}")


def session(room: Hands) -> Session:
    found = room.desk.session  # type: ignore[attr-defined]
    assert isinstance(found, Session)
    return found


def test_the_debate_and_the_vote() -> None:
    room = table(SESSIONS["laid"]())
    press(room, "event:open")
    press(room, "event:list")
    press(room, "event:canicule")
    press(room, "event:back")
    press(room, f"pull:{'+'.join(PAIR)}:held")
    press(room, "tab:council:vote")
    for card, count in (("eau", 3), ("handicap", 2)):
        for _ in range(count):
            press(room, f"more:{card}")
    press(room, "seat:next")
    press(room, "more:handicap")
    press(room, "vote:close")
    press(room, "ballot:do")
    assert session(room).ballot.closed
    assert session(room).ballot.count("handicap") == 3
    assert session(room).events == ("canicule",)


def test_the_tie_and_the_way_on() -> None:
    room = table(SESSIONS["tied"]())
    press(room, "council.tie.open")
    press(room, "choose:handicap")
    press(room, "tie:keep")
    press(room, "result:done")
    press(room, "next")
    assert session(room).phase == "objectifs"


def test_a_sheet_is_written_adopted_and_undressed() -> None:
    room = table(SESSIONS["sheets"]())
    press(room, f"objective:{ISSUE}:target")
    room.keys("ctrl+a")
    room.type("40")
    room.keys("enter")
    press(room, "adopt")
    press(room, f"objective:{ISSUE}:target")
    room.keys("ctrl+a")
    room.type("35")
    room.keys("enter")
    press(room, "reason:text")
    room.type("Un an de plus.")
    room.keys("escape")
    press(room, "who:commande-publique")
    press(room, "reason:do")
    assert [item.now for item in session(room).undressed] == ["35"]


def test_the_credits_and_the_end() -> None:
    room = table(SESSIONS["rolled"]())
    press(room, "export:json")
    press(room, "session:close")
    press(room, "closing:do")
    assert session(room).closed


def test_keys_carry_a_token_to_every_pick_though_the_list_shows_three() -> None:
    room = table(SESSIONS["laid"](), percent=175)
    press(room, "tab:council:vote")
    press(room, "token:0")
    shown, reached = len(room.targets()), list[str]()
    for _ in range(40):
        target = room.over()
        if target is not None and target.key not in reached:
            reached.append(target.key)
        room.keys("down")
    assert shown < len(reached) == len(session(room).issues)


def test_page_keys_turn_the_list_under_a_token_that_keys_carry() -> None:
    room = table(SESSIONS["laid"](), percent=175)
    press(room, "tab:council:vote")
    press(room, "token:0")
    before = room.targets()
    room.keys("pagedown", "pagedown", "down", "enter")
    (token,) = session(room).ballot.tokens
    assert f"pick:{token.issue}" not in before


def test_a_key_that_is_not_for_carrying_does_what_it_always_does() -> None:
    room = table(SESSIONS["laid"]())
    press(room, "tab:council:vote")
    press(room, "token:0")
    room.keys("f11")
    assert room.ui.held
    room.keys("ctrl+shift+z")
    assert [type(one).__name__ for one in room.effects][-2:] == ["Fullscreen", "Redo"]
