"""The yearly report as the council reads it: what was reached, each objective's curve, the town's contracts.

A council sits in public: the report names no purchase to come, no file and nothing of the program.
"""

from __future__ import annotations

from dataclasses import replace

from game.core.review import Carried, Decision, Lost
from game.core.yearly import Considered, Followed, Held, YearReport, against
from game.export.aims import quantity, way
from game.export.blocks import Block, Grid, Heading, Leaf, Row, Words
from game.export.followed import decision, section
from game.export.telling import Voice
from game.type.marks import MINUS
from game.words.catalogue import speaker
from game.words.numbers import number, percent


def paper(report: YearReport, lang: str) -> Leaf:
    """Give the report as a paper."""
    tell = Voice(lang)
    parts = (_brief(tell, report), _contracts(tell, report), _followed(tell, report), _undressed(tell, report),
             _sessions(tell, report))  # fmt: skip
    days = tell.say("year.between", first=tell.month(report.first), until=tell.month(report.until))
    town = tell.read(report.town)
    under = f"{town} \u00b7 {days}" if report.first and report.until else town
    blocks = tuple(block for part in parts for block in part)
    foot, page = tell.say("paper.foot"), tell.say("paper.page")
    return Leaf(tell.say("year.title"), under, blocks, foot, "", lang, report.until, page)


def _brief(tell: Voice, report: YearReport) -> tuple[Block, ...]:
    """Say how many objectives were reached, then list them all."""
    counts = dict(report.outcomes)
    total = len(report.objectives)
    said = tell.say("year.brief", n=total, sessions=len(report.sessions), **counts)
    heads = ("column.code", "column.title", "column.deputy", "paper.aim", "year.now", "paper.outcome")
    rows = tuple(_line(tell, one) for one in report.objectives)
    return _table(tell, "year.objectives", heads, rows, (18, 23, 16, 17, 14, 12), Words(said, "strong"))


def _line(tell: Voice, one: Followed) -> Row:
    found = one.objective
    now = tell.say("no_measure") if found.now is None else quantity(tell, found.now.value, found.unit)
    aim = way(tell, found)
    return (found.code, tell.read(found.title), tell.read(found.deputy), aim, now, tell.say(f"outcome_{one.outcome}"))


def _followed(tell: Voice, report: YearReport) -> tuple[Block, ...]:
    """Tell each objective with its curve and every decision of the year."""
    blocks: list[Block] = [Heading(tell.say("year.followed"))] if report.objectives else []
    for one in report.objectives:
        latest = replace(one.objective, decided=0, guess="")  # the last decision of the year
        blocks += section(tell, latest, report.until)
        told = (_decided(tell, found) for found in one.objective.decisions[:-1])
        blocks += [Words(said, "quiet") for said in told]
    return tuple(blocks)


def _decided(tell: Voice, found: Decision) -> str:
    return tell.say("year.decided", day=tell.month(found.at) or found.quarter, decision=decision(tell, found))


def _contracts(tell: Voice, report: YearReport) -> tuple[Block, ...]:
    """Give the share of contracts with considerations by year, and against the year before; or how to have them."""
    head = Heading(tell.say("year.contracts"))
    if not report.files:
        return (head, Words(tell.say("year.no_contracts"), "quiet"))
    names = tuple(dict.fromkeys(one.name for one in report.contracts))
    years = sorted({one.year for one in report.contracts})
    found = {(one.year, one.name): one for one in report.contracts}
    said = speaker(tell.lang)
    rows = tuple(_of_year(tell, year, [found.get((year, name)) for name in names]) for year in years)
    heads = (tell.say("year.year"), tell.say("year.count"), *(said.say(f"measure.{name}") for name in names))
    told = tuple(Words(_against(tell, report, name), "strong") for name in names)
    buyer = tell.say("year.buyer", siren=report.buyer)
    return (
        head,
        *told,
        Grid(heads, rows, (12, 16, *(36,) * len(names)), right=(1,)),
        Words(buyer, "quiet"),
    )


def _of_year(tell: Voice, year: str, found: list[Considered | None]) -> Row:
    """Tell a year's contracts and shares; those without a date make a year of their own."""
    count = max(one.contracts for one in found if one is not None)
    name = year if year.isdigit() else tell.say("year.unknown")
    return (name, number(count, tell.lang), *(_share(tell, one) for one in found))


def _share(tell: Voice, one: Considered | None) -> str:
    if one is None:
        return speaker(tell.lang).say("measure.unknown")
    key = {"unknown": "unknown", "few": "few", "points": "few_points", "unread": "unread"}.get(one.state, "share")
    share = percent(100 * (one.share or 0.0), tell.lang, 1)
    facts = {"k": one.k, "n": one.known, "points": one.points, "unread": one.unread}
    return speaker(tell.lang).say(f"measure.{key}", share=share, **facts)


def _against(tell: Voice, report: YearReport, name: str) -> str:
    """Compare with the year before in a sentence; what is not known is said, never 0."""
    now, before = against(report, name)
    year = int(report.until[:4])
    what = speaker(tell.lang).say(f"measure.{name}")
    if now is None or before is None:
        return tell.say("year.no_gap", what=what, year=year, before=year - 1)
    gap = round(100 * (now - before), 1)
    shares = {"now": percent(100 * now, tell.lang, 1), "was": percent(100 * before, tell.lang, 1)}
    return tell.say("year.gap", what=what, year=year, before=year - 1, gap=_signed(tell, gap), **shares)


def _signed(tell: Voice, gap: float) -> str:
    sign = "+" if gap > 0 else MINUS if gap < 0 else ""
    return f"{sign}{number(abs(gap), tell.lang)}"


def _undressed(tell: Voice, report: YearReport) -> tuple[Block, ...]:
    rows = tuple(_lost(tell, one, item) for one, item in report.undressed)
    heads = ("column.code", "paper.change", "paper.who", "paper.when", "head.reason")
    return _table(tell, "minutes.undressed", heads, rows, (18, 27, 18, 15, 22))


def _lost(tell: Voice, one: Carried, item: Lost) -> Row:
    was, now = (tell.month(tell.text(value)) if item.field == "deadline" else tell.read(value)
                for value in (item.was, item.now))  # fmt: skip
    change = tell.say("paper.changed", field=tell.say(f"undressed_{item.field}"), was=was,
                      now=now or tell.say("nothing"))  # fmt: skip
    who = tell.read(item.seat) or tell.say("short_blank")
    return (one.code, change, who, tell.month(item.at), tell.read(item.reason))


def _sessions(tell: Voice, report: YearReport) -> tuple[Block, ...]:
    heads = ("minutes.date", "minutes.session", "year.adopted", "year.reviewed")
    rows = tuple(_held(tell, one) for one in report.sessions)
    return _table(tell, "year.sessions", heads, rows, (24, 44, 16, 16), right=(2, 3))


def _held(tell: Voice, one: Held) -> Row:
    counts = number(one.adopted, tell.lang), number(one.reviewed, tell.lang)
    return (tell.month(one.date), tell.read(one.title), *counts)


def _table(
    tell: Voice, head: str, heads: tuple[str, ...], rows: tuple[Row, ...], widths: tuple[float, ...], *first: Block,
    right: tuple[int, ...] = (),
) -> tuple[Block, ...]:  # fmt: skip
    """Give a heading, what comes first under it, and a table; or that there is nothing."""
    table = Grid(tuple(map(tell.say, heads)), rows, widths, right) if rows else Words(tell.say("empty"))
    return (Heading(tell.say(head)), *first, table)
