"""The tender board's exercise in the papers: told as an exercise, in the minutes, in the log, in objectives.json."""

from __future__ import annotations

import json

import jsonschema
import pytest

from game.core.award import VARIANT
from game.core.moves.judging import JudgeOffers, OffersJudged
from game.core.report import report
from game.export.data import document
from game.export.minutes import minutes
from game.words.catalogue import speaker
from game.words.history import sentence
from tests.export.conftest import do, open_afternoon
from tests.export.test_minutes import said
from tests.view.afternoon import ROOT

OPENED, SHUT = "reemploi-recycle", "alimentation-durable"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_minutes_tell_the_exercise_and_that_no_bid_was_seen(lang: str) -> None:
    session = open_afternoon()
    plain = said(minutes(report(session), lang).blocks)
    told = said(minutes(report(do(session, JudgeOffers(SHUT, VARIANT, "Les saisons"))), lang).blocks)
    new = [one for one in told if one not in plain]
    assert len(new) == 2
    assert "CLAP-2026-T4-" in new[1]
    assert "Les saisons" in new[1]
    assert ("inventées" in new[1] and "Aucune offre réelle" in new[1]) or (
        "made-up" in new[1] and "No real bid" in new[1]
    )


def test_the_json_says_what_was_chosen_and_whether_it_may_be() -> None:
    session = do(do(open_afternoon(), JudgeOffers(SHUT, VARIANT)), JudgeOffers(OPENED, VARIANT, "Le réemploi"))
    made = document(report(session), "fr")
    schema = json.loads((ROOT / "assets" / "schema" / "objectives-2.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(made, schema)
    found = {one["issues"][0]["id"]: one["award"] for one in made["objectives"]}  # type: ignore[attr-defined]
    assert found[SHUT] == {
        "offers": "assiette",
        "choice": "variant",
        "standing": "shut",
        "lawful": False,
        "reason": None,
    }
    assert (found[OPENED]["standing"], found[OPENED]["lawful"], found[OPENED]["reason"]) == (
        "opened",
        True,
        "Le réemploi",
    )
    assert [one for issue, one in found.items() if issue not in (SHUT, OPENED)] == [None] * (len(found) - 2)


def test_the_log_says_it_in_a_sentence() -> None:
    session = do(open_afternoon(), JudgeOffers(SHUT, VARIANT, "Les saisons."))
    told = sentence(session, OffersJudged(SHUT, "assiette", VARIANT, "Les saisons."), speaker("fr"))
    assert "la variante" in told
    assert "Les saisons." in told
    assert "assiette" not in told.replace("l'assiette", "")
