"""The spreadsheet's three sheets beside the register: what was renounced, the vote and its tensions, the session."""

from __future__ import annotations

from game.core.ballot import OPEN
from game.core.report import Voted
from game.core.session import Renounced
from game.core.tensions import Help, Pull
from game.export.heard import mean_guess
from game.export.paper import Page, Paper
from game.export.telling import Cell, Teller

Rows = tuple[tuple[Cell, ...], ...]
FACTS = ("town", "date", "quarter", "agenda", "deck", "scenario", "law", "closed", "mean", "share", "way", "assumed")


def renounced(paper: Paper, tell: Teller) -> None:
    """Write the cards given up."""
    page = new_page(paper, tell, "renounced", (30, 34, 34, 26, 10, 30, 36))
    names = _heads(tell, "column.issues", "column.levers", "column.family", "column.place", "column.tokens",
                   "head.how", "head.reason")  # fmt: skip
    page.table(3, names, tuple(_given_up(tell, item) for item in tell.report.renounced), tell.say("empty"))
    page.sheet.freeze_panes(4, 0)
    page.sheet.repeat_rows(3)


def vote(paper: Paper, tell: Teller) -> None:
    """Write the vote, the loads, the tensions, the synergies and the events."""
    page = new_page(paper, tell, "vote", (32, 34, 36, 34, 38, 12))
    row = block(page, tell, 1, "vote", ("column.issues", "column.levers", "column.family", "column.place",
                 "column.tokens", "head.kept"), tuple(_voted(tell, item) for item in tell.report.votes))  # fmt: skip
    row = block(page, tell, row, "loads", ("head.load", "head.used", "head.capacity", "head.state"), _loads(tell))
    row = block(page, tell, row, "tensions", ("head.cards", "head.families", "head.why", "head.reconcile",
                 "column.arbitration"), tuple(_pull(tell, pull) for pull in tell.report.pulls))  # fmt: skip
    row = block(page, tell, row, "synergies", ("head.cards", "head.families", "head.why"),
                 tuple(_help(tell, item) for item in tell.report.helps))  # fmt: skip
    page.sheet.fit_to_pages(1, 1)  # a board holds ten picks: a page is enough, and no block is cut in two
    block(page, tell, row, "events", ("head.event", "head.text", "head.effect"), _events(tell))


def seance(paper: Paper, tell: Teller) -> None:
    """Write the facts of the session, its seats, its notes and the purchase intentions."""
    page = new_page(paper, tell, "session", (42, 36, 30, 34, 16, 16, 16, 22))
    row = page.block(1, tell.say("block.facts"))
    for at, (name, value) in enumerate(_facts(tell)):
        page.line(row + at, (name, value), at, {0: {"bold": True}})
    row = block(page, tell, row + len(FACTS), "seats", ("head.seat", "head.present", "head.voting", "head.cao",
                 "head.guess", "column.tokens"), _seats(tell))  # fmt: skip
    row = block(page, tell, row, "notes", ("head.note", "head.phase"), _notes(tell))
    block(page, tell, row, "intentions", ("column.intentions", "column.family", "column.place", "column.procedure",
           "column.amount_ht", "column.launch", "column.award", "column.goes_to_cao"), _intentions(tell))  # fmt: skip


def new_page(paper: Paper, tell: Teller, name: str, widths: tuple[int, ...]) -> Page:
    """Add a sheet by name, as wide as a printed page."""
    page = paper.page(tell.say(f"sheet.{name}"), tell.say(f"title.{name}"), tell.heading(), widths)
    page.sheet.fit_to_pages(1, 0)
    page.foot(tell.title(), tell.where(), tell.foot())
    return page


def block(page: Page, tell: Teller, row: int, name: str, heads: tuple[str, ...], rows: Rows) -> int:
    """Write a titled table from a row on. Gives the row after it."""
    looks: dict[int, dict[str, object]] = {4: {"num_format": "#,##0"}} if name == "intentions" else {}
    row = page.block(row, tell.say(f"block.{name}"))
    return page.table(row, _heads(tell, *heads), rows, tell.say("empty"), looks)


def _heads(tell: Teller, *keys: str) -> tuple[str, ...]:
    return tuple(tell.say(key) for key in keys)


