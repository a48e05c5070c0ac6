"""Euros and weeks beside points, where one chooses: under the picks, on a card's sheet, with the result of the vote."""

from __future__ import annotations

import pytest

from game.core.burden import toll
from game.words.added import added_euros
from tests.view import council
from tests.view.council import table


def told(name: str) -> str:
    return name.replace("\u202f", " ").replace("\xa0", " ").replace("’", "'")


def test_the_loads_say_what_they_come_to() -> None:
    session = council.ready()
    found = toll(session)
    assert found is not None
    node = table(session, tabs=(("council", "vote"),)).tree.find("picks:burden")
    assert node is not None
    said = told(node.name)
    assert told(added_euros(found.euros, "fr")) in said
    assert f"sur {found.linked} des {found.picks} choix" in said
    assert "+2 semaines" in said


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_result_names_the_purchases_that_are_delayed(lang: str) -> None:
    session = council.settled()
    found = toll(session)
    assert found is not None
    assert found.late
    node = table(session, dialog="result", lang=lang).tree.find("result:burden")
    assert node is not None
    assert all(told(one.bought.title.say(lang)) in told(node.name) for one in found.late)


def test_a_card_on_the_table_says_it_of_its_pick() -> None:
    names = [told(node.name) for node in table(council.ready(), spotlight="sobriete-energie").tree.walk()]
    assert any("En euros et en semaines" in one and "semaines" in one and "€ HT" in one for one in names)
    assert not any("En euros" in told(n.name) for n in table(council.ready(), spotlight="handicap").tree.walk())


def test_nothing_is_said_where_no_pick_has_a_purchase() -> None:
    assert table(council.empty(), tabs=(("council", "vote"),)).tree.find("picks:burden") is None
