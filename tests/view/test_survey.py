"""The questions before and after at the table: by hand, by keys, without a trace of who answered what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.moves.flow import CloseSession, EnterPhase, OpenTable
from game.core.moves.survey import CountAnswers
from game.core.session import Session, start
from game.view.answer.intents import Export
from tests.view.afternoon import opened, workshop
from tests.view.checks import faults, sound
from tests.view.council import table
from tests.view.reviews import played
from tests.view.room import Hands
from tests.view.rooms import MEASURE

SIZES = ((1920, 1080), (1366, 768), (3840, 2160))


def counted() -> Session:
    room = table(opened(), dialog="survey")
    for moment in ("before", "after"):
        room.tap(f"survey:{moment}")
        for rank in (3, 0, 2, 3, 1):
            room.tap(f"survey:answer:{rank}")
        room.tap("survey:count")
    session = room.desk.session
    assert isinstance(session, Session)
    return session


def test_two_people_answer_and_only_their_number_is_recorded() -> None:
    room = table(opened(), dialog="survey")
    room.tap("survey:before")
    for answers in ("31231", "02131"):
        for rank in answers:
            room.tap(f"survey:answer:{rank}")
        if answers == "31231":
            room.tap("survey:next")
    room.tap("survey:count")
    done = [effect for effect in room.effects if isinstance(effect, CountAnswers)]
    assert len(done) == 1
    assert done[0].tallies[0].given == (0, 0, 1, 0, 1)
    assert not any("31231" in value for _, value in room.ui.tabs), "nothing of it stays in the view"
    assert [one.people for one in room.desk.session.survey] == [2]  # type: ignore[attr-defined]


def test_one_goes_back_a_question_but_never_to_another_person() -> None:
    room = table(opened(), dialog="survey")
    room.tap("survey:before")
    back = room.tree.find("survey:back")
    assert back is not None
    assert "disabled" in back.states
    room.tap("survey:answer:1")
    room.tap("survey:back")
    assert room.tree.find("survey:answer:4") is not None, "the first question again, with its four answers"


def test_the_keyboard_alone_asks_and_counts() -> None:
    room = table(opened(), dialog="survey")
    room.focus("survey:after")
    room.keys("enter")
    for _ in range(5):
        room.focus("survey:answer:0")
        room.keys("enter")
    room.focus("survey:count")
    room.keys("enter")
    assert [one.people for one in room.desk.session.survey] == [1]  # type: ignore[attr-defined]
    room.focus("survey:paper")
    room.keys("enter")
    assert room.effects[-1] == Export("effect")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("percent", [100, 150, 300])
def test_it_is_sound(lang: str, percent: int) -> None:
    size = SIZES[percent // 100 % 3]
    for session, tabs in (
        (opened(), ()),
        (opened(), (("survey:moment", "before"),)),
        (opened(), (("survey:moment", "after"), ("survey:given", "31231"))),
        (counted(), ()),
    ):
        shown = table(session, size, dialog="survey", tabs=tabs, lang=lang, percent=percent)
        ours = ("survey", "effect", "dialog")
        assert not [fault for fault in faults(shown.tree, MEASURE, percent) if fault.startswith(ours)]


def welcoming(phase: str, *commands: object) -> Session:
    return played(start(workshop("accueil")), "2027-01-05", OpenTable("", "2027-01-05"), EnterPhase(phase), *commands)


def answered(room: Hands) -> None:
    room.tap("survey:open")
    for rank in (3, 1, 2, 3, 1):
        room.tap(f"survey:answer:{rank}")
    room.tap("survey:count")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_phase_that_asks_is_sound(lang: str) -> None:
    counts = counted().survey
    for size, percent in (*((size, 100) for size in SIZES), ((1920, 1080), 200), ((1920, 1080), 300)):
        for session in (welcoming("avant"), replace(welcoming("apres"), survey=counts)):
            sound(table(session, size, lang=lang, percent=percent).tree, MEASURE, percent)


def test_an_induction_opens_on_the_questions_and_tells_before_it_ends_what_changed() -> None:
    room = table(welcoming("avant"))
    answered(room)
    assert not room.ui.dialog
    assert room.tree.find("survey:counted:before") is not None
    assert room.tree.find("effect:part") is None, "the right answers are not told before the end"
    room.tap("next")
    assert room.desk.session.phase == "tiers"  # type: ignore[attr-defined]
    assert room.ui.dialog == "opening", "what tells answers comes after the questions"
    end = table(replace(welcoming("apres"), survey=room.desk.session.survey))  # type: ignore[attr-defined]
    answered(end)
    assert not end.ui.dialog
    assert end.tree.find("effect:part:after") is not None
    assert [(one.moment, one.people) for one in end.desk.session.survey] == [("before", 1), ("after", 1)]  # type: ignore[attr-defined]
    end.tap("next")
    assert end.tree.find("farewell:pages") is not None


@pytest.mark.parametrize(("phase", "then"), [("avant", "tiers"), ("apres", "sortie")])
def test_the_questions_are_passed_over_by_one_press(phase: str, then: str) -> None:
    room = table(welcoming(phase))
    room.tap("next")
    assert (room.desk.session.phase, room.desk.session.survey) == (then, ())  # type: ignore[attr-defined]


def test_who_passed_over_the_first_ones_is_asked_the_last_ones_as_such() -> None:
    room = table(welcoming("apres"))
    answered(room)
    assert [one.moment for one in room.desk.session.survey] == ["after"]  # type: ignore[attr-defined]


def test_the_last_picture_of_an_induction_leads_to_its_two_pages() -> None:
    room = table(welcoming("sortie", CloseSession()), dialog="ended")
    assert room.tree.find("ended:files") is None, "a try-out leaves none"
    room.tap("ended:pages")
    assert room.effects[-1] == Export("pages", "")
    assert not room.ui.dialog
