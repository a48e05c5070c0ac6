"""deadlines.ics: read back by icalendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from game.core.expected import measurable_from
from game.core.report import Report, report
from game.core.text import Text
from game.export.to_ics import content
from tests.view import reviews


def events(found: Report, lang: str = "fr") -> list[Any]:
    return list(Calendar.from_ical(content(found, lang)).walk("VEVENT"))


def test_every_deadline_is_the_last_day_of_its_month(left: Report) -> None:
    days = {str(one["uid"]): one["dtstart"].dt for one in events(left)}
    for sheet in left.adopted:
        day = days[f"{sheet.code}-deadline@blagnac.clap"]
        assert day.isoformat()[:7] == sheet.deadline
        assert day.month != (day.fromordinal(day.toordinal() + 1)).month


def test_a_review_every_quarter_until_the_last_is_due(left: Report) -> None:
    found = [one for one in events(left) if str(one["summary"]).endswith("revue trimestrielle des objectifs")]
    assert [one["dtstart"].dt for one in found[:3]] == [date(2027, 3, 2), date(2027, 6, 2), date(2027, 9, 2)]
    assert all(one["dtstart"].dt.weekday() < 5 for one in found)
    last = max(sheet.deadline for sheet in left.adopted)
    assert found[-1]["dtstart"].dt.isoformat()[:7] >= last
    assert found[-2]["dtstart"].dt.isoformat()[:7] < last


def test_a_review_looks_at_what_can_be_looked_at_then(left: Report) -> None:
    found = [one for one in events(left) if str(one["summary"]).endswith("revue trimestrielle des objectifs")]
    first, *_ = found
    assert "Écrit dans le dossier, oui ou non\u00a0: " in first["description"]
    assert "Point de départ établi\u00a0: " in first["description"]
    assert "À mesurer" not in first["description"]  # no effect can be read three months after the decision
    told = [
        (one["dtstart"].dt.isoformat()[:7], line)
        for one in found
        for line in str(one["description"]).splitlines()
        if line.startswith("À mesurer")
    ]
    for sheet in left.adopted:
        read = [day for day, line in told if sheet.code in line]
        assert read[0] >= measurable_from(left.session, sheet), sheet.code
        assert read[-1] >= sheet.deadline > read[-2] if len(read) > 1 else read[0] >= sheet.deadline


def test_the_means_have_their_days(left: Report) -> None:
    days = {str(one["uid"]): one["dtstart"].dt.isoformat()[:7] for one in events(left)}
    for sheet in left.adopted:
        assert days[f"{sheet.code}-written@blagnac.clap"] == sheet.written_by
        assert days[f"{sheet.code}-share@blagnac.clap"] == sheet.share.by


def test_what_is_to_be_established_has_its_day(hostile: Report) -> None:
    found = [one for one in events(hostile) if str(one["summary"]).startswith("Point de départ")]
    assert date(2027, 6, 30) in [one["dtstart"].dt for one in found]


def test_the_launch_of_a_purchase_is_announced(left: Report) -> None:
    found = {str(one["summary"]): one for one in events(left)}
    one = found["Lancement\u00a0: Denrées alimentaires de la régie (accord-cadre, 12 lots)"]
    assert one["dtstart"].dt == date(2027, 4, 1)
    assert "critère circuit court" in str(one["description"])
    assert [str(alarm["action"]) for alarm in one.walk("VALARM")] == ["DISPLAY"]


def test_running_objectives_keep_their_deadline() -> None:
    found = report(reviews.measured())
    days = {str(one["uid"]): one["dtstart"].dt for one in events(found)}
    assert days[f"{reviews.WATER}-deadline@blagnac.clap"] == date(2034, 3, 31)


@pytest.mark.parametrize("which", ["left", "hostile", "blank"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_is_well_formed(which: str, lang: str, request: pytest.FixtureRequest) -> None:
    found: Report = request.getfixturevalue(which)
    blob = content(found, lang)
    assert blob == content(found, lang)
    lines = blob.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    uids = [str(one["uid"]) for one in events(found, lang)]
    assert len(uids) == len(set(uids))


def test_a_town_named_on_two_lines_names_a_calendar_on_one(left: Report) -> None:
    session = left.session
    scenario = replace(session.workshop.scenario, town=Text("Saint-Jean\n/ Nord", "Saint-Jean\n/ Nord"))
    workshop = replace(session.workshop, scenario=scenario)
    found = content(replace(left, session=replace(session, workshop=workshop)), "fr")
    assert "Saint-Jean / Nord" in str(Calendar.from_ical(found)["x-wr-calname"])
