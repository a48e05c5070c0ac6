"""Between two quarters a deck is renamed, sessions are undone and done again, files are torn: the review holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.shelf import Sources, deck_of
from game.core.carrying import carried
from game.core.errors import JournalError, Refused
from game.core.moves import refusal
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.measures import FollowUp, GuessMeasure, PullMeasure, RecordMeasure
from game.core.report import report
from game.core.review import DECISIONS
from game.desk.opening import open_session
from game.desk.tracing import traces
from game.export.data import document
from tests.desk.test_renewing import renamed
from tests.scenarios import quarters
from tests.scenarios.quarters import COST, DISABLED, FOOD, GREEN, SECOND, THIRD, WATER, done, following

CODES = (FOOD, COST, WATER, GREEN, DISABLED)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quarters.first(tmp_path_factory.mktemp("first") / "T4.clap")


def shelf(text: bytes) -> Sources:
    """Give Blagnac with another text of its deck."""
    found = quarters.on_the_shelf("blagnac")
    assert found is not None
    return replace(found, deck_text=text, deck=deck_of(text))


def test_a_deck_renamed_between_two_quarters_still_opens_and_its_cards_go_by_their_new_names(first, tmp_path):
    text = quarters.on_the_shelf("blagnac").deck_text
    for old, new in (("alimentation-durable", "mieux-manger"), ("cout-cycle-vie", "cout-complet")):
        text = renamed(text, old, new)
    new = shelf(text)
    desk = following(tmp_path / "T1.clap", first, SECOND, lambda _: new)
    food, cost = desk.session.followed(FOOD), desk.session.followed(COST)
    assert food.issue.id == "mieux-manger"
    assert [lever.id for lever in cost.levers] == ["cout-complet"]
    done(desk, RecordMeasure(FOOD, "24"), FollowUp(FOOD, "keep", "cela tient"))
    done(desk, EnterPhase("enjeux"), PlaceIssue("mieux-manger", "enfance", "rmr-cuisine"))
    desk.close()
    again = following(tmp_path / "T2.clap", tmp_path / "T1.clap", THIRD, lambda _: new)
    assert again.session.followed(FOOD).now.value == "24"
    again.close()
    assert open_session(tmp_path / "T1.clap", read_only=True).session.followed(FOOD).status == "do"


def test_a_card_gone_from_the_deck_keeps_its_name_in_the_review(first):
    session = open_session(first, read_only=True).session
    deck = session.workshop.deck
    label = deck.lever("reserver-handicap").label
    thinner = replace(deck, levers=tuple(card for card in deck.levers if card.id != "reserver-handicap"))
    assert thinner.lever("reserver-handicap") is None
    (lever,) = next(one for one in carried(session, thinner) if one.code == DISABLED).levers
    assert (lever.id, lever.name) == ("reserver-handicap", label)


VALUES = st.sampled_from(["12", "3 sur 4", "-5 %", "pas su", "", "9 sur 2", "1e400", "٣", "2027-03", "½", "0"])
DATES = st.sampled_from(
    ["", "2027-02", "2027-03-10", "2027-03-11", "31/02/2027", "mars 2027", "2019", "5 février 2027"]
)
WORDS = st.sampled_from(["", " ", "raison", "é\u202f: « x »", "x" * 241, "\ud800", "=1+1"])
FIGURES = st.integers(-3, 9)
MEASURES = st.builds(RecordMeasure, st.sampled_from((*CODES, "?")), VALUES, DATES, WORDS)
COMMANDS = st.one_of(
    MEASURES,
    st.builds(GuessMeasure, st.sampled_from(CODES), VALUES),
    st.builds(
        FollowUp, st.sampled_from(CODES), st.sampled_from((*DECISIONS, "?")), WORDS, VALUES, DATES, st.just("sports")
    ),
    st.builds(
        PullMeasure, st.sampled_from(CODES), st.floats(0, 100), FIGURES, FIGURES, WORDS, st.just("a" * 64), WORDS
    ),
    st.sampled_from(["undo", "redo"]),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(commands=st.lists(COMMANDS, max_size=25))
def test_whatever_is_done_and_undone_the_file_opens_again_the_same(first, tmp_path_factory, commands):
    path = tmp_path_factory.mktemp("any") / "T1.clap"
    desk = following(path, first, SECOND)
    for command in commands:
        if isinstance(command, str):
            getattr(desk, command)()
            continue
        before, told = desk.session, refusal(desk.session, command)
        refused = desk.do(command)
        assert (refused is None) == (told is None)
        assert refused is None or (isinstance(refused, Refused) and desk.session is before)
    left = desk.session
    desk.close()
    assert open_session(path, read_only=True).session.carried == left.carried
    for one in left.carried:
        assert one.status in ("check", *DECISIONS.values())
        assert one.outcome(left.date) in ("reached", "running", "missed", "unmeasured")
        assert all(item.amount is not None for item in one.curve)
        assert [item.date for item in one.curve] == sorted({item.date for item in one.curve})
    document(report(left), "fr")


def test_a_former_file_that_is_torn_is_one_sentence_and_no_new_file(first, tmp_path):
    torn = tmp_path / "torn.clap"
    torn.write_bytes(first.read_bytes()[:-4096])
    before = torn.read_bytes()
    with pytest.raises(JournalError, match=r"truncated|damaged"):
        following(tmp_path / "T1.clap", torn, SECOND)
    assert not (tmp_path / "T1.clap").exists()
    assert torn.read_bytes() == before


def test_an_objective_leads_back_to_its_gestures(first, tmp_path):
    desk = open_session(first, read_only=True)
    rows = {line.id: line for line in desk.log()}
    found = document(report(desk.session, traces(desk.log())), "fr")
    food = next(one for one in found["objectives"] if one["code"] == FOOD)
    trace = food["trace"]
    told = [type(event).__name__ for row in trace["gestures"] for event in rows[row].events]
    assert {"IssuePlaced", "LeverPlaced", "TensionArbitrated", "BallotClosed", "ObjectiveAdopted"} <= set(told)
    assert told.count("TokenLaid") == food["tokens"] == sum(vote["tokens"] for vote in trace["votes"])
    assert trace["levers"] == ["labels", "critere-appro-direct"]
    assert [item["cards"] for item in trace["tensions"]] == [["alimentation-durable", "maitrise-budget"]]
    assert {item["confidence"] for item in trace["legal"]} <= {"sure", "probable", "to-check"}
    assert trace["place"] == "rmr-cuisine"
    second = quarters.second(tmp_path / "T1.clap", first)
    review = open_session(second, read_only=True)
    told = document(report(review.session, traces(review.log())), "fr")["review"]
    carried = next(one for one in told["objectives"] if one["code"] == FOOD)
    assert set(trace["gestures"]) & set(carried["trace"]["gestures"])
    now = {line.id: line for line in review.log()}
    kinds = [type(event).__name__ for row in carried["trace"]["review_gestures"] for event in now[row].events]
    assert kinds == ["MeasureGuessed", "MeasureRecorded", "FollowedUp"]
