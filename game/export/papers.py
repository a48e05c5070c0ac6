"""What the town hall's papers share: how a sheet, a purchase and a figure are told, what stands at a page's foot."""

from __future__ import annotations

from game.core.ballot import HANDS
from game.core.burden import burdens
from game.core.law import sheet_read_at
from game.core.objective import Objective
from game.core.picks import dutiful
from game.core.proposal import measures_effect
from game.core.report import Report
from game.core.scenario import Intention
from game.export import obligations
from game.export.aims import quantity, start
from game.export.blocks import Block, Leaf
from game.export.citing import cited
from game.export.register import COLUMNS
from game.export.telling import Cell, Teller
from game.words.added import added_euros, added_weeks
from game.words.catalogue import speaker
from game.words.numbers import euros

Pairs = tuple[tuple[str, str], ...]


def leaf(tell: Teller, title: str, under: str, blocks: tuple[Block, ...]) -> Leaf:
    """Make a paper of a session: dated as it, and not to be handed out while a purchase is not launched."""
    warning = tell.say("paper.preparatory") if preparatory(tell.report) else ""
    date = tell.report.session.date[:10]
    return Leaf(title, under, blocks, tell.say("paper.foot"), warning, tell.lang, date, tell.say("paper.page"))


def preparatory(report: Report) -> bool:
    """Tell whether a purchase the session spoke of was still to be launched: its papers stay inside (CRPA L311-2)."""
    return any(one.launch >= report.session.date[:7] for one in report.intentions)


def launched(report: Report, one: Intention) -> bool:
    """Tell whether a purchase was launched before the session."""
    return one.launch < report.session.date[:7]


def purchase(tell: Teller, one: Intention) -> str:
    """Tell a purchase in a line: what, how much, when, how."""
    return tell.say(
        "paper.purchase",
        title=tell.intention(one),
        amount=euros(one.amount_ht, tell.lang),
        launch=tell.month(one.launch) or tell.say("unknown"),
        procedure=tell.read(one.procedure) or tell.say("unknown"),
        cao=cao(tell, one),
    )


def cao(tell: Teller, one: Intention) -> str:
    """Say whether a purchase goes to the CAO, as the town words it."""
    return tell.read(one.cao_note) or tell.yes(held=one.cao)


def vote(tell: Teller, sheet: Objective) -> str:
    """Say the result of the vote: tokens and rank."""
    votes = tell.report.votes
    if any(one.pick.card == sheet.issue and dutiful(tell.report.session, one.pick) for one in votes):
        return tell.say("paper.vote.owed")
    rank = next((at for at, one in enumerate(votes, 1) if one.pick.card == sheet.issue), 0)
    tokens = tell.report.session.ballot.count(sheet.issue)
    key = "paper.vote.hands" if tell.report.session.way == HANDS else "paper.vote"
    return tell.say(key, n=tokens, rank=rank, picks=len(votes))


def way_of_voting(tell: Teller) -> str:
    """Say how the council voted, and how much was laid; of secret ballots, nothing before the close."""
    session, ballot = tell.report.session, tell.report.session.ballot
    facts = {"voters": len(session.voters), "ballots": len(ballot.cast)}
    return tell.say(f"minutes.way.{session.way}", n=ballot.total(), **facts)


SHEET = (
    "family", "deputy", "department", "issues", "place", "levers", "intentions", "burden", "means", "indicator",
    "source", "rhythm", "baseline", "target", "steps", "tension", "arbitration", "legal", "duties", "cao", "status",
    "lacks", "tokens", "undressed",
)  # fmt: skip
"""Fields of a sheet on paper, in order (domain.md 7.1): names of the register's columns, but for NAMES.

One that has nothing to say is left out.
"""


def sheet_pairs(tell: Teller, sheet: Objective) -> Pairs:
    """Give a sheet field by field."""
    own = {
        "intentions": "\n".join(purchase(tell, one) for one in sheet.intentions) or tell.say("no_purchase"),
        "means": tell.read(sheet.means),
        "burden": _burden(tell, sheet),
        "indicator": _indicator(tell, sheet),
        "baseline": _dated(tell, start(tell, sheet, whole=True), sheet.baseline_date),
        "target": _dated(tell, quantity(tell, sheet.target, sheet.unit, whole=True), sheet.deadline),
        "tension": tell.read(sheet.tension),
        "arbitration": tell.arbitration(sheet) if sheet.tension or sheet.arbitration else "",
        "legal": _legal(tell, sheet),
        "duties": "\n".join(_owed(tell, one) for one in sheet.intentions) or tell.say("no_purchase"),
        "cao": tell.read(sheet.cao) if any(one.cao for one in sheet.intentions) else "",
        "lacks": tell.lacks(sheet),
        "tokens": vote(tell, sheet),
        "undressed": "\n".join(tell.undressed(sheet)),
    }
    columns = {column.key: column for column in COLUMNS}
    found = ((key, own[key] if key in own else told(columns[key].cell(tell, sheet))) for key in SHEET)
    return tuple((tell.say(NAMES.get(key, f"column.{key}")), said) for key, said in found if said)


NAMES = {"burden": "paper.burden_of", "lacks": "paper.lacks", "tokens": "paper.result"}
"""What is not named as the register's column."""


def _burden(tell: Teller, sheet: Objective) -> str:
    """Say what the objective adds to each of its purchases, in euros and weeks."""
    points = tell.report.session.workshop.scenario.points
    return "\n".join(
        tell.say("paper.burden", title=tell.intention(one.bought), euros=added_euros(one.euros, tell.lang),
                 weeks=added_weeks(speaker(tell.lang).say, one.weeks, tell.lang))
        for one in burdens(points, (sheet,))
    )  # fmt: skip


def told(cell: Cell) -> str:
    """Give a cell of the register as words."""
    return "\n".join(cell) if isinstance(cell, tuple) else str(cell)


def _indicator(tell: Teller, sheet: Objective) -> str:
    name, unit = tell.read(sheet.indicator) or tell.say("unknown"), tell.read(sheet.unit)
    said = tell.say("paper.indicator", name=name, unit=unit) if unit else name
    return said if measures_effect(tell.report.session, sheet) else f"{said}\n{tell.say('paper.means_only')}"


def _dated(tell: Teller, value: str, date: str) -> str:
    return tell.say("paper.dated", value=value, date=tell.month(date)) if date else value


def _owed(tell: Teller, one: Intention) -> str:
    return tell.say("duties.of", title=tell.intention(one), duties=obligations.line(tell, one))


def _legal(tell: Teller, sheet: Objective) -> str:
    if not sheet.legal:
        return ""
    return cited(tell, tell.read(sheet.legal), sheet.confidence, sheet_read_at(tell.report.session, sheet))
