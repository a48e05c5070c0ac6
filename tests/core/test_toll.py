"""Points as euros and weeks on the purchases of the picks that weigh: what the table says where it chooses."""

from __future__ import annotations

from dataclasses import replace

from game.core.burden import burdens, burdens_of, toll
from game.core.load import counted
from game.core.moves.objectives import AmendObjective
from game.core.picks import figures
from game.core.scenario import Points
from game.core.sheets import objectives, purchases
from tests.view import council
from tests.view.afternoon import played


def test_a_pick_weighs_on_its_own_purchase_only() -> None:
    session = council.ready()
    found = toll(session)
    assert found is not None
    linked = [pick for pick in counted(session) if purchases(session, pick)]
    assert (found.linked, found.picks) == (len(linked), len(counted(session)))
    assert 0 < found.linked < found.picks
    for pick in linked:
        (one,) = burdens_of(session, pick)
        sums = figures(session, pick)
        assert one.bought == purchases(session, pick)[0]
        assert (one.euros, one.weeks) == (sums.cost * one.bought.amount_ht / 100, sums.delay * 2)
    assert found.euros == sum(one.euros for pick in linked for one in burdens_of(session, pick))
    assert found.weeks == max(figures(session, pick).delay * 2 for pick in linked)


def test_once_closed_it_is_what_the_papers_say_of_the_objectives() -> None:
    session = played(council.sheets(), AmendObjective("eau", "intentions", "sport-patinoire soli-nettoyage"))
    found = toll(session)
    assert found is not None
    assert found.burdens == burdens(session.workshop.scenario.points, objectives(session))
    assert {one.bought.id for one in found.burdens} >= {"soli-nettoyage"}


def test_a_town_that_says_nothing_of_points_tells_nothing() -> None:
    session = council.ready()
    town = replace(session.workshop.scenario, points=Points())
    bare = replace(session, workshop=replace(session.workshop, scenario=town))
    assert toll(bare) is None
    assert burdens_of(bare, counted(bare)[0]) == ()
    assert toll(council.empty()) is None
