"""Minutes and sheets end with the words of the trade they use, told; a word they do not say is not there."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from game.core.report import Report
from game.export.blocks import Facts, Heading
from game.export.minutes import minutes
from game.export.objectives import sheets
from game.words.catalogue import speaker


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_minutes_explain_what_they_say(left: Report, lang: str) -> None:
    *body, heading, facts, _ = minutes(left, lang).blocks
    assert heading == Heading(speaker(lang).say("export.paper.words"))
    assert isinstance(facts, Facts)
    told, said = dict(facts.pairs), str([astuple(block) for block in body]).casefold()
    forms = {term.word.say(lang): term.forms(lang) for term in left.session.workshop.deck.glossary}
    assert all(any(form.casefold() in said for form in forms[word]) for word in told)
    assert len(told) >= 5
    unsaid = {term.word.say(lang) for term in left.session.workshop.deck.glossary} - told.keys()
    assert "SOGED" in unsaid


def test_the_sheets_have_a_last_page_of_words(left: Report) -> None:
    _, pages = sheets(left, "fr")
    assert pages[-1][0] == Heading("Les mots de ce document")
    assert len(pages) == len(left.adopted) + 1


def test_a_deck_without_a_glossary_explains_nothing(blank: Report) -> None:
    _, pages = sheets(blank, "fr")
    assert len(pages) == 1
