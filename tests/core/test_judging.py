"""The tender board, six months later: what may be kept is read off the levers and purchases; the table says its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.deck import read_deck
from game.core.award import BASE, VARIANT
from game.core.errors import Refused
from game.core.history import History
from game.core.judging import judgeable, judged, lawful, opening, standing
from game.core.moment import Moment
from game.core.moves import EVENTS, decide, fold
from game.core.moves.judging import JudgeOffers
from game.core.session import Session
from game.journal.codec import Codec
from tests.export.conftest import open_afternoon
from tests.view import afternoon, council

OPENED, PLAIN = "reemploi-recycle", "alimentation-durable"


def code(session: Session, command: JudgeOffers) -> str:
    with pytest.raises(Refused) as refused:
        decide(session, command, Moment())
    return refused.value.code


def test_a_variant_nobody_opened_is_not_judged_in_a_formal_procedure() -> None:
    session = open_afternoon()
    found = {sheet.issue: sheet for sheet in judgeable(session)}
    assert next(iter(found)) == OPENED
    assert (standing(session, OPENED), lawful(session, OPENED)) == ("opened", (BASE, VARIANT))
    formal = [one.issue for one in found.values() if any(item.cao for item in one.intentions) and one.issue != OPENED]
    adapted = [one.issue for one in found.values() if one.intentions and not any(item.cao for item in one.intentions)]
    assert formal
    assert {(standing(session, one), lawful(session, one)) for one in formal} == {("shut", (BASE,))}
    assert {standing(session, one) for one in adapted} <= {"adapted", "opened"}


def test_the_offers_are_those_made_for_a_lever_of_the_pick() -> None:
    session = open_afternoon()
    names = {sheet.issue: opening(session, sheet.issue) for sheet in judgeable(session)}
    assert names[OPENED] is not None
    assert names[PLAIN] is not None
    assert (names[OPENED].id, names[PLAIN].id) == ("variante-reemploi", "assiette")
    bare = replace(session, workshop=replace(session.workshop, deck=replace(session.workshop.deck, cao=None)))
    assert judgeable(bare) == ()
    assert code(bare, JudgeOffers(PLAIN, BASE)) == "no_offers"


def test_the_council_says_it_may_say_again_and_takes_it_back() -> None:
    history = History(open_afternoon())
    for command in (
        JudgeOffers(PLAIN, BASE),
        JudgeOffers(PLAIN, VARIANT, "  Les  saisons. "),
        JudgeOffers(OPENED, BASE),
    ):
        history.record(decide(history.session, command, Moment()))
    told = judged(history.session, PLAIN)
    assert told is not None
    assert (told.choice, told.reason, len(history.session.judged)) == (VARIANT, "Les saisons.", 2)
    assert decide(history.session, JudgeOffers(OPENED, BASE), Moment()) == ()
    history.undo()
    history.undo()
    assert [(one.issue, one.choice) for one in history.session.judged] == [(PLAIN, BASE)]


def test_what_cannot_be_judged_is_refused() -> None:
    session = open_afternoon()
    assert code(session, JudgeOffers("eaux", BASE)) == "not_kept"
    assert code(session, JudgeOffers(PLAIN, "both")) == "unknown_field"  # type: ignore[arg-type]
    assert code(session, JudgeOffers(PLAIN, BASE, "a" * 241)) == "text_too_long"
    assert code(council.sheets(), JudgeOffers(PLAIN, BASE)) == "wrong_phase"
    assert code(council.played(council.rolled(), *()), JudgeOffers("sobriete", BASE)) == "not_kept"


def test_a_file_keeps_it() -> None:
    session, codec = open_afternoon(), Codec(EVENTS)
    events = decide(session, JudgeOffers(PLAIN, VARIANT, "Les saisons."), Moment())
    again = codec.load(codec.dump(events))
    assert again == events
    assert fold(session, again).judged == fold(session, events).judged  # type: ignore[arg-type]


def test_our_offers_are_made_for_levers_of_our_deck() -> None:
    deck, problems = read_deck((afternoon.ROOT / "decks" / "clap" / "deck.yaml").read_bytes(), "deck.yaml")
    assert not problems
    assert deck is not None
    assert deck.cao is not None
    known = {card.id for card in deck.levers}
    assert known >= {*deck.cao.variants, *(lever for one in deck.cao.openings for lever in one.levers)}
    assert all(one.said for law in (deck.cao.opened, deck.cao.shut, deck.cao.adapted) for one in (law.plain, law.text))
