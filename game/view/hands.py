"""What floats over the board: lit targets, held things, the focus ring, the sentence said to the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from game.core.session import Session
from game.view.answer.landing import Landing, Target, landing, over
from game.view.answer.pulling import Pull
from game.view.answer.touched import found
from game.view.answer.ui import Held, Ui
from game.view.parts.carried import carried
from game.view.parts.named import named
from game.view.parts.pulled import pulled
from game.view.parts.shaded import shaded
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Lit, Node, top_layer
from game.view.tree.sight import Sight

CHIP = 40
"""Height of the word on a cell while a card is held, at 1080p."""
TOLD = "told:"
"""How the key begins of the node that tells, unseen, what a gesture did."""
TIMES, HEARD = (5, 1), 10
"""Minutes before a phase's end at which it is told; seconds the sentence stays, to be heard once."""
TONES = {
    "legal": (theme.INK, "", "circle-dot"),
    "answers": (theme.GOOD, theme.ANSWERS, "check"),
    "tension": (theme.WARN, theme.PULLS, "zap"),
}
"""Outline, veil and icon of a lit target: never told by colour alone."""


def build(s: Sight, ui: Ui, session: Session | None, board: Node) -> Node:
    """Give the hands' node: pressed by nobody, repainted alone while a thing moves."""
    kids: list[Node] = []
    aims = [_aim(held, board) for held in ui.held if held.dragging and held.node.drags is not None]
    kids += [_lit(s, session, aim, board) for aim in aims if aim.found.targets]
    if session is not None and aims:
        kids += [told for told in (carried(s, ui, session, aims[0].held, board),) if told is not None]
    aimed = [(aim.target.lit is not None, _over(s, aim.held, aim.target)) for aim in aims if aim.target is not None]
    kids += [node for small, node in aimed if not small]
    kids += [_floating(s, aim) for aim in aims]
    kids += [node for small, node in aimed if small]  # a place is small: the card would hide where it goes
    kids += [_letters(s, aim, aim.target) for aim in aims if aim.target is not None and aim.held.spelled.text]
    kids += [_why(s, aim.held, aim.target) for aim in aims if aim.target is not None and _said_of(aim.target)]
    kids += [pulled(s, held) for held in ui.held if held.dragging and isinstance(held.node.does, Pull)]
    kids += [one for one in (_focus(s, ui, board), named(s, ui, board)) if one is not None]
    if ui.toast is not None:
        kids += [_around_touched(s, ui, node) for node in found(top_layer(board), ui.toast.where)]
        kids.append(_toast(s, ui))
    timed = isinstance(session, Session) and not session.closed
    time_told = _time_told(s, session.remaining(ui.now)) if session is not None and timed else ""
    if time_told:
        kids.append(Node("text", f"{TOLD}time", time_told, s.box, states=("polite",)))
    kids += [_taken(s, held) for held in ui.held if held.dragging and held.pointer == "keys"]
    if ui.told.text:
        kids.append(Node("text", f"{TOLD}{ui.told.turn % 2}", ui.told.text, s.box, states=("polite",)))
    return Node("group", "hands", "", s.box, states=("ghost",), kids=tuple(kids))


def _taken(s: Sight, held: Held) -> Node:
    """Say, unseen, that the keys carry a thing, and how many spots take it."""
    spots = sum(bool(ruling.legal) for ruling in held.rulings)
    return Node("text", f"{TOLD}taken", s.say("held.taken", card=held.node.name, n=spots), s.box, states=("polite",))


def _time_told(s: Sight, left: int) -> str:
    """Say for who cannot see the clock that a phase nears its end, and that it is over: once each."""
    minutes = next((n for n in TIMES if 60 * n - HEARD < left <= 60 * n), 0)
    if minutes:
        return s.say("board.clock.told", n=minutes)
    return s.say("board.clock.told_over") if -HEARD < left <= 0 else ""


