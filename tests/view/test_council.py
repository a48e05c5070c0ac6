"""The council's screens hold at every moment, size and language; the debate and the vote answer to mouse and keys."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import product

import pytest

from game.core.load import overload
from game.core.moment import Moment
from game.core.moves.arbitration import DrawEvent
from game.core.moves.votes import LayToken
from game.core.picks import kept
from game.core.session import Session
from game.view.answer.input import Tick
from game.view.tree.node import outline
from game.words.catalogue import speaker
from game.words.spacing import spaced
from tests.view.checks import sound
from tests.view.council import PAIR, SENTENCE, SESSIONS, table
from tests.view.room import Hands

FOUR_K = (3840, 2160)
SCALED = (
    list(product((100, 150, 200), ("fr", "en")))
    if os.environ.get("CLAP_TORTURE")
    else [(100, "fr"), (150, "en"), (200, "fr")]
)
SIDES = ("debate", "vote", "loads")
PAGES = ("main", "context", "follow")
DIALOGS = (
    ("voting", "event", ""), ("laid", "event", ""), ("voting", "ballot", ""), ("ready", "ballot", ""),
    ("tied", "tie", ""), ("over", "renounce", ""), ("over", "assume", ""), ("rolled", "closing", ""),
    ("voting", "arbitrate", "+".join(PAIR)), ("voting", "arbitrate", "gone+gone"), ("undressed", "reason", ""),
)  # fmt: skip


def session(room: Hands) -> Session:
    found = room.desk.session  # type: ignore[attr-defined]
    assert isinstance(found, Session)
    return found


def held(room: Hands, percent: int) -> None:
    """Fail unless the screen is sound and every sentence is in the catalogue."""
    sound(room.tree, room.measure, percent)
    assert not speaker(room.ui.lang).missing


@pytest.mark.parametrize(("percent", "lang"), SCALED)
@pytest.mark.parametrize("moment", SESSIONS)
def test_every_moment_is_sound(moment: str, percent: int, lang: str) -> None:
    held(table(SESSIONS[moment](), percent=percent, lang=lang), percent)


@pytest.mark.parametrize(("percent", "lang"), SCALED)
@pytest.mark.parametrize("moment", ["laid", "crowded", "voting", "tied", "over"])
def test_every_side_of_the_vote_is_sound(moment: str, percent: int, lang: str) -> None:
    for side in SIDES:
        held(table(SESSIONS[moment](), percent=percent, lang=lang, tabs=(("council", side),)), percent)


@pytest.mark.parametrize(("percent", "lang"), SCALED)
def test_every_seat_reads_its_turn(percent: int, lang: str) -> None:
    room = table(SESSIONS["crowded"](), percent=percent, lang=lang, tabs=(("council", "vote"),))
    for _ in session(room).voters:
        held(room, percent)
        room.tap("seat:next")


@pytest.mark.parametrize(("percent", "lang"), SCALED)
@pytest.mark.parametrize("moment", ["sheets", "poor", "undressed"])
def test_every_page_of_a_sheet_is_sound(moment: str, percent: int, lang: str) -> None:
    for page in PAGES:
        tabs = (("sheet", page), ("objective", "alimentation-durable"))
        for scroll in (0, 500, 1500):
            room = table(SESSIONS[moment](), percent=percent, lang=lang, tabs=tabs, scrolls=((f"page:{page}", scroll),))
            held(room, percent)


@pytest.mark.parametrize(("percent", "lang"), SCALED)
@pytest.mark.parametrize(("moment", "dialog", "about"), DIALOGS)
def test_every_dialog_is_sound(moment: str, dialog: str, about: str, percent: int, lang: str) -> None:
    held(table(SESSIONS[moment](), percent=percent, lang=lang, dialog=dialog, about=about), percent)


@pytest.mark.parametrize("moment", ["crowded", "voting", "tied", "poor", "undressed", "rolled"])
def test_the_moments_are_sound_in_4k(moment: str) -> None:
    for percent in (100, 200):
        held(table(SESSIONS[moment](), FOUR_K, percent=percent), percent)


@pytest.mark.parametrize("key", ["roll", "out"])
def test_the_credits_roll_to_their_end(key: str) -> None:
    for percent in (100, 200):
        room = table(SESSIONS["rolled"](), percent=percent, scrolls=((key, 9000),), tabs=(("credits", key),))
        held(room, percent)


@pytest.mark.parametrize(("moment", "panel"), [("voting", "council"), ("sheets", "sheets:body"), ("rolled", "credits")])
def test_a_second_rebuilds_nothing_but_the_clock(moment: str, panel: str) -> None:
    room = table(SESSIONS[moment]())
    before = room.tree.find(panel)
    room.give(Tick(room.ui.now + 1))
    assert room.tree.find(panel) is before


def test_a_tension_is_arbitrated_in_a_sentence_typed_over_the_decks_own() -> None:
    room = table(SESSIONS["laid"]())
    pair = "+".join(PAIR)
    room.tap(f"pull:{pair}:arbitrate")
    field = f"arbitrate:{pair}"
    assert room.tree.find(field).value  # type: ignore[union-attr]
    room.tap(field)
    room.keys("ctrl+a")
    room.type(SENTENCE)
    room.tap("arbitrate:keep")
    assert session(room).arbitrations[0].sentence == SENTENCE
    assert room.ui.dialog == ""
    assert spaced(SENTENCE) in outline(room.tree)


def test_a_debate_is_marked_as_held_at_once() -> None:
    room = table(SESSIONS["laid"]())
    room.tap(f"pull:{'+'.join(PAIR)}:held")
    assert [item.sentence for item in session(room).arbitrations] == [""]


def test_the_event_is_drawn_from_the_list_and_shows_its_numbers() -> None:
    room = table(SESSIONS["laid"]())
    room.tap("event:open")
    assert room.tree.find("event:lot-infructueux") is None, "who draws is not told what may come"
    room.tap("event:list")
    room.tap("event:lot-infructueux")
    assert session(room).events == ("lot-infructueux",)
    assert room.tree.find("event:load:travaux") is not None
    held(room, 100)
    room.tap("event:back")
    assert room.ui.dialog == ""


def test_chance_draws_any_event_of_the_deck() -> None:
    laid = SESSIONS["laid"]()
    drawn = {DrawEvent().decide(laid, Moment(clock=0, at="", dice=dice))[0].card for dice in range(40)}
    assert drawn == {card.id for card in laid.workshop.deck.events}


def test_the_event_is_drawn_by_chance() -> None:
    room = table(SESSIONS["laid"]())
    room.tap("event:open")
    room.tap("event:draw")
    assert len(session(room).events) == 1


def voting(moment: str = "laid") -> Hands:
    return table(SESSIONS[moment](), tabs=(("council", "vote"),))


def test_seats_vote_one_after_the_other() -> None:
    room = voting()
    first, second = (sitting.seat.id for sitting in session(room).voters[:2])
    room.tap("more:eau")
    room.tap("more:eau")
    room.tap("less:eau")
    room.tap("seat:next")
    room.tap("more:handicap")
    ballot = session(room).ballot
    assert (ballot.count("eau", first), ballot.count("handicap", second)) == (1, 1)
    room.tap("seat:previous")
    room.tap("seat:previous")
    assert room.ui.tab("seat", "") == session(room).voters[-1].seat.id


def test_no_more_than_three_tokens_on_a_pick_and_seven_a_seat() -> None:
    room, said = voting(), []
    for pick in ("eau", "handicap", "sobriete-energie"):
        for _ in range(4):
            room.tap(f"more:{pick}")
            said.append(room.desk.refused.code if room.desk.refused else "")  # type: ignore[attr-defined]
    ballot, seat = session(room).ballot, session(room).voters[0].seat.id
    assert (ballot.count("eau", seat), ballot.spent(seat)) == (3, 7)
    assert [code for code in said if code] == ["too_many_on_one_pick"] * 2 + ["no_tokens_left"] * 3
    assert room.ui.spotlight == ""


def test_a_token_is_dragged_onto_a_pick_and_lifted_by_keys() -> None:
    room = voting()
    room.drag("token:0", "pick:handicap")
    assert room.effects == [LayToken("travaux", "handicap")]
    room.focus("token:0")
    room.keys("enter", "down", "enter")
    assert len(session(room).ballot.tokens) == 2


def test_closing_asks_and_counts_what_is_left() -> None:
    room = voting("voting")
    room.tap("vote:close")
    assert "28" in outline(room.tree.find("ballot"))  # type: ignore[arg-type]
    room.tap("ballot:back")
    assert not session(room).ballot.closed
    room.tap("vote:close")
    room.tap("ballot:do")
    assert session(room).ballot.closed


def test_the_co_chairs_choose_exactly_as_many_as_there_are_places() -> None:
    room = voting("tied")
    room.tap("council.tie.open")
    keep = room.tree.find("tie:keep")
    assert keep is not None
    assert not keep.acts
    room.tap("choose:insertion-emploi")
    room.tap("choose:handicap")
    room.tap("tie:keep")
    assert [pick.card for pick in kept(session(room))][-1] == "handicap"
    assert room.tree.find("fate:insertion-emploi").name == "Renoncé"  # type: ignore[union-attr]


def test_over_capacity_an_objective_is_renounced_with_a_reason() -> None:
    room = voting("over")
    room.tap("council.over.renounce")
    room.tap("choose:eau")
    do = room.tree.find("renounce:do")
    assert do is not None
    assert not do.acts
    room.give(Tick(1))
    room.ui = replace(room.ui, scrolls=(("renounce:body", 2000),))
    room.give(Tick(2))
    room.tap("renounce:reason")
    room.type("Le marché des piscines attend 2028.")
    room.tap("renounce:do")
    assert session(room).renounced[-1].reason == "Le marché des piscines attend 2028."
    assert overload(session(room)) is None


def test_over_capacity_the_load_is_assumed_in_a_sentence() -> None:
    room = voting("over")
    room.tap("council.over.assume")
    room.tap("assume:sentence")
    room.type("La ville recrute un chargé d'insertion.")
    room.tap("assume:do")
    assert session(room).assumed == "La ville recrute un chargé d'insertion."
    assert room.ui.text("assume:sentence") == ""


def test_the_way_on_enters_the_next_phase() -> None:
    room = voting("settled")
    room.tap("next")
    assert session(room).phase == "objectifs"
