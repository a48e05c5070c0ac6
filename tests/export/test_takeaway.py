"""What a new member leaves with: two pages whatever they hold, told from a real session, and dates for a calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from game.core.errors import SetupError
from game.core.mine import to_orient
from game.core.report import Report, report
from game.core.scenario import FamilyRole
from game.core.takeaway import Contact
from game.core.text import same
from game.export import takeaway
from game.export.telling import Teller
from tests.export.reading import INFO, PDFTOTEXT, filled, pdf_info, pdf_text, typed
from tests.view.reviews import COST, measured


def role(found: Report, family: str = "travaux") -> FamilyRole:
    known = found.session.workshop.scenario.family(family)
    assert known is not None
    return known


def long_winded(found: Report) -> Report:
    """Give a report in which everything there is on the pages is there fourteen times, and says too much."""
    session, endless = found.session, same("un texte qui n'en finit pas " * 12)
    scenario = session.workshop.scenario
    bought = next(one for one in scenario.intentions if one.family == "travaux")
    many = tuple(replace(bought, id=f"achat-{i}", title=endless, cao_note=endless) for i in range(14))
    taken = scenario.takeaway
    town = replace(
        scenario,
        intentions=(*scenario.intentions, *many),
        families=tuple(replace(one, deputy=endless, department=endless) for one in scenario.families),
        takeaway=replace(
            taken,
            strip=tuple(replace(one, who=endless, what=endless) for one in taken.strip * 4),
            never=(endless,) * 14,
            contacts=(Contact(endless, endless, endless),) * 14,
        ),
    )
    workshop = replace(session.workshop, scenario=town)
    sheet = next(one for one in found.adopted if one.family == "travaux")
    sheets = tuple(replace(sheet, code=f"C-{i}", title=endless, indicator=endless) for i in range(14))
    return replace(found, session=replace(session, workshop=workshop), objectives=sheets)


@pytest.mark.parametrize("lang", ["fr", "en"])
@PDFTOTEXT
@INFO
def test_a_family_takes_two_pages_with_all_it_needs(left: Report, lang: str, tmp_path: Path) -> None:
    tell = Teller(lang, left)
    pdf = takeaway.pages(tell, role(left))
    info = pdf_info(pdf, tmp_path)
    assert (info["Pages"], info["Tagged"]) == ("2", "yes")
    said = pdf_text(pdf, tmp_path)
    values = takeaway.values(tell, role(left))
    wanted = [one["title"] for one in values["mine"]["purchases"]] + [
        one["code"] for one in values["mine"]["objectives"]
    ]
    wanted += [one["role"] for one in values["mine"]["contacts"]] + [values["mine"]["share"], values["mine"]["deputy"]]
    wanted += [word for word, _ in values["who"]["words"]] + values["who"]["never"]
    assert len(values["who"]["words"]) == 20
    missing = [one for text in wanted for one in typed(text).split() if one not in said]
    assert missing == []


@INFO
def test_too_much_of_everything_takes_two_pages_still_and_is_counted(left: Report, tmp_path: Path) -> None:
    found = long_winded(left)
    pdf = takeaway.pages(Teller("fr", found), role(found))
    assert pdf_info(pdf, tmp_path)["Pages"] == "2"
    assert all(ink < 0.92 for ink in filled(pdf, tmp_path))
    said = pdf_text(pdf, tmp_path)
    assert re.search(r"… et \d+ autres achats", said)
    assert re.search(r"… et \d+ autres objectifs", said)
    assert re.search(r"… et \d+ autres moments", said)


def test_a_purchase_says_its_last_day_or_that_it_is_past(left: Report) -> None:
    for one in to_orient(left.session, "enfance"):
        assert one.late == (one.by < left.session.date or one.bought.launch < "2027-02")
    late = [one.bought.id for one in to_orient(left.session, "enfance") if one.late]
    assert late
    assert to_orient(left.session, "enfance")[0].bought.id not in late


def test_the_last_measure_is_that_of_the_review() -> None:
    session = measured()
    one = next(each for each in session.carried if each.code == COST)
    found = report(session)
    told = takeaway.values(Teller("fr", found), role(found, one.family.id))["mine"]["objectives"]
    mine = next(each for each in told if each["code"] == COST)
    assert one.now is not None
    assert one.now.value.split()[0] in mine["measure"]
    assert "mars 2027" in mine["measure"]


def test_the_calendar_holds_a_familys_dates_and_no_other(left: Report, tmp_path: Path) -> None:
    from icalendar import Calendar

    written = takeaway.export(left, "fr", tmp_path, "travaux")
    assert [path.name for path in written] == ["deux-pages-travaux.pdf", "mes-dates-travaux.ics"]
    rows = Calendar.from_ical(written[1].read_bytes()).walk("VEVENT")
    uids = [str(row["uid"]) for row in rows]
    assert len(set(uids)) == len(uids)
    others = [sheet.code for sheet in left.adopted if sheet.family != "travaux"]
    assert others
    assert not any(code in uid for code in others for uid in uids)
    assert all(row["dtstart"].dt >= date(2026, 12, 2) for row in rows)
    still = [one.bought.id for one in to_orient(left.session, "travaux") if not one.late]
    assert all(any(uid.startswith(f"orient-{name}") for uid in uids) for name in still)


def test_a_family_nobody_knows_is_refused(left: Report, tmp_path: Path) -> None:
    with pytest.raises(SetupError) as refused:
        takeaway.export(left, "fr", tmp_path, "travau")
    assert refused.value.code == "no_such_family"


def test_a_table_nobody_touched_has_two_pages_too(blank: Report) -> None:
    assert takeaway.pages(Teller("fr", blank), role(blank, "sports")).startswith(b"%PDF")
