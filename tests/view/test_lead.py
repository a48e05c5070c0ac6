"""The facilitator's page: what it tells, minute by minute, and how it comes and leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.core.moves.flow import EnterPhase
from game.core.session import Session
from game.table.input import HELD, Reader
from game.view.answer.input import Key, PointerDown, PointerMove, PointerUp, Tick, Typed
from game.view.answer.leading import Leading
from game.view.answer.turning import PAGE
from game.view.tree.node import Node, outline
from tests.view import afternoon, ballots, council
from tests.view.afternoon import played
from tests.view.checks import sound
from tests.view.room import Hands
from tests.view.rooms import MEASURE, at

APART, ALONE = Leading(page=True, apart=True), Leading(page=True)


def paged(session: Session, lead: Leading = APART, **view: object) -> Hands:
    return at(session, "play", lead=lead, **view)


def test_the_cue_of_the_minute_is_the_one_to_say_now() -> None:
    script = afternoon.picked().stage.script
    for minute in (script[0].at, script[1].at - 1, script[1].at, script[-1].at + 5):
        now = max((cue for cue in script if cue.at <= minute), key=lambda cue: cue.at)
        table = paged(afternoon.picked(), now=minute * 60 + 1)
        said = [node for node in table.tree.walk() if node.key.startswith("lead:cue:")]
        assert said[0].name == now.say.say("fr")
        assert "polite" in said[0].states
        assert len(said) == len(script) - script.index(now)


def test_a_phase_without_a_script_says_the_steps_of_its_guide() -> None:
    session = afternoon.picked()
    agenda = session.workshop.agenda
    bare = tuple(replace(phase, script=()) for phase in agenda.phases)
    session = replace(session, workshop=replace(session.workshop, agenda=replace(agenda, phases=bare)))
    assert session.stage.says[0].say.say("fr") in outline(paged(session).tree)


def test_the_next_phase_is_a_press_away() -> None:
    table = paged(afternoon.picked())
    table.tap("lead:next")
    assert table.desk.session.phase == "arbitrage"  # type: ignore[attr-defined]
    assert table.ui.lead.page


def test_any_card_and_any_place_are_found_and_brought_to_the_room() -> None:
    table = paged(afternoon.picked())
    table.tap("lead:search")
    table.give(Typed("piscine"))
    table.tap("lead:thing:place:piscine-ramiers")
    assert table.ui.camera.zoom > 1
    table.tap("lead:thing:place:piscine-ramiers")
    assert table.ui.camera.zoom == 1
    table.tap("lead:search")
    table.keys("ctrl+a")
    table.give(Typed("performance"))
    table.tap("lead:thing:marche-performance")
    assert table.ui.spotlight == "marche-performance"
    assert table.tree.find("spotlight") is None, "it is the room's"


def test_alone_what_is_brought_to_the_room_takes_the_place_of_the_page() -> None:
    table = paged(afternoon.picked(), ALONE)
    table.tap("lead:thing:eau")
    assert not table.ui.lead.page
    assert table.tree.find("spotlight") is not None


def test_an_event_is_chosen_and_read_to_the_room() -> None:
    table = paged(council.laid())
    card = next(node.key for node in table.tree.walk() if node.key.startswith("lead:event:"))
    table.tap(card)
    assert table.desk.session.events == (card.removeprefix("lead:event:"),)  # type: ignore[attr-defined]
    assert table.ui.lead.shown == "event"
    table.tap("lead:thing:event")
    assert not table.ui.lead.shown


def test_a_secret_ballot_is_filled_in_on_the_page() -> None:
    table = paged(ballots.SESSIONS["going-hidden"]())
    table.tap(next(node.key for node in table.tree.walk() if node.key.startswith("booth:")))
    assert table.ui.dialog == "booth"


@pytest.mark.parametrize(
    ("session", "left"),
    [
        (afternoon.opened, 7), (afternoon.issues, 10), (afternoon.placed, 8), (afternoon.picked, 0), (council.ready, 0),
        (council.tied, 0), (ballots.SESSIONS["going-anonymous"], 0),
    ],
)  # fmt: skip
def test_who_has_still_to_play(session: object, left: int) -> None:
    table = paged(session())  # type: ignore[operator]
    still = [node for node in table.tree.walk() if node.key.startswith("lead:still:")]
    assert sum(int("".join(filter(str.isdigit, node.name.rpartition(",")[2]))) for node in still) == left


def test_the_key_brings_the_page_and_gives_the_board_back_as_it_was() -> None:
    table = at(afternoon.picked(), "play", spotlight="eau")
    table.keys(PAGE)
    assert table.tree.find("lead:say") is not None
    assert table.tree.find("spotlight") is None
    table.keys(PAGE)
    assert table.tree.find("lead:say") is None
    assert table.ui.spotlight == "eau"


def test_a_dialog_opened_on_the_page_is_not_lost_to_the_one_under_it() -> None:
    table = at(afternoon.picked(), "play", dialog="guide")
    table.keys(PAGE)
    assert not table.ui.dialog
    table.tap("menu")
    table.tap("menu:note")
    table.keys(PAGE)
    assert table.ui.dialog == "note"


def test_what_is_typed_when_the_page_comes_is_kept() -> None:
    table = at(afternoon.issues(), "play")
    table.tap("hand:search")
    table.give(Typed("eau"))
    table.keys(PAGE, PAGE)
    assert table.ui.text("hand:search") == "eau"
    assert table.ui.editing is None


def test_a_pull_from_the_corner_brings_the_page_and_a_press_there_does_not() -> None:
    table = at(afternoon.picked(), "play")
    table.give(PointerDown("finger:1:1", 5, 5), PointerUp("finger:1:1", 30, 30))
    assert not table.ui.lead.page
    table.give(PointerDown("finger:1:1", 5, 5), PointerMove("finger:1:1", 200, 200), PointerUp("finger:1:1", 300, 300))
    assert table.ui.lead.page
    table.give(PointerDown("mouse", 300, 300), PointerUp("mouse", 900, 900))
    assert table.ui.lead.page


def test_no_page_comes_in_the_rooms_window_nor_at_home() -> None:
    room = at(afternoon.picked(), "play", lead=Leading(room=True, apart=True))
    room.give(Key(PAGE))
    assert not room.ui.lead.page
    home = at(None, "home")
    home.give(Key(PAGE), PointerDown("mouse", 5, 5), PointerUp("mouse", 300, 300))
    assert not home.ui.lead.page


def test_a_key_that_is_held_takes_the_page_away_when_it_is_let_go() -> None:
    time = [0.0]
    reader = Reader(clock=lambda: time[0], button=lambda: False)
    down, up = (pygame.Event(kind, key=pygame.K_F9, mod=0, scancode=66) for kind in (pygame.KEYDOWN, pygame.KEYUP))
    assert reader.read([down], (100, 100)) == (Key(PAGE),)
    time[0] = HELD + 0.1
    assert reader.read([up], (100, 100)) == (Key(PAGE),)
    reader.read([down], (100, 100))
    time[0] += HELD / 2
    assert reader.read([up], (100, 100)) == ()


def test_a_phase_opened_on_the_page_keeps_it() -> None:
    table = paged(played(afternoon.picked(), EnterPhase("objectifs")))
    assert table.tree.find("lead:room") is not None


@pytest.mark.parametrize(
    ("dialog", "session"), [("result", council.settled), ("share", afternoon.opened), ("ended", council.ended)]
)
def test_what_is_brought_to_the_room_has_no_button_there(dialog: str, session: Callable[[], Session]) -> None:
    room = at(session(), "play", lead=Leading(room=True), dialog=dialog)
    layers = room.tree.kids[0].kids[1:]
    assert layers
    assert [node.key for layer in layers for node in layer.walk() if node.role == "button"] == []


def test_hands_go_up_in_their_order_and_each_has_a_minute() -> None:
    table = paged(afternoon.picked(), now=100)
    for seat in ("sports", "travaux", "enfance"):
        table.tap(f"lead:hand:{seat}")
    table.tap("lead:hand:travaux")  # it goes down again
    assert table.ui.lead.queue == ("sports", "enfance")
    table.tap("lead:floor:next")
    assert (table.ui.lead.speaker, table.ui.lead.queue) == ("sports", ("enfance",))
    table.give(Tick(now=142))
    assert _speaker(table).value == "0:18"
    table.give(Tick(now=172))
    assert _speaker(table).value == "0:12"
    assert "passée" in _speaker(table).name
    table.tap("lead:floor:end")
    assert table.tree.find("lead:speaker") is None
    assert table.ui.lead.queue == ("enfance",)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(("size", "side"), [((1920, 1080), "show"), ((1366, 768), "room"), ((900, 700), "show")])
def test_the_floor_and_the_notes_of_a_card_are_sound(size: tuple[int, int], side: str, lang: str) -> None:
    lead = replace(APART, queue=("sports", "enfance"), speaker="travaux", since=0)
    table = paged(afternoon.picked(), lead, size=size, lang=lang, spotlight="eau", tabs=(("lead:side", side),), now=90)
    sound(table.tree, MEASURE)
    if side == "room":
        return
    table.tap("lead:notes:card:eau")
    table.give(Typed("Demander à la piscine"))
    assert table.ui.text("lead:notes:card:eau") == "Demander à la piscine"


def test_the_notes_of_a_card_come_with_it_on_one_screen_too() -> None:
    table = at(afternoon.picked(), "play", spotlight="eau")
    table.keys(PAGE)
    assert table.tree.find("lead:notes:card:eau") is not None


def _speaker(table: Hands) -> Node:
    found = table.tree.find("lead:speaker")
    assert found is not None
    return found
