"""What a screen reader is given of a screen: nothing twice, nothing dead, nothing that cannot be told from another."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable

import pytest

pytest.importorskip("accesskit")

import accesskit as kit

from game.core.moment import Moment
from game.core.moves import decide
from game.core.moves.objectives import AmendObjective
from game.core.session import Session
from game.table.access import Access
from game.view.tree.node import Node
from game.words.catalogue import speaker
from game.words.history import sentence
from tests.ear.heard import Heard, line, name, role
from tests.view import afternoon, council, guesses, inductions, voices
from tests.view.rooms import at

WIDE = {**afternoon.SESSIONS, **council.SESSIONS, **voices.SESSIONS}
FEW = ("issues", "picked", "voting", "tied", "sheets", "rolled")
SCREENS = WIDE if os.environ.get("CLAP_TORTURE") else {key: WIDE[key] for key in FEW}


def heard(tree: Node, *then: tuple[Node, str]) -> Heard:
    """Give a tree to a reader, then others, each with its focus."""
    access, found = Access(lambda _: None), Heard()
    bridge = access._bridge
    bridge.kit, bridge._adapter, bridge._asked, bridge._told = kit, found, bridge._clock() - 9, bridge._window
    for one, focus in ((tree, ""), *then):
        access.show(one, focus, "fr")
    return found


def lines(found: Heard) -> list[str]:
    return [line(node) for _, node in found.walk()]


@pytest.mark.parametrize("session", SCREENS.values(), ids=SCREENS)
def test_no_two_things_that_act_have_one_name(session: Callable[[], Session]) -> None:
    found = heard(at(session(), "play").tree)
    acting = [node for _, node in found.walk() if node.supports_action(kit.Action.CLICK) and not node.is_disabled]
    assert acting
    assert all(name(node) for node in acting)
    assert not [one for one, n in Counter((role(node), name(node)) for node in acting).items() if n > 1]


def test_the_tokens_of_a_seat_are_one_thing_that_can_be_lifted_and_their_number() -> None:
    room = at(council.SESSIONS["voting"](), "play", tabs=(("council", "vote"),))
    found = heard(room.tree)
    tokens = [node for _, node in found.walk() if name(node).startswith("Un jeton de")]
    assert [role(node) for node in tokens] == ["button"]
    assert any("jetons en main | panel" in one for one in lines(found))


def test_the_next_seat_of_a_vote_is_one_announcement() -> None:
    room = at(council.SESSIONS["voting"](), "play", tabs=(("council", "vote"),))
    before = room.tree
    room.tap(next(node.key for node in before.walk() if node.key.startswith("tab:seat:") and not node.states))
    found = heard(before, (room.tree, ""))
    assert len([one for one in found.events if one.startswith("said")]) == 1


def test_what_is_empty_says_what_it_waits_for_and_no_place_counts_to_nothing() -> None:
    said = lines(heard(at(afternoon.issues(), "play").tree))
    assert "place libre pour un enjeu | panel" in said
    assert not [one for one in said if ", 0 enjeu" in one]
    assert "Écrire une carte | button" in said
    assert "Chercher | entry" in said, "its name is no example of what to write"


def test_the_bar_of_a_screen_is_no_alert_and_a_refusal_is() -> None:
    room = at(afternoon.issues(), "play")
    assert not [one for one in lines(heard(room.tree)) if "notification" in one]
    banner = Node("banner", "toast", "Refusé", room.tree.box)
    assert role(heard(banner).walk()[0][1]) == "notification"
    assert role(heard(Node("banner", "top", "", room.tree.box)).walk()[0][1]) == "banner"


@pytest.mark.parametrize(
    ("session", "view", "key"),
    [
        (council.SESSIONS["adopted"], {"tabs": (("sheet", "follow"),)}, "status"),
        (afternoon.issues, {"dialog": "blank", "about": "issue"}, "blank:kinds"),
        (guesses.SESSIONS["none"], {"dialog": "slate", "about": "travaux"}, "slate:numbers"),
        (inductions.laid, {"tabs": (("strip:step", "questions"),)}, "strip:answers"),
    ],
)
def test_one_answer_of_several_is_a_radio_button(
    session: Callable[[], Session], view: dict[str, object], key: str
) -> None:
    group = at(session(), "play", **view).tree.find(key)
    assert group is not None
    found = heard(group)
    assert str(found.walk()[0][1].role) == "Role.RADIO_GROUP"
    assert sum(role(node) == "radio button" for _, node in found.walk()) > 1


def test_a_button_that_can_be_pressed_at_last_is_another_node_to_who_remembers_what_nodes_can_do() -> None:
    room = at(council.SESSIONS["tied"](), "play", dialog="tie")
    before = room.tree
    room.tap(next(node.key for node in before.walk() if node.key.startswith("choose:")))
    numbers = []
    for tree in (before, room.tree):
        found = heard(tree) if not numbers else heard(before, (tree, ""))
        numbers += [number for number, node in found.walk() if name(node) in ("Garder ce choix", "Garder ces choix")]
    assert len(set(numbers)) == len(numbers) == 2


def test_what_is_taken_is_told_with_its_places_and_each_target_is_come_to() -> None:
    room = at(afternoon.placed(), "play")
    lever = next(node for node in room.tree.walk() if node.key.startswith("card:"))
    room.focus(lever.key)
    before = room.tree
    room.keys("enter")
    one = room.tree
    room.keys("right")
    found = heard(before, (one, "over:keys"), (room.tree, "over:keys"))
    said = [event for event in found.events if event.startswith("said")]
    assert len(said) == 1, "the next target is read where the focus is, and not announced beside"
    assert "En main" in said[0]
    assert "endroits possibles" in said[0]
    on = [event for event in found.events if event.startswith("on")]
    assert len({*on}) == len(on) == 3


def test_what_a_sheet_is_told_to_hold_is_told_by_names() -> None:
    session = council.SESSIONS["sheets"]()
    issue = session.issues[0]
    said = speaker("fr")
    for field, value, told in (("deadline", "2030-06", "juin 2030"), ("status", "do", said.say("council.status.do"))):
        (event,) = decide(session, AmendObjective(issue.card, field, value), Moment(0, "2026-12-02T14:00:00"))
        assert told in sentence(session, event, said)
