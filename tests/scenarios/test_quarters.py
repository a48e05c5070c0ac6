"""A session of quarter 1 reviewed as quarter 2, then 3: statuses, measures, curves; the former files as they were."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli.yearly import gathered
from game.core.errors import JournalError, Refused, SetupError
from game.core.moves.flow import EnterPhase
from game.core.moves.measures import FollowUp, GuessMeasure, PullMeasure, RecordMeasure
from game.core.sheets import code, objectives
from game.desk.opening import new_session, open_session
from tests.scenarios import quarters
from tests.scenarios.quarters import COST, DISABLED, FOOD, GREEN, SECOND, THIRD, WATER, done, following


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    folder = tmp_path_factory.mktemp("town")
    one = quarters.first(folder / "T4.clap")
    two = quarters.second(folder / "T1.clap", one)
    return one, two, quarters.third(folder / "T2.clap", two)


def session(path: Path):
    desk = open_session(path, read_only=True)
    return desk.session


def statuses(path: Path) -> dict[str, str]:
    return {one.code: one.status for one in session(path).carried}


def test_a_review_opens_on_what_was_adopted_and_waits_for_measures(files, tmp_path):
    desk = following(tmp_path / "new.clap", files[0], SECOND)
    now, before = desk.session, session(files[0])
    assert now.phase == "bilan"
    assert [one.code for one in now.carried] == [FOOD, COST, WATER, GREEN, DISABLED]
    assert {one.status for one in now.carried} == {"check"}
    for one, sheet in zip(now.carried, objectives(before), strict=True):
        assert (one.title, one.deputy, one.indicator, one.unit) == (
            sheet.title,
            sheet.deputy,
            sheet.indicator,
            sheet.unit,
        )
        assert (one.baseline, one.target, one.deadline) == (sheet.baseline, sheet.target, sheet.deadline)
        assert tuple(lever.id for lever in one.levers) == sheet.levers
        assert one.intentions == sheet.intentions
        assert one.tokens == before.ballot.count(sheet.issue)
    assert now.former.file == "T4.clap"
    assert now.former.sha256 == hashlib.sha256(files[0].read_bytes()).hexdigest()
    assert (now.former.guess, now.former.share, now.former.quarter) == (21.0, 33, "2026-T4")
    assert [one.card.id for one in now.former.renounced] == [
        "biodiversite-ville",
        "maitrise-budget",
        "insertion-emploi",
    ]
    desk.close()


def test_statuses_follow_the_decisions_and_wait_again_three_months_later(files):
    assert statuses(files[1]) == {
        FOOD: "do", COST: "act_generalise", WATER: "act_adjust", GREEN: "act_adjust", DISABLED: "act_stop",
    }  # fmt: skip
    assert statuses(files[2]) == {FOOD: "act_generalise", COST: "check", WATER: "check", GREEN: "check"}


def test_measures_stay_and_add_up_to_a_curve(files):
    last = {one.code: one for one in session(files[2]).carried}
    assert [(one.date, one.amount) for one in last[FOOD].curve] == [("2027-02", 24.5), ("2027-06-01", 31.0)]
    assert [one.amount for one in last[COST].curve] == [150, 118]
    assert (last[COST].start, last[COST].goal, last[COST].reached) == (150, 120, True)  # the first measure is the start
    assert last[WATER].curve == ()
    assert last[WATER].measures[0].value == "compteurs pas encore posés"
    assert last[FOOD].reached
    assert not last[GREEN].reached
    assert (last[GREEN].target, last[WATER].deadline) == ("25", "2034-03")
    assert [one.quarter for one in last[FOOD].decisions] == ["2027-T1", "2027-T2"]


def test_what_asks_for_less_is_undressed_and_the_guess_is_kept_for_its_review_only(files):
    second = {one.code: one for one in session(files[1]).carried}
    assert second[FOOD].guess == "22"
    assert second[GREEN].decision.undressed
    assert second[GREEN].decision.was_target == "30"
    assert second[WATER].decision.undressed
    assert not second[FOOD].decision.undressed
    third = {one.code: one for one in session(files[2]).carried}
    assert third[FOOD].guess == ""


def test_the_former_files_are_as_they_were(tmp_path):
    one = quarters.first(tmp_path / "T4.clap")
    before = one.read_bytes()
    two = quarters.second(tmp_path / "T1.clap", one)
    assert one.read_bytes() == before
    after = two.read_bytes()
    quarters.third(tmp_path / "T2.clap", two)
    assert (one.read_bytes(), two.read_bytes()) == (before, after)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["T1.clap", "T2.clap", "T4.clap"]


def test_a_second_session_of_a_quarter_gives_numbers_of_its_own(files, tmp_path):
    desk = following(tmp_path / "same-quarter.clap", files[0], "2026-12-20")
    assert desk.session.former.codes == (FOOD, COST, WATER, GREEN, DISABLED)
    ballot = replace(desk.session.ballot, closed=True, ranked=("eau",))
    assert code(replace(desk.session, ballot=ballot), "eau") == "CLAP-2026-T4-B01"
    desk.close()


def test_undo_goes_back_through_the_review_and_not_beyond_its_opening(files, tmp_path):
    desk = following(tmp_path / "new.clap", files[0], SECOND)
    opened = desk.session
    done(desk, RecordMeasure(FOOD, "22"), RecordMeasure(FOOD, "23"), FollowUp(FOOD, "stop", "trop cher"))
    assert [one.value for one in desk.session.followed(FOOD).measures] == ["23"]
    assert desk.undo() is None
    assert desk.undo() is None
    assert desk.session.followed(FOOD).now.value == "22"
    assert desk.redo() is None
    assert desk.session.followed(FOOD).now.value == "23"
    assert desk.undo() is None
    assert desk.undo() is None
    assert desk.session == opened
    assert desk.undo() == Refused("nothing_to_undo")
    desk.close()
    assert session(tmp_path / "new.clap").carried == opened.carried


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (RecordMeasure("CLAP-1999-T1-01", "3"), "not_followed"),
        (RecordMeasure(FOOD, "  "), "empty_text"),
        (RecordMeasure(FOOD, "5 sur 3"), "bad_count"),
        (RecordMeasure(FOOD, "22", "hier"), "bad_date"),
        (RecordMeasure(FOOD, "22", "30/02/2027"), "bad_date"),
        (RecordMeasure(FOOD, "22", "avril 2027"), "date_ahead"),
        (RecordMeasure(FOOD, "22", "2027-03-11"), "date_ahead"),
        (RecordMeasure(FOOD, "22", "", "x" * 241), "text_too_long"),
        (GuessMeasure(FOOD, "beaucoup"), "bad_number"),
        (FollowUp(FOOD, "keep", " "), "reason_missing"),
        (FollowUp(FOOD, "perhaps", "x"), "unknown_decision"),
        (FollowUp(FOOD, "keep", "x", target="10"), "adjust_only"),
        (FollowUp(FOOD, "adjust", "x", target="dix"), "bad_number"),
        (FollowUp(FOOD, "adjust", "x", deadline="bientôt"), "bad_month"),
        (PullMeasure(FOOD, 50, 1, 2, "decp.json", "", "part"), "bad_source"),
        (PullMeasure(FOOD, 50, 3, 2, "decp.json", "0" * 64, "part"), "bad_count"),
    ],
)
def test_what_is_refused_and_leaves_the_session_as_it_was(files, tmp_path, command, code):
    desk = following(tmp_path / "new.clap", files[0], SECOND)
    before = desk.session
    refused = desk.do(command)
    assert refused is not None
    assert refused.code == code
    assert desk.session is before
    desk.close()


def test_a_guess_comes_before_its_measure_and_open_data_keep_their_source(files, tmp_path):
    desk = following(tmp_path / "new.clap", files[0], SECOND)
    done(desk, PullMeasure(COST, 50.0, 1, 2, "decp.json", "a" * 64, "part des marchés au coût complet"))
    now = desk.session.followed(COST).now
    assert (now.k, now.n, now.file, now.sha256, now.date) == (1, 2, "decp.json", "a" * 64, SECOND)
    assert desk.do(GuessMeasure(COST, "40")).code == "measured_already"
    done(desk, EnterPhase("enjeux"))
    assert desk.do(RecordMeasure(FOOD, "22")) == Refused("wrong_phase", phase="enjeux", needed="bilan")
    desk.close()


def test_what_cannot_be_reviewed_is_said_and_leaves_no_file(files, tmp_path):
    with pytest.raises(SetupError, match="review_before"):
        following(tmp_path / "new.clap", files[0], "2026-11-01")
    with pytest.raises(JournalError, match="missing"):
        following(tmp_path / "new.clap", tmp_path / "none.clap", SECOND)
    sources = quarters.on_the_shelf("blagnac")
    new_session(tmp_path / "bare.clap", sources, "90", date="2026-12-02").close()
    with pytest.raises(SetupError, match="nothing_to_review"):
        following(tmp_path / "new.clap", tmp_path / "bare.clap", SECOND)
    with pytest.raises(SetupError, match="no_review_agenda"):
        quarters.follow(tmp_path / "new.clap", files[0], quarters.on_the_shelf, agenda="90", date=SECOND)
    assert not (tmp_path / "new.clap").exists()


def test_a_scenario_that_left_the_shelf_is_played_from_the_former_file(files, tmp_path):
    desk = following(tmp_path / "new.clap", files[0], SECOND, lambda _: None)
    assert [one.code for one in desk.session.carried] == [FOOD, COST, WATER, GREEN, DISABLED]
    desk.close()


def test_the_year_tells_what_became_of_each_objective(files):
    year = gathered((files[2], files[0], files[1]))
    assert [one.quarter for one in year.sessions] == ["2026-T4", "2027-T1", "2027-T2"]
    found = {one.objective.code: one for one in year.objectives}
    assert {code: one.outcome for code, one in found.items()} == {
        FOOD: "reached", COST: "reached", WATER: "unmeasured", GREEN: "running", DISABLED: "unmeasured",
    }  # fmt: skip
    assert dict(year.outcomes) == {"reached": 2, "running": 1, "missed": 0, "unmeasured": 2}
    assert found[DISABLED].objective.status == "act_stop"
    assert [(point.quarter, point.value, point.kind) for point in found[FOOD].curve] == [
        ("2027-T1", 24.5, "measure"), ("2027-T2", 31.0, "measure"),
    ]  # fmt: skip
    assert [(item.field, item.was.fr, item.now.fr) for item in found[GREEN].undressed] == [
        ("target", "30", "25"), ("deadline", "2030-06", "2027-12"),
    ]  # fmt: skip
    assert year.until == THIRD
    later = gathered(files, "2028-01-15")
    assert dict(later.outcomes)["missed"] == 1  # the green target was for December 2027
