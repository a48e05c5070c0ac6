"""Which objectives open contract data say nothing of: they are measured by hand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from game.core.objective import Objective
from game.core.report import report
from game.core.session import Session
from game.core.sheets import objective
from game.core.sources import by_hand
from game.core.text import same
from game.export import to_csv, to_json
from tests.view import reviews


def sheet(session: Session, issue: str) -> Objective:
    found = objective(session, issue)
    assert found is not None
    return found


def test_the_issue_s_indicators_say_whether_open_data_see_it() -> None:
    session = reviews.first()
    card = session.issue_card("alimentation-durable")
    assert card is not None
    assert {one.decp for one in card.indicators} == {"no"}
    assert by_hand(session, sheet(session, "alimentation-durable"))
    seen = {
        one.issue
        for one in report(session).adopted
        if any(each.decp != "no" for each in session.issue_card(one.issue).indicators)  # type: ignore[union-attr]
    }
    assert seen
    assert not any(by_hand(session, sheet(session, issue)) for issue in seen)


def test_the_indicator_chosen_decides_over_the_others_of_its_card() -> None:
    session = reviews.first()
    mixed = next(
        card for card in session.workshop.deck.issues if {"yes", "no"} <= {one.decp for one in card.indicators}
    )
    any_sheet = replace(sheet(session, "alimentation-durable"), issue=mixed.id, source=same(""))
    for one in mixed.indicators:
        assert by_hand(session, replace(any_sheet, indicator=one.name)) == (one.decp == "no")


@pytest.mark.parametrize(
    "source",
    [
        "DECP, champ offresRecues",
        "decp.json (sha256 1a2b3c4d) : PME, 3 sur 9",
        "données essentielles des marchés (données ouvertes)",
        "open data, marches.json: PME, 3 out of 9",
    ],
)
def test_a_source_in_open_data_is_not_by_hand(source: str) -> None:
    session = reviews.first()
    assert not by_hand(session, replace(sheet(session, "alimentation-durable"), source=same(source)))


def test_the_exports_say_it() -> None:
    found = report(reviews.first())
    told = {one["code"]: one["effect"]["by_hand"] for one in json.loads(to_json.content(found, "fr"))["objectives"]}
    by = {one.code: by_hand(found.session, one) for one in found.objectives}
    assert told == by
    assert set(by.values()) == {True, False}
    for lang, words in (("fr", "à mesurer à la main"), ("en", "to be measured by hand")):
        assert to_csv.content(found, lang).decode("utf-8-sig").count(words) == sum(by.values())