class Aim(NamedTuple):
    """What a hand carries, what the board offers it, the target a drop would go to now, and the pixel it is at."""

    held: Held
    found: Landing
    target: Target | None
    at: tuple[int, int]


def _aim(held: Held, board: Node) -> Aim:
    found = landing(held, board)
    target = over(held, found)
    at = _beside(held.node.box, target.box, board.box) if target is not None and held.pointer == "keys" else held.now
    return Aim(held, found, target, at)


def _beside(card: Box, target: Box, room: Box) -> tuple[int, int]:
    """Give where the middle of a card that keys carry stands: beside where it goes, which it does not hide."""
    wide, tall, (x, y) = card.w * 2 // 3, card.h * 2 // 3, target.centre  # it leans, and has a shadow
    left, right, over, below = target.x - wide, target.right + wide, target.y - tall, target.bottom + tall
    spots = ((right, y), (left, y), (x, below), (x, over))
    inner = room.inset(wide, tall)
    stands = next((spot for spot in spots if inner.holds(*spot)), None)
    if stands is None:
        near = (_held_in(inner, *spot) for spot in spots)
        stands = min(near, key=lambda spot: _shared(Box(spot[0] - wide, spot[1] - tall, 2 * wide, 2 * tall), target))
    return stands


def _held_in(room: Box, x: int, y: int) -> tuple[int, int]:
    return max(room.x, min(room.right, x)), max(room.y, min(room.bottom, y))


def _shared(one: Box, other: Box) -> int:
    both = one.meet(other)
    return both.w * both.h


def _around_touched(s: Sight, ui: Ui, node: Node) -> Node:
    """Show a card, a cell or a place that a mark touched; its frame beats, where motion is not reduced."""
    wide = s.px(8 if ui.reduced or ui.room % 2 else 5)
    frame = Fill(node.box.inset(-s.px(4)).meet(s.box), "", s.px(theme.RADIUS), theme.ACCENT, wide)
    edge = Fill(node.box.inset(-s.px(8)).meet(s.box), "", s.px(theme.RADIUS), theme.INK, s.px(3))
    return Node("group", f"touched:{node.key}", "", node.box.inset(-s.px(8)).meet(s.box), (edge, frame))


def _lit(s: Sight, session: Session | None, aim: Aim, board: Node) -> Node:
    slot = f"lit:{aim.held.pointer}"
    return s.part(slot, _targets, slot, session, aim.found, board)


def _targets(s: Sight, slot: str, session: Session | None, found: Landing, board: Node) -> Node:
    home, targets = found.home, found.targets
    marks: list[Mark] = []
    if home is not None:
        marks.append(Fill(home, theme.LEFT, s.px(theme.RADIUS), theme.INK_3, s.px(2), dash=s.px(8)))
    marks += shaded(s, found, board)
    marks += _told_beside(s, {target.key: target for target in targets}, board)
    marks += [mark for target in targets if target.lit is None for mark in _target(s, session, target, targets)]
    return Node("group", slot, "", s.box, tuple(marks))


def _told_beside(s: Sight, targets: Mapping[str, Target], board: Node) -> list[Mark]:
    """Draw what nodes tell beside of how they look meanwhile: where the thing may be dropped, or may not; then pins."""
    lit = [node for node in top_layer(board).walk() if node.lit is not None]
    pins = [node for node in top_layer(board).walk() if node.role == "pin"] if lit else []
    marks = [mark for node in lit for mark in _looks(node.lit, targets.get(node.key))]
    marks += [mark for pin in pins for mark in pin.look]
    return marks + [mark for node in lit for mark in _sign(s, node.lit, targets.get(node.key))]


def _looks(lit: Lit | None, target: Target | None) -> tuple[Mark, ...]:
    return () if lit is None else lit.aside if target is None else lit.may


