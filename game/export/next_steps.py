"""What follows a session, in its minutes: what goes to the CAO, who does what before when, the next meeting."""

from __future__ import annotations

from game.core import dates
from game.core.months import month
from game.core.objective import Objective
from game.core.scenario import Intention
from game.export.blocks import Block, Grid, Heading, Words
from game.export.papers import cao
from game.export.telling import Teller

Action = tuple[str, str, str, str]
"""The day it is sorted by, who, what, when in words."""


def to_cao(tell: Teller) -> tuple[Block, ...]:
    """List what is handed to the CAO, and who sits on both; a purchase it does not see is not told as its own."""
    rows = tuple(
        (tell.intention(item), cao(tell, item), tell.read(one.cao) or tell.say("no_cao"))
        for one in tell.report.adopted
        for item in one.intentions
        if item.cao
    )
    head, members = Heading(tell.say("minutes.cao")), Words(both(tell))
    if not rows:
        return (head, Words(tell.say("minutes.no_cao")), members)
    heads = ("column.purchase", "head.cao_short", "column.cao")
    return (head, Grid(tuple(map(tell.say, heads)), rows, (38, 12, 50)), members)


def both(tell: Teller) -> str:
    """Say which members sit on both bodies, by role; how many where the roles are left out."""
    found = [seat.sitting for seat in tell.report.seats if seat.sitting.cao]
    if not found:
        return tell.say("cao.nobody")
    if not tell.report.named:
        return tell.say("cao.both_count", n=len(found))
    return tell.say("cao.both", n=len(found), who=", ".join(tell.read(one.seat.role) for one in found))


def actions(tell: Teller) -> tuple[Block, ...]:
    """Say who does what by when."""
    rows = sorted((row for one in tell.report.adopted for row in _actions(tell, one)), key=lambda row: row[0])
    head = Heading(tell.say("minutes.actions"))
    if not rows:
        return (head, Words(tell.say("minutes.no_action")))
    heads = tuple(map(tell.say, ("paper.who", "paper.what", "paper.when")))
    return (head, Grid(heads, tuple(row[1:] for row in rows), (25, 47, 28)))


def _actions(tell: Teller, one: Objective) -> list[Action]:
    department = tell.read(one.department) or tell.read(one.deputy) or tell.say("unknown")
    found = [_write(tell, one, item, department) for item in one.intentions]
    date = month(one.baseline)
    if date is not None:
        said = tell.say("action.baseline", indicator=tell.read(one.indicator), code=one.code)
        found.append((date, department, said, _by_end(tell, date)))
    share = one.share
    if month(share.by) is not None:
        said = tell.say("action.measure", indicator=tell.read(share.indicator), code=one.code)
        found.append((share.by, department, said, _by_end(tell, share.by)))
    if month(one.deadline) is not None:
        said = tell.say("action.measure", indicator=tell.read(one.indicator), code=one.code)
        found.append((one.deadline, tell.read(one.deputy) or department, said, _by_end(tell, one.deadline)))
    return found


def _by_end(tell: Teller, date: str) -> str:
    return tell.say("action.by", month=tell.month(date))


def _write(tell: Teller, one: Objective, item: Intention, department: str) -> Action:
    """Say who writes the tender file of a purchase, and before when: it is late once its launch has come."""
    what = tell.say(
        "action.write", levers=", ".join(map(tell.card, one.levers)), purchase=tell.intention(item), code=one.code
    )
    return (item.launch, tell.read(item.department) or department, what, _before(tell, item))


def _before(tell: Teller, item: Intention) -> str:
    session = tell.report.session
    if item.launch < session.date[:7]:
        return tell.say("action.launched", month=tell.month(item.launch))
    found = dates.writing(session.workshop.duties, item)
    facts = {"month": tell.month(item.launch), "day": tell.month(found.start), "n": found.months}
    key = "action.at_once" if found.start < session.date else "action.before" if found.months else "action.unknown"
    return tell.say(key, **facts)


def meeting(tell: Teller) -> tuple[Block, ...]:
    """Say when the council meets again, and what for."""
    found = next(dates.meetings(tell.report.session), None)
    when = tell.month(found.day) if found is not None else tell.blank
    return (Heading(tell.say("minutes.next")), Words(tell.say("minutes.next_on", day=when, n=len(tell.report.adopted))))
