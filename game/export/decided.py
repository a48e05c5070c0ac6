"""What a session decided, in its minutes: what was adopted, given up, undressed; axes served, euros and weeks."""

from __future__ import annotations

from game.core.burden import burdens
from game.core.examined import served
from game.core.expected import expected
from game.core.objective import Objective, Undressed
from game.core.proposal import measures_effect
from game.core.session import Renounced
from game.export import obligations, spoken
from game.export.aims import measured, way
from game.export.blocks import Block, Grid, Heading, Points, Row, Words
from game.export.followed import decision
from game.export.papers import vote, way_of_voting
from game.export.telling import Teller
from game.words.added import added_euros, added_weeks
from game.words.catalogue import speaker


def summary(tell: Teller) -> tuple[Block, ...]:
    """Say what was decided, and when, before anything else."""
    blocks: list[Block] = [Heading(tell.say("minutes.decisions"))]
    day, adopted = tell.month(tell.report.session.date) or tell.blank, tell.report.adopted
    followed = [(one.code, one.decision) for one in tell.report.reviewed if one.decision is not None]
    if followed:
        blocks.append(Words(tell.say("minutes.reviewed_count", n=len(followed), day=day), "strong"))
        blocks.append(Points(tuple(f"{code} \u2013 {decision(tell, found)}" for code, found in followed)))
    if not adopted:
        return (*blocks, Words(tell.say("minutes.none"), "strong"))
    blocks.append(Words(tell.say("minutes.adopted_count", n=len(adopted), day=day), "strong"))
    blocks.append(Points(tuple(_line(tell, one) for one in adopted)))
    said = (*spoken.chosen(tell), _axes(tell), *_burden(tell))
    if tell.report.session.assumed:
        said = (*said, tell.say("minutes.assumed", sentence=tell.read(tell.report.session.assumed)))
    return (*blocks, *map(Words, said))


def _line(tell: Teller, one: Objective) -> str:
    said = tell.say(
        "minutes.decided",
        code=one.code,
        title=tell.read(one.title) or tell.say("unknown"),
        measured=measured(tell, one, held=measures_effect(tell.report.session, one)),
    )
    asked = expected(tell.report.session, one)
    if asked is None or asked.means or not asked.few or not asked.n:
        return said
    return tell.say("minutes.counted", said=said, k=asked.k, n=asked.n)


def _axes(tell: Teller) -> str:
    """Say which axes of the deliberation the objectives serve, and which none does: counted from the issue cards."""
    counts = served(tell.report.session, (one.issue for one in tell.report.adopted))
    kept = [tell.say("minutes.axis", axis=tell.read(axis.name), n=n) for axis, n in counts if n]
    left = [tell.read(axis.name) for axis, n in counts if not n]
    said = [tell.say("minutes.axes", axes=", ".join(kept))]
    if left:
        said.append(tell.say("minutes.axes_left", axes=", ".join(left)))
    return " ".join(said)


def _burden(tell: Teller) -> tuple[str, ...]:
    """Say what it costs and delays, on which purchases."""
    session = tell.report.session
    found = burdens(session.workshop.scenario.points, tell.report.adopted)
    if not found:
        return ()
    late = [one for one in found if one.weeks > 0]
    longest = added_weeks(speaker(tell.lang).say, max((one.weeks for one in late), default=0), tell.lang)
    on = tell.say("minutes.late_on", n=len(late), weeks=longest,
                  which=", ".join(tell.intention(one.bought) for one in late)) if late else ""  # fmt: skip
    total = added_euros(sum(one.euros for one in found), tell.lang)
    return (tell.say("minutes.burden", euros=total, weeks=on or tell.say("minutes.no_delay")),)


def adopted(tell: Teller) -> tuple[Block, ...]:
    """List the objectives with their cards and the vote; before the vote, what lies on the table."""
    head = Heading(tell.say("minutes.objectives"))
    objectives = tell.report.objectives
    if not objectives:
        return (head, *_laid(tell))
    heads = ("column.code", "column.title", "column.deputy", "paper.aim", "paper.result")
    rows = tuple(_objective(tell, one) for one in objectives)
    return (
        head,
        Words(way_of_voting(tell)),
        Grid(tuple(map(tell.say, heads)), rows, (17, 32, 18, 20, 13)),
        Words(tell.say("minutes.annexed")),
    )


def _objective(tell: Teller, one: Objective) -> Row:
    title = tell.read(one.title) or tell.say("unknown")
    if not one.adopted:
        title = tell.say("minutes.waiting", title=title)
    place = tell.place(one.place) or tell.family(one.family)
    cards = tell.say("minutes.made_of", issue=tell.card(one.issue), place=place,
                     levers=", ".join(map(tell.card, one.levers)))  # fmt: skip
    return (one.code, f"{title}\n{cards}", tell.read(one.deputy) or tell.say("unknown"), way(tell, one),
            vote(tell, one))  # fmt: skip


def _laid(tell: Teller) -> tuple[Block, ...]:
    if tell.report.session.ballot.closed or not tell.report.votes:
        return (Words(tell.say("no_objective")),)
    rows = tuple(
        (tell.family(one.pick.family), tell.card(one.pick.card), "\n".join(map(tell.card, one.pick.levers)))
        for one in tell.report.votes
    )
    heads = tuple(map(tell.say, ("column.family", "column.issues", "column.levers")))
    return (Words(tell.say("minutes.before_vote"), "quiet"), Grid(heads, rows, (34, 33, 33)))


def renounced(tell: Teller) -> tuple[Block, ...]:
    """List what was given up, and what stays due all the same."""
    heads = ("column.issues", "column.levers", "column.family", "head.how", "head.reason")
    rows = tuple(_given_up(tell, one) for one in tell.report.renounced)
    return (*_table(tell, "renounced", heads, rows, (20, 23, 20, 17, 20)), *obligations.anyway(tell))


def _given_up(tell: Teller, one: Renounced) -> Row:
    return (tell.card(one.card), "\n".join(map(tell.card, one.levers)), tell.family(one.family),
            tell.say(f"how_{one.how}"), tell.reason(one) or tell.say("short_blank"))  # fmt: skip


def undressed(tell: Teller) -> tuple[Block, ...]:
    """List what was asked for less of after its adoption: who, when, why."""
    codes = {one.issue: one.code for one in tell.report.objectives}
    rows = [_lowered(tell, one, codes.get(one.issue, tell.card(one.issue))) for one in tell.report.undressed]
    reviewed = ((one.code, item) for one in tell.report.reviewed for item in one.decisions[one.decided :])
    rows += [
        (code, tell.say("decision_adjust"), tell.seat(item.seat) or tell.say("someone"), tell.month(item.at),
         tell.read(item.reason))
        for code, item in reviewed
        if item.undressed
    ]  # fmt: skip
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


def _table(
    tell: Teller, name: str, heads: tuple[str, ...], rows: tuple[Row, ...], widths: tuple[float, ...]
) -> tuple[Block, ...]:
    """Give a table under its heading; nothing where it has no row."""
    return (Heading(tell.say(f"minutes.{name}")), Grid(tuple(map(tell.say, heads)), rows, widths)) if rows else ()