def _given_up(tell: Teller, item: Renounced) -> tuple[Cell, ...]:
    place = tell.place(item.place) or tell.say("no_place")
    return (tell.card(item.card), tuple(map(tell.card, item.levers)), tell.family(item.family), place, item.tokens,
            tell.say(f"how_{item.how}"), tell.reason(item) or tell.say("no_reason"))  # fmt: skip


def _voted(tell: Teller, item: Voted) -> tuple[Cell, ...]:
    pick = item.pick
    place = tell.place(pick.place) or tell.say("no_place")
    return (tell.card(pick.card), tuple(map(tell.card, pick.levers)), tell.family(pick.family), place, item.tokens,
            tell.yes(held=item.kept))  # fmt: skip


def _loads(tell: Teller) -> Rows:
    return tuple(
        (tell.say(f"load.{g.kind}"), g.used, g.capacity, tell.say("load.over" if g.over else "load.within"))
        for g in tell.report.gauges
    )


def _pull(tell: Teller, pull: Pull) -> tuple[Cell, ...]:
    said = "" if pull.arbitration is None else tell.read(pull.arbitration.sentence)
    state = said or tell.say("arbitration_open" if pull.open else "debated")
    return (*_pair(tell, pull), tell.read(pull.tension.why), tell.read(pull.tension.reconcile), state)


def _help(tell: Teller, item: Help) -> tuple[Cell, ...]:
    return (
        tuple(map(tell.card, item.synergy.pair)),
        tuple(map(tell.family, item.families)),
        tell.read(item.synergy.why),
    )


def _pair(tell: Teller, pull: Pull) -> tuple[Cell, Cell]:
    return tuple(map(tell.card, pull.tension.pair)), tuple(map(tell.family, pull.families))


def _events(tell: Teller) -> Rows:
    found = (tell.report.session.workshop.deck.event(event) for event in tell.report.session.events)
    return tuple((tell.read(e.label), tell.read(e.text), tell.read(e.effect)) for e in found if e is not None)


def _facts(tell: Teller) -> tuple[tuple[str, Cell], ...]:
    session, mean = tell.report.session, mean_guess(tell.report)
    shop = session.workshop
    values: dict[str, Cell] = {
        "town": tell.text(shop.scenario.town),
        "date": tell.month(session.date),
        "quarter": tell.report.quarter,
        "agenda": tell.say("agenda", title=tell.text(shop.agenda.title), minutes=shop.agenda.minutes),
        "law": tell.month(shop.deck.law_as_of),
        "closed": tell.yes(held=session.closed),
        "mean": tell.percent(mean) if mean is not None else tell.say("no_guess"),
        "share": tell.percent(shop.scenario.budget.share_pct),
        "way": tell.say(f"way.{session.way}"),
        "assumed": tell.read(session.assumed) or tell.say("nothing"),
        "deck": tell.say("versioned", title=tell.text(shop.deck.title), version=shop.deck.version),
        "scenario": tell.say("versioned", title=tell.text(shop.scenario.title), version=shop.scenario.version),
    }
    return tuple((tell.say(f"fact.{name}"), values[name] or tell.say("unknown")) for name in FACTS)


def _seats(tell: Teller) -> Rows:
    return tuple(
        (tell.text(seat.sitting.seat.role), tell.yes(held=seat.sitting.present), tell.yes(held=seat.sitting.voting),
         tell.yes(held=seat.sitting.cao), tell.say("no_guess") if seat.guess is None else seat.guess,
         seat.tokens if tell.report.session.way == OPEN else "\N{EN DASH}")
        for seat in tell.report.seats
    )  # fmt: skip


def _notes(tell: Teller) -> Rows:
    agenda = tell.report.session.workshop.agenda
    phases = {phase.id: tell.text(phase.title) for phase in agenda.phases}
    return tuple((tell.read(note.text), phases.get(note.phase, note.phase)) for note in tell.report.notes)


def _intentions(tell: Teller) -> Rows:
    return tuple(
        (tell.intention(item), tell.family(item.family), tell.place(item.place) or tell.say("no_place"),
         tell.read(item.procedure) or tell.say("unknown"), item.amount_ht, tell.month(item.launch),
         tell.month(item.award), tell.read(item.cao_note) or tell.yes(held=item.cao))
        for item in tell.report.intentions
    )  # fmt: skip
