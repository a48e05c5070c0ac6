"""The second half of the minutes: what was adopted, given up and undressed, and what each one does next."""

from __future__ import annotations

from game.core.expected import expected, measurable_from
from game.core.months import LENGTHS, later, month
from game.core.objective import Objective, Undressed
from game.core.session import Renounced
from game.export import obligations
from game.export.aims import quantity, way
from game.export.blocks import Block, Grid, Heading, NewPage, Picture, Points, Row, Words
from game.export.followed import decision
from game.export.papers import cao, sheet, told, vote
from game.export.register import COLUMNS
from game.export.telling import Teller

ROUND = 3
"""Months from a session to the next: the council meets once a quarter."""


def next_date(date: str) -> str:
    """Give the day of the next session: three months on, the same day or the month's last."""
    found = later(date, ROUND)
    year, number = int(found[:4]), int(found[5:7])
    last = LENGTHS[number - 1]
    if number == 2 and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
        last -= 1
    return f"{found}-{min(int(date[8:10] or 1), last):02}"


def summary(tell: Teller) -> tuple[Block, ...]:
    """Say what was decided, before anything else."""
    blocks: list[Block] = [Heading(tell.say("minutes.decisions"))]
    adopted = tell.report.adopted
    followed = [(one.code, one.decision) for one in tell.report.reviewed if one.decision is not None]
    if followed:
        blocks.append(Words(tell.say("minutes.reviewed_count", n=len(followed)), "strong"))
        blocks.append(Points(tuple(f"{code} \u2013 {decision(tell, found)}" for code, found in followed)))
    if not adopted:
        blocks.append(Words(tell.say("minutes.none"), "strong"))
    else:
        blocks.append(Words(tell.say("minutes.adopted_count", n=len(adopted)), "strong"))
        blocks.append(Points(tuple(_line(tell, one) for one in adopted)))
    if tell.report.session.assumed:
        blocks.append(Words(tell.say("minutes.assumed", sentence=tell.read(tell.report.session.assumed))))
    return tuple(blocks)


def _line(tell: Teller, one: Objective) -> str:
    return tell.say(
        "minutes.decided",
        code=one.code,
        title=tell.read(one.title) or tell.say("unknown"),
        way=way(tell, one),
    )


def adopted(tell: Teller) -> tuple[Block, ...]:
    """List the objectives and the vote; the full sheets are annexed."""
    blocks: list[Block] = [Heading(tell.say("minutes.objectives"))]
    objectives = tell.report.objectives
    if not objectives:
        return (*blocks, Words(tell.say("no_objective")))
    heads = ("column.code", "column.title", "column.deputy", "paper.aim", "paper.result")
    rows = tuple(_objective(tell, one) for one in objectives)
    return (*blocks, Grid(tuple(map(tell.say, heads)), rows, (19, 28, 17, 21, 15)))


def _objective(tell: Teller, one: Objective) -> Row:
    title = tell.read(one.title) or tell.say("unknown")
    if not one.adopted:
        title = tell.say("minutes.waiting", title=title)
    return (one.code, title, tell.read(one.deputy) or tell.say("unknown"),
            way(tell, one), vote(tell, one))  # fmt: skip


def renounced(tell: Teller) -> tuple[Block, ...]:
    """List what was given up."""
    heads = ("column.issues", "column.levers", "column.family", "head.how", "head.reason")
    rows = tuple(_given_up(tell, one) for one in tell.report.renounced)
    return _table(tell, "renounced", heads, rows, (21, 24, 20, 15, 20))


def _given_up(tell: Teller, one: Renounced) -> Row:
    return (tell.card(one.card), "\n".join(map(tell.card, one.levers)), tell.family(one.family),
            tell.say(f"how_{one.how}"), tell.read(one.reason) or tell.say("no_reason"))  # fmt: skip


def undressed(tell: Teller) -> tuple[Block, ...]:
    """List what was asked for less of after its adoption: who, when, why."""
    codes = {one.issue: one.code for one in tell.report.objectives}
    rows = [_lowered(tell, one, codes.get(one.issue, tell.card(one.issue))) for one in tell.report.undressed]
    for one in tell.report.reviewed:
        for item in one.decisions[one.decided :]:
            if item.undressed:
                change = tell.say("decision_adjust")
                who = tell.seat(item.seat) or tell.say("someone")
                rows.append((one.code, change, who, tell.month(item.at), tell.read(item.reason)))
    heads = ("column.code", "paper.change", "paper.who", "paper.when", "head.reason")
    return _table(tell, "undressed", heads, tuple(rows), (17, 28, 18, 15, 22))


