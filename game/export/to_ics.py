"""deadlines.ics: the dates a town's calendar must not forget: deadlines, baselines, launches, quarterly reviews."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from game.core.dates import meetings, writing
from game.core.expected import measurable_from
from game.core.frozen import dataclass
from game.core.mine import ToOrient
from game.core.months import later, month
from game.core.objective import Objective
from game.core.report import Report
from game.core.review import STOPPED, Carried
from game.core.scenario import Intention
from game.core.signs import on_one_line
from game.core.sources import told
from game.export.aims import quantity, way
from game.export.telling import Teller

LONG_AGO = "2000-01-01"
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
    tell = Teller(lang, report)
    return calendar(tell, events(tell))


def calendar(tell: Teller, dates: Iterable[Event]) -> bytes:
    """Give the bytes of a calendar that holds some dates of a session."""
    from icalendar import Calendar

    book, lang = Calendar(), tell.lang
    scenario, day = tell.report.session.workshop.scenario, tell.report.session.date[:10] or LONG_AGO
    book.add("prodid", "-//CLAP//clap-table//FR" if lang == "fr" else "-//CLAP//clap-table//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", on_one_line(tell.say("ics.name", town=tell.text(scenario.town))))
    for event in dates:
        book.add_component(_set(event, day, scenario.id))
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
    yield from _steps(tell, sheet)
    for item in sheet.intentions:
        if month(item.launch) is not None:
            yield from _launch(tell, sheet, item)


def _launch(tell: Teller, sheet: Objective, item: Intention) -> Iterator[Event]:
    """Put the launch on the first worked day of its month, and the last day to begin its file, while it is to come."""
    found = writing(tell.report.session.workshop.duties, item)
    text = tell.say("ics.launch_text", levers=", ".join(map(tell.card, sheet.levers)), code=sheet.code)
    title = tell.intention(item)
    yield Event(_uid(tell, sheet, item.id), date.fromisoformat(found.launch), tell.say("ics.launch", title=title), text)
    if found.months and found.start >= tell.report.session.date:
        said = tell.say("ics.file", title=title)
        yield Event(_uid(tell, sheet, f"{item.id}-file"), date.fromisoformat(found.start), said, text)


def _steps(tell: Teller, sheet: Objective) -> Iterator[Event]:
    """Put down the means: written in the tender file, yes or no; then how far the levers are used."""
    facts = {"code": sheet.code, "title": tell.read(sheet.title)}
    for kind, by in (("written", sheet.written_by), ("share", sheet.share.by)):
        if month(by) is not None:
            told = {"levers": ", ".join(map(tell.card, sheet.levers)), "indicator": tell.read(sheet.share.indicator)}
            text = tell.say(f"ics.{kind}_text", goal=quantity(tell, sheet.share.target, sheet.share.unit), **told)
            yield Event(_uid(tell, sheet, kind), _end(by), tell.say(f"ics.{kind}", **facts), text)


def _deadline(tell: Teller, sheet: Objective | Carried) -> Iterator[Event]:
    if month(sheet.deadline) is None:
        return
    title = tell.say("ics.deadline", code=sheet.code, title=tell.read(sheet.title))
    text = tell.say(
        "ics.deadline_text",
        indicator=tell.read(sheet.indicator),
        way=way(tell, sheet),
        deputy=tell.read(sheet.deputy) or tell.say("unknown"),
    )
    yield Event(_uid(tell, sheet, "deadline"), _end(sheet.deadline), title, text)


def _uid(tell: Teller, sheet: Objective | Carried, what: str) -> str:
    mark = sheet.mark if isinstance(sheet, Carried) else tell.report.session.mark
    return _marked(f"{sheet.code}-{what}", mark)


def _marked(uid: str, mark: str) -> str:
    return f"{uid}.{mark}" if mark else uid


def _reviews(tell: Teller) -> Iterator[Event]:
    """Put a review every quarter, until the last objective is due; each names what there is to look at then."""
    session = tell.report.session
    aims: list[Objective | Carried] = [*tell.report.adopted]
    aims += [one for one in tell.report.reviewed if one.status != STOPPED]
    last = max((one.deadline for one in aims if month(one.deadline) is not None), default="")
    before, said = session.date, tell.say("ics.review")
    for meeting in meetings(session):
        if before[:7] >= last:
            return
        text = _agenda(tell, aims, before, meeting.day)
        uid = _marked(f"review-{meeting.due}", session.mark)
        yield Event(uid, date.fromisoformat(meeting.day), said, text)
        before = meeting.day


def meeting_days(tell: Teller) -> Iterator[Event]:
    """Give the meetings to come, with nothing said of what they look at."""
    for meeting in meetings(tell.report.session):
        uid = _marked(f"review-{meeting.due}", tell.report.session.mark)
        yield Event(uid, date.fromisoformat(meeting.day), tell.say("ics.review"), "")


def orienting(tell: Teller, one: ToOrient) -> Event:
    """Put down the last day on which a purchase can be oriented."""
    title = tell.intention(one.bought)
    text = tell.say("ics.orient_text", launch=tell.month(one.bought.launch))
    uid = _marked(f"orient-{one.bought.id}", tell.report.session.mark)
    return Event(uid, date.fromisoformat(one.by), tell.say("ics.orient", title=title), text)


def _agenda(tell: Teller, aims: list[Objective | Carried], before: str, day: str) -> str:
    """Say what a review looks at: steps and starts due since the last one, and effects whose source has told them."""
    due: dict[str, list[str]] = {"written": [], "start": [], "share": [], "measure": []}
    for one in aims:
        steps = {"written": one.written_by, "start": month(one.baseline) or "", "share": one.share.by}
        for kind, by in steps.items():
            if one.written_by and before[:7] < by <= day[:7]:
                due[kind].append(one.code)
        if _measured(tell, one, before, day):
            due["measure"].append(one.code)
    said = [tell.say(f"ics.review_{kind}", codes=", ".join(codes)) for kind, codes in due.items() if codes]
    return "\n".join(said) or tell.say("ics.review_nothing")


def _measured(tell: Teller, one: Objective | Carried, before: str, day: str) -> bool:
    """Tell whether a source has told a figure of a running objective between two reviews."""
    if not one.written_by:
        return not one.deadline or one.deadline >= day[:7]
    since = later(before, 1)
    begins = measurable_from(tell.report.session, one) if isinstance(one, Objective) else since
    return since <= one.deadline and told(one.cadence, max(begins, since)) <= day[:7]


def _end(value: str) -> date:
    year, number = int(value[:4]), int(value[5:7])
    return date(year, number, monthrange(year, number)[1])
