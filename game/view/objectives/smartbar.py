"""The SMART check of a sheet: five marks, each with its reason in words. Live: read from the session at each change."""

from __future__ import annotations

from game.core.errors import Fact
from game.core.objective import Objective
from game.core.session import Session
from game.core.smart import Mark as Check
from game.core.smart import smart
from game.view.parts.lists import kept
from game.view.parts.pieces import fitted, icon, plate, text, told
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grid, grow, node, over, pad, row, sized, ways
from game.view.tree.looks import Style
from game.view.tree.sight import Sight
from game.words.calendar import month
from game.words.numbers import number

HELD, LACKS = (theme.GOOD, theme.GOOD_2, "check"), (theme.WARN, theme.WARN_2, "triangle-alert")
"""Ink, fill and icon of a mark that holds, and of one that does not: outline and icon tell, colour only helps."""


def bar(s: Sight, session: Session, sheet: Objective) -> Piece:
    """Give the five marks beside each other, or one under the other where their words would be cut."""
    found, gap = smart(session, sheet), s.px(10)
    marks = [kept(s, f"smart:{mark.letter}:beside", _beside, mark) for mark in found]
    word = max(s.width(_word(s, mark), theme.TEXT, bold=True) for mark in found) + s.px(30 + 8 + 2 * 14)
    beside = sized(grid(marks, len(marks), gap), wide=len(marks) * (word + gap))
    return node(
        "group", "smart", s.say("council.smart.title"), ways(beside, column(*lines(s, session, sheet), gap=gap))
    )


def lines(s: Sight, session: Session, sheet: Objective) -> tuple[Piece, ...]:
    """Give the five marks one under the other."""
    return tuple(kept(s, f"smart:{mark.letter}", _line, mark) for mark in smart(session, sheet))


def _reason(s: Sight, mark: Check) -> str:
    lang = s.speaker.lang
    fields = dict(mark.facts).get("fields", ())
    if isinstance(fields, tuple) and len(fields) > 1:
        named = ", ".join(s.say(f"council.field.{name}") for name in fields)
        return s.say(f"smart.{mark.letter}.several", fields=named)
    facts = {name: _fact(fact, lang) for name, fact in mark.facts}
    if "month" in facts:
        facts["month"] = month(str(facts["month"]), lang)
    return s.say(f"smart.{mark.letter}.{mark.reason}", **facts)


def _fact(fact: Fact, lang: str) -> Fact:
    return number(fact, lang) if isinstance(fact, float) else fact


def _beside(s: Sight, mark: Check) -> Piece:
    """Give a mark with its word over its reason."""
    ink, fill, sign = HELD if mark.held else LACKS
    word = fitted(s, _word(s, mark), Style(theme.BODY, bold=True, back=fill, middle=True), theme.TEXT)
    head = sized(row(icon(s, sign, 30, ink), grow(word), gap=s.px(8)), tall=s.px(40))
    return _card(s, mark, column(head, text(s, _reason(s, mark), Style(back=fill)), gap=s.px(4)))


def _line(s: Sight, mark: Check) -> Piece:
    """Give a mark with its word and its reason on one line."""
    ink, fill, sign = HELD if mark.held else LACKS
    said = s.say("said.of", what=_word(s, mark), said=_reason(s, mark))
    return _card(s, mark, told(s, icon(s, sign, 30, ink), text(s, said, Style(back=fill))))


def _word(s: Sight, mark: Check) -> str:
    return s.say(f"council.smart.{mark.letter}")


def _card(s: Sight, mark: Check, shape: Piece) -> Piece:
    ink, fill, _ = HELD if mark.held else LACKS
    said = s.say("council.smart.held" if mark.held else "council.smart.lacks")
    card = over(pad(shape, s.px(14), s.px(9)), plate(s, fill, ink, 3, dash=0 if mark.held else 10))
    spoken = s.say("said.of", what=f"{_word(s, mark)}, {said}", said=_reason(s, mark))
    return node("text", f"smart:{mark.letter}", spoken, card)
