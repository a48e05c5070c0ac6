"""The numbered pins of the plan: one an issue, in the slots its place has for them."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.family import Family
from game.view.answer.gestures import IssueThing
from game.view.answer.intents import Camera, MoveCamera, Spotlight
from game.view.answer.pointers import zoomed
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Mark, Style, Words
from game.view.tree.node import Node
from game.view.tree.sight import Sight


@dataclass(frozen=True, slots=True)
class Pinned:
    """A placed issue as its pin shows it."""

    card: str
    name: str
    number: int
    family: Family


def pins_laid(s: Sight, found: tuple[Pinned, ...], discs: list[Box], look: Camera) -> list[Node]:
    """Lay one pin an issue in the slots of the place; more issues than slots: the last one counts the rest."""
    room = len(discs) if len(found) <= len(discs) else max(0, len(discs) - 1)
    nodes = [_pin(s, pin, disc) for pin, disc in zip(found[:room], discs, strict=False)]
    if found[room:] and discs:
        nodes.append(_more(s, found[room:], discs[room], look))
    return nodes


def _pin(s: Sight, pin: Pinned, disc: Box) -> Node:
    family = pin.family
    name = s.say("board.pin", number=pin.number, card=pin.name, family=family.name.say(s.speaker.lang))
    look = disc_marks(s, disc, str(pin.number), family.colour)
    return Node("pin", f"pin:{pin.card}", name, disc, look, Spotlight(pin.card), drags=IssueThing(pin.card))


def _more(s: Sight, rest: tuple[Pinned, ...], disc: Box, look: Camera) -> Node:
    """Count the issues that have no slot; pressing looks closer."""
    names, does = ", ".join(pin.name for pin in rest), MoveCamera(zoomed(look, 3))
    marks = disc_marks(s, disc, f"+{len(rest)}", theme.INK)
    return Node("pin", f"pins:{rest[0].card}", s.say("board.more_pins", n=len(rest), cards=names), disc, marks, does)


def disc_marks(s: Sight, box: Box, text: str, colour: str) -> tuple[Mark, ...]:
    """Show a numbered disc with its white ring."""
    disc = Fill(box.inset(s.px(1)), colour, box.h // 2, theme.WHITE, s.px(3), shadow=s.px(2))
    style = Style(ink=theme.on(colour), bold=True, back=colour, align="centre", middle=True)
    words = s.words(box.inset(-s.px(2), 0), text, style)
    return (disc, Words(words.box.meet(box), words.lines, words.px, words.step, words.colour, bold=True,
                        align="centre", back=colour))  # fmt: skip
