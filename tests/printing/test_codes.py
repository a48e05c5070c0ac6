"""Codes on paper: one number a card and for good, read off printed pages by their reader; marks where they are said."""

from __future__ import annotations

import pytest
import zxingcpp

from game.content.shelf import load_deck
from game.places import shelves
from game.printing.codes import Mark, card_number, marked, number, numbered
from game.printing.poster import Town, poster, sheet
from game.words.catalogue import speaker
from tests.printing.press import deck, mixed, needs_tools, order, pages, pile, printed, saved

MATRIX = zxingcpp.BarcodeFormat.DataMatrix


def read(picture):
    return zxingcpp.read_barcodes(picture, formats=MATRIX)


def test_a_number_never_changes_whatever_else_the_deck_holds():
    assert number("card", "clap", "climat-carbone") == "5929484804"
    assert card_number(deck(), "climat-carbone") == number("card", "clap", "climat-carbone")


def test_a_mark_that_stood_elsewhere_has_another_number():
    ((here,), (same,), (elsewhere,)) = (marked("board", [at]) for at in ((20.0, 30.0), (20.0, 30.0), (20.0, 31.0)))
    assert here == same
    assert here.number != elsewhere.number


@pytest.mark.parametrize("name", [file.parent.name for file in sorted(shelves.decks().glob("*/deck.yaml"))])
def test_every_card_of_a_deck_has_a_number_of_its_own(name):
    whole = load_deck(shelves.deck(name))[1]
    cards = (*whole.issues, *whole.levers, *whole.events)
    assert set(numbered(whole).values()) == {card.id for card in cards}
    assert len(numbered(whole)) == len(cards) + sum(len(card.former_ids) for card in cards)


@needs_tools
@pytest.mark.parametrize("saving", ["", "yes"])
def test_each_front_shows_the_code_of_its_card_and_no_back_does(saving, tmp_path):
    front, back = pages(saved(pile(9, "home", saving=saving).pdf, tmp_path), 100)
    known = numbered(deck())
    assert {known[one.text] for one in read(front)} == {card.id for card in mixed(9)}
    assert not read(back)


@needs_tools
def test_blank_cards_have_codes_and_the_card_of_credits_has_none(tmp_path):
    front, _ = pages(saved(printed(order(0, blanks=2, credits=True)).pdf, tmp_path), 100)
    blanks = {number("blank", kind, str(rank)) for kind in ("issue", "lever") for rank in (1, 2)}
    assert {one.text for one in read(front)} == blanks


@needs_tools
def test_the_marks_of_a_poster_are_where_the_reader_looks_for_them(tmp_path, blagnac):
    town, said = Town(deck(), blagnac.scenario, blagnac.town), speaker("fr")
    (page,) = pages(saved(poster(town, "a2", said).pdf, tmp_path), 100)
    middles = {one.text: one.position for one in read(page)}
    for mark in sheet(town, said).marks:
        found = middles[mark.number]
        for low, high, at in zip(
            *((p.x, p.y) for p in (found.top_left, found.bottom_right)), middle(mark), strict=True
        ):
            assert (low + high) / 2 * 25.4 / 100 == pytest.approx(at, abs=0.5)


def middle(mark: Mark) -> tuple[float, float]:
    return mark.x, mark.y
