"""A deck saved again while it is played: nothing on the table moves, and the session opens again the same."""

import pytest

from game.content.shelf import deck_of
from game.core.errors import Refused
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import LiftIssue, PlaceIssue
from game.core.moves.levers import PlaceLever
from game.desk.opening import open_session

EAU = "  - id: eau\n"


@pytest.fixture
def played(desk):
    assert desk.do(EnterPhase("enjeux")) is None
    assert desk.do(PlaceIssue("eau", "sports", "piscine-ramiers")) is None
    assert desk.do(PlaceIssue("handicap", "solidarites", "ccas")) is None
    assert desk.do(EnterPhase("leviers")) is None
    assert desk.do(PlaceLever("marche-performance", "eau")) is None
    return desk


def without(text: bytes, card: str) -> bytes:
    """Take a card out of a deck's text, and what names it."""
    said = text.decode()
    start = said.index(f"  - id: {card}\n")
    end = said.find("\n  - id: ", start) + 1
    rest = said[:start] + said[end:]
    return rest.replace(f"[{card}, ", "[").replace(f", {card}]", "]").replace(f", {card}, ", ", ").encode()


def renamed(text: bytes, card: str, to: str) -> bytes:
    """Give a card another id wherever it is named; its former id is kept."""
    said = text.decode()
    for before, after in (("[", ", "), ("[", "]"), (", ", "]"), (", ", ", ")):
        said = said.replace(f"{before}{card}{after}", f"{before}{to}{after}")
    return said.replace(f"  - id: {card}\n", f"  - id: {to}\n    former_ids: [{card}]\n").encode()


def board(desk):
    return desk.session.issues


def test_a_word_changed_is_seen_and_nothing_moves(played, sources):
    before = board(played)
    label = sources.deck.issue("eau").label.fr
    text = sources.deck_text.replace(label.encode(), b"Eau, autrement")
    assert played.refresh(text, deck_of(text)) is None
    assert played.session.issue_card("eau").label.fr == "Eau, autrement"
    assert board(played) == before


def test_undo_and_redo_go_across_the_change(played, sources):
    before = board(played)
    text = renamed(sources.deck_text, "handicap", "handicap-emploi")
    played.undo()
    assert played.refresh(text, deck_of(text)) is None
    assert played.redo() is None
    assert board(played) == before
    for _ in range(4):
        assert played.undo() is None
    for _ in range(4):
        assert played.redo() is None
    assert board(played) == before


def test_a_renamed_card_is_the_card_that_lies_there(played, sources):
    text = renamed(sources.deck_text, "eau", "eau-potable")
    deck = deck_of(text)
    assert deck.issue("eau-potable") is not None
    assert played.refresh(text, deck) is None
    assert "eau" not in [card.id for card in played.session.hand_issues]
    assert "eau-potable" not in [card.id for card in played.session.hand_issues]
    now = played.session.workshop.deck
    assert now.issue("eau") == now.issue("eau-potable")
    assert "eau" in now.lever("marche-performance").answers
    assert now.retired == ()


def test_a_card_that_is_gone_stays_where_it_lies_and_is_dealt_no_more(played, sources):
    text = without(sources.deck_text, "handicap")
    deck = deck_of(text)
    old = played.session.issue_card("handicap")
    assert deck.issue("handicap") is None
    assert played.refresh(text, deck) is None
    assert played.session.issue_card("handicap") == old
    assert played.session.workshop.deck.retired == ("handicap",)
    assert played.do(EnterPhase("enjeux")) is None
    assert played.do(LiftIssue("handicap")) is None
    assert "handicap" not in [card.id for card in played.session.hand_issues]
    assert played.undo() is None
    assert played.session.placed("handicap") is not None


def test_it_opens_again_the_same(played, sources, path, clocks):
    first = renamed(sources.deck_text, "eau", "eau-potable")
    second = without(first, "handicap")
    assert played.refresh(first, deck_of(first)) is None
    assert played.do(EnterPhase("enjeux")) is None
    assert played.refresh(second, deck_of(second)) is None
    assert played.undo() is None
    left, log = played.session, played.log()
    played.close()
    again = open_session(path, clocks=clocks)
    assert again.session.workshop.deck == left.workshop.deck
    assert again.session.issues == left.issues
    assert [line.kind for line in again.log()] == [line.kind for line in log]
    assert again.redo() is None
    assert again.refresh(sources.deck_text, sources.deck) is None
    assert again.session.workshop.deck.issue("handicap") is not None
    again.abandon()


def test_an_id_that_changed_kind_leaves_the_card_that_was_played(played, sources):
    text = without(sources.deck_text, "handicap")
    lever = b"  - id: marche-performance\n"
    text = text.replace(lever, b"  - id: handicap\n", 1)
    text = text.replace(b"marche-performance", b"handicap")
    deck = deck_of(text)
    assert deck.lever("handicap") is not None
    assert played.refresh(text, deck) is None
    assert played.session.issue_card("handicap") is not None
    assert played.session.lever_card("marche-performance") is not None


def test_after_the_vote_the_deck_stays(played, sources):
    from game.core.moves.votes import CloseBallot, LayToken

    assert played.do(EnterPhase("arbitrage")) is None
    seat = played.session.voters[0].seat.id
    assert played.do(LayToken(seat, "eau")) is None
    assert played.do(CloseBallot()) is None
    assert played.refresh(sources.deck_text, sources.deck) == Refused("deck_voted")
    assert played.session.workshop.deck == sources.deck
