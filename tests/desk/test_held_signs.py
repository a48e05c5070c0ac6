"""A session that holds a deck with signs that cannot be shown, let in by a former version, opens: they are replaced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.shelf import deck_of
from game.core.signs import fault
from game.desk.opening import new_session, open_session
from game.wiring import requests
from game.words.catalogue import speaker

SIGNS = {r"\0": "U+0000 NULL", r"\e": "U+001B ESCAPE", r"\x9b": "U+009B", r"\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE"}


def hurt(text: bytes, sign: str) -> bytes:
    """Give a text whose title has a sign by its escape, as a former check let it through."""
    return text.replace(b'title: {fr: "', f'title: {{fr: "{sign}'.encode(), 1)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_session_that_holds_such_a_deck_opens_and_says_so(path, sources, sign):
    made = replace(sources, deck_text=hurt(sources.deck_text, sign), scenario_text=hurt(sources.scenario_text, sign))
    new_session(path, made, "90").close()
    answer = requests.opened(path, speaker("fr"))
    desk = answer.desk
    workshop = desk.session.workshop
    assert workshop.deck.title.fr == f"\ufffd{sources.deck.title.fr}"
    assert workshop.scenario.title.fr == f"\ufffd{sources.scenario.title.fr}"
    assert SIGNS[sign] in answer.said.text
    assert not any(fault(each) for each in answer.said.text)
    desk.close()


def test_a_deck_saved_again_while_it_was_played_too(path, sources):
    desk = new_session(path, sources, "90")
    text = hurt(sources.deck_text, r"\0")
    assert desk.refresh(text, deck_of(text)) is None
    desk.close()
    again = open_session(path)
    assert again.session.workshop.deck.title.fr.startswith("\ufffd")
    assert [(one.code, one.file) for one in again.replaced()] == [("sign_replaced", "deck.yaml")]
    again.close()


def test_what_is_asked_of_texts_since_is_not_asked_of_what_was_played(path, sources):
    """A code that is no name, a day that is none, a text that says null: they were played, the session opens."""
    scenario = sources.scenario_text.replace(b"code: CLAP", b"code: ../../clap essai", 1)
    deck = sources.deck_text.replace(b'law_as_of: "2026-11-22"', b"law_as_of: 2026-02-30\nnotes: null", 1)
    assert scenario != sources.scenario_text
    assert deck != sources.deck_text
    new_session(path, replace(sources, scenario_text=scenario, deck_text=deck), "90").close()
    desk = open_session(path)
    assert desk.session.workshop.scenario.code == "../../clap essai"
    assert desk.session.workshop.deck.law_as_of == "2026-02-30"
    assert desk.replaced() == ()
    desk.close()


def test_a_sound_session_says_nothing(desk):
    path = desk.path
    desk.close()
    answer = requests.opened(path, speaker("fr"))
    assert answer.said is None
    answer.desk.close()
