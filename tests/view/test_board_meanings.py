"""What a drop means, asked of the rules themselves."""

from __future__ import annotations

from game.core.moves.levers import PlaceLever
from game.core.session import Session
from game.view.answer.gestures import IssueSpot, IssueThing, LeverThing, PlaceSpot, RowSpot, TabSpot
from game.view.answer.pointers import decided
from game.view.answer.ui import Ui
from game.words.catalogue import speaker
from tests.view.afternoon import issues, placed, played
from tests.view.board_room import RULES


def test_a_lever_dropped_on_a_row_goes_under_the_only_issue_it_answers() -> None:
    [one] = RULES.meanings(placed(), LeverThing("critere-appro-direct"), RowSpot("enfance"), "fr")
    assert one.command == PlaceLever("critere-appro-direct", "alimentation-durable")
    assert one.tone == "answers"


def test_a_lever_that_answers_several_or_none_is_asked_for() -> None:
    both = RULES.meanings(placed(), LeverThing("menus-saison"), RowSpot("enfance"), "fr")
    assert [one.name for one in both] == ["Bio et qualité dans l'assiette", "Tenir le budget"]
    [aside] = RULES.meanings(placed(), LeverThing("menus-saison"), RowSpot("sports"), "fr")
    assert aside.asks
    assert aside.why.startswith("Ne répond pas à l'enjeu")
    [direct] = RULES.meanings(placed(), LeverThing("menus-saison"), IssueSpot("eau"), "fr")
    assert not direct.asks


def test_a_tension_is_told_in_words_with_the_other_card() -> None:
    session = placed()
    tensions = session.workshop.deck.tensions
    here = next(one for one in tensions if {"alimentation-durable", "maitrise-budget"} == set(one.pair))
    lone = played(issues())
    lone = played(lone, *_place(lone, "alimentation-durable", "enfance"))
    [one] = RULES.meanings(lone, IssueThing("maitrise-budget"), RowSpot("enfance"), "fr")
    assert one.tone == "tension"
    assert here.why.say("fr") in one.why
    assert "Bio et qualité dans l'assiette" in one.why


def _place(session: Session, card: str, family: str) -> tuple[object, ...]:
    return tuple(one.command for one in RULES.meanings(session, IssueThing(card), RowSpot(family), "fr"))


def test_a_spot_where_the_card_lies_already_does_not_light_up() -> None:
    session = placed()
    [same] = RULES.meanings(session, IssueThing("eau"), TabSpot("piscine-ramiers", "sports"), "fr")
    assert RULES.refused(session, same.command)
    [other] = RULES.meanings(session, IssueThing("eau"), PlaceSpot("stades"), "fr")
    assert not RULES.refused(session, other.command)


def test_what_a_drop_means_is_asked_in_the_words_of_what_differs() -> None:
    families = RULES.meanings(issues(), IssueThing("climat-carbone"), PlaceSpot("ecole-les-pres"), "fr")
    asked = decided(Ui(), families)[0].choice
    assert asked is not None
    assert speaker("fr").say(asked.ask).startswith("Pour quelle famille")
    both = RULES.meanings(placed(), LeverThing("menus-saison"), RowSpot("enfance"), "fr")
    under = decided(Ui(), both)[0].choice
    assert under is not None
    assert speaker("fr").say(under.ask).startswith("Sous quel enjeu")
    [aside] = RULES.meanings(placed(), LeverThing("menus-saison"), RowSpot("sports"), "fr")
    doubt = decided(Ui(), (aside,))[0].choice
    assert doubt is not None
    assert speaker("fr").say(doubt.ask).startswith("Que veut dire")
