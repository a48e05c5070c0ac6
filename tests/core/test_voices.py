"""Members without a family choose axes and ask; guests say three words: kept, counted, taken back, never in the way."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.core import axes
from game.core.cards import Axis
from game.core.moves.advice import Advise
from game.core.moves.axes import AdoptAxes
from game.core.moves.issues import LiftIssue, PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.moves.objectives import AdoptObjective
from game.core.moves.questions import AskQuestion, HearAnswer, TakeQuestionBack
from game.core.moves.seats import InviteGuest, UnseatMember
from game.core.moves.votes import CloseBallot
from game.core.report import report, unnamed
from game.core.scenario import ReadyQuestion, Workshop
from game.core.spoken import COSTS, FEASIBLE, NOT_BEFORE, Advice
from game.core.text import same
from game.core.voices import askers, guests, left
from tests.core.test_council import code, lay
from tests.core.workshop import DECK, LIMITS, SCENARIO, Play, workshop

SPOKEN = {"enjeux": ("adopt_axes", "ask", "advise"), "leviers": ("ask", "advise"), "arbitrage": ("ask", "advise")}


@cache
def speaking() -> Workshop:
    """The small town with two more axes, a question ready, and phases that let people speak."""
    made = workshop(replace(LIMITS, axes=2, questions=2))
    more = (Axis("soc", same("Social"), "users"), Axis("eco", same("Économie"), "coins"))
    issues = tuple(replace(one, axis="soc") if one.id == "bois" else one for one in DECK.issues)
    phases = tuple(replace(one, moves=(*one.moves, *SPOKEN.get(one.id, ()))) for one in made.agenda.phases)
    return Workshop(
        replace(DECK, axes=(*DECK.axes, *more), issues=issues),
        replace(SCENARIO, questions=(ReadyQuestion("qui", same("Qui est servi ?")),)),
        made.town,
        replace(made.agenda, phases=phases),
    )


def table() -> Play:
    """Two picks, of two axes, a question each can be laid on; a department sits as a guest."""
    play = Play(speaking()).do(InviteGuest("Service des bâtiments")).to("enjeux")
    play.do(PlaceIssue("eau", "a", "mairie"), PlaceIssue("bois", "a")).to("leviers")
    return play.do(PlaceLever("un", "eau"), PlaceLever("deux", "bois"))


def test_the_council_chooses_its_axes_before_any_card() -> None:
    play = Play(speaking())
    assert not axes.awaited(play.session)
    assert axes.awaited(play.to("enjeux").session)
    assert code(play, AdoptAxes(("env", "soc", "eco"))) == "too_many_axes"
    assert code(play, AdoptAxes(())) == "no_axes"
    assert code(play, AdoptAxes(("mer",))) == "unknown_axis"
    play.do(AdoptAxes(("soc", "env")))
    assert play.session.axes == ("env", "soc")
    assert not axes.awaited(play.session)
    done = len(play.history.done)
    assert len(play.do(AdoptAxes(("env", "soc"))).history.done) == done
    assert play.do(AdoptAxes(("eco",))).history.undo().axes == ("env", "soc")
    assert play.history.redo().axes == ("eco",)


def test_a_council_that_lays_a_card_first_is_not_held_back() -> None:
    play = Play(speaking()).to("enjeux").do(PlaceIssue("eau", "a"))
    assert not axes.awaited(play.session)
    assert axes.off(play.session, "eau") is None
    assert play.do(AdoptAxes(("soc",))).session.axes == ("soc",)


def test_without_the_step_nothing_is_awaited_nor_off() -> None:
    play = Play().to("enjeux")
    assert code(play, AdoptAxes(("env",))) == "wrong_phase"
    assert not axes.awaited(play.session)


def test_a_pick_off_the_axes_is_allowed_and_counted() -> None:
    play = table().to("enjeux").do(AdoptAxes(("soc",)))
    off = axes.off(play.session, "eau")
    assert off is not None
    assert off.id == "env"
    assert axes.off(play.session, "bois") is None
    lay(play.to("arbitrage"), "s1", "eau").do(CloseBallot()).to("objectifs").do(AdoptObjective("eau"))
    told = [(one.axis.id, one.chosen, one.picks, one.objectives) for one in axes.balance(play.session)]
    assert told == [("env", False, 1, 1), ("soc", True, 1, 0), ("eco", False, 0, 0)]


def test_members_without_a_family_hold_two_questions() -> None:
    play = table()
    assert [one.seat.id for one in askers(play.session)] == ["s3"]
    play.do(AskQuestion("s3", "eau", "qui"), AskQuestion("s3", "bois", text="  Et si  rien ? "))
    assert [(one.number, one.issue, one.asked, one.text) for one in play.session.questions] == [
        (1, "eau", "qui", ""), (2, "bois", "", "Et si rien ?"),
    ]  # fmt: skip
    assert left(play.session, "s3") == 0
    assert code(play, AskQuestion("s3", "eau", text="Encore ?")) == "no_questions_left"
    play.do(HearAnswer(1), TakeQuestionBack(2))
    assert code(play, TakeQuestionBack(1)) == "question_answered"
    assert left(play.session, "s3") == 1
    assert [(one.issue, one.answered) for one in play.session.questions] == [("eau", True)]
    play.do(AskQuestion("s3", "bois", text="Qui paie ?"))
    assert [one.number for one in play.session.questions] == [1, 2]


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (AskQuestion("s1", "eau", "qui"), "holds_no_question"),
        (AskQuestion("guest-1", "eau", "qui"), "holds_no_question"),
        (AskQuestion("s3", "feu", "qui"), "not_placed"),
        (AskQuestion("s3", "eau", "nul"), "no_such_question"),
        (AskQuestion("s3", "eau", text=" "), "empty_text"),
        (AskQuestion("s3", "eau", text="a" * 161), "text_too_long"),
        (HearAnswer(7), "no_such_question"),
        (TakeQuestionBack(7), "no_such_question"),
        (Advise("s1", "eau", FEASIBLE), "not_a_guest"),
        (Advise("s3", "eau", FEASIBLE), "not_a_guest"),
        (Advise("guest-1", "feu", FEASIBLE), "not_placed"),
        (Advise("guest-1", "eau", "peut-être"), "unknown_word"),
        (Advise("guest-1", "eau", NOT_BEFORE, "bientôt"), "bad_month"),
        (Advise("guest-1", "eau", COSTS, "cher"), "bad_number"),
    ],
)
def test_what_may_not_be_said_is_refused(command: object, why: str) -> None:
    assert code(table(), command) == why


def test_a_department_says_three_words_and_takes_them_back() -> None:
    play = table()
    assert [one.seat.id for one in guests(play.session)] == ["guest-1"]
    play.do(Advise("guest-1", "eau", FEASIBLE), Advise("guest-1", "eau", NOT_BEFORE, "avril 2027"))
    play.do(Advise("guest-1", "eau", COSTS, "12 000 €"))
    assert play.session.advice == (
        Advice("guest-1", "eau", FEASIBLE), Advice("guest-1", "eau", NOT_BEFORE, "2027-04"),
        Advice("guest-1", "eau", COSTS, amount=12_000),
    )  # fmt: skip
    play.do(Advise("guest-1", "eau", NOT_BEFORE, "2027-09"))
    assert [one.month for one in play.session.advice if one.word == NOT_BEFORE] == ["2027-09"]
    play.do(Advise("guest-1", "eau", FEASIBLE))
    assert [one.word for one in play.session.advice] == [COSTS, NOT_BEFORE]
    assert [one.word for one in play.history.undo().advice] == [FEASIBLE, COSTS, NOT_BEFORE]
    assert code(play.do(UnseatMember("guest-1")), Advise("guest-1", "eau", FEASIBLE)) == "not_a_guest"


def test_what_was_said_stays_on_record_when_its_card_is_lifted() -> None:
    play = table().do(AskQuestion("s3", "eau", "qui"), Advise("guest-1", "eau", FEASIBLE)).to("enjeux")
    play.do(LiftIssue("eau"))
    assert (len(play.session.questions), len(play.session.advice), left(play.session, "s3")) == (1, 1, 1)


def test_phases_walked_back_and_forth_change_nothing_that_was_said() -> None:
    play = table().do(AskQuestion("s3", "eau", "qui"), Advise("guest-1", "bois", COSTS, "500")).to("enjeux")
    play.do(AdoptAxes(("soc",))).to("arbitrage")
    lay(play, "s1", "eau", "bois").do(CloseBallot()).to("objectifs").do(AdoptObjective("eau"))
    before = play.session
    for at in range(50):
        play.to(("enjeux", "leviers", "arbitrage", "reperage")[at % 4]).to("objectifs")
    still = replace(play.session, timers=before.timers)
    assert still == before


def test_a_report_without_roles_has_no_seat_of_who_spoke() -> None:
    play = table().do(AskQuestion("s3", "eau", "qui"), Advise("guest-1", "eau", FEASIBLE))
    session = unnamed(report(play.session)).session
    assert [one.seat for one in (*session.questions, *session.advice)] == ["", ""]
