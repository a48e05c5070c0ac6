"""A deck's house rules: the switches it turns change what is refused, the others change nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.cards import HouseRules
from game.core.errors import Refused
from game.core.moves.arbitration import DrawEvent
from game.core.moves.blanks import WriteIssue, WriteLever
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import MoveLever, PlaceLever
from game.core.moves.move import Command
from tests.core.workshop import DECK, Play, workshop


def table(rules: HouseRules) -> Play:
    return Play(replace(workshop(), deck=replace(DECK, rules=rules)))


def code(play: Play, command: Command) -> str:
    with pytest.raises(Refused) as why:
        play.do(command)
    return why.value.code


def test_a_deck_counts_its_blank_cards() -> None:
    play = table(HouseRules(blank_cards=2)).to("enjeux").do(WriteIssue("Un", "", "env"))
    play.to("leviers").do(WriteLever("Deux", "", "besoin"))
    assert code(play, WriteLever("Trois", "", "besoin")) == "blank_cards_spent"
    assert code(table(HouseRules(blank_cards=0)).to("enjeux"), WriteIssue("Un", "", "env")) == "blank_cards_spent"


def test_a_deck_may_be_played_without_events() -> None:
    assert code(table(HouseRules(events=False)).to("arbitrage"), DrawEvent()) == "no_events_here"


def test_a_deck_may_ask_that_levers_answer() -> None:
    play = table(HouseRules(answers_only=True)).to("enjeux").do(PlaceIssue("eau", "a", ""), PlaceIssue("bois", "a", ""))
    play.do(WriteIssue("Un", "", "env"), PlaceIssue("blank-issue-1", "b", "")).to("leviers")
    assert code(play, PlaceLever("un", "bois")) == "lever_answers_not"
    play.do(PlaceLever("un", "eau"), WriteLever("Mien", "", "besoin"), PlaceLever("blank-lever-1", "bois"))
    assert code(play, MoveLever("un", "eau", "bois")) == "lever_answers_not"
    play.do(MoveLever("un", "eau", "blank-issue-1"))


def test_without_house_rules_everything_of_the_rules_is_allowed() -> None:
    play = table(HouseRules()).to("enjeux").do(PlaceIssue("bois", "a", ""))
    play.do(*(WriteIssue(f"Carte {i}", "", "env") for i in range(9))).to("leviers").do(PlaceLever("un", "bois"))
    play.to("arbitrage").do(DrawEvent())
    assert play.session.events == ("gel",)