def _lowered(tell: Teller, one: Undressed, code: str) -> Row:
    change = tell.say(
        "paper.changed",
        field=tell.say(f"undressed_{one.field}"),
        was=tell.worth(one.field, one.was),
        now=tell.worth(one.field, one.now) or tell.say("nothing"),
    )
    return (code, change, tell.seat(one.seat) or tell.say("someone"), tell.month(one.at), tell.read(one.reason))


def to_cao(tell: Teller) -> tuple[Block, ...]:
    """List what is handed to the CAO, and who sits on both."""
    rows = tuple(
        (tell.intention(item), cao(tell, item) if item.cao else tell.say("cao.information"),
         tell.read(one.cao) or tell.say("no_cao"))
        for one in tell.report.adopted
        for item in one.intentions
    )  # fmt: skip
    heads = ("column.intentions", "head.cao_short", "column.cao")
    return (*_table(tell, "cao", heads, rows, (34, 18, 48)), Words(both(tell), "quiet"))


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
    rows = [row for one in tell.report.adopted for row in _actions(tell, one)]
    rows.sort(key=lambda row: row[0])
    heads = ("paper.who", "paper.what", "paper.when")
    return _table(tell, "actions", heads, tuple(row[1:] for row in rows), (26, 54, 20))


def _actions(tell: Teller, one: Objective) -> list[Row]:
    """Give an objective's actions, each with the month it is sorted by."""
    department = tell.read(one.department) or tell.read(one.deputy) or tell.say("unknown")
    found = []
    date = month(one.baseline)
    if date is not None:
        said = tell.say("action.baseline", indicator=tell.read(one.indicator), code=one.code)
        found.append((date, department, said))
    for item in one.intentions:
        what = tell.say(
            "action.write", levers=", ".join(map(tell.card, one.levers)), purchase=tell.intention(item), code=one.code
        )
        found.append((item.launch, tell.read(item.department) or department, what))
    if month(one.deadline) is not None:
        said = tell.say("action.measure", indicator=tell.read(one.indicator), code=one.code)
        found.append((one.deadline, tell.read(one.deputy) or department, said))
    return [(when, who, what, tell.say("action.by", month=tell.month(when))) for when, who, what in found]


def next_session(tell: Teller) -> tuple[Block, ...]:
    """Say when the council meets again, and what for."""
    date = tell.report.session.date
    when = tell.month(next_date(date)) if date else tell.say("unknown")
    return (Heading(tell.say("minutes.next")), Words(tell.say("minutes.next_on", day=when, n=len(tell.report.adopted))))


def annexes(tell: Teller) -> tuple[Block, ...]:
    """Give the picture of the table, the full sheets, and how each indicator is counted."""
    blocks: list[Block] = [
        NewPage(),
        Heading(tell.say("annex.picture")),
        Picture(tell.say("annex.alt", n=len(tell.report.votes))),
    ]
    if tell.report.adopted:
        blocks += [NewPage(), Heading(tell.say("annex.sheets"))]
    for one in tell.report.adopted:
        blocks += [Heading(f"{one.code} \u2013 {tell.read(one.title)}", 2), *sheet(tell, one)]
    return (*blocks, *_method(tell), *obligations.annex(tell, tell.report.intentions))


def _method(tell: Teller) -> tuple[Block, ...]:
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
    return (Heading(tell.say("annex.method")), Words(tell.say("annex.method_why")), grid)


def counted(tell: Teller, one: Objective) -> str:
    """Say how a target is counted: as so many of the next contracts where they are few, and from when."""
    session = tell.report.session
    since = tell.say("paper.since", month=tell.month(measurable_from(session, one))) if session.date else ""
    asked = expected(session, one)
    if asked is None or not asked.n:
        return since or quantity(tell, one.target, one.unit)
    told_as = tell.say("paper.contracts", k=asked.k, n=asked.n, points=asked.points)
    return f"{told_as}\n{since}".strip()


def _table(
    tell: Teller, name: str, heads: tuple[str, ...], rows: tuple[Row, ...], widths: tuple[float, ...]
) -> tuple[Block, ...]:
    head = Heading(tell.say(f"minutes.{name}"))
    if not rows:
        return (head, Words(tell.say("empty")))
    return (head, Grid(tuple(map(tell.say, heads)), rows, widths))
