"""The board in every state, at every size of text and screen, in both languages: nothing cut, small or overlapping."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from itertools import combinations, product

import pytest

from game.core.moves.blanks import WriteIssue, WriteLever
from game.core.moves.issues import PlaceIssue
from game.core.session import Session
from game.type.measure import FontMeasure
from game.view.answer.intents import Camera
from game.view.answer.ui import Editing, Ui
from game.view.tree.box import Box
from game.view.tree.looks import Words
from game.view.tree.node import Node
from game.words.catalogue import speaker
from tests.view.afternoon import SESSIONS, issues, played, workshop
from tests.view.checks import sound
from tests.view.look import tree_of

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
SIZES = ((1920, 1080), (3840, 2160))
HELD = ((100, "fr"), (100, "en"), (120, "fr"), (150, "fr"), (150, "en"), (200, "fr"), (200, "en"))
MEASURE = FontMeasure()
VIEWS: dict[str, Ui] = {
    "as it opens": Ui(),
    "the plan": Ui(tabs=(("view", "plan"),)),
    "the plan, close": Ui(tabs=(("view", "plan"),), camera=Camera(0.42, 0.55, 2.4)),
    "another family": Ui(tabs=(("family", "solidarites"),), scrolls=(("ledger", 10_000),)),
    "a stage": Ui(tabs=(("stage", "procedure"), ("axis", "environnement"))),
    "searching": Ui(texts=(("hand:search", "prix"),)),
    "typing in the search": Ui(editing=Editing("hand:search", "eau", 3, 3, live=True), texts=(("hand:search", "eau"),)),
    "nothing found": Ui(texts=(("hand:search", "zzz"),)),
    "over time": Ui(now=9_000),
    "the folder deleted": Ui(notices=(("unwritten", "12"),)),
    "disk full, read only": Ui(notices=(("disk", "3"), ("read_only", ""))),
}


@cache
def session(name: str) -> Session:
    return SESSIONS[name]()


def build(where: Session, view: Ui, percent: int, lang: str, size: tuple[int, int] = SIZES[0]) -> Node:
    return tree_of(where, replace(view, screen="play", lang=lang, percent=percent), size)


STATES = list(product(VIEWS, ("issues", "placed", "picked", "full"), HELD))


@pytest.mark.parametrize(("view", "name", "held"), STATES if TORTURE else STATES[::2])
def test_the_board_is_sound(view: str, name: str, held: tuple[int, str]) -> None:
    percent, lang = held
    sound(build(session(name), VIEWS[view], percent, lang), MEASURE, percent)
    assert not speaker(lang).missing


BETWEEN = (110, 125, 135, 140, 175, 215, 250, 275, 300)
BEYOND = list(product(("as it opens", "the plan"), ("placed", "picked", "full"), ("fr", "en"), BETWEEN))


@pytest.mark.parametrize(("view", "name", "lang", "percent"), BEYOND if TORTURE else BEYOND[::5])
def test_the_board_is_sound_between_and_beyond(view: str, name: str, lang: str, percent: int) -> None:
    sound(build(session(name), VIEWS[view], percent, lang), MEASURE, percent)


@pytest.mark.parametrize(("name", "percent"), [("picked", 100), ("full", 100), ("picked", 110), ("picked", 150)])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_pick_shows_its_figures_on_the_board(name: str, percent: int, lang: str) -> None:
    tall = (1920, 1080) if percent < 140 else (1920, 1919)
    tree = build(session(name), Ui(), percent, lang, tall)
    shown = {node.key for node in tree.walk()}
    assert {f"figures:{issue.card}" for issue in session(name).issues if issue.levers} <= shown


def test_four_cards_of_the_hand_stand_whole_in_sight() -> None:
    for name in ("issues", "picked"):
        tree = build(session(name), Ui(), 100, "fr")
        shelf = next(node for node in tree.walk() if node.key in ("hand:axis", "hand:stage"))
        assert sum(1 for card in shelf.kids if shelf.box.covers(card.box)) == 4


def test_the_tabs_of_the_stages_are_named_but_for_the_longest_beside_a_lot() -> None:
    tree = build(session("picked"), Ui(), 100, "fr")
    written = [mark.lines[0] for node in tree.walk() if node.role == "tab" and node.key.startswith("tab:hand:")
               for mark in node.look if isinstance(mark, Words)]  # fmt: skip
    names = sorted((stage.short.say("fr") for stage in workshop().deck.stages), key=len)
    assert all(name in written for name in names[:-1])


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("name", ["issues", "full"])
@pytest.mark.parametrize("view", ["as it opens", "the plan"])
def test_the_board_is_sound_on_a_4k_screen(name: str, view: str, percent: int) -> None:
    sound(build(session(name), VIEWS[view], percent, "fr", SIZES[1]), MEASURE, percent)


@pytest.mark.parametrize(("percent", "lang"), [(100, "fr"), (150, "en"), (200, "fr")])
def test_the_spotlight_of_every_card_is_sound(percent: int, lang: str) -> None:
    deck = workshop().deck
    every = 1 if TORTURE else 3
    for card in (*deck.issues, *deck.levers, *deck.events)[percent // 50 % every :: every]:
        sound(build(session("full"), Ui(spotlight=card.id), percent, lang), MEASURE, percent)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_spotlight_of_a_placed_issue_offers_to_renounce(percent: int, lang: str) -> None:
    where = played(issues(), PlaceIssue("eau", "sports", "piscine-ramiers"))
    tree = build(where, Ui(spotlight="eau"), percent, lang)
    sound(tree, MEASURE, percent)
    assert tree.find("spotlight:renounce") is not None


@pytest.mark.parametrize(("percent", "lang"), HELD)
@pytest.mark.parametrize("what", ["issue", "lever"])
def test_the_blank_card_is_sound(what: str, percent: int, lang: str) -> None:
    view = Ui(dialog="blank", about=what, texts=((f"blank:{what}:label", "Un titre de trente caractères."),))
    sound(build(session("placed"), view, percent, lang), MEASURE, percent)


def test_cards_written_at_the_table_are_sound_in_hand_and_on_the_board() -> None:
    where = played(
        session("issues"),
        WriteIssue("Un titre de trente caractères.", "Une question ?", "social"),
        PlaceIssue("blank-issue-1", "sports"),
        WriteIssue("Ombre dans les cours d'école !", "", "environnement"),
    )
    sound(build(where, Ui(), 100, "fr"), MEASURE)
    levers = played(
        session("placed"),
        WriteLever("Un levier de trente caractères", "Un texte.", "suivi", 2, -1, 3, 2),
    )
    sound(build(levers, Ui(), 100, "fr"), MEASURE)


@pytest.mark.parametrize("name", ["picked", "full"])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("camera", [Camera(), Camera(0.5, 0.5, 1.6), Camera(0.4, 0.7, 3.0)])
def test_pins_never_overlap_one_another_nor_a_name(name: str, percent: int, camera: Camera) -> None:
    for size in SIZES:
        tree = build(session(name), replace(VIEWS["the plan"], camera=camera), percent, "fr", size)
        plan = tree.find("plan")
        assert plan is not None
        pins = [node.box for node in plan.walk() if node.role == "pin"]
        names = [_inked(mark) for node in plan.kids if node.role != "pin"
                 for mark in node.look if isinstance(mark, Words)]  # fmt: skip
        assert pins
        assert not [pair for pair in combinations(pins, 2) if pair[0].meets(pair[1])]
        assert not [(pin, name) for pin in pins for name in names if pin.meets(name)]
        assert not [pair for pair in combinations(names, 2) if pair[0].meets(pair[1])]


def _inked(words: Words) -> Box:
    """Give where the letters of centred lines are, without the white above and below them."""
    wide = round(max(MEASURE.width(line, words.px, bold=words.bold) for line in words.lines))
    return Box(words.box.centre[0] - wide // 2, words.box.y, wide, words.box.h).inset(0, words.step // 6)


def test_every_placed_issue_is_on_the_plan_by_its_number_or_counted() -> None:
    tree = build(session("full"), Ui(), 100, "fr")
    shown = [node for node in tree.walk() if node.role == "pin"]
    counted = sum(int(str(mark.lines[0])) for node in shown for mark in node.look
                  if isinstance(mark, Words) and mark.lines[0].startswith("+"))  # fmt: skip
    numbered = sum(1 for node in shown if node.key.startswith("pin:"))
    assert numbered + counted == len(session("full").issues)


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1600, 900), (1728, 972), (1920, 1080), (1280, 1024)])
def test_all_the_families_are_in_sight_at_common_sizes(size: tuple[int, int]) -> None:
    tree = build(session("full"), Ui(), 100, "fr", size)
    ledger = tree.find("ledger")
    assert ledger is not None
    assert ledger.scrolls is not None
    assert ledger.scrolls.reach == 0
    sound(tree, MEASURE)


@pytest.mark.parametrize(("lang", "names"), [("fr", "Coût Délai Effort Impact"), ("en", "Cost Delay Effort Impact")])
@pytest.mark.parametrize("card", ["cout-cycle-vie", "sobriete-energie"])
def test_the_spotlight_names_the_signs_of_the_board(card: str, lang: str, names: str) -> None:
    tree = build(session("picked"), Ui(spotlight=card), 100, lang)
    weight = next(node for node in tree.walk() if node.key.startswith("spotlight:weight:"))
    said = {" ".join(mark.lines) for mark in weight.look if isinstance(mark, Words)}
    assert set(names.split()) <= said
