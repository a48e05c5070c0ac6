"""First steps, at the very first opening: drag one card, undo, show one large. Nothing of it is of any session."""

from __future__ import annotations

from dataclasses import replace

from game.core.cards import IssueCard
from game.core.text import same
from game.view.answer.gestures import PractiseSpot, PractiseThing
from game.view.answer.intents import CloseTop, SelectTab
from game.view.answer.pressing import FIRST
from game.view.answer.ui import Ui
from game.view.parts.cards import Face, card_face
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import Dialog, dialog, label, plate, press, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, abreast, column, made, middle, node, over, pad, space
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

STEPS = ("", "laid", "back", "large", "done")
"""What the view's tab says: a card to drag, to take back, to show large, shown, the end."""
CARD = (300, 220)


def build(s: Sight, ui: Ui) -> Node:
    """Build the dialog at the step reached."""
    step = ui.tab(FIRST, "")
    at = STEPS.index(step) if step in STEPS else 0
    pieces = (*_told(s, at), _shown(s, step), _ways(s, step))
    listed = scrolled(s, ui, Listed(f"first:{at}", s.say("first.title"), 22), pieces)
    return dialog(s, Dialog("dialog:first", s.say("first.title"), (s.px(1180), s.px(760))), listed)


def _told(s: Sight, at: int) -> tuple[Piece, ...]:
    """Say which of the three gestures comes now, and how it is done by hand and by keys."""
    n, name = min(at, 2) + 1, STEPS[at] or "drag"
    head = label(s, "first:where", s.say("first.where", n=n), Style(ink=theme.INK_3)) if name != "done" else None
    said = label(s, "first:said", s.say(f"first.{name}"), Style(theme.TITLE, bold=True), "heading")
    keys = label(s, "first:keys", s.say(f"first.{name}.keys"), Style(theme.BODY))
    return tuple(one for one in (head, said, keys) if one is not None)


def _shown(s: Sight, step: str) -> Piece:
    if step in ("large", "done"):
        return node("group", "first:board", "", _large(s) if step == "large" else space(s.px(40)))
    home, spot = (
        (_card(s, step), _empty(s, "first:spot")) if step != "laid" else (_empty(s, "first:home"), _card(s, step))
    )
    return node(
        "group", "first:board", "", abreast([(home, 1), (spot, 1)], s.px(2 * CARD[0] + 60), (s.px(60), s.px(20)))
    )


def _card(s: Sight, step: str) -> Piece:
    """Give the card: to drag at first, to press at last."""
    words = same(s.say("first.card"))
    card = IssueCard("first", "", (), words, words, same(s.say("first.card.asks")))
    face = Face(s.say("first.card.kind"), "leaf", 0, 6)

    def put(box: Box) -> Node:
        found = card_face(s, box.middle(s.px(CARD[0]), s.px(CARD[1])), "first:card", card, face)
        if step == "":
            return replace(found, drags=PractiseThing())
        return replace(found, does=SelectTab(FIRST, "large")) if step == "back" else found

    return made(s.px(CARD[0]), s.px(CARD[1]), put)


def _empty(s: Sight, key: str) -> Piece:
    """Give the place of a card, empty: where it is to be dropped, or where it was."""
    side = tuple(map(s.px, CARD))
    name = s.say("first.spot")
    words = text(s, name if key == "first:spot" else "", Style(ink=theme.INK_3, align="centre", middle=True))
    look = over(middle(pad(words, s.px(14))), plate(s, theme.PAPER, theme.INK_3, 2, 8))

    def put(box: Box) -> Node:
        found = node("group", key, name, look).node(box.middle(*side))
        return replace(found, accepts=PractiseSpot()) if key == "first:spot" else found

    return made(side[0], side[1], put)


def _large(s: Sight) -> Piece:
    shape = column(
        text(s, s.say("first.card"), Style(theme.BIG, bold=True, back=theme.WHITE)),
        text(s, s.say("first.card.asks"), Style(theme.TITLE, back=theme.WHITE)),
        gap=s.px(14),
    )
    card = over(pad(shape, s.px(30), s.px(24)), plate(s, theme.WHITE, theme.INK, 4))
    return node("text", "first:large", f"{s.say('first.card')}. {s.say('first.card.asks')}", card)


def _ways(s: Sight, step: str) -> Piece:
    """Give the gesture's own button, if it has one, and the way out."""
    own = {
        "laid": Button("first:undo", s.say("first.undo"), SelectTab(FIRST, "back"), "primary", "undo-2"),
        "large": Button("first:shut", s.say("first.shut"), SelectTab(FIRST, "done"), "primary", "x"),
        "done": Button("first:begin", s.say("first.begin"), CloseTop(), "primary", "clapperboard"),
    }.get(step)
    skip = Button("first:skip", s.say("first.skip"), CloseTop(), "quiet", "skip-forward") if step != "done" else None
    buttons = [(press(s, one, 72), 1) for one in (own, skip) if one is not None]
    return node("group", "first:ways", "", abreast(buttons, 0, (s.px(16), s.px(10))))
