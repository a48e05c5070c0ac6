"""The agenda of a meeting on one A4 page, as a town hall sends it; the same values are told on screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from game.core.meeting import Meeting
from game.core.months import quarter
from game.core.review import Carried
from game.core.scenario import Intention
from game.core.session import Sitting
from game.printing.setting import Printed, typeset
from game.words.aims import told
from game.words.calendar import day, month
from game.words.catalogue import Speaker
from game.words.numbers import euros_short
from game.words.points import points
from game.words.spacing import listed

HEADS = ("phases", "review", "examine", "who", "members", "guests")
REVIEWED = ("objective", "aim", "deadline", "deputy")
EXAMINED = ("launch", "intention", "family", "place", "amount", "cao", "department")


def page(found: Meeting, said: Speaker, style: Path | None = None) -> Printed:
    """Set the page; what is too long for it is cut and counted. Raises ImportError without typst, ExportError."""
    families = {family.id: family for family in found.deck.families}
    icons = {families[one.family].icon for one in found.intentions if one.family in families}
    return typeset("agenda.typ", values(found, said), icons, style)


def values(found: Meeting, said: Speaker) -> dict[str, Any]:
    """Give all that is said of a meeting, worded."""
    town = found.scenario.town.say(said.lang)
    when = day(found.date, said.lang) if found.date else said.say("agenda.undated")
    minutes = [(listed(points(phase, said), said.lang), phase.minutes) for phase in found.agenda.phases]
    return {
        "title": said.say("agenda.title", town=town), "lang": said.lang, "authors": list(found.scenario.authors),
        "when": when, "quarter": quarter(found.date) if found.date else "",
        "under": said.say("agenda.under", agenda=found.agenda.title.say(said.lang), n=found.agenda.minutes),
        "heads": {one: said.say(f"agenda.{one}") for one in HEADS},
        "reviewed": [said.say(f"agenda.column.{one}") for one in REVIEWED],
        "examined": [said.say(f"agenda.column.{one}") for one in EXAMINED],
        "phases": [{"name": name, "minutes": said.say("agenda.minutes", n=count)} for name, count in minutes],
        "objectives": [_objective(one, said) for one in found.objectives],
        "intentions": [_intention(found, one, said) for one in found.intentions],
        "launched": said.say("agenda.launched", n=found.launched) if found.launched else "",
        "none": {"review": said.say("agenda.none_review"), "examine": said.say("agenda.none_examine"),
                 "guests": said.say("agenda.none_guests")},
        "more": [said.say("agenda.more", n=n) for n in range(len(found.intentions) + len(found.objectives) + 1)],
        "members": [_seat(one, said) for one in found.members], "guests": [_seat(one, said) for one in found.guests],
        "foot": said.say("agenda.foot"),
    }  # fmt: skip


def _objective(one: Carried, said: Speaker) -> dict[str, str]:
    unit, unknown = one.unit.say(said.lang), said.say("agenda.unknown")
    now = told(one.now.value, said.lang) if one.now is not None else said.say("agenda.unmeasured")
    start, target = told(one.baseline, said.lang) or unknown, told(one.target, said.lang) or unknown
    if one.estimated:
        start = said.say("review.start.estimated", figure=start)
    steps = said.say("agenda.aim", start=start, now=now, target=target)
    return {"id": one.code, "code": one.code, "title": one.title.say(said.lang),
            "aim": f"{one.indicator.say(said.lang)} ({unit})" if unit else one.indicator.say(said.lang), "steps": steps,
            "deadline": month(one.deadline, said.lang) if one.deadline else unknown,
            "deputy": one.deputy.say(said.lang)}  # fmt: skip


def _intention(found: Meeting, one: Intention, said: Speaker) -> dict[str, str]:
    family, place = found.deck.family(one.family), found.scenario.place(one.place)
    role = found.scenario.family(one.family)
    department = one.department or (role.department if role is not None else one.department)
    return {
        "id": one.id, "launch": month(one.launch, said.lang), "title": one.title.say(said.lang),
        "family": family.short.say(said.lang) if family is not None else one.family,
        "letter": family.letter if family is not None else "", "icon": family.icon if family is not None else "",
        "place": place.short.say(said.lang) if place is not None else "–",
        "amount": euros_short(one.amount_ht, said.lang),
        "cao": said.say("agenda.yes" if one.cao else "agenda.no"), "department": department.say(said.lang) or "–",
    }  # fmt: skip


def _seat(one: Sitting, said: Speaker) -> str:
    role = one.seat.role.say(said.lang)
    return said.say("agenda.on_cao", role=role) if one.cao else role
