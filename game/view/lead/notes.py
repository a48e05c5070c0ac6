"""What the facilitator notes for themselves alone, on a phase and on a card: told nowhere, kept in the file."""

from __future__ import annotations

from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.parts import limits, naming
from game.view.parts.fields import Field
from game.view.parts.pieces import field
from game.view.tree.layout import Piece, Pieces
from game.view.tree.sight import Sight

NOTES = "lead:notes:"
"""How the keys of their fields begin."""


def own(s: Sight, ui: Ui, about: str, name: str) -> Piece:
    """Give a field of notes: kept as what is being typed is."""
    return field(s, ui, Field(f"{NOTES}{about}", name, "", limits.REASON, lines=True), 2)


def on_card(s: Sight, ui: Ui, session: Session) -> Pieces:
    """Give the notes on the card that the room reads, or read when the page came over it."""
    card = ui.spotlight or ui.lead.under[2]
    if session.issue_card(card) is None and session.lever_card(card) is None:
        return ()
    return (own(s, ui, f"card:{card}", s.say("lead.notes.card", card=naming.card(s, session, card))),)
