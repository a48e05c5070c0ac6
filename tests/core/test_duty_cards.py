"""A card that only repeats a duty is no choice: it weighs no effort, takes no vote, and brings into line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.shelf import load_scenario
from game.core.due_anyway import due_anyway
from game.core.duties import Duties, Duty
from game.core.errors import Refused
from game.core.legal import Legal
from game.core.load import gauges
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.moves.objectives import AdoptObjective
from game.core.moves.votes import CloseBallot, LayToken, SettleTie
from game.core.picks import dutiful, figures, kept, votable
from game.core.session import Session
from game.core.sheets import code, objective
from game.core.text import Text, same
from tests.core.workshop import Play, workshop
from tests.scenarios.test_afternoon import play, recording
from tests.scenarios.test_afternoon import workshop as blagnac

PAYMENT = Duty("payer", same("Payer"), same("En trente jours"), "2019-04", Legal(same("CCP"), "sure"))
LAW = Duties(duties=(PAYMENT,), conformity=Text("Mise en conformité", "Into line"))


def table(*, issues: tuple[str, ...] = (), levers: tuple[str, ...] = (), law: Duties = LAW) -> Play:
    """Give a table where some cards repeat a duty: eau with un, bois with deux, feu with quatre, air with trois."""
    was = workshop()
    deck = replace(
        was.deck,
        issues=tuple(replace(card, duty="payer") if card.id in issues else card for card in was.deck.issues),
        levers=tuple(replace(card, duty="payer") if card.id in levers else card for card in was.deck.levers),
    )
    made = Play(replace(was, duties=law, deck=deck)).to("enjeux")
    made.do(PlaceIssue("eau", "a", "mairie"), PlaceIssue("bois", "a"), PlaceIssue("feu", "b"), PlaceIssue("air", "c"))
    made.to("leviers").do(PlaceLever("un", "eau"), PlaceLever("deux", "bois"), PlaceLever("quatre", "feu"))
    return made.do(PlaceLever("trois", "air")).to("arbitrage")


def effort(session: Session, issue: str) -> int:
    found = session.placed(issue)
    assert found is not None
    return figures(session, found).effort


@pytest.mark.parametrize("given", [{"issues": ("eau",)}, {"levers": ("un",)}])
def test_what_only_repeats_a_duty_weighs_no_effort_and_takes_no_vote(given: dict[str, tuple[str, ...]]) -> None:
    made, free = table(**given), table()
    assert (effort(made.session, "eau"), effort(free.session, "eau")) == (0, 2)
    assert gauges(made.session)[2].used == gauges(free.session)[2].used - 2
    assert [pick.card for pick in votable(made.session)] == ["bois", "feu", "air"]
    with pytest.raises(Refused) as caught:
        made.do(LayToken("s1", "eau"))
    assert caught.value == Refused("duty_no_vote", card="eau")


def test_a_choice_beside_a_duty_is_voted_and_weighs_alone() -> None:
    made = table(levers=("un",)).to("leviers").do(PlaceLever("quatre", "eau")).to("arbitrage")
    assert effort(made.session, "eau") == 1
    made.do(LayToken("s1", "eau"), CloseBallot()).to("objectifs")
    sheet = objective(made.session, "eau")
    assert sheet is not None
    assert sheet.title.fr == "Mener quatre"


def test_it_is_kept_beyond_the_places_after_what_was_voted_even_when_two_tie() -> None:
    made = table(issues=("eau",)).do(LayToken("s1", "bois"), LayToken("s2", "feu"), CloseBallot())
    assert [pick.card for pick in kept(made.session)] == ["bois", "feu", "eau"]
    assert [code(made.session, pick.card)[-2:] for pick in kept(made.session)] == ["01", "02", "03"]
    assert [item.card for item in made.session.renounced] == ["air"]
    made = table(issues=("eau",)).do(LayToken("s1", "bois"), CloseBallot())
    assert made.session.ballot.tied == ("feu", "air")
    assert [pick.card for pick in kept(made.do(SettleTie(("air",))).session)] == ["bois", "eau", "air"]


def test_where_all_is_due_the_ballot_closes_without_a_vote_and_nowhere_else() -> None:
    every = table(issues=("eau", "bois", "feu", "air")).do(CloseBallot())
    assert len(kept(every.session)) == 4
    with pytest.raises(Refused, match="no_tokens_laid"):
        table(issues=("eau",)).do(CloseBallot())


def test_its_objective_brings_into_line_and_is_adopted_as_any() -> None:
    made = table(issues=("eau",)).do(LayToken("s1", "bois"), LayToken("s2", "feu"), CloseBallot()).to("objectifs")
    sheet = objective(made.session, "eau")
    assert sheet is not None
    assert sheet.title == Text("Mise en conformité – Mener un", "Into line – Do un")
    adopted = objective(made.do(AdoptObjective("eau")).session, "eau")
    assert adopted is not None
    assert adopted.adopted
    assert adopted.figures.effort == 0


def test_a_town_whose_law_does_not_know_the_duty_plays_the_card_as_a_choice() -> None:
    session = table(issues=("eau",), levers=("deux",), law=Duties()).session
    assert all(dutiful(session, pick) is None for pick in session.issues)
    assert (effort(session, "eau"), effort(session, "bois")) == (2, 1)


def test_the_canteen_has_three_cards_that_only_repeat_the_law_and_the_council_of_blagnac_none() -> None:
    root = Path(__file__).parents[2]
    sources = load_scenario(root / "scenarios" / "cantine", root / "decks")
    cards = (*sources.deck.issues, *sources.deck.levers)
    assert {card.id: card.duty for card in cards if card.duty} == {
        "part-egalim": "egalim", "part-bio": "egalim", "viandes-de-qualite": "egalim-viande",
    }  # fmt: skip
    assert not any(card.duty for card in (*blagnac().deck.issues, *blagnac().deck.levers))


def test_what_is_given_up_says_what_stays_due_on_which_purchases() -> None:
    session = play(recording(), blagnac()).session
    gone = {item.card: item for item in session.renounced}["insertion-emploi"]
    stays = due_anyway(session, gone.family, gone.card)
    told = [([duty.id for duty in one.duties], [item.id for item in one.purchases], one.whole) for one in stays]
    every = ["trav-ecole-pres", "trav-multitechnique", "trav-solaire"]
    assert told == [(["clause-sociale"], ["trav-multitechnique"], False), (["accessibilite"], every, True)]
    green = due_anyway(session, "urbain", "biodiversite-ville")
    assert [[duty.id for duty in one.duties] for one in green] == [
        ["clause-environnementale", "critere-environnemental"], ["reemploi-recycle"],
    ]  # fmt: skip
    assert due_anyway(session, "enfance", "maitrise-budget") == ()
