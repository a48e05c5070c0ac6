"""What hands may do in the room's window: the moves of its members, and looking. All else is the facilitator's."""

from __future__ import annotations

from dataclasses import replace

from game.core.moves.issues import LiftIssue, MoveIssue, PlaceIssue
from game.core.moves.levers import LiftLever, MoveLever, PlaceLever
from game.core.moves.votes import LayToken, TakeToken
from game.core.session import Session
from game.view.answer.intents import (
    Choice,
    CloseTop,
    EditField,
    ForgetText,
    MoveCamera,
    Pan,
    ScrollBy,
    SelectTab,
    Several,
    Spotlight,
)
from game.view.answer.leading import PODIUM
from game.view.answer.pulling import Pull
from game.view.answer.ui import Pairs, Ui, with_pair
from game.view.tree.node import Node

MOVES = (PlaceIssue, MoveIssue, LiftIssue, PlaceLever, MoveLever, LiftLever, LayToken, TakeToken)
"""What members do: they place cards, move them, take them back, and lay their own tokens."""
LOOKS = (SelectTab, Spotlight, CloseTop, ScrollBy, MoveCamera, ForgetText)
"""What changes only what the room looks at."""


def may(does: object) -> bool:
    """Tell whether a hand in the room's window may do this."""
    match does:
        case Several(things):
            return all(may(thing) for thing in things)
        case Pull():
            return may(does.press)
        case Choice():
            return all(may(answer) for _, answer in does.answers)
        case EditField():
            return does.live
        case Pan():
            return does.taps is None or may(does.taps)
        case _:
            return isinstance(does, MOVES + LOOKS)


def only(node: Node) -> Node:
    """Give a tree with what members may do alone: other buttons are gone, what else could be pressed is only shown."""
    kids = tuple(only(kid) for kid in node.kids if not _gone(kid))
    if len(kids) != len(node.kids) or any(a is not b for a, b in zip(kids, node.kids, strict=True)):
        node = replace(node, kids=kids)
    return node if node.does is None or may(node.does) else replace(node, does=None, drags=None)


def told(node: Node) -> Node:
    """Give a dialog that the facilitator brought to the room: it is read there, and has no button at all."""
    kids = tuple(told(kid) for kid in node.kids if kid.role != "button")
    return replace(node, kids=kids) if node.kids else node


def _gone(node: Node) -> bool:
    return node.role == "button" and not may(node.does)


def shown(lead: Ui, own: Ui, session: Session | None) -> Ui:
    """Give the view of the room's window: what the facilitator's tells it, and what its own hands look at."""
    brought = lead.dialog if lead.dialog in PODIUM else lead.lead.shown
    if session is None or (brought == "event" and not session.events):
        brought = ""  # until one is drawn, that dialog lists them all
    return replace(
        own, lead=replace(lead.lead, room=True, page=False), screen=lead.screen, lang=lead.lang, percent=lead.percent,
        reading=lead.reading, reduced=lead.reduced, low=lead.low, now=lead.now, room=lead.room,
        spotlight=lead.spotlight, texts=_read(lead, own, brought), dialog=brought, about=lead.about if brought else "",
        menu=False, pending=None, notices=(), faults=(), drawing=None,
    )  # fmt: skip


def _read(lead: Ui, own: Ui, brought: str) -> Pairs:
    """Give the room's texts: of the facilitator's, the sentence alone that is being written before all."""
    key = f"arbitrate:{lead.about}"
    written = brought == "arbitrate" and lead.writing.has(key)
    return with_pair(own.texts, key, lead.text(key)) if written else own.texts


def followed(before: Ui, lead: Ui, own: Ui) -> Ui:
    """Give the room's own view once it looks at what the facilitator has just chosen to look at."""
    tabs = own.tabs
    for strip, tab in lead.tabs:
        if before.tab(strip, "") != tab:
            tabs = with_pair(tabs, strip, tab)
    camera = lead.camera if lead.camera != before.camera else own.camera
    return replace(own, tabs=tabs, camera=camera)
