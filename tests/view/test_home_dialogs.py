"""The menu and its small dialogs."""

from __future__ import annotations

import pytest

from game.core.moves.flow import AddMinutes, EnterPhase, Pause, Resume, TakeNote
from game.core.moves.record import FillRecord
from game.view.answer import intents
from tests.view.afternoon import opened, played
from tests.view.rooms import BETWEEN, RuleDesk, all_between, all_sound, at


@pytest.mark.parametrize("dialog", ["note", "record", "time", "guide", "scale", "glossary"])
def test_the_dialogs_are_sound(dialog: str) -> None:
    all_sound(opened(), "play", dialog=dialog)
    all_between(opened(), "seats", dialog=dialog, scales=(*BETWEEN, 250, 300))


def test_the_menu_is_sound() -> None:
    all_sound(opened(), "play", menu=True)
    all_sound(opened(), "play", menu=True, scrolls=(("menu:all", 400),))


def test_the_guide_of_every_phase_is_sound() -> None:
    for phase in opened().workshop.agenda.phases:
        all_sound(
            played(opened(), EnterPhase(phase.id)), "seats", dialog="guide", scrolls=((f"guide:list:{phase.id}", 99),)
        )


def test_there_is_nothing_to_save() -> None:
    menu = at(opened(), "play", menu=True)
    names = [node.name.lower() for node in menu.tree.walk() if node.key.startswith("menu:") and node.acts]
    assert len(names) >= 18
    assert not [name for name in names if "enregistrer" in name or "sauve" in name]


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("menu:export", intents.Export()),
        ("menu:home", intents.LeaveSession()),
        ("menu:quit", intents.Quit()),
        ("menu:full", intents.Fullscreen()),
    ],
)
def test_the_menu_asks(key: str, wanted: object) -> None:
    menu = at(opened(), "play", menu=True)
    menu.tap(key)
    assert menu.effects == [wanted]


def test_the_menu_leads_to_the_seats_the_dialogs_and_the_views() -> None:
    menu = at(opened(), "play", menu=True)
    menu.tap("menu:motion")
    assert menu.ui.reduced
    menu.tap("menu:lang:en")
    assert menu.ui.lang == "en"
    menu.tap("menu:guide")
    assert menu.ui.dialog == "guide"
    assert not menu.ui.menu
    menu.keys("escape")
    assert not menu.ui.dialog
    assert not menu.ui.menu
    other = at(opened(), "play", menu=True)
    other.tap("menu:seats")
    assert other.ui.screen == "seats"


def test_a_note_is_taken_and_the_next_one_starts_blank() -> None:
    table = at(opened(), "play", dialog="note")
    go = table.tree.find("note:go")
    assert go is not None
    assert not go.acts
    table.tap("note:0")
    table.type("Le gymnase attendra 2028.")
    table.tap("note:go")
    assert _done(table) == [TakeNote("Le gymnase attendra 2028.")]
    assert table.ui.dialog == ""
    again = at(table.desk.session, "play", dialog="note")  # type: ignore[attr-defined]
    field = again.tree.find("note:1")
    assert field is not None
    assert field.value == ""


def test_the_record_of_the_meeting_is_kept_field_by_field() -> None:
    table = at(opened(), "seats")
    table.tap("seats:record")
    assert table.ui.dialog == "record"
    for field, said in (("room", "Salle du conseil"), ("began", "14 h 05")):
        table.tap(f"record:{field}")
        table.type(said)
    table.tap("record:done")
    assert _done(table) == [FillRecord("room", "Salle du conseil"), FillRecord("began", "14 h 05")]
    assert table.ui.dialog == ""
    again = at(table.desk.session, "play", dialog="closing")  # type: ignore[attr-defined]
    again.tap("closing:record")
    field = again.tree.find("record:room")
    assert field is not None
    assert field.value == "Salle du conseil"


def test_the_time_is_given_taken_and_stopped() -> None:
    table = at(opened(), "play", dialog="time", now=400)
    clock = table.tree.find("time:clock")
    assert clock is not None
    assert clock.value == "05:20"
    for key in ("time:more", "time:less", "time:pause", "pause:resume"):
        table.tap(key)
    assert _done(table) == [AddMinutes(1), AddMinutes(-1), Pause(), Resume()]


def test_overtime_is_told_by_a_sign_and_in_words() -> None:
    clock = at(opened(), "play", dialog="time", now=12 * 60 + 65).tree.find("time:clock")
    assert clock is not None
    assert (clock.value, clock.name) == ("+01:05", "de plus que prévu")


def test_the_guide_says_what_to_say_and_leafs_through_the_phases() -> None:
    table = at(opened(), "play", dialog="guide")
    first = table.tree.find("guide:step:0")
    assert first is not None
    assert "Pas de bonne ni de mauvaise carte" in first.name
    assert first.name.startswith("De 0 à 3 min")
    table.tap("guide:after")
    title = table.tree.find("guide:title")
    assert title is not None
    assert "Enjeux" in title.name


def _done(table: object) -> list[object]:
    desk = table.desk  # type: ignore[attr-defined]
    assert isinstance(desk, RuleDesk)
    return desk.done
