"""The annexes of minutes: the table, the purchases to come, how each indicator is counted, what the law asks."""

from __future__ import annotations

from game.core.expected import expected, measurable_from
from game.core.objective import Objective
from game.export import examined, obligations
from game.export.aims import quantity
from game.export.blocks import Block, Grid, Heading, Picture, Words
from game.export.papers import told
from game.export.register import COLUMNS
from game.export.telling import Teller


def section(tell: Teller) -> tuple[Block, ...]:
    """Give the annexes, numbered as they come; what has nothing to say is left out."""
    makers = (_method, _to_come, _law)
    found: list[Block] = []
    number = 1
    for make in makers:
        blocks = make(tell, number)
        number += bool(blocks)
        found += blocks
    return tuple(found)


def _title(tell: Teller, number: int, name: str) -> str:
    return tell.say("annex.title", n=number, title=tell.say(f"annex.{name}"))


def table(tell: Teller) -> Picture:
    """Give the picture of the table, the last page of the paper."""
    return Picture(tell.say("annex.alt", n=len(tell.report.votes)), tell.say("annex.picture"))


def _to_come(tell: Teller, number: int) -> tuple[Block, ...]:
    return examined.annex(tell, _title(tell, number, "to_come"))


def _law(tell: Teller, number: int) -> tuple[Block, ...]:
    return obligations.annex(tell, tell.report.intentions, _title(tell, number, "duties"))


def _method(tell: Teller, number: int) -> tuple[Block, ...]:
    adopted = tell.report.adopted
    if not adopted:
        return ()
    heads = ("column.code", "column.indicator", "column.source", "column.rhythm", "paper.counted")
    columns = {column.key: column for column in COLUMNS}
    rows = tuple(
        (one.code, *(told(columns[key].cell(tell, one)) for key in ("indicator", "source", "rhythm")),
         counted(tell, one))
        for one in adopted
    )  # fmt: skip
    grid = Grid(tuple(map(tell.say, heads)), rows, (18, 24, 22, 14, 22))
    return (Heading(_title(tell, number, "method")), Words(tell.say("annex.method_why")), grid)


def counted(tell: Teller, one: Objective) -> str:
    """Say how a target is counted: as so many of the next contracts where they are few, and from when."""
    session = tell.report.session
    since = tell.say("paper.since", month=tell.month(measurable_from(session, one))) if session.date else ""
    asked = expected(session, one)
    if asked is None or asked.means or not asked.n:
        return since or quantity(tell, one.target, one.unit)
    told_as = tell.say("paper.contracts", k=asked.k, n=asked.n, points=asked.points)
    return f"{told_as}\n{since}".strip()
