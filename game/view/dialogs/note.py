"""The notes for the minutes: one to write, and those taken, each to be corrected or lifted."""

from __future__ import annotations

from game.core.moves.flow import TakeNote
from game.core.moves.notes import AmendNote, LiftNote
from game.core.session import Note, Session
from game.view.answer.intents import CloseTop, Commit, ForgetText, OpenDialog, Several, Tell
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, Way, asking
from game.view.parts import limits
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.lists import kept
from game.view.parts.naming import typed
from game.view.parts.pieces import label, plate, symbol, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grow, node, over, pad, row
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIZE = (1100, 900)
ROWS = 4
"""Lines of the field where a note is written."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` is the number of the note that is corrected, if one is."""
    note = session.note(int(ui.about)) if ui.about.isdigit() else None
    if note is not None:
        return _correcting(s, ui, session, note)
    key = _key(ui, session)
    said = ui.text(key)
    where = s.say("note.where", phase=session.stage.title.say(s.speaker.lang), n=len(session.notes))
    pieces = (
        label(s, "note:where", where, Style(ink=theme.INK_3)),
        _field(s, ui, session, key, ""),
        *(_taken(s, session, one) for one in reversed(session.notes)),
    )
    take = Several((Commit(key, TakeNote(said)), CloseTop(), Tell("note.kept", tone="done")))
    go = ("go", s.say("note.go"), take, "primary", bool(said.strip()))
    return asking(s, ui, Asking("note", s.say("menu.note"), SIZE), pieces, (go,))


def _key(ui: Ui, session: Session) -> str:
    """Give the key of the note being written: that of a text left half written, however many notes there are since."""
    typed_in = (ui.editing.key,) if ui.editing is not None else ()
    left = (*typed_in, *(key for key, said in ui.texts if said.strip()))
    return next((key for key in left if key.removeprefix("note:").isdigit()), f"note:{len(session.notes)}")


def _field(s: Sight, ui: Ui, session: Session, key: str, value: str) -> Piece:
    entry = Field(key, s.say("note.text"), value, limits.NOTE, lines=True, first=True)
    return guarded(s, ui, session.workshop, entry, ROWS)


def _correcting(s: Sight, ui: Ui, session: Session, note: Note) -> Node:
    """Correct one note; leaving it leaves the note as it was."""
    key, back = f"note:text:{note.number}", OpenDialog("note")
    said = ui.text(key, note.text)
    amend = Several((Commit(key, AmendNote(note.number, said)), back, Tell("note.amended", tone="done")))
    ways: tuple[Way, ...] = (
        ("back", s.say("note.as_it_was"), Several((ForgetText(key), back)), "plain", True),
        ("go", s.say("note.correct"), amend, "primary", said.strip() not in ("", note.text)),
    )
    return asking(s, ui, Asking("note", s.say("note.title"), SIZE), (_field(s, ui, session, key, note.text),), ways)


def _taken(s: Sight, session: Session, note: Note) -> Piece:
    phase = session.workshop.agenda.phase(note.phase)
    where = phase.title.say(s.speaker.lang) if phase is not None else note.phase
    return kept(s, f"note:taken:{note.number}", _row, note.number, typed(s, note.text), f"{where} · {note.at[11:16]}")


def _row(s: Sight, number: int, said: str, where: str) -> Piece:
    """Show a note that was taken, where and when, and the two things that may be done with it."""
    words = column(text(s, said, Style(back=theme.WHITE)), text(s, where, Style(ink=theme.INK_3, back=theme.WHITE)))
    spoken = node("text", f"note:said:{number}", f"{said}, {where}", words)
    forget = ForgetText(f"note:text:{number}")
    lift = Several((LiftNote(number), forget, Tell("note.lifted", tone="done")))
    acts = (
        Button(f"note:edit:{number}", s.say("note.edit", text=said), OpenDialog("note", str(number)), icon="pencil"),
        Button(f"note:lift:{number}", s.say("note.lift", text=said), lift, icon="trash-2"),
    )
    shape = row(grow(spoken), *(symbol(s, act) for act in acts), gap=s.px(12))
    return node("row", f"note:row:{number}", said, over(pad(shape, s.px(16), s.px(8)), plate(s)))
