"""A card in the hand is read whole, at 24 px or more, whatever its deck, the language and the size of the text."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from game.core.cards import Card
from game.core.scenario import Workshop
from game.core.session import Session
from game.core.text import same
from game.view.answer.ui import Ui
from game.view.parts.cards import broken
from game.view.tree import theme
from game.view.tree.looks import Style, Words
from game.view.tree.node import Node
from tests.authoring.test_check_fit import sight
from tests.view import afternoon, elsewhere
from tests.view.look import table
from tests.view.room import Hands

BOLD = Style(theme.TEXT, bold=True)
SCALES = (100, 115, 125, 139, 150, 175, 200)
TORTURE = bool(os.environ.get("CLAP_TORTURE"))
TRIED = list(product(SCALES, ("fr", "en"))) if TORTURE else [(100, "fr"), (139, "en"), (200, "fr")]
BLANKS = (
    "Achats environnementalement sûr", "Approvisionnements de proximité", "Intergénérationnel au village",
    "Désimperméabilisation des cours", "Mutualiser, renouveler, réparer", "Professionnalisation partagée",
)  # fmt: skip


@cache
def sessions() -> tuple[Session, ...]:
    """Give the three scenarios, each in its phase of issues and in its phase of levers, nothing placed, all dealt."""
    others = [(elsewhere.played(name, 2), elsewhere.workshop(name)) for name in ("cantine", "drumsallow")]
    every = [(afternoon.opened(), afternoon.workshop()), *others]
    return tuple(
        replace(session, workshop=at_once(found), phase=found.agenda.phases[i].id)
        for session, found in every
        for i in (1, 2)
    )


def at_once(workshop: Workshop) -> Workshop:
    """Give a workshop whose cards are not dealt by lots."""
    phases = tuple(replace(phase, deal=0) for phase in workshop.agenda.phases)
    return replace(workshop, agenda=replace(workshop.agenda, phases=phases))


def whole(hands: Hands) -> dict[str, Node]:
    """Walk the hand from its first card to its last, and give every card of it."""
    seen: dict[str, Node] = {}
    while True:
        shelf = next(n for n in hands.tree.walk() if n.role == "list" and n.key in ("hand:axis", "hand:stage"))
        seen |= {kid.key: kid for kid in shelf.kids}
        far = shelf.scrolls.reach if shelf.scrolls else 0
        at = hands.ui.scroll(shelf.key)
        if at >= far:
            return seen
        hands.ui = replace(hands.ui, scrolls=((shelf.key, min(far, at + 150)),))
        hands.tree = hands._tree()


def bare(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


@pytest.mark.parametrize(("percent", "lang"), TRIED)
def test_every_card_of_every_deck_shows_its_whole_label(percent: int, lang: str) -> None:
    for session in sessions():
        hands = table(session, Ui(screen="play", lang=lang, percent=percent))
        cards = whole(hands)
        deck = session.workshop.deck
        every: tuple[Card, ...] = deck.levers if session.playing_levers else deck.issues
        told = {f"card:{card.id}": card.label.say(lang) for card in every}
        assert cards.keys() == told.keys()
        for key, node in cards.items():
            words = [mark for mark in node.look if isinstance(mark, Words) and mark.bold and mark.align == "left"]
            assert [" ".join(mark.lines).replace("- ", "-") for mark in words] == [told[key].replace("- ", "-")], key
            assert words[0].px >= round(theme.TEXT * percent / 100)
            assert words[0].box.meet(node.box) == words[0].box


@pytest.mark.parametrize("percent", SCALES)
@pytest.mark.parametrize("label", BLANKS)
def test_a_word_too_long_for_a_line_is_broken_and_nothing_of_it_is_lost(label: str, percent: int) -> None:
    """Labels of 31 characters at most, written at the table: the widest of a kind to come."""
    session = sessions()[0]
    deck = session.workshop.deck
    issues = tuple(replace(card, label=same(label)) for card in deck.issues)
    workshop = replace(session.workshop, deck=replace(deck, issues=issues))
    hands = table(replace(session, workshop=workshop), Ui(screen="play", lang="fr", percent=percent))
    for node in hands.tree.walk():
        if node.role == "card":
            words = [mark for mark in node.look if isinstance(mark, Words) and mark.bold and mark.align == "left"]
            assert [bare("".join(mark.lines)) for mark in words] == [bare(label)]


def test_a_word_that_holds_is_left_alone() -> None:
    assert broken(sight(), "Clause de progrès", 188, BOLD) == "Clause de progrès"
    assert broken(sight(), "Professionnalisation", 188, BOLD).count("-") == 1
