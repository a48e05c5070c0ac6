"""What the law asks anyway, where one chooses: over the target, on the row of the vote, before one renounces."""

from __future__ import annotations

from functools import cache

import pytest

from game.content.shelf import load_scenario
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.session import Session, start
from game.view.answer.gestures import IssueThing, RowSpot
from game.view.answer.meanings import TableRules
from game.view.answer.ui import Ui
from tests.view.afternoon import DATE, ROOT, played
from tests.view.checks import sound
from tests.view.look import tree_of
from tests.view.room import MEASURE


@cache
def canteen() -> Session:
    """Give the canteen's vote: one pick that only repeats the law, one choice."""
    workshop = load_scenario(ROOT / "scenarios" / "cantine", ROOT / "decks").workshop("45")
    session = played(start(workshop), OpenTable("", DATE), EnterPhase("enjeux"))
    session = played(
        session,
        PlaceIssue("viandes-de-qualite", "viandes", "cuisine-centrale"),
        PlaceIssue("cout-assiette", "epicerie"),
        EnterPhase("leviers"),
        PlaceLever("plan-proteines", "viandes-de-qualite"),
        PlaceLever("peser-les-restes", "cout-assiette"),
    )
    return played(session, EnterPhase("arbitrage"))


@pytest.mark.parametrize(("lang", "size"), [("fr", (1920, 1080)), ("en", (1366, 768))])
def test_a_pick_that_is_due_is_voted_by_nobody_and_says_so(lang: str, size: tuple[int, int]) -> None:
    tree = tree_of(canteen(), Ui(screen="play", lang=lang, tabs=(("council", "vote"),)), size)
    sound(tree, MEASURE)
    keys = {node.key for node in tree.walk()}
    assert {"more:cout-assiette", "fate:viandes-de-qualite"} <= keys
    assert "more:viandes-de-qualite" not in keys
    row = tree.find("pick:viandes-de-qualite")
    assert row is not None
    assert row.accepts is None
    assert {"fr": "obligatoire", "en": "compulsory"}[lang] in row.name


def test_the_spotlight_says_that_it_is_due_and_what_stays() -> None:
    tree = tree_of(canteen(), Ui(screen="play", lang="fr", spotlight="viandes-de-qualite"))
    sound(tree, MEASURE)
    said = " ".join(node.name for node in tree.walk())
    assert "Déjà obligatoire" in said
    assert "ne se vote pas" in said
    assert "Reste dû" in said
    assert "les 2 achats à venir de la famille" in said


def test_one_hears_it_over_the_target() -> None:
    session = played(canteen(), EnterPhase("enjeux"))
    (meaning,) = TableRules().meanings(session, IssueThing("part-egalim"), RowSpot("legumes"), "fr")
    assert meaning.why.startswith("Déjà obligatoire")
    (choice,) = TableRules().meanings(session, IssueThing("frais-et-brut"), RowSpot("legumes"), "fr")
    assert "obligatoire" not in choice.why
