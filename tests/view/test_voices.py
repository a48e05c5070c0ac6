"""Hands at the axes, the questions and the departments' words: few presses, limits seen before they refuse."""

from __future__ import annotations

from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.session import Session
from game.core.spoken import Advice
from game.view.answer.gestures import IssueThing, RowSpot
from game.view.answer.input import Key
from game.view.answer.meanings import TableRules
from game.view.tree.node import Node
from tests.view import afternoon, voices
from tests.view.afternoon import played
from tests.view.room import Hands
from tests.view.rooms import RuleDesk, at


def table(session: Session, **view: object) -> Hands:
    return at(session, "play", **view)


def now(hands: Hands) -> Session:
    assert isinstance(hands.desk, RuleDesk)
    assert not hands.desk.refused
    session = hands.desk.session
    assert session is not None
    return session


def tap(hands: Hands, *keys: str) -> None:
    for key in keys:
        hands.tap(key)


def shown(hands: Hands, key: str) -> Node:
    found = hands.tree.find(key)
    assert found is not None, key
    return found


def test_four_presses_adopt_two_axes() -> None:
    hands = table(afternoon.issues())
    tap(hands, "hand:axes", "axes:social", "axes:environnement", "axes:adopt")
    assert now(hands).axes == ("environnement", "social")
    assert not hands.ui.dialog
    assert "3 axes" not in shown(hands, "instruction").name
    tap(hands, "hand:axes", "axes:social")
    assert "unchecked" in shown(hands, "axes:social").states, "what was adopted is there to be changed"


def test_a_fourth_axis_is_greyed_before_it_is_refused() -> None:
    hands = table(afternoon.issues())
    tap(hands, "hand:axes", "axes:social", "axes:environnement", "axes:local")
    assert "disabled" in shown(hands, "axes:innovation").states
    tap(hands, "axes:innovation", "axes:adopt")
    assert now(hands).axes == ("environnement", "social", "local")


def test_the_axes_are_reached_by_the_keyboard_alone() -> None:
    hands = table(afternoon.issues(), dialog="axes")
    hands.keys("tab", "tab", "space")
    assert any("checked" in node.states for node in hands.tree.walk() if node.key.startswith("axes:"))


def test_the_line_asks_for_the_axes_until_they_are_adopted_or_a_card_lies_there() -> None:
    session = afternoon.issues()
    assert "3 axes" in shown(table(session), "instruction").name
    assert "3 axes" not in shown(table(played(session, PlaceIssue("eau", "sports"))), "instruction").name
    assert table(afternoon.opened("45")).tree.find("hand:axes") is None
    assert table(played(afternoon.opened("45"), EnterPhase("enjeux"))).tree.find("hand:axes") is None


def test_a_pick_off_the_axes_is_said_where_it_would_lie() -> None:
    session = played(voices.spoken(), EnterPhase("enjeux"))
    (off,) = TableRules().meanings(session, IssueThing("circuits-courts"), RowSpot("enfance"), "fr")
    (inside,) = TableRules().meanings(session, IssueThing("eau"), RowSpot("sports"), "fr")
    assert off.why.endswith("permis")
    assert not inside.why.endswith("permis")
    cell = shown(table(session), "issue:maitrise-budget")
    assert "hors des axes" in cell.hint


def test_three_presses_ask_a_question_and_the_room_reads_it() -> None:
    hands = table(afternoon.picked())
    tap(hands, "issue:eau", "spotlight:ask", "ask:ready:besoin")
    (one,) = now(hands).questions
    assert (one.seat, one.issue, one.asked) == ("commande-publique", "eau", "besoin")
    assert hands.ui.spotlight == "eau"
    assert any("besoin, avant" in node.name for node in hands.tree.walk() if node.key.startswith("spotlight:own"))
    tap(hands, "spotlight:ask", "ask:heard:1")
    assert now(hands).questions[0].answered


def test_a_member_without_questions_is_told_and_offered_none() -> None:
    hands = table(voices.spoken(), dialog="ask", about="eau")
    assert hands.tree.find("ask:ready:besoin") is not None, "the other co-chair has one left"
    tap(hands, "ask:who:commande-publique")
    assert hands.tree.find("ask:ready:besoin") is None
    assert hands.tree.find("ask:none") is not None


def test_a_department_is_invited_and_says_its_words() -> None:
    hands = table(afternoon.picked())
    tap(hands, "issue:eau", "spotlight:advise", "advise:invite", "advise:feasible")
    session = now(hands)
    assert session.advice == (Advice("guest-1", "eau", "feasible"),)
    tap(hands, "spotlight:advise", "advise:month:more", "advise:not_before", "spotlight:advise")
    assert now(hands).advice[-1].month > session.date[:7]
    tap(hands, "advise:gone:guest-1:feasible")
    assert [one.word for one in now(hands).advice] == ["not_before"]


def test_what_was_said_is_told_where_one_votes() -> None:
    row = shown(table(voices.voting(), tabs=(("council", "vote"),)), "pick:sobriete-energie")
    assert "pas avant septembre 2027" in row.name.replace("\u00a0", " ")
    assert "1 question attend" in row.name.replace("\u00a0", " ")


def test_a_key_pressed_again_at_once_opens_the_question_but_never_asks_it() -> None:
    hands = table(afternoon.picked())
    hands.focus("issue:eau")
    hands.keys("s")
    assert hands.ui.focus == "spotlight:ask"
    hands.give(Key("enter", again=True))
    assert hands.ui.dialog == "ask"
    hands.give(Key("enter", again=True), Key("enter", again=True))
    assert not now(hands).questions
