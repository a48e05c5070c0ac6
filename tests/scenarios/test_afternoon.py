"""The afternoon of rules.md, with the real deck, the real scenario and no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.recording import Recording, read_recording
from game.content.shelf import load_scenario
from game.core.errors import Refused
from game.core.history import History
from game.core.load import gauges
from game.core.moment import Moment
from game.core.moves import decide
from game.core.moves.flow import OpenTable
from game.core.picks import picks
from game.core.report import Report, report
from game.core.scenario import Workshop
from game.core.session import Session, start
from game.core.tensions import helps, pulls
from game.core.wording import local_word, vague_word

ROOT = Path(__file__).parents[2]


def workshop(agenda: str = "90") -> Workshop:
    sources = load_scenario(ROOT / "scenarios/blagnac", ROOT / "decks")
    found = sources.scenario.agenda(agenda)
    assert found is not None
    return Workshop(sources.deck, sources.scenario, sources.town, found, sources.duties)


def recording() -> Recording:
    file = ROOT / "scenarios/blagnac/demo.yaml"
    found, problems = read_recording(file.read_bytes(), file.name)
    assert problems == ()
    assert found is not None
    return found


def play(played: Recording, given: Workshop) -> History:
    history = History(start(given))
    moment = Moment(0, f"{played.date}T14:00:00")
    history.record(decide(history.session, OpenTable(played.title.fr, played.date), moment))
    for step in played.steps:
        if step.kind in ("undo", "redo"):
            getattr(history, step.kind)()
        elif step.command is not None and step.refused:
            with pytest.raises(Refused, match=step.refused):
                decide(history.session, step.command, moment)
        elif step.command is not None:
            history.record(decide(history.session, step.command, moment))
    return history


@pytest.fixture(scope="module")
def session() -> Session:
    return play(recording(), workshop()).session


@pytest.fixture(scope="module")
def left(session: Session) -> Report:
    return report(session)


def test_eight_issues_ten_levers_forty_nine_tokens(session: Session) -> None:
    assert len(session.issues) == 8
    assert sum(len(issue.levers) for issue in session.issues) == 10
    assert len(session.ballot.tokens) == 49
    assert all(session.ballot.spent(voter.seat.id) == 7 for voter in session.voters)


def test_tokens_as_the_card_says(session: Session) -> None:
    counts = {pick.card: session.ballot.count(pick.card) for pick in picks(session)}
    assert counts == {
        "sobriete-energie": 9, "insertion-emploi": 5, "biodiversite-ville": 3, "reemploi-recycle": 7,
        "alimentation-durable": 10, "maitrise-budget": 2, "eau": 8, "handicap": 5,
    }  # fmt: skip


def test_five_objectives_one_a_family_and_three_renounced(left: Report) -> None:
    assert [(sheet.code, sheet.issue) for sheet in left.adopted] == [
        ("CLAP-2026-T4-01", "alimentation-durable"),
        ("CLAP-2026-T4-02", "sobriete-energie"),
        ("CLAP-2026-T4-03", "eau"),
        ("CLAP-2026-T4-04", "reemploi-recycle"),
        ("CLAP-2026-T4-05", "handicap"),
    ]
    assert len({sheet.family for sheet in left.adopted}) == 5
    assert {item.card: item.how for item in left.renounced} == {
        "biodiversite-ville": "vote", "maitrise-budget": "vote", "insertion-emploi": "tie",
    }  # fmt: skip


def test_effort_is_twelve_of_twelve_and_nothing_is_over(session: Session) -> None:
    cost, delay, effort = gauges(session)
    assert (effort.used, effort.capacity) == (12, 12)
    assert not any(gauge.over for gauge in (cost, delay, effort))


def test_deadlines_are_counted_from_the_day_of_the_session(left: Report) -> None:
    aims = {sheet.issue: (sheet.baseline, sheet.target, sheet.deadline) for sheet in left.adopted}
    assert aims == {
        "alimentation-durable": ("2027-03", "30", "2029-03"),
        "sobriete-energie": ("2027-03", "-20 %", "2031-02"),
        "eau": ("2027-03", "-15 %", "2033-02"),
        "reemploi-recycle": ("2027-06", "30", "2030-06"),
        "handicap": ("2027-03", "50 %", "2029-02"),
    }


def test_every_objective_is_whole(left: Report) -> None:
    for sheet in left.adopted:
        for text in (sheet.title, sheet.deputy, sheet.department, sheet.indicator, sheet.unit, sheet.source, sheet.cao):
            assert text.has("fr"), sheet
            assert text.has("en"), sheet
        assert sheet.intentions
        assert sheet.levers


def test_the_tension_was_arbitrated_and_the_synergies_stand(session: Session) -> None:
    pair = {"alimentation-durable", "maitrise-budget"}
    pull = next(pull for pull in pulls(session) if set(pull.tension.pair) == pair)
    assert pull.here
    assert pull.arbitration is not None
    assert pull.arbitration.sentence.startswith("Le bio d'abord")
    here = {frozenset(item.synergy.pair) for item in helps(session) if item.here}
    assert frozenset({"facilitateur-clauses", "clause-insertion"}) in here


def test_no_card_of_the_deck_would_be_refused_as_an_objective() -> None:
    given = workshop()
    for card in given.deck.levers:
        assert not vague_word(given.scenario.wording, card.action), card.id
        assert not local_word(given.scenario.wording, card.action), card.id


def test_the_short_agenda_has_the_same_phases() -> None:
    assert [phase.id for phase in workshop("45").agenda.phases] == [phase.id for phase in workshop().agenda.phases]
