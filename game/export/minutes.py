"""The minutes of a session (domain.md 7.3): decisions first, the debate short, no name of a firm or of a person."""

from __future__ import annotations

from itertools import groupby

from game.core.report import Report
from game.core.scenario import Intention
from game.core.session import PlacedIssue
from game.export import decided, obligations, rewording
from game.export.blocks import Block, Facts, Grid, Heading, Leaf, Points, Words
from game.export.followed import section
from game.export.glossed import glossed
from game.export.papers import cao, leaf, way_of_voting
from game.export.telling import Teller
from game.words.numbers import euros


def minutes(report: Report, lang: str) -> Leaf:
    """Give the minutes."""
    tell = Teller(lang, report)
    owing = obligations.section(tell, by_family(tell, report.intentions))
    parts = (
        _head(tell), decided.summary(tell), rewording.section(tell), _agenda(tell), _review(tell), _intentions(tell),
        owing, _kept(tell), _debate(tell), decided.adopted(tell), decided.renounced(tell), decided.undressed(tell),
        decided.to_cao(tell), decided.actions(tell), decided.next_session(tell), decided.annexes(tell),
    )  # fmt: skip
    blocks = tuple(block for part in parts for block in part)
    return leaf(tell, tell.say("minutes.title"), tell.heading(), (*blocks, *glossed(tell, blocks)))


def _head(tell: Teller) -> tuple[Block, ...]:
    session, shop = tell.report.session, tell.report.session.workshop
    facts: list[tuple[str, str]] = [
        ("date", tell.month(session.date) or tell.say("unknown")),
        ("where", tell.text(shop.scenario.town)),
        ("session", " \u00b7 ".join(part for part in (tell.title(), tell.report.quarter) if part)),
        *_people(tell),
    ]
    return (Facts(tuple((tell.say(f"minutes.{name}"), said) for name, said in facts)),)


def _people(tell: Teller) -> list[tuple[str, str]]:
    """Say who was there, by role; only how many where the roles are left out."""
    seats = [seat.sitting for seat in tell.report.seats]
    groups = {
        "chairs": [s for s in seats if s.seat.co_chair and s.present],
        "present": [s for s in seats if s.present and s.voting and not s.seat.co_chair],
        "excused": [s for s in seats if not s.present],
        "guests": [s for s in seats if s.present and not s.voting],
    }
    if not tell.report.named:
        return [(name, tell.say("minutes.count", n=len(found))) for name, found in groups.items()]
    none = tell.say("minutes.nobody")
    return [(name, ", ".join(tell.read(s.seat.role) for s in found) or none) for name, found in groups.items()]


def _agenda(tell: Teller) -> tuple[Block, ...]:
    agenda = tell.report.session.workshop.agenda
    items = tuple(tell.say("agenda", title=tell.text(phase.title), minutes=phase.minutes) for phase in agenda.phases)
    return (Heading(tell.say("minutes.agenda")), Points(items))


def _review(tell: Teller) -> tuple[Block, ...]:
    if not tell.report.reviewed:
        return ()
    blocks: list[Block] = [Heading(tell.say("minutes.review"))]
    for one in tell.report.reviewed:
        blocks += section(tell, one, tell.report.session.date)
    return tuple(blocks)


def by_family(tell: Teller, found: tuple[Intention, ...]) -> list[Intention]:
    """Order purchases by family, as the town lists them, then by launch."""
    order = [family.id for family in tell.report.session.workshop.scenario.families]
    return sorted(found, key=lambda one: (order.index(one.family) if one.family in order else len(order), one.launch))


def _intentions(tell: Teller) -> tuple[Block, ...]:
    head = Heading(tell.say("minutes.intentions"))
    ordered = by_family(tell, tell.report.intentions)
    if not ordered:
        return (head, Words(tell.say("empty")))
    heads = (
        "column.family",
        "column.intentions",
        "column.amount_ht",
        "paper.dates",
        "column.procedure",
        "head.cao_short",
    )
    rows = []
    for family, found in groupby(ordered, key=lambda one: one.family):
        names = [tell.family(family)]
        for one in found:
            rows.append((names.pop() if names else "", *_intention(tell, one)))
    grid = Grid(tuple(map(tell.say, heads)), tuple(rows), (17, 25, 13, 15, 20, 10), right=(2,))
    return (head, grid)


def _intention(tell: Teller, one: Intention) -> tuple[str, ...]:
    place = tell.place(one.place)
    title = tell.intention(one)
    dates = " \u2192 ".join(part for part in (tell.month(one.launch), tell.month(one.award)) if part)
    money = euros(one.amount_ht, tell.lang)
    return (f"{title} ({place})" if place else title, money, dates, tell.read(one.procedure) or tell.say("unknown"),
            cao(tell, one))  # fmt: skip


def _kept(tell: Teller) -> tuple[Block, ...]:
    """List what is kept by family with its reason; before the vote, all that lies on the table."""
    closed = tell.report.session.ballot.closed
    picks = [vote.pick for vote in tell.report.votes if vote.kept or not closed]
    blocks: list[Block] = [Heading(tell.say("minutes.kept"))]
    blocks.append(Words(way_of_voting(tell)) if closed else Words(tell.say("minutes.before_vote"), "quiet"))
    if not picks:
        return (*blocks, Words(tell.say("empty")))
    order = [family.id for family in tell.report.session.workshop.scenario.families]
    picks.sort(key=lambda pick: order.index(pick.family))
    heads = ("column.family", "column.issues", "column.levers", "paper.reason")
    rows = tuple(_pick(tell, pick) for pick in picks)
    return (*blocks, Grid(tuple(map(tell.say, heads)), rows, (20, 24, 20, 36)))


def _pick(tell: Teller, pick: PlacedIssue) -> tuple[str, ...]:
    place = tell.place(pick.place)
    issue = tell.card(pick.card)
    cards = (tell.report.session.lever_card(lever) for lever in pick.levers)
    why = "\n".join(tell.read(card.text) for card in cards if card is not None and card.text)
    return (tell.family(pick.family), f"{issue} ({place})" if place else issue,
            "\n".join(map(tell.card, pick.levers)), why or tell.say("no_reason"))  # fmt: skip


def _debate(tell: Teller) -> tuple[Block, ...]:
    report = tell.report
    blocks: list[Block] = [Heading(tell.say("minutes.debate"))]
    heads = ("head.cards", "head.why", "column.arbitration")
    rows = []
    for pull in report.pulls:
        said = "" if pull.arbitration is None else tell.read(pull.arbitration.sentence)
        state = said or tell.say("arbitration_open" if pull.open else "debated")
        rows.append((" / ".join(map(tell.card, pull.tension.pair)), tell.read(pull.tension.why), state))
    blocks.append(
        Grid(tuple(map(tell.say, heads)), tuple(rows), (28, 32, 40)) if rows else Words(tell.say("no_tension_at_all"))
    )
    events = (report.session.workshop.deck.event(event) for event in report.session.events)
    blocks += [
        Words(tell.say("minutes.event", title=tell.read(one.label), text=tell.read(one.text)))
        for one in events
        if one is not None
    ]
    if report.notes:
        blocks += [Heading(tell.say("minutes.notes"), 2), Points(tuple(tell.read(note.text) for note in report.notes))]
    return tuple(blocks)
