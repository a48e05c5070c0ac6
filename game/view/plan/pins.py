"""The numbered pins of the plan: on the town, in the slots of their place, each with a tail to its footprint."""

from __future__ import annotations

from math import hypot

from game.core.frozen import dataclass
from game.view.answer.intents import Camera, MoveCamera
from game.view.answer.plan import zoomed
from game.view.plan.sheet import Tag
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Line, Mark, Poly, Style, Words
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SHORT = 7
"""How far from the middle of a footprint a tail ends, at 1080p: the footprint stays whole."""
NEAR = 3
"""Zoom notches that a press on a counter looks closer."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """What a pin shows and does: an issue that lies there, or a purchase to come. `on`: it is the one looked at."""

    key: str
    name: str
    spoken: str
    number: int
    colour: str
    does: object
    drags: object = None
    on: bool = False


def pins_laid(s: Sight, tag: Tag, found: tuple[Pinned, ...], shown: Camera) -> tuple[Node, ...]:
    """Lay the pins of a place in its slots; of more than there are slots, the last one counts the rest."""
    room = len(tag.slots) if len(found) <= len(tag.slots) else max(0, len(tag.slots) - 1)
    nodes = [_pin(s, tag, pin, spot) for pin, spot in zip(found[:room], tag.slots, strict=False)]
    if found[room:] and tag.slots:
        nodes.append(_more(s, tag, found[room:], tag.slots[room], shown))
    return tuple(nodes)


def _pin(s: Sight, tag: Tag, pin: Pinned, spot: Box) -> Node:
    ring = (Fill(spot.inset(-s.px(6)), theme.ACCENT, spot.h),) if pin.on else ()
    look = (*_tail(s, tag, spot, pin.colour), *ring, *disc_marks(s, spot, str(pin.number), pin.colour))
    return Node("pin", pin.key, pin.spoken, spot, look, pin.does, ("selected",) if pin.on else (), drags=pin.drags)


def _more(s: Sight, tag: Tag, rest: tuple[Pinned, ...], spot: Box, shown: Camera) -> Node:
    """Count what has no slot; pressing looks closer."""
    names, does = ", ".join(pin.name for pin in rest), MoveCamera(zoomed(shown, NEAR))
    marks = (*_tail(s, tag, spot, theme.INK), *disc_marks(s, spot, f"+{len(rest)}", theme.INK))
    name = s.say("board.more_pins", n=len(rest), cards=names)
    return Node("pin", f"pins:{rest[0].key.partition(':')[2]}", name, spot, marks, does)


def _tail(s: Sight, tag: Tag, spot: Box, colour: str) -> tuple[Mark, ...]:
    """Draw the wedge from a pin to its footprint's edge; a pin that stands in its area needs none."""
    (x, y), site = spot.centre, tag.site
    far = hypot(site[0] - x, site[1] - y)
    if far < spot.w / 2 or (tag.area and tag.home(x, y)):
        return ()
    across, down, short = (site[1] - y) / far, (x - site[0]) / far, s.px(SHORT)
    sx, sy = site[0] + down * short, site[1] - across * short
    wide, tip = spot.w / 5, spot.w / 18
    points = (
        (round(x + across * wide), round(y + down * wide)), (round(sx + across * tip), round(sy + down * tip)),
        (round(sx - across * tip), round(sy - down * tip)), (round(x - across * wide), round(y - down * wide)),
    )  # fmt: skip
    return (Line(points, theme.WHITE, s.px(3), closed=True), Poly(points, colour))


def disc_marks(s: Sight, box: Box, text: str, colour: str) -> tuple[Mark, ...]:
    """Show a numbered disc with its white ring."""
    disc = Fill(box.inset(s.px(1)), colour, box.h // 2, theme.WHITE, s.px(3), shadow=s.px(2))
    style = Style(ink=theme.on(colour), bold=True, back=colour, align="centre", middle=True)
    words = s.words(box.inset(-s.px(2), 0), text, style)
    return (disc, Words(words.box.meet(box), words.lines, words.px, words.step, words.colour, bold=True,
                        align="centre", back=colour))  # fmt: skip
