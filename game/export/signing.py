"""The foot of minutes: where they are signed, and to whom they go."""

from __future__ import annotations

from game.export.blocks import Block, Grid, Heading, Points
from game.export.papers import preparatory
from game.export.telling import Teller

ROOM = "\n" * 4
"""Lines a hand needs to sign."""


def section(tell: Teller) -> tuple[Block, ...]:
    """Give a cell a signature, then who receives the minutes."""
    chairs = [tell.read(seat.sitting.seat.role) for seat in tell.report.seats if seat.sitting.seat.co_chair]
    named = chairs if tell.report.named and chairs else [tell.say("minutes.chairs")]
    heads = (*named, tell.say("minutes.wrote"), tell.say("minutes.seen"))
    cell = tell.say("minutes.signed", room=ROOM)
    return (
        Heading(tell.say("minutes.signing")),
        Grid(heads, ((cell,) * len(heads),), (1,) * len(heads)),
        Heading(tell.say("minutes.sent")),
        Points(_receivers(tell)),
    )


def _receivers(tell: Teller) -> tuple[str, ...]:
    items = (item for one in tell.report.adopted for item in one.intentions)
    pilots = (tell.read(one.department) for one in tell.report.adopted)
    asked = dict.fromkeys(name for name in (*pilots, *(tell.read(item.department) for item in items)) if name)
    found = [tell.say("minutes.to_members"), tell.say("minutes.to_procurement")]
    if asked:
        found.append(tell.say("minutes.to_pilots", who=", ".join(asked)))
    if preparatory(tell.report):
        found.append(tell.say("minutes.not_to"))
    return tuple(found)
