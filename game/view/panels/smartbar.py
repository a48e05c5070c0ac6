"""The SMART check of a sheet: five marks, each with its reason in words. Live: read from the session at each change."""

from __future__ import annotations

from game.core.objective import Objective
from game.core.session import Session
from game.core.smart import Mark as Check
from game.core.smart import smart
from game.view import theme
from game.view.box import Box
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.panels.blocks import Block
from game.view.sight import Sight
from game.words.numbers import number

HELD, LACKS = (theme.GOOD, theme.GOOD_2, "check"), (theme.WARN, theme.WARN_2, "triangle-alert")
"""Ink, fill and icon of a mark that holds, and of one that does not: outline and icon tell, colour only helps."""


def height(s: Sight, session: Session, sheet: Objective, wide: int) -> int:
    """Give the height five marks beside each other need at a width."""
    room = (wide - 4 * s.px(10)) // 5 - s.px(28)
    reasons = max(s.tall(_reason(s, mark), theme.TEXT, room) for mark in smart(session, sheet))
    return reasons + s.px(44) + s.px(20)


def row(s: Sight, session: Session, sheet: Objective, box: Box) -> Node:
    """Give the five marks beside each other."""
    marks = smart(session, sheet)
    cells = box.columns(5, s.px(10))
    kids = tuple(_cell(s, mark, cell) for mark, cell in zip(marks, cells, strict=True))
    return Node("group", "smart", s.say("council.smart.title"), box, kids=kids)


def lines(s: Sight, session: Session, sheet: Objective, wide: int) -> tuple[Block, ...]:
    """Give the five marks one under the other."""
    return tuple(_line(s, mark, wide) for mark in smart(session, sheet))


def _reason(s: Sight, mark: Check) -> str:
    lang = s.speaker.lang
    fields = dict(mark.facts).get("fields", ())
    if isinstance(fields, tuple) and len(fields) > 1:
        named = ", ".join(s.say(f"council.field.{name}") for name in fields)
        return s.say(f"smart.{mark.letter}.several", fields=named)
    facts = {name: number(fact, lang) if isinstance(fact, float) else fact for name, fact in mark.facts}
    return s.say(f"smart.{mark.letter}.{mark.reason}", **facts)


def _look(mark: Check) -> tuple[str, str, str]:
    return HELD if mark.held else LACKS


def _cell(s: Sight, mark: Check, box: Box) -> Node:
    ink, fill, icon = _look(mark)
    head, rest = box.inset(s.px(14), s.px(8)).cut_top(s.px(40), s.px(4))
    spot, head = head.cut_left(s.px(30), s.px(8))
    word = s.say(f"council.smart.{mark.letter}")
    look: tuple[Mark, ...] = (
        Fill(box, fill, s.px(theme.RADIUS), ink, s.px(3), dash=0 if mark.held else s.px(10)),
        Icon(spot.middle(s.px(28), s.px(28)), icon, ink),
        s.words(head, word, Style(theme.BODY, bold=True, back=fill, middle=True)),
        s.words(rest, _reason(s, mark), Style(back=fill)),
    )
    return Node("text", f"smart:{mark.letter}", _name(s, mark), box, look)


def _name(s: Sight, mark: Check) -> str:
    said = s.say("council.smart.held" if mark.held else "council.smart.lacks")
    return f"{s.say(f'council.smart.{mark.letter}')}, {said} : {_reason(s, mark)}"


def _line(s: Sight, mark: Check, wide: int) -> Block:
    ink, fill, icon = _look(mark)
    said = f"{s.say(f'council.smart.{mark.letter}')} : {_reason(s, mark)}"
    room = wide - s.px(74)
    tall = s.tall(said, theme.TEXT, room) + s.px(18)

    def build(box: Box) -> Node:
        spot, rest = box.inset(s.px(14), s.px(9)).cut_left(s.px(30), s.px(12))
        look = (
            Fill(box, fill, s.px(theme.RADIUS), ink, s.px(3), dash=0 if mark.held else s.px(10)),
            Icon(spot.cut_top(s.px(30))[0], icon, ink),
            s.words(rest, said, Style(back=fill)),
        )
        return Node("text", f"smart:{mark.letter}", _name(s, mark), box, look)

    return Block(tall, build)
