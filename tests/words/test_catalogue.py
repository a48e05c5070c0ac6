"""Sentences by key: facts, plurals, what is missing."""

from __future__ import annotations

import pytest

from game.core.errors import JournalError, Refused, SetupError
from game.words import catalogue
from game.words.catalogue import languages, speaker
from game.words.refusals import failure, refusal

NAMES = {
    ("family", "travaux"): "Travaux",
    ("card", "eau"): "Eau des piscines",
    ("phase", "enjeux"): "Enjeux",
    ("phase", "leviers"): "Leviers",
}


def named(kind: str, one: str) -> str:
    return NAMES.get((kind, one), one)


def test_both_languages_are_there():
    assert {"fr", "en"} <= set(languages())


def test_a_language_without_a_catalogue_speaks_french():
    assert speaker("de").say("calendar.month_08") == "août"
    assert speaker("de").lang == "de"


def test_a_key_without_a_sentence_is_said_and_kept():
    voice = catalogue.speaker.__wrapped__("fr")
    assert voice.say("no.such.key", n=3) == "no.such.key"
    assert voice.missing == {"no.such.key"}
    assert not voice.has("no.such.key")
    assert voice.has("refused.family_full")


def test_a_fact_left_out_shows_its_name_and_crashes_nothing():
    assert "{family}" in speaker("fr").say("refused.family_full", n=2)


def test_a_fraction_is_written_as_the_language_does():
    assert "2,5" in speaker("fr").say("refused.bad_number", text=2.5)


def test_all_domains_are_one_catalogue_read_once():
    assert speaker("fr") is speaker("fr")
    assert speaker("fr").has("window.title")
    assert speaker("fr").has("error.truncated")


@pytest.mark.parametrize(
    ("lang", "limit", "sentence"),
    [
        ("fr", 2, "Travaux\u00a0: les 2 places d'enjeux sont prises\u202f; relevez un enjeu"),
        ("fr", 1, "Travaux\u00a0: la place d'enjeu est prise\u202f; relevez l'enjeu"),
        ("en", 2, "Travaux: all 2 issue slots are taken; lift an issue"),
        ("en", 1, "Travaux: the one issue slot is taken; lift the issue"),
    ],
)
def test_a_refusal_names_the_family_and_counts(lang, limit, sentence):
    refused = Refused("family_full", family="travaux", limit=limit)
    assert refusal(refused, speaker(lang), named).startswith(sentence)


def test_a_refusal_names_cards_phases_fields_and_loads():
    fr = speaker("fr")
    assert "«\u202fEau des piscines\u202f»" in refusal(Refused("card_already_placed", card="eau"), fr, named)
    wrong = refusal(Refused("wrong_phase", phase="leviers", needed=("enjeux", "leviers")), fr, named)
    assert "Enjeux, Leviers" in wrong
    lacking = refusal(Refused("objective_incomplete", fields=("target", "deadline")), fr, named)
    assert "la cible, l'échéance" in lacking
    assert "travail des équipes" in refusal(Refused("capacity_open", kind="effort", used=14, limit=12), fr, named)
    assert "clôture" in refusal(Refused("fence", what="SessionClosed"), fr, named)


def test_what_goes_wrong_outside_the_rules_is_a_sentence_too():
    said = failure(SetupError("font_missing", font="X.ttf", package="x-fonts"), speaker("fr"))
    assert "X.ttf" in said
    assert "x-fonts" in said
    assert "/tmp/s.clap" in failure(JournalError("not_a_session", path="/tmp/s.clap"), speaker("en"))
