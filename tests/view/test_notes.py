"""Notes at the table: written as soon as the dialog opens, said to be kept, listed, corrected, lifted."""

from __future__ import annotations

from game.core.moves.flow import TakeNote
from game.core.moves.notes import AmendNote, LiftNote
from game.core.session import Session
from game.view.answer.input import Press
from game.view.answer.intents import Tell
from tests.view import afternoon
from tests.view.afternoon import played
from tests.view.room import Hands
from tests.view.rooms import at, everywhere


def noted() -> Session:
    long = "Le gymnase attendra 2028 : la régie rappelle que la chaudière de l'école tient encore deux hivers."
    return played(afternoon.issues(), TakeNote(long), TakeNote("Voir la régie."))


def told(room: Hands) -> list[str]:
    return [effect.key for effect in room.effects if isinstance(effect, Tell)]


def test_the_caret_is_in_the_field_when_the_dialog_opens() -> None:
    room = at(afternoon.issues(), "play")
    room.give(Press("menu"), Press("menu:note"))
    room.type("Le gymnase attendra.")
    room.keys("tab", "enter")
    assert room.desk.done == [TakeNote("Le gymnase attendra.")]  # type: ignore[attr-defined]
    assert told(room) == ["note.kept"]
    assert room.ui.dialog == ""


def test_escape_leaves_a_dialog_nothing_was_typed_in_and_keeps_what_was() -> None:
    room = at(afternoon.issues(), "play")
    room.give(Press("menu"), Press("menu:note"))
    room.keys("escape")
    assert room.ui.dialog == ""
    room.give(Press("menu"), Press("menu:note"))
    room.type("à demi")
    room.keys("escape", "escape")
    assert room.ui.dialog == ""
    room.give(Press("menu"), Press("menu:note"))
    field = room.tree.find("note:0")
    assert field is not None
    assert field.value == "à demi"


def test_a_note_is_corrected_by_the_keyboard_alone() -> None:
    room = at(noted(), "play", dialog="note")
    room.focus("note:edit:2")
    room.keys("enter")
    assert room.ui.focus == "note:text:2"
    room.keys("ctrl+a")
    room.type("Voir la régie des eaux.")
    room.keys("tab", "tab", "enter")
    assert room.desk.done == [AmendNote(2, "Voir la régie des eaux.")]  # type: ignore[attr-defined]
    assert told(room) == ["note.amended"]
    row = room.tree.find("note:said:2")
    assert row is not None
    assert row.name.startswith("Voir la régie des eaux.")


def test_a_correction_given_up_leaves_the_note_and_forgets_the_text() -> None:
    room = at(noted(), "play", dialog="note", about="2")
    room.tap("note:text:2")
    room.type(" Encore.")
    room.tap("note:back")
    assert room.desk.done == []  # type: ignore[attr-defined]
    room.tap("note:edit:2")
    field = room.tree.find("note:text:2")
    assert field is not None
    assert field.value == "Voir la régie."


def test_a_note_is_lifted_and_what_was_half_written_stays() -> None:
    room = at(noted(), "play", dialog="note")
    room.tap("note:2")
    room.type("à demi")
    room.tap("note:lift:2")
    assert room.desk.done == [LiftNote(2)]  # type: ignore[attr-defined]
    assert told(room) == ["note.lifted"]
    assert room.tree.find("note:row:2") is None
    field = room.tree.find("note:2")
    assert field is not None
    assert field.value == "à demi"


def test_notes_are_sound_at_every_size() -> None:
    everywhere(noted(), dialog="note")
    everywhere(noted(), dialog="note", about="1")
