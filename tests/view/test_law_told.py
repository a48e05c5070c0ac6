"""The law behind a card: a sentence anyone understands, then its reference with how sure it is and as of when."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.content.deck import read_deck
from game.core.cards import IssueCard, LeverCard
from game.core.text import Text
from game.printing.faces import face
from game.words.catalogue import speaker
from tests.view.afternoon import ROOT, picked, workshop
from tests.view.council import table

CITED = re.compile(r"\b[LRD]\d{3,}|\bart\. |\bCCP\b|\bCGCT\b|\bCRPA\b")


def cards() -> list[IssueCard | LeverCard]:
    deck = workshop().deck
    return [*deck.issues, *deck.levers]


@pytest.mark.parametrize("name", ["clap", "restauration", "market-town"])
def test_every_reference_is_told_in_plain_words_too(name: str) -> None:
    deck, _ = read_deck((ROOT / "decks" / name / "deck.yaml").read_bytes(), "deck.yaml")
    assert deck is not None
    legal = {card.id: card.legal for card in (*deck.issues, *deck.levers) if card.legal is not None}
    told = [(one, each.plain.say(lang)) for one, each in legal.items() for lang in deck.languages]
    assert len(told) > 20
    assert [one for one, said in told if not said or CITED.search(said)] == []
    assert max(len(said) for _, said in told) <= 130


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("card", ["insertion-emploi", "variantes-vertes"])
def test_the_sentence_stands_before_the_reference_and_its_date(card: str, lang: str) -> None:
    found = next(one for one in cards() if one.id == card)
    assert found.legal is not None
    room = table(picked(), spotlight=card, lang=lang)
    names = [node.name for node in room.tree.walk() if found.legal.text.say(lang)[:20] in node.name]
    plain, when = found.legal.plain.say(lang), {"fr": "22 novembre 2026", "en": "22 November 2026"}[lang]
    said = names[-1].replace("’", "'")
    assert said.index(plain) < said.index(found.legal.text.say(lang)) < said.index(when)


def test_a_reference_without_a_sentence_is_told_as_before() -> None:
    session = picked()
    deck = session.workshop.deck
    legal = deck.issues[0].legal
    assert legal is not None
    bare = replace(deck, issues=(replace(deck.issues[0], legal=replace(legal, plain=Text())), *deck.issues[1:]))
    room = table(replace(session, workshop=replace(session.workshop, deck=bare)), spotlight=deck.issues[0].id)
    assert any(f"Ce que dit la loi. {legal.text.fr}"[:30] in node.name for node in room.tree.walk())


def test_the_back_of_a_printed_card_says_it_too() -> None:
    deck, said = workshop().deck, speaker("fr")
    card = deck.lever("variantes-vertes")
    assert card is not None
    assert card.legal is not None
    backs = [part["body"] for part in face(deck, card, said)["back"]]
    assert any(one.startswith(card.legal.plain.fr) and one.endswith(card.legal.text.fr) for one in backs)
