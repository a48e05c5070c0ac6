"""deadlines.ics: the dates a town's calendar must not forget: deadlines, baselines, launches, quarterly reviews."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from game.core.frozen import dataclass
from game.core.months import month
from game.core.objective import Objective
from game.core.report import Report
from game.core.review import STOPPED, Carried
from game.core.signs import on_one_line
from game.export.decided import next_date
from game.export.papers import way
from game.export.telling import Teller

LONG_AGO = "2000-01-01"
MOST = 12
"""Quarterly reviews that are put down: three years, longer than any objective's deadline should be."""
NOTICE = timedelta(days=-14)


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day. `uid` stays the same from an export to the next, so that a calendar updates and never doubles; it
    carries the mark of the session that decided, so that another session never writes over it."""

    uid: str
    day: date
    title: str
    text: str
    reminded: bool = True


def content(report: Report, lang: str) -> bytes:
    """Give the file's bytes; the same session gives the same."""
    from icalendar import Calendar

    tell, book = Teller(lang, report), Calendar()
    scenario = report.session.workshop.scenario
    book.add("prodid", "-//CLAP//clap-table//FR" if lang == "fr" else "-//CLAP//clap-table//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", on_one_line(tell.say("ics.name", town=tell.text(scenario.town))))
    for event in events(tell):
        book.add_component(_set(event, report.session.date[:10] or LONG_AGO, scenario.id))
    return bytes(book.to_ical())


def _set(event: Event, stamp: str, owner: str) -> Any:
    from icalendar import Alarm
    from icalendar import Event as Row

    row = Row()
    row.add("uid", f"{event.uid}@{owner}.clap")
    row.add("dtstamp", datetime.fromisoformat(stamp).replace(tzinfo=UTC))
    row.add("dtstart", event.day)
    row.add("dtend", event.day + timedelta(days=1))
    row.add("summary", event.title)
    row.add("description", event.text)
    row.add("transp", "TRANSPARENT")
    if event.reminded:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", NOTICE)
        alarm.add("description", event.title)
        row.add_component(alarm)
    return row


def events(tell: Teller) -> tuple[Event, ...]:
    """Give every date, in order."""
    found = [event for sheet in tell.report.adopted for event in _dates(tell, sheet)]
    running = [one for one in tell.report.reviewed if one.status != STOPPED]
    found += [event for one in running for event in _deadline(tell, one)]
    found += _reviews(tell)
    return tuple(sorted(found, key=lambda event: (event.day, event.uid)))


def _dates(tell: Teller, sheet: Objective) -> Iterator[Event]:
    yield from _deadline(tell, sheet)
    facts = {"code": sheet.code, "title": tell.read(sheet.title)}
    base = month(sheet.baseline)
    if base is not None:
        title = tell.say("ics.baseline", **facts)
        yield Event(_uid(tell, sheet, "baseline"), _end(base), title, tell.read(sheet.indicator))
    for item in sheet.intentions:
        if month(item.launch) is not None:
            title = tell.say("ics.launch", title=tell.intention(item))
            text = tell.say("ics.launch_text", levers=", ".join(map(tell.card, sheet.levers)), code=sheet.code)
            yield Event(_uid(tell, sheet, item.id), date.fromisoformat(f"{item.launch[:7]}-01"), title, text)


def _deadline(tell: Teller, sheet: Objective | Carried) -> Iterator[Event]:
    if month(sheet.deadline) is None:
        return
    title = tell.say("ics.deadline", code=sheet.code, title=tell.read(sheet.title))
    text = tell.say(
        "ics.deadline_text",
        indicator=tell.read(sheet.indicator),
        way=way(tell, sheet.baseline, sheet.target, sheet.unit, sheet.deadline),
        deputy=tell.read(sheet.deputy) or tell.say("unknown"),
    )
    yield Event(_uid(tell, sheet, "deadline"), _end(sheet.deadline), title, text)


def _uid(tell: Teller, sheet: Objective | Carried, what: str) -> str:
    mark = sheet.mark if isinstance(sheet, Carried) else tell.report.session.mark
    return _marked(f"{sheet.code}-{what}", mark)


def _marked(uid: str, mark: str) -> str:
    return f"{uid}.{mark}" if mark else uid


def _reviews(tell: Teller) -> list[Event]:
    """Put a review every quarter, until the last objective is due; each names what is still running then."""
    session = tell.report.session
    aims = [(sheet.code, sheet.deadline) for sheet in tell.report.adopted]
    aims += [(one.code, one.deadline) for one in tell.report.reviewed if one.status != STOPPED]
    last = max((deadline for _, deadline in aims if month(deadline) is not None), default="")
    found: list[Event] = []
    day = session.date
    while day and len(found) < MOST and (day := next_date(day))[:7] <= last:
        codes = ", ".join(code for code, deadline in aims if not deadline or deadline >= day[:7])
        text = tell.say("ics.review_text", codes=codes)
        found.append(
            Event(_marked(f"review-{day}", session.mark), date.fromisoformat(day), tell.say("ics.review"), text)
        )
    return found


def _end(value: str) -> date:
    year, number = int(value[:4]), int(value[5:7])
    return date(year, number, monthrange(year, number)[1])
