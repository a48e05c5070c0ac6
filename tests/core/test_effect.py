"""An objective measures its issue's effect; what the lever counts is a step to it; no start is the game's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.deck import read_deck
from game.core.aims import change, goal, lowered, rises
from game.core.carrying import carried
from game.core.expected import expected, measurable_from
from game.core.indicator import Cadence
from game.core.moves.steps import TellStep
from game.core.objective import Objective, Share
from game.core.proposal import measures_effect
from game.core.report import report
from game.core.sheets import lightened, objectives, overwritten
from game.core.sources import told, told_whole
from game.core.text import same
from game.export.aims import start, start_cell, steps, way
from game.export.measured import effect
from game.export.minutes import minutes
from game.export.telling import Teller
from game.places import shelves
from game.words import calendar
from tests.scenarios.test_afternoon import play, recording, workshop
from tests.view import reviews
from tests.view.council import sheets

WATER, SHARE = same("m³ par an"), same("% des achats")


@pytest.mark.parametrize(
    ("start", "target", "unit", "wanted", "more"),
    [
        (80_000, "-15 %", WATER, 68_000, False),
        (None, "-15 %", WATER, None, False),
        (10, "50 %", WATER, 15, True),
        (20, "30", SHARE, 30, True),
        (20, "30 %", SHARE, 30, True),  # a per cent of a share is a value
        (12, "5", SHARE, 5, False),
        (None, "70", WATER, 70, True),
    ],
)
def test_a_target_is_a_value_or_a_change(
    start: float | None, target: str, unit: object, wanted: float | None, more: bool
) -> None:
    assert goal(start, target, unit) == wanted  # type: ignore[arg-type]
    assert rises(start, target, unit) is more  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("was", "now", "less"),
    [("-15 %", "-10 %", True), ("-15 %", "-20 %", False), ("50 %", "30 %", True), ("30", "20", True),
     ("30", "40", False), ("-15 %", "60000", True), ("30", "", True)],
)  # fmt: skip
def test_asking_for_less_is_told_of_a_change_too(was: str, now: str, less: bool) -> None:
    assert lowered(None, now, was, WATER) is less


@pytest.mark.parametrize(
    ("every", "after", "month", "next_told", "whole"),
    [
        (12, 3, "2028-12", "2029-03", "2030-03"),  # in March, of the calendar year that is over
        (12, 3, "2029-03", "2029-03", "2031-03"),
        (12, 0, "2027-01", "2027-12", "2027-12"),
        (3, 1, "2027-02", "2027-04", "2027-07"),
        (6, 1, "2027-07", "2027-07", "2028-01"),
        (0, 0, "2027-05", "2027-05", "2027-05"),
    ],
)
def test_a_source_tells_a_period_once_it_is_over(
    every: int, after: int, month: str, next_told: str, whole: str
) -> None:
    assert told(Cadence(every, after), month) == next_told
    assert told_whole(Cadence(every, after), month) == whole


@pytest.fixture(scope="module")
def demo() -> tuple[Objective, ...]:
    return objectives(play(recording(), workshop()).session)


def test_the_five_objectives_of_the_afternoon_measure_an_effect_at_their_place(demo: tuple[Objective, ...]) -> None:
    session = play(recording(), workshop()).session
    assert len(demo) == 5
    for sheet in demo:
        card = session.issue_card(sheet.issue)
        assert card is not None
        assert sheet.indicator in [one.name for one in card.indicators], sheet.code
        assert measures_effect(session, sheet)
        assert sheet.place
        levers = [session.lever_card(lever) for lever in sheet.levers]
        counted = [one.target.name for one in levers if one is not None and one.target is not None]
        assert sheet.indicator not in counted
        assert sheet.share.indicator in counted
        assert not sheet.estimated
        assert sheet.deadline >= measurable_from(session, sheet) > session.date[:7]
        assert session.date[:7] <= sheet.written_by <= "2027-03" < sheet.deadline


def test_a_start_is_established_by_the_next_review_or_when_its_source_tells_it(demo: tuple[Objective, ...]) -> None:
    for sheet in demo:
        assert (sheet.baseline, sheet.baseline_date) == (max("2027-03", told(sheet.cadence, "2027-01")), "")
        assert sheet.department
    assert {sheet.baseline for sheet in demo} == {"2027-03", "2027-06"}


def test_what_counts_from_zero_starts_there() -> None:
    session = sheets()
    found = next(one for one in objectives(session) if one.issue == "biodiversite-ville")
    assert (found.baseline, found.baseline_date, found.estimated) == ("0", "2026-12", False)
    assert "de 0 à 500 m²" in way(Teller("fr", report(session)), found)


@pytest.mark.parametrize("name", ["clap", "restauration", "market-town"])
def test_every_issue_gives_each_of_its_families_an_effect(name: str) -> None:
    file = shelves.deck(name)
    deck, _ = read_deck(file.read_bytes(), file.name)
    assert deck is not None
    assert [(card.id, family) for card in deck.issues for family in card.families if not card.effect_in(family)] == []


def test_a_family_may_have_its_own_indicator_and_its_own_target() -> None:
    deck = workshop().deck
    wood, reuse = deck.issue("materiaux-biosources"), deck.lever("reemploi-dabord")
    assert wood is not None
    assert reuse is not None
    assert {wood.effect_in(name).unit.fr for name in ("travaux", "enfance")} == {"kg/m²", "% des opérations"}  # type: ignore[union-attr]
    assert reuse.target_of("enfance") is not reuse.target_of("urbain")


def test_a_lever_that_is_dropped_takes_its_step_with_it(demo: tuple[Objective, ...]) -> None:
    session = play(recording(), workshop()).session
    food = next(one for one in demo if len(one.levers) > 1)
    assert lightened(session, food, food.levers[0]).share == Share()
    assert lightened(session, food, food.levers[1]).share == food.share


def test_a_start_typed_on_a_signed_sheet_is_the_towns(demo: tuple[Objective, ...]) -> None:
    session = play(recording(), workshop()).session
    found = overwritten(session, replace(demo[0], estimated=True), "baseline", "21")
    assert (found.baseline, found.baseline_date, found.estimated, found.start) == ("21", "2026-12", False, 21)
    assert overwritten(session, demo[0], "share_target", "60").share.target == "60"
    assert overwritten(session, demo[0], "written_by", "2027-02").written_by == "2027-02"


def test_an_effect_is_reached_against_the_start_that_was_established() -> None:
    one = next(one for one in carried(reviews.first(), workshop().deck) if one.code == reviews.WATER)
    assert (one.effect, one.goal, one.reached) == (True, None, False)
    session = reviews.played(reviews.opened(), "2027-03-10", reviews.RecordMeasure(reviews.WATER, "80 000", "2026-12"))
    found = session.followed(reviews.WATER)
    assert found is not None
    assert (found.start, found.goal, found.reached) == (80_000, 68_000, False)
    session = reviews.played(session, "2027-03-10", reviews.RecordMeasure(reviews.WATER, "67 000", "2027-02"))
    found = session.followed(reviews.WATER)
    assert found is not None
    assert found.reached


def test_a_review_is_told_whether_the_levers_are_written_and_how_far_they_are_used() -> None:
    session = reviews.played(
        reviews.opened(),
        "2027-03-10",
        TellStep(reviews.FOOD, "written", "yes"),
        TellStep(reviews.FOOD, "share", "40 %"),
    )
    found = session.followed(reviews.FOOD)
    assert found is not None
    assert (found.written, found.used) == ("yes", "40")
    again = carried(replace(session, closed=True), workshop().deck)
    assert [(one.written, one.used) for one in again if one.code == reviews.FOOD] == [("yes", "40")]


def test_a_share_of_contracts_is_told_of_the_next_ones_as_a_means(demo: tuple[Objective, ...]) -> None:
    session = play(recording(), workshop()).session
    asked = {sheet.issue: expected(session, sheet) for sheet in demo}
    cost = asked["sobriete-energie"]
    assert cost is not None
    assert (cost.means, cost.kind, cost.k, cost.n) == (True, "share", 1, 3)
    assert asked["alimentation-durable"] is None  # menus are no contracts


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_papers_tell_what_is_measured_and_by_which_steps(lang: str) -> None:
    found = report(play(recording(), workshop()).session)
    tell = Teller(lang, found)
    for sheet in found.adopted:
        aim, (written, *share) = way(tell, sheet), steps(tell, sheet)
        assert calendar.month(sheet.deadline, lang) in aim
        assert calendar.month(sheet.written_by, lang) in written
        assert len(share) == 1
        assert calendar.month(sheet.baseline, lang) in aim
    said = str(minutes(found, lang).blocks)
    for told_there in (lambda sheet: sheet.indicator, lambda sheet: sheet.department):
        assert [sheet.code for sheet in found.adopted if tell.read(told_there(sheet)) not in said] == []


def test_no_paper_prints_the_games_figure_as_the_towns() -> None:
    """A sheet that a deck of before filled in keeps its start, and is said to be an estimate wherever it is told."""
    session = reviews.first()
    told_in = Teller("fr", report(session))
    sheet = replace(objectives(session)[0], baseline="20", estimated=True)
    for said in (way(told_in, sheet), start(told_in, sheet), str(start_cell(told_in, sheet))):
        assert "20" in said
        assert "estimation du jeu" in said
    data = effect(sheet, told_in.text, held=True)
    assert (data["baseline"], data["estimate"]) == (None, 20)


def test_a_target_that_counts_a_change_is_no_share_of_contracts() -> None:
    assert change("-15 %", same("marchés")) == -15
    assert change("30 %", same("% des marchés")) is None
