"""The register of objectives: every field of the sheet (domain.md 7.1) as columns, for the CSV and the spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from game.core.frozen import dataclass
from game.core.objective import Objective
from game.core.scenario import Intention
from game.core.sources import by_hand
from game.export.aims import start_cell, steps_cell, target_cell
from game.export.telling import Cell, Teller


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading is `export.column.<key>`, its band `export.group.<group>`, its width in characters."""

    key: str
    group: str
    width: int
    cell: Callable[[Teller, Objective], Cell]


def _card_titles(tell: Teller, sheet: Objective) -> tuple[str, ...]:
    cards = (tell.report.session.lever_card(lever) for lever in sheet.levers)
    return tuple(tell.read(card.label) for card in cards if card is not None)


def _issue(tell: Teller, sheet: Objective) -> str:
    card = tell.report.session.issue_card(sheet.issue)
    return tell.read(card.label) if card is not None else sheet.issue


def _axis(tell: Teller, sheet: Objective) -> str:
    """Give the axis of the deliberation that the objective's issue serves."""
    card = tell.report.session.issue_card(sheet.issue)
    axis = tell.report.session.workshop.deck.axis(card.axis) if card is not None else None
    return tell.read(axis.name) if axis is not None else tell.say("unknown")


def _place(tell: Teller, sheet: Objective) -> str:
    return tell.place(sheet.place) or tell.say("no_place")


def _amount(tell: Teller, sheet: Objective) -> Cell:
    return sum(item.amount_ht for item in sheet.intentions) if sheet.intentions else tell.say("no_purchase")


def _bought(told: Callable[[Teller, Intention], str]) -> Callable[[Teller, Objective], Cell]:
    """Tell something of each purchase of a sheet, or that none was chosen."""
    return lambda tell, sheet: tuple(told(tell, item) for item in sheet.intentions) or tell.say("no_purchase")


def _confidence(tell: Teller, sheet: Objective) -> str:
    return tell.say(f"confidence_{sheet.confidence.replace('-', '_')}" if sheet.confidence else "confidence_none")


def _tokens(tell: Teller, sheet: Objective) -> int:
    return tell.report.session.ballot.count(sheet.issue)


def _or(field: str, otherwise: str) -> Callable[[Teller, Objective], Cell]:
    """Give a text of the sheet, or the sentence that says there is none."""
    return lambda tell, sheet: tell.read(getattr(sheet, field)) or tell.say(otherwise)


def _source(tell: Teller, sheet: Objective) -> Cell:
    """Give the source; that it is measured by hand where open data say nothing of it."""
    said = tell.read(sheet.source) or tell.say("unknown")
    return f"{said} ({tell.say('by_hand')})" if by_hand(tell.report.session, sheet) else said


def _month(field: str) -> Callable[[Teller, Objective], Cell]:
    return lambda tell, sheet: tell.month(getattr(sheet, field)) or tell.say("unknown")


COLUMNS = (
    Column("code", "what", 17, lambda _, sheet: sheet.code),
    Column("title", "what", 25, _or("title", "unknown")),
    Column("family", "what", 18, lambda tell, sheet: tell.family(sheet.family)),
    Column("deputy", "what", 17, _or("deputy", "unknown")),
    Column("department", "what", 19, _or("department", "unknown")),
    Column("issues", "what", 20, _issue),
    Column("place", "what", 16, _place),
    Column("levers", "what", 24, _card_titles),
    Column("intentions", "purchase", 23, _bought(lambda tell, item: tell.intention(item))),
    Column("amount_ht", "purchase", 12, _amount),
    Column("launch", "purchase", 12, _bought(lambda tell, item: tell.month(item.launch))),
    Column("award", "purchase", 12, _bought(lambda tell, item: tell.month(item.award))),
    Column("procedure", "purchase", 19, _bought(lambda tell, item: tell.read(item.procedure) or tell.say("unknown"))),
    Column(
        "goes_to_cao", "purchase", 11, _bought(lambda tell, item: tell.read(item.cao_note) or tell.yes(held=item.cao))
    ),
    Column("means", "purchase", 14, lambda tell, sheet: tell.means(sheet)),
    Column("effort", "purchase", 8, lambda _, sheet: sheet.figures.effort),
    Column("cost", "purchase", 7, lambda _, sheet: sheet.figures.cost),
    Column("delay", "purchase", 7, lambda _, sheet: sheet.figures.delay),
    Column("impact", "purchase", 8, lambda _, sheet: sheet.figures.impact),
    Column("indicator", "measure", 24, _or("indicator", "unknown")),
    Column("unit", "measure", 15, _or("unit", "unknown")),
    Column("source", "measure", 20, _source),
    Column("rhythm", "measure", 11, _or("rhythm", "unknown")),
    Column("baseline", "measure", 11, start_cell),
    Column("baseline_date", "measure", 12, _month("baseline_date")),
    Column("target", "measure", 8, target_cell),
    Column("deadline", "measure", 12, _month("deadline")),
    Column("steps", "measure", 30, steps_cell),
    Column("tension", "choice", 26, _or("tension", "no_tension")),
    Column("arbitration", "choice", 26, lambda tell, sheet: tell.arbitration(sheet)),
    Column("legal", "choice", 29, _or("legal", "no_legal")),
    Column("confidence", "choice", 11, _confidence),
    Column("cao", "choice", 26, _or("cao", "no_cao")),
    Column("status", "follow", 12, lambda tell, sheet: tell.say(f"status_{sheet.status}")),
    Column("adopted", "follow", 8, lambda tell, sheet: tell.yes(held=sheet.adopted)),
    Column("smart", "follow", 14, lambda tell, sheet: tell.smart(sheet)),
    Column("tokens", "follow", 8, _tokens),
    Column("measures", "follow", 28, lambda tell, _: tell.say("no_measure")),
    Column("undressed", "follow", 40, lambda tell, sheet: tell.undressed(sheet) or tell.say("not_undressed")),
)
BOOK = tuple(
    one
    for column in COLUMNS
    for one in ((column, Column("axis", "what", 18, _axis)) if column.key == "issues" else (column,))
)
"""The columns of the spreadsheet: those of the CSV, and the axis."""
