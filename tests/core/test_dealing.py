"""Which cards a member is dealt: best fit first, eight at a time, those of the axes for who has no family."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.shelf import load_scenario
from game.core.agenda import Phase
from game.core.cards import IssueCard
from game.core.dealing import dealt, every, hand, lots
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.blanks import WriteIssue
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.session import Session, start
from game.places import shelves

TOWNS = (("blagnac", "45", "enjeux"), ("cantine", "45", "enjeux"), ("drumsallow", "60", "issues"))
OWN = {
    "travaux": "sobriete-energie", "urbain": "biodiversite-ville", "enfance": "alimentation-durable", "sports": "eau",
    "solidarites": "handicap",
}  # fmt: skip
"""What each family of Blagnac chose in the afternoon of the rules."""


def played(session: Session, *commands: object) -> Session:
    for command in commands:
        session = fold(session, decide(session, command, Moment(0, "2026-12-02T14:00:00")))  # type: ignore[arg-type]
    return session


def at(town: str, agenda: str, phase: str) -> Session:
    workshop = load_scenario(shelves.scenario(town).parent, shelves.decks()).workshop(agenda)
    return played(start(workshop), OpenTable("", "2026-12-02"), EnterPhase(phase))


def ids(session: Session, family: str = "") -> list[str]:
    return [card.id for card in dealt(session, hand(session), family)]


def with_stage(session: Session, **changes: object) -> Session:
    agenda = session.workshop.agenda
    phases: tuple[Phase, ...] = tuple(
        replace(phase, **changes) if phase.id == session.phase else phase  # type: ignore[arg-type]
        for phase in agenda.phases
    )
    return replace(session, workshop=replace(session.workshop, agenda=replace(agenda, phases=phases)))


@pytest.mark.parametrize(("town", "agenda", "phase"), TOWNS)
def test_every_card_is_dealt_once_and_those_that_concern_a_family_first(town: str, agenda: str, phase: str) -> None:
    session = at(town, agenda, phase)
    known = {card.id for card in hand(session)}
    for family in ("", *(one.id for one in session.workshop.families)):
        order = ids(session, family)
        assert sorted(order) == sorted(known)
        found = [card for card in dealt(session, hand(session), family) if isinstance(card, IssueCard)]
        mine = [family in card.families for card in found] if family else []
        assert mine == sorted(mine, reverse=True)


def test_the_first_eight_of_a_family_hold_what_its_deputy_chose() -> None:
    session = at("blagnac", "45", "enjeux")
    assert session.stage.deal == 8
    assert [family for family, card in OWN.items() if card not in ids(session, family)[:8]] == []


def test_what_no_purchase_of_a_family_can_carry_comes_after_what_one_can() -> None:
    session = at("blagnac", "45", "enjeux")
    bare = replace(session, workshop=replace(
        session.workshop, scenario=replace(session.workshop.scenario, intentions=())))  # fmt: skip
    assert ids(session, "sports") != ids(bare, "sports")


def test_a_member_without_a_family_is_dealt_each_axis_in_turn() -> None:
    session = at("blagnac", "45", "enjeux")
    axes = [axis.id for axis in session.workshop.deck.axes]
    first = [card for card in dealt(session, hand(session), "")[: len(axes)] if isinstance(card, IssueCard)]
    assert [card.axis for card in first] == axes


def test_the_axes_that_the_council_serves_are_dealt_before_the_others() -> None:
    session = replace(at("blagnac", "45", "enjeux"), axes=("local", "social"))
    order = [card for card in dealt(session, hand(session), "") if isinstance(card, IssueCard)]
    served = [card.axis in session.axes for card in order]
    assert served == sorted(served, reverse=True)
    assert [card.axis for card in order[:3]] == ["social", "local", "social"]


def test_levers_are_dealt_by_the_issue_they_go_under() -> None:
    session = played(
        at("blagnac", "45", "enjeux"), PlaceIssue("eau", "sports", "piscine-ramiers"),
        PlaceIssue("handicap", "solidarites", "ccas"), EnterPhase("leviers"),
    )  # fmt: skip
    for family, issue in (("sports", "eau"), ("solidarites", "handicap")):
        answers = [issue in card.answers for card in dealt(session, hand(session), family)]  # type: ignore[union-attr]
        assert answers == sorted(answers, reverse=True)
        assert answers[0]


def test_a_card_written_at_the_table_lies_first_and_a_phase_may_deal_only_some() -> None:
    session = played(at("blagnac", "45", "enjeux"), WriteIssue("La nôtre", "Et nous ?", "social"))
    written = session.blank_issues[0].id
    assert ids(session, "sports")[0] == ids(session)[0] == written
    some = with_stage(session, cards=("eau", "handicap"))
    assert sorted(ids(some)) == sorted(["eau", "handicap", written])


def test_lots_hold_every_card_that_is_left_and_those_laid_leave_the_others_where_they_are() -> None:
    cards = hand(at("blagnac", "45", "enjeux"))
    known = {card.id for card in cards}
    found = lots(cards, 8, known)
    assert [len(some) for some in found] == [8, 8, 8, 8, 8, 4]
    assert tuple(card for some in found for card in some) == cards
    gone = {card.id for card in (*found[0][:3], *found[1])}
    assert lots(cards, 8, known - gone) == (found[0][3:], *found[2:])
    assert lots(cards, 0, known) == (cards,)
    assert lots((), 8, known) == lots(cards, 8, ()) == ((),)


@pytest.mark.parametrize("family", ["", "sports"])
def test_laying_a_card_leaves_the_order_of_the_others_dealt(family: str) -> None:
    before = at("blagnac", "45", "enjeux")
    after = played(
        before, PlaceIssue("eau", "sports", "piscine-ramiers"), PlaceIssue("handicap", "solidarites", "ccas")
    )
    orders = [[card.id for card in dealt(one, every(one), family)] for one in (before, after)]
    assert orders[0] == orders[1]
    levers = played(after, EnterPhase("leviers"))
    laid = played(levers, PlaceLever("marche-performance", "eau"))
    orders = [[card.id for card in dealt(one, every(one), family)] for one in (levers, laid)]
    assert orders[0] == orders[1]
