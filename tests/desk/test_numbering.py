"""A number and a calendar's entry belong to one session: two sessions of a quarter never give the same."""

from __future__ import annotations

import lzma
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import ascii_uppercase

import icalendar

from game.core.ballot import Ballot
from game.core.report import report
from game.core.session import Session
from game.core.sheets import code, free_series
from game.desk.opening import new_session, open_session
from game.export import to_ics
from tests.desk.test_adopted import FORMER, play_on
from tests.scenarios.quarters import following

DAY = "2026-12-02"


def number(session: Session) -> str:
    return code(replace(session, ballot=Ballot(closed=True, ranked=("eau",))), "eau")


def begun(path: Path, sources, day: str = DAY) -> str:
    desk = new_session(path, sources, "90", date=day)
    try:
        return number(desk.session)
    finally:
        desk.close()


def test_the_sessions_of_a_quarter_take_a_series_each(sources, tmp_path):
    found = [begun(tmp_path / f"{n}.clap", sources) for n in range(3)]
    assert found == ["CLAP-2026-T4-01", "CLAP-2026-T4-B01", "CLAP-2026-T4-C01"]
    assert begun(tmp_path / "later.clap", sources, "2027-01-10") == "CLAP-2027-T1-01"
    other = replace(sources, scenario=replace(sources.scenario, code="AUTRE"))
    assert begun(tmp_path / "other.clap", other) == "AUTRE-2026-T4-01"
    with (tmp_path / "0.clap").open("r+b") as file:
        file.truncate(100)
    assert begun(tmp_path / "again.clap", sources) in ("CLAP-2026-T4-01", "CLAP-2026-T4-D01")


def test_a_session_opened_again_keeps_its_numbers(sources, tmp_path):
    found = [begun(tmp_path / f"{n}.clap", sources) for n in range(2)]
    desk = open_session(tmp_path / "1.clap", read_only=True)
    assert number(desk.session) == found[1]


def test_a_session_of_before_took_the_first_series_of_its_quarter(sources, tmp_path):
    (tmp_path / "old.clap").write_bytes(lzma.decompress((FORMER / "version-1.clap.xz").read_bytes()))
    assert begun(tmp_path / "new.clap", sources) == "CLAP-2026-T4-B01"
    assert begun(tmp_path / "next.clap", sources, "2027-02-01") == "CLAP-2027-T1-01"


def test_a_follower_takes_a_series_its_former_session_did_not_wherever_that_one_lies(sources, tmp_path):
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    desk = new_session(tmp_path / "here" / "a.clap", sources, "90", date=DAY)
    play_on(desk)
    desk.close()
    after = following(tmp_path / "there" / "b.clap", tmp_path / "here" / "a.clap", "2026-12-20")
    assert number(after.session) == "CLAP-2026-T4-B01"
    after.close()


def test_letters_never_run_out():
    taken: list[str] = []
    for _ in range(30):
        taken.append(free_series(taken))
    assert taken[:3] == ["", "B", "C"]
    assert taken[25:28] == ["Z", "AA", "AB"]
    short = {one + other for one in ("", *ascii_uppercase) for other in ascii_uppercase} | {""}
    assert free_series(short) == "AAA"


def entries(path: Path) -> dict[str, str]:
    desk = open_session(path, read_only=True)
    book = icalendar.Calendar.from_ical(to_ics.content(report(desk.session), "fr"))
    desk.close()
    return {str(row["uid"]): str(row["summary"]) for row in book.walk("VEVENT")}


def test_the_calendars_of_two_sessions_of_a_quarter_share_no_entry(sources, tmp_path):
    one, two = tmp_path / "a.clap", tmp_path / "b.clap"
    for path in (one, two):
        desk = new_session(path, sources, "90", date=DAY)
        play_on(desk)
        desk.close()
    first, second = entries(one), entries(two)
    assert len(first) == len(second) > 10
    assert not set(first) & set(second)
    assert entries(one) == first


def test_the_deadline_a_review_follows_stays_the_same_entry(sources, tmp_path):
    one, two = tmp_path / "a.clap", tmp_path / "b.clap"
    desk = new_session(one, sources, "90", date=DAY)
    play_on(desk)
    desk.close()
    following(two, one, str(date(2027, 3, 3))).close()
    due = {uid for uid in entries(one) if "-deadline" in uid}
    assert len(due) == 5
    assert due <= set(entries(two))
