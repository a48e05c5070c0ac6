"""Questions before and after: counted without a name, added up over tables, taken back whole."""

from __future__ import annotations

import dataclasses

import pytest

from game.core.errors import Refused
from game.core.history import History
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.survey import AnswersCounted, CountAnswers
from game.core.session import Session, start
from game.core.survey import AFTER, BEFORE, Tally, effects, tallied
from tests.scenarios.test_afternoon import workshop

MOMENT = Moment(0, "2026-12-02T09:00:00")


def table() -> Session:
    return start(workshop())


def counting(session: Session, moment: str, given: str) -> CountAnswers:
    return CountAnswers(moment, tallied(session.workshop.scenario.takeaway.questions, map(int, given)))


def test_answers_become_counts_of_which_no_person_can_be_told() -> None:
    session = table()
    done = decide(session, counting(session, BEFORE, "3123102131"), MOMENT)
    assert [type(event) for event in done] == [AnswersCounted]
    tallies = done[0].tallies  # type: ignore[attr-defined]
    assert tallies[0] == Tally("part", (0, 0, 1, 0, 1))
    names = {field.name for field in dataclasses.fields(AnswersCounted)}
    assert names == {"moment", "people", "tallies"}
    swapped = counting(session, BEFORE, "0213131231")
    assert decide(session, swapped, MOMENT) == done


@pytest.mark.parametrize("given", ["", "312", "3123", "31235"])
def test_what_was_not_answered_by_all_or_not_asked_is_refused(given: str) -> None:
    session = table()
    asked = session.workshop.scenario.takeaway.questions
    tallies = tallied(asked[: len(given)], map(int, given)) if len(given) < 5 else tallied(asked, map(int, given))[:-1]
    with pytest.raises(Refused) as refused:
        decide(session, CountAnswers(BEFORE, tallies), MOMENT)
    assert refused.value.code == "miscounted_answers"


def test_a_count_is_replaced_by_the_next_one_of_its_moment_and_undone_whole() -> None:
    session = table()
    once = fold(session, decide(session, counting(session, BEFORE, "31231"), MOMENT))
    twice = fold(once, decide(once, counting(once, BEFORE, "3123111111"), MOMENT))
    assert [one.people for one in twice.survey] == [2]
    history = History(session)
    history.record(decide(session, counting(session, AFTER, "31231"), MOMENT))
    assert history.session.survey
    history.undo()
    assert not history.session.survey


def test_several_tables_are_added_up() -> None:
    first = table()
    questions = first.workshop.scenario.takeaway.questions
    right = "".join(str(one.right) for one in questions)
    wrong = "".join("0" for _ in questions)
    for moment, given in ((BEFORE, wrong + right), (AFTER, right + right)):
        first = fold(first, decide(first, counting(first, moment, given), MOMENT))
    second = table()
    second = fold(second, decide(second, counting(second, BEFORE, wrong), MOMENT))
    found = effects([(questions, one.survey) for one in (first, second)])
    assert [one.asked.id for one in found] == [one.id for one in questions]
    assert {(one.before.people, one.before.right, one.before.unknown) for one in found} == {(3, 1, 2)}
    assert {(one.after.people, one.after.right, one.after.unknown) for one in found} == {(2, 2, 0)}
