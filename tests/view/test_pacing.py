"""Home: the agenda's minutes are shown, and stretched to the room's time by a slider, by keys and by buttons."""

from __future__ import annotations

import pytest

from game.content.shelf import load_scenario
from game.core.stretch import fitted, longest, shortest
from game.places import shelves
from game.view.answer import intents
from game.view.answer.input import SetValue
from game.view.answer.shelf import Offer, Pace, Shelf
from tests.view.rooms import Hands, at, everywhere

TOWNS = ("blagnac", "cantine", "drumsallow")


def offer(town: str) -> Offer:
    scenario = load_scenario(shelves.scenario(town).parent, shelves.decks()).scenario
    begun = [one for one in scenario.agendas if not one.reviews]
    paces = tuple(Pace(one.id, one.title, one.minutes, one.tryout, one.phases) for one in begun)
    return Offer(town, scenario.title, scenario.town, paces)


def home() -> Hands:
    return at(None, "home", shelf=Shelf((offer("blagnac"),)))


def shown(room: Hands) -> tuple[str, str]:
    have, phases = (room.tree.find(key) for key in ("length:blagnac:90", "length:phases"))
    assert have is not None
    assert phases is not None
    return have.value, phases.name


def begun(room: Hands) -> object:
    room.effects.clear()
    room.tap("home:new")
    return room.effects[-1]


@pytest.mark.parametrize("town", TOWNS)
def test_home_is_sound_with_the_agendas_of_every_town(town: str) -> None:
    everywhere(None, "home", shelf=Shelf((offer(town),)), tabs=(("home", "new"),))


def test_the_minutes_of_the_picked_agenda_are_shown() -> None:
    room = home()
    assert "Repérage 12 · Enjeux 15 · Leviers 15 · Arbitrage 18 · Objectifs 20 · Générique 10" in shown(room)[1]
    assert begun(room) == intents.NewSession("blagnac", "90")
    room.tap("pace:45")
    found = room.tree.find("length:phases")
    assert found is not None
    assert "Enjeux 11" in found.name


def test_buttons_arrows_a_hand_and_a_screen_reader_stretch_it() -> None:
    room = home()
    room.tap("length:less")
    assert shown(room)[0] == "Nous avons 85 minutes"
    assert begun(room) == intents.NewSession("blagnac", "90", 85)
    room.focus("length:blagnac:90")
    room.keys("left", "left")
    assert begun(room) == intents.NewSession("blagnac", "90", 83)
    room.give(SetValue("length:blagnac:90", "70"))
    assert "Repérage 9 · Enjeux 12 · Leviers 12 · Arbitrage 14 · Objectifs 15 · Générique 8" in shown(room)[1]
    assert begun(room) == intents.NewSession("blagnac", "90", 70)
    room.drag("length:blagnac:90", "length:more")
    assert begun(room) == intents.NewSession("blagnac", "90", 180)


def test_no_hand_pulls_it_below_its_floors_or_beyond_twice_its_time() -> None:
    room, phases = home(), offer("blagnac").paces[0].phases
    for _ in range(40):
        room.tap("length:less")
    assert begun(room) == intents.NewSession("blagnac", "90", shortest(phases))
    for _ in range(40):
        room.tap("length:more")
    assert begun(room) == intents.NewSession("blagnac", "90", longest(phases))
    assert [one.minutes for one in fitted(phases, 999)] == [24, 30, 30, 36, 40, 20]


def test_each_agenda_keeps_its_own_time() -> None:
    room = home()
    room.tap("length:more")
    room.tap("pace:45")
    assert begun(room) == intents.NewSession("blagnac", "45")
    room.tap("pace:90")
    assert begun(room) == intents.NewSession("blagnac", "90", 95)