def _sign(s: Sight, lit: Lit | None, target: Target | None) -> tuple[Mark, ...]:
    """Tell by a sign that a drop answers, or pulls."""
    if target is None or lit is None or lit.sign is None or target.tone == "legal":
        return ()
    colour, _, icon = TONES[target.tone]
    disc = Fill(lit.sign, colour, lit.sign.h // 2, theme.WHITE, s.px(2))
    return disc, Icon(lit.sign.inset(s.px(5)), icon, theme.WHITE)


def _target(s: Sight, session: Session | None, target: Target, all_of_them: tuple[Target, ...]) -> tuple[Mark, ...]:
    colour, veil, icon = TONES[target.tone]
    if _around(target, all_of_them):
        return (Fill(target.box.inset(s.px(3)), "", s.px(8), colour, s.px(2)),)
    dash, legal = s.px(10) if target.tone == "tension" else 0, target.tone == "legal"
    frame = Fill(target.box.inset(s.px(2)), veil, s.px(8), colour, s.px(3 if legal else 5), dash=dash)
    return (frame,) if legal else (frame, *_chip(s, session, target, colour, icon))


def _chip(s: Sight, session: Session | None, target: Target, colour: str, icon: str) -> tuple[Mark, ...]:
    """Say in a word what a drop would mean: over the free slot of a cell, above the levers it has."""
    text, side, tall = s.say(f"board.lit.{target.tone}"), s.px(26), s.px(CHIP)
    wide = side + s.width(text, theme.TEXT, bold=True) + s.px(40)
    right, low = target.box.right - s.px(8), target.box.bottom - _laid(s, session, target) - s.px(6)
    box = Box(right - wide, low - tall, wide, tall)
    if wide > target.box.w:
        tall, side, text = s.px(30), s.px(20), ""
        box = Box(target.box.right - tall - s.px(3), target.box.bottom - tall - s.px(3), tall, tall)
    spot, words = box.inset(s.px(10 if text else 5), 0).cut_left(side, s.px(8))
    marks: list[Mark] = [Fill(box, colour, tall // 2, theme.WHITE, s.px(2)),
                         Icon(spot.middle(side, side), icon, theme.WHITE)]  # fmt: skip
    if text:
        marks.append(s.words(words, text, Style(ink=theme.WHITE, bold=True, back=colour, middle=True)))
    return tuple(marks)


def _laid(s: Sight, session: Session | None, target: Target) -> int:
    """Give the height the levers of a cell take, in pixels, if the target is one."""
    kind, _, card = target.key.partition(":")
    placed = session.placed(card) if kind == "cell" and session is not None else None
    return s.px(theme.TARGET + 2) * len(placed.levers) if placed is not None else 0


def _around(target: Target, all_of_them: tuple[Target, ...]) -> bool:
    """Tell whether a target is a row around finer targets: drawn thin, they show."""
    return any(target.box.covers(other.box) for other in all_of_them if other is not target)


def _over(s: Sight, held: Held, target: Target) -> Node:
    ring = target.box.inset(-s.px(3))
    rings = ((theme.ACCENT, 8), (theme.INK, 2))
    look: tuple[Mark, ...] = tuple(Fill(ring, "", s.px(11), colour, s.px(wide)) for colour, wide in rings)
    look = target.lit.over if target.lit is not None else look
    return Node("group", f"over:{held.pointer}", target.name, ring.inset(-s.px(6)), look, hint=target.why)


def _letters(s: Sight, aim: Aim, target: Target) -> Node:
    """Show the letters typed to find a target, above the card that is carried there."""
    text, (x, y) = aim.held.spelled.text, aim.at
    wide, tall = s.width(text, theme.LABEL, bold=True) + s.px(28), s.px(48)
    left = max(s.px(8), min(x - wide // 2, s.box.w - wide - s.px(8)))
    box = Box(left, max(s.px(8), y - aim.held.node.box.h * 2 // 3 - tall), wide, tall)
    look = (
        Fill(box, theme.INK, s.px(theme.RADIUS), theme.WHITE, s.px(2)),
        s.words(box, text, Style(theme.LABEL, theme.WHITE, bold=True, back=theme.INK, align="centre", middle=True)),
    )
    return Node("text", "letters:keys", f"{text}, {target.name}", box, look)


def _floating(s: Sight, aim: Aim) -> Node:
    """Draw the card where the hand is, taken where it was taken, as the board draws it now."""
    node, (across, down) = aim.held.node, aim.held.grip
    x, y = aim.at[0] - round(across * node.box.w), aim.at[1] - round(down * node.box.h)
    box = Box(x, y, node.box.w, node.box.h).inset(-(max(node.box.w, node.box.h) // 7))
    name = s.say("held.card", card=node.name)
    return Node("group", f"held:{aim.held.pointer}", name, box, states=("lifted",), kids=(node,))


def _focus(s: Sight, ui: Ui, board: Node) -> Node | None:
    if not (ui.focus and ui.focus_seen) or any(held.pointer == "keys" for held in ui.held):
        return None
    node = top_layer(board).find(ui.focus)
    if node is None:
        return None
    box = node.box.inset(-s.px(5)).meet(s.box)
    look = (
        Fill(box, "", s.px(theme.RADIUS), theme.WHITE, s.px(7)),
        Fill(box, "", s.px(theme.RADIUS), theme.INK, s.px(4)),
    )
    return Node("group", "focus", "", box.inset(-s.px(5)), look)


def _toast(s: Sight, ui: Ui) -> Node:
    toast = ui.toast
    assert toast is not None
    fill, ink, icon = {
        "refused": (theme.BAD_2, theme.BAD, "octagon-x"),
        "done": (theme.GOOD_2, theme.GOOD, "check"),
    }.get(toast.tone, (theme.WHITE, theme.INK, "info"))
    return _said(s, "toast", toast.text, fill, ink, icon)


def said_in(tree: Node) -> str:
    """Give the sentence that a frame says to the room, empty if it says none."""
    return next((kid.name for kid in tree.kids[1].kids if kid.key == "toast"), "")


def late(s: Sight, floating: Node) -> Node:
    """Give the hands' node while a gesture is being saved."""
    said = _said(s, "toast", s.say("board.saving"), theme.WARN_2, theme.WARN, "hard-drive")
    return replace(floating, kids=(*(kid for kid in floating.kids if kid.key != "toast"), said))


def _said_of(target: Target) -> str:
    """Give why a target answers or pulls; of a place, that the card held hides, at least its name."""
    return target.why or (target.name if target.lit is not None else "")


def _why(s: Sight, held: Held, target: Target) -> Node:
    """Say in words why a target answers or pulls against the card held over it, or which place it is."""
    slot = f"why:{held.pointer}"
    return s.part(slot, _reason, slot, target)  # who carries by ear hears it of the target, where the focus is


def _reason(s: Sight, key: str, target: Target) -> Node:
    ink, _, icon = TONES[target.tone]
    fill = {"answers": theme.GOOD_2, "tension": theme.WARN_2}.get(target.tone, theme.WHITE)
    return replace(_said(s, key, _said_of(target), fill, ink, icon), states=())


def _said(s: Sight, key: str, text: str, fill: str, ink: str, icon: str) -> Node:
    width = min(s.box.w - s.px(80), s.px(1040))
    room = width - s.px(120)
    height = max(s.px(72), s.tall(text, theme.LABEL, room, bold=True) + s.px(32))
    box = Box(s.box.x + (s.box.w - width) // 2, s.box.y + s.px(6), width, height)
    icon_box, rest = box.inset(s.px(24), s.px(12)).cut_left(s.px(40), s.px(16))
    words = s.words(rest, text, Style(theme.LABEL, bold=True, back=fill, middle=True))
    look = (Fill(box, fill, s.px(theme.RADIUS), ink, s.px(4), shadow=s.px(12)), Icon(icon_box, icon, ink), words)
    return Node("banner", key, text, box, look, states=("live",))
