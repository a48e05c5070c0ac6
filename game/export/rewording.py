"""Texts of the minutes that a contract may not carry as they are: listed with the lawful ways round, before signing."""

from __future__ import annotations

from game.core.doubtful import Doubtful, doubtful
from game.export.blocks import Block, Grid, Heading, Row, Words
from game.export.telling import Teller
from game.words.catalogue import speaker


def section(tell: Teller) -> tuple[Block, ...]:
    """List them, if there are any."""
    found = doubtful(tell.report.session)
    if not found:
        return ()
    heads = tuple(map(tell.say, ("doubtful.text", "doubtful.word", "doubtful.way")))
    rows = tuple(_row(tell, one) for one in found)
    head = Heading(tell.say("doubtful.head"))
    return (head, Words(tell.say("doubtful.why")), Grid(heads, rows, (42, 18, 40)))


def _row(tell: Teller, one: Doubtful) -> Row:
    where = tell.say(f"doubtful.{one.where}", code=one.code).strip()
    said = tell.say("doubtful.said", where=where, text=tell.read(one.text))
    return (said, tell.read(one.found.said), speaker(tell.lang).say(f"guard.way.{one.found.kind}"))
