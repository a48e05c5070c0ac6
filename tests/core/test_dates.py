"""Days that papers say: worked days against a second way to Easter, meetings, and when a tender file is begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from game.core.dates import meetings, writing
from game.core.duties import Duties
from game.core.session import start
from game.core.workdays import Holidays, easter, working, works
from tests.scenarios.test_afternoon import workshop

FRANCE = {
    2027: "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25",
    2028: "01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25",
}
"""The public holidays of France as a calendar prints them."""


def gauss(year: int) -> date:
    """Give Easter the way Gauss did, which the program does not follow."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    m = (15 - (13 + 8 * k) // 25 + k - k // 4) % 30
    d, n = (19 * a + m) % 30, (4 + k - k // 4) % 7
    e = (2 * b + 4 * c + 6 * d + n) % 7
    day = 22 + d + e
    if (d, e) == (29, 6) or (d == 28 and e == 6 and (11 * m + 11) % 30 < 19):
        day -= 7
    return date(year, 3, 1) + timedelta(day - 1)


def test_easter_agrees_with_gauss() -> None:
    assert [easter(year) for year in range(1990, 2200)] == [gauss(year) for year in range(1990, 2200)]


@pytest.mark.parametrize("year", FRANCE)
def test_the_holidays_of_france(year: int) -> None:
    holidays = workshop().duties.holidays
    days = (date(year, 1, 1) + timedelta(n) for n in range(365))
    assert " ".join(day.isoformat()[5:] for day in days if holidays.off(day)) == FRANCE[year]


def test_a_country_that_says_nothing_works_but_at_weekends() -> None:
    assert working(date(2027, 1, 1), Holidays()) == date(2027, 1, 1)
    assert working(date(2027, 1, 2), Holidays()) == date(2027, 1, 4)
    assert working(date(2027, 1, 3), Holidays(), -1) == date(2027, 1, 1)


def test_every_meeting_is_on_a_worked_day_and_none_drifts() -> None:
    session = replace(start(workshop()), date="2026-12-02")
    found = meetings(session)
    days = [next(found).day for _ in range(20)]
    assert days[:7] == [
        "2027-03-02",
        "2027-06-02",
        "2027-09-02",
        "2027-12-02",
        "2028-03-02",
        "2028-06-02",
        "2028-09-04",
    ]
    assert all(works(date.fromisoformat(day), session.workshop.duties.holidays) for day in days)
    assert all(day[8:] in ("02", "03", "04") for day in days)


@pytest.mark.parametrize(
    ("day", "then"),
    [
        ("2026-11-30", "2027-03-01"),
        ("2027-11-30", "2028-02-29"),
        ("2027-01-31", "2027-04-30"),
        ("2027-02-14", "2027-05-14"),
    ],
)
def test_three_months_on(day: str, then: str) -> None:
    assert next(meetings(replace(start(workshop()), date=day))).day == then


def test_no_date_no_meeting() -> None:
    assert list(meetings(start(workshop()))) == []


def test_a_file_is_begun_early_enough_for_its_procedure() -> None:
    given = workshop()
    known = {one.id: writing(given.duties, one) for one in given.scenario.intentions}
    food, school = known["enf-denrees"], known["trav-ecole-pres"]
    assert (food.months, school.months) == (3, 2)
    assert (school.launch, school.start) == ("2027-04-01", "2027-02-01")
    for one in known.values():
        assert all(works(date.fromisoformat(day), given.duties.holidays) for day in (one.launch, one.start))
        apart = date.fromisoformat(one.launch) - date.fromisoformat(one.start)
        assert timedelta(28 * one.months) <= apart <= timedelta(31 * one.months + 5)


def test_a_country_that_does_not_say_gives_no_day() -> None:
    assert {writing(Duties(), one).months for one in workshop().scenario.intentions} == {0}
