"""How a report is told in one language: names of ids, words of codes, and texts made fit for a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite

from game.core.months import month, number
from game.core.objective import Figures, Objective
from game.core.reasons import said
from game.core.report import Report
from game.core.scenario import Intention
from game.core.session import Renounced
from game.core.smart import smart
from game.core.tensions import pulls_of
from game.core.text import Text
from game.type.marks import MINUS, marked
from game.words import calendar
from game.words.catalogue import speaker
from game.words.numbers import percent
from game.words.spacing import spaced

Cell = str | int | float | tuple[str, ...]
"""What a cell holds; several texts are put one under the other, or side by side, by the file."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LONE = re.compile(r"[\ud800-\udfff]")
_MONTH_FIRST = re.compile(r"\d{1,4}[-/.]\d")


def clean(text: str) -> str:
    """Give a text any file can hold: line ends as newlines, no control sign, no half of a pair of surrogates."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LONE.sub("\ufffd", _CONTROL.sub("", lines))


def amount(text: str) -> int | float | None:
    """Give the number a value of a sheet opens with; None for a month or for words."""
    if month(text) is not None and _MONTH_FIRST.match(text.strip()):
        return None
    found = number(text)
    if found is None or not isfinite(found):
        return None
    return int(found) if found == int(found) else found


def printed(text: str) -> str:
    """Give a text as it stands on paper: fit for a file, with its apostrophes and minus signs."""
    return marked(clean(text))


@dataclass(frozen=True)
class Voice:
    """Tells texts, dates and figures in `lang` (an ISO 639-1 code)."""

    lang: str

    def say(self, key: str, **facts: object) -> str:
        """Give the sentence `export.<key>`."""
        return speaker(self.lang).say(f"export.{key}", **facts)

    def text(self, text: Text) -> str:
        """Give a text as it was written or typed."""
        return clean(text.say(self.lang)).strip()

    def read(self, text: Text | str) -> str:
        """Give a text for paper: in French, typed ones get their no-break spaces; one told in English keeps its own."""
        french = self.lang == "fr" and (isinstance(text, str) or text.has("fr"))
        told = clean(text if isinstance(text, str) else text.say(self.lang)).strip()
        return spaced(told) if french else told

    @property
    def blank(self) -> str:
        """Give a line to be filled in by hand."""
        return self.say("blank")

    def percent(self, value: float) -> str:
        """Write a share."""
        return percent(value, self.lang)

    def month(self, value: str) -> str:
        """Word a month or a day."""
        return calendar.day(clean(value), self.lang)

    def yes(self, *, held: bool) -> str:
        """Say yes or no."""
        return self.say("yes" if held else "no")

    def signed(self, points: int) -> str:
        """Write points with their sign: +1, −1, 0."""
        return f"{MINUS}{-points}" if points < 0 else f"+{points}" if points else "0"


@dataclass(frozen=True)
class Teller(Voice):
    """Tells a session's report."""

    report: Report

    def title(self) -> str:
        """Give the session's title."""
        return self.read(self.report.session.title) or self.say("untitled")

    def heading(self) -> str:
        """Say which session, where and when, in a line."""
        return " · ".join((self.title(), self.where()))

    def where(self) -> str:
        """Say where and when."""
        town = self.text(self.report.session.workshop.scenario.town)
        parts = (town, self.month(self.report.session.date), self.report.quarter)
        return " · ".join(part for part in parts if part)

    def foot(self) -> str:
        """Say what a printed page must say."""
        return self.say("notice")

    def family(self, family_id: str) -> str:
        """Name a family."""
        family = self.report.session.workshop.deck.family(family_id)
        return family_id if family is None else self.text(family.name)

    def place(self, place_id: str) -> str:
        """Name a place; empty for an issue that lies on a family's row only."""
        place = self.report.session.workshop.scenario.place(place_id)
        return clean(place_id) if place is None else self.text(place.name)

    def card(self, card_id: str) -> str:
        """Name a card by its label."""
        session = self.report.session
        event = session.workshop.deck.event(card_id)
        card = session.issue_card(card_id) or session.lever_card(card_id) or event
        return clean(card_id) if card is None else self.text(card.label)

    def reason(self, item: Renounced) -> str:
        """Give why something was given up: a reason of the deck in the paper's language, words as they were typed."""
        return self.read(said(self.report.session.workshop.deck.reasons, item.reason, self.lang))

    def seat(self, seat_id: str) -> str:
        """Name a seat by its role."""
        sitting = self.report.session.sitting(seat_id)
        return clean(seat_id) if sitting is None else self.text(sitting.seat.role)

    def means(self, sheet: Objective) -> str:
        """Give the means of an objective: as typed, or worded from its cards' figures."""
        return self.read(sheet.means) or self.points(sheet.figures)

    def points(self, figures: Figures) -> str:
        """Word the points of a pick."""
        cost, delay = self.signed(figures.cost), self.signed(figures.delay)
        return self.say("means", effort=figures.effort, cost=cost, delay=delay)

    def arbitration(self, sheet: Objective) -> str:
        """Say how the tension of an objective was settled, or that it is still open, or that there is none."""
        if sheet.arbitration:
            return self.read(sheet.arbitration)
        if not sheet.tension:
            return self.say("no_arbitration")
        pick = self.report.session.placed(sheet.issue)
        pulling = next(iter(pulls_of(self.report.session, pick)), None) if pick is not None else None
        return self.say("arbitration_open" if pulling is None or pulling.open else "debated")

    def smart(self, sheet: Objective) -> str:
        """Say how many of the five marks an objective holds, and which it lacks."""
        lacking = [mark.letter for mark in smart(self.report.session, sheet) if not mark.held]
        if not lacking:
            return self.say("smart_whole")
        return self.say("smart_part", held=5 - len(lacking), letters=", ".join(lacking))

    def lacks(self, sheet: Objective) -> str:
        """Name the marks of the five that an objective does not hold yet; empty where it holds them all."""
        lacking = (mark for mark in smart(self.report.session, sheet) if not mark.held)
        return ", ".join(self.say(f"mark_{mark.letter}") for mark in lacking)

    def undressed(self, sheet: Objective) -> tuple[str, ...]:
        """Say what an objective lost since it was adopted."""
        return tuple(
            self.say(
                "undressed",
                field=self.say(f"undressed_{item.field}"),
                was=self.worth(item.field, item.was),
                now=self.worth(item.field, item.now) or self.say("nothing"),
                reason=self.read(item.reason),
                seat=self.seat(item.seat) or self.say("someone"),
            )
            for item in sheet.undressed
        )

    def worth(self, field: str, value: str) -> str:
        """Word a value of a sheet that was changed: a month, a card, or as it is."""
        if field == "deadline":
            return self.month(value)
        return self.card(value) if field == "lever" and value else clean(value)

    def intention(self, intention: Intention) -> str:
        """Name an intention."""
        return self.read(intention.title)
