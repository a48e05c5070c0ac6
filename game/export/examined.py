"""Purchases in the minutes: those the council spoke of, and those still to come, annexed."""

from __future__ import annotations

from game.core.examined import examined
from game.core.scenario import Intention
from game.export import obligations
from game.export.blocks import Block, Grid, Heading, Row, Words
from game.export.papers import cao
from game.export.telling import Teller
from game.words.numbers import euros

WIDTHS = (29, 13, 18, 27, 13)


def spoken_of(tell: Teller) -> list[Intention]:
    """Give the purchases the council spoke of, by family as the town lists them, then by launch."""
    return _by_family(tell, examined(tell.report.session))


def to_come(tell: Teller) -> list[Intention]:
    """Give the others that are still to be launched."""
    known = {one.id for one in examined(tell.report.session)}
    ahead = (one for one in tell.report.intentions if one.launch >= tell.report.session.date[:7])
    return _by_family(tell, tuple(one for one in ahead if one.id not in known))


def _by_family(tell: Teller, found: tuple[Intention, ...]) -> list[Intention]:
    order = [family.id for family in tell.report.session.workshop.scenario.families]
    return sorted(found, key=lambda one: (order.index(one.family) if one.family in order else len(order), one.launch))


def section(tell: Teller) -> tuple[Block, ...]:
    """List the purchases the council spoke of."""
    return (Heading(tell.say("minutes.intentions")), _table(tell, spoken_of(tell)))


def annex(tell: Teller, title: str) -> tuple[Block, ...]:
    """List the purchases to come that the council did not speak of, and what they owe all the same."""
    found = to_come(tell)
    if not found:
        return ()
    return (Heading(title), _table(tell, found), *obligations.section(tell, found, level=2))


def _table(tell: Teller, found: list[Intention]) -> Block:
    if not found:
        return Words(tell.say("minutes.no_purchase"))
    heads = ("column.purchase", "column.amount_ht", "paper.dates", "column.procedure", "head.cao_short")
    rows = tuple(_row(tell, one) for one in found)
    return Grid(tuple(map(tell.say, heads)), rows, WIDTHS, right=(1,))


def _row(tell: Teller, one: Intention) -> Row:
    place = tell.place(one.place)
    title = tell.intention(one)
    dates = " \u2192 ".join(part for part in (tell.month(one.launch), tell.month(one.award)) if part)
    return (f"{title}\n{place}" if place else title, euros(one.amount_ht, tell.lang), dates,
            tell.read(one.procedure) or tell.say("unknown"), cao(tell, one))  # fmt: skip
