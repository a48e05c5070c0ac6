"""The purchase of an objective, where it is chosen: proposed, told why not, pressed as any choice; what is too late."""

from __future__ import annotations

import pytest

from game.core.moves import refusal
from game.core.moves.objectives import AdoptObjective, AmendObjective
from game.core.moves.share import RevealShare
from game.core.session import Session
from game.core.sheets import objectives
from game.view.answer.ui import Ui
from game.view.objectives.sheets import state
from game.view.tree.node import Node, focusable
from tests.view import council
from tests.view.afternoon import opened, played
from tests.view.checks import sound
from tests.view.look import table, tree_of
from tests.view.room import MEASURE

SIZES = [("fr", (1920, 1080)), ("en", (1366, 768))]


def context(session: Session, issue: str, lang: str = "fr", size: tuple[int, int] = (1920, 1080)) -> Node:
    return tree_of(session, Ui(screen="play", lang=lang, tabs=(("sheet", "context"), ("objective", issue))), size)


def keys(tree: Node) -> list[str]:
    """Give the headings and the purchases, in their order."""
    return [node.key for node in tree.walk() if node.key.startswith("intention")]


@pytest.mark.parametrize(("lang", "size"), SIZES)
def test_those_that_fit_come_first_and_the_others_say_why_they_do_not(lang: str, size: tuple[int, int]) -> None:
    tree = context(council.sheets(), "handicap", lang, size)
    sound(tree, MEASURE)
    assert keys(tree) == [
        "intentions:head", "intention:soli-nettoyage", "intention:soli-portage", "intentions:unfit",
        "intention:soli-transport",
    ]  # fmt: skip
    fits, bars = tree.find("intention:soli-nettoyage"), tree.find("intention:soli-transport")
    assert fits is not None
    assert bars is not None
    assert (fits.role, fits.states) == ("check", ("unchecked",))
    assert {"fr": "dossier à commencer en décembre 2026", "en": "started in December 2026"}[lang] in fits.name
    assert {"fr": "Ne peut pas porter", "en": "Cannot carry"}[lang] in bars.name


def test_where_none_fits_it_is_said_and_the_sheet_may_be_adopted_all_the_same() -> None:
    tree = context(council.sheets(), "eau")
    head = tree.find("intentions:head")
    assert head is not None
    assert head.name.startswith("Aucun achat de la famille ne convient")
    adopt = tree.find("adopt")
    assert adopt is not None
    assert adopt.states == ()
    assert refusal(council.sheets(), AdoptObjective("eau")) is None


def test_a_purchase_is_chosen_by_the_keyboard_as_by_a_press() -> None:
    session = council.sheets()
    hands = table(session, Ui(screen="play", tabs=(("sheet", "context"), ("objective", "handicap"))))
    node = hands.tree.find("intention:soli-nettoyage")
    assert node is not None
    assert node in focusable(hands.tree)
    assert node.does == AmendObjective("handicap", "intentions", "soli-nettoyage")
    chosen = played(session, node.does)
    told = context(chosen, "handicap").find("intention:soli-nettoyage")
    assert told is not None
    assert told.states == ("checked",)
    assert told.does == AmendObjective("handicap", "intentions", "")


def test_the_list_says_whose_purchase_is_still_to_be_chosen() -> None:
    found = {sheet.issue: state(sheet) for sheet in objectives(council.sheets())}
    assert found == {
        "alimentation-durable": "whole", "sobriete-energie": "whole", "biodiversite-ville": "whole", "eau": "open",
        "handicap": "open",
    }  # fmt: skip


@pytest.mark.parametrize(("lang", "size"), SIZES)
def test_what_starts_too_soon_to_be_shaped_says_so_on_the_list_of_purchases(lang: str, size: tuple[int, int]) -> None:
    tree = tree_of(played(opened(), RevealShare()), Ui(screen="play", lang=lang, tabs=(("scouting", "map"),)), size)
    late = {"fr": "trop tard pour orienter", "en": "too late to shape"}[lang]
    rows = {node.key: node.name for node in tree.walk() if node.role == "row" and node.key.startswith("intention:")}
    assert {key for key, name in rows.items() if late in name} == {
        "intention:enf-cour-oasis",
        "intention:sport-terrains",
    }
    assert "intention:soli-nettoyage" in rows
