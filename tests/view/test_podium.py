"""The podium: what is being discussed is read from the farthest seat, whatever the screen; figures stand whole."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from game.core.moves.flow import Pause, Resume
from game.core.moves.objectives import AdoptObjective
from game.view.answer.input import PointerDown, PointerMove, PointerUp
from game.view.answer.intents import Undo
from game.view.tree import theme
from game.view.tree.legibility import DISPLAYS, FLOOR, METRES, Display, handling, needed, reading
from game.view.tree.looks import Stripes, Words
from game.view.tree.node import Node, focusable, outline, top_layer
from tests.view import afternoon, ballots, council
from tests.view.afternoon import played
from tests.view.checks import cuts, sound
from tests.view.room import Hands
from tests.view.rooms import LANGUAGES, MEASURE
from tests.view.shown import SHOWN, Shown
from tests.view.test_opendata import ISSUE

PAIRS = tuple(product((one for one in DISPLAYS if one.id in ("55", "75", "86", "98")), (2, 4, 6)))
SIZES = ((1920, 1080), (3840, 2160))
TORTURE = bool(os.environ.get("CLAP_TORTURE"))
ROOMS = tuple(product(PAIRS, SIZES, LANGUAGES))
MOMENTS = {
    f"spotlight {card}": Shown(afternoon.picked, {"spotlight": card})
    for card in ("insertion-emploi", "eau", "petits-achats-tournants", "reserver-handicap")
} | {
    f"result {name}": Shown(ballots.SESSIONS[name], {"dialog": "result"})
    for name in ("settled", "closed-hands", "crowd")
}
PHASES = {name: one for name, one in SHOWN.items() if name.startswith(("phase", "elsewhere"))} | {
    name: SHOWN[name] for name in ("guess", "guessed", "revealed", "issues", "levers")
}
MOMENTS |= {name: one for name, one in PHASES.items() if name.startswith("phase")}
MOMENTS |= {name: SHOWN[name] for name in ("guess", "revealed", "arbitrate")}
MOMENTS["event"] = Shown(council.voting, {"dialog": "event"})
MOMENTS["adopting"] = Shown(council.sheets, {"dialog": "adopting", "about": ISSUE})
MOMENTS |= {name: one for name, one in SHOWN.items() if name.startswith("award")}
MOMENTS |= {f"share {step}": SHOWN[f"share {step}"] for step in ("guesses", "truth", "bias")}
MOMENTS["adopted"], MOMENTS["ended"] = SHOWN["adopted"], SHOWN["ended"]
MOMENTS["pause"] = Shown(lambda: played(afternoon.picked(), Pause()))
"""What may stand on the podium: cards, and what is to be done in each phase and at each of its steps."""
FIGURE = re.compile(r"\d|^…$")
SCALES = (100, 110, 125, 135, 140, 175, 200, 225, 250, 300)


def in_the_room(shown: Shown, pair: tuple[Display, int], size: tuple[int, int], lang: str) -> Hands:
    """Show a moment on a screen of so many inches to those who sit so far from it."""
    display, metres = pair
    seen = Shown(shown.session, shown.view | {"reading": reading(display, metres)})
    return seen.at(size, handling(display), lang)


def read(tree: Node, *, on: bool = False) -> Iterator[Words]:
    """Give the texts on the podium."""
    on = on or "podium" in tree.states
    if on:
        yield from (mark for mark in tree.look if isinstance(mark, Words))
    for kid in top_layer(tree).kids if tree.role == "window" else tree.kids:
        yield from read(kid, on=on)


def chrome(tree: Node) -> float:
    """Give the part of the height that header, gauges and foot take together, where they take most of it."""
    found = [node.box for node in tree.walk() if "bar" in node.states]
    found += [mark.box for node in tree.walk() for mark in node.look if isinstance(mark, Stripes)]
    across = {box.x for box in found}
    return max(sum(box.h for box in found if box.x <= x < box.right) for x in across) / tree.box.h


def test_the_pairs_of_the_page_of_requirements_are_asked_about() -> None:
    assert len(PAIRS) == 12
    assert {metres for _, metres in PAIRS} <= set(METRES)


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_stands_on_the_podium_is_read_from_the_farthest_seat(moment: str) -> None:
    start = 7 * list(MOMENTS).index(moment)
    walked = ROOMS if TORTURE else tuple(ROOMS[(start + 11 * i) % len(ROOMS)] for i in range(2))
    for pair, size, lang in walked:
        hands = in_the_room(MOMENTS[moment], pair, size, lang)
        sound(hands.tree, MEASURE)
        least = max(theme.TEXT, needed(*pair, FLOOR)) * size[1] / 1080
        texts = list(read(hands.tree))
        where = f"{pair[0].id} inches, {pair[1]} m, {size}, {lang}"
        assert reading(*pair) <= handling(pair[0]) or texts, where
        assert not [mark.lines for mark in texts if mark.px < least], where


def test_a_short_card_is_read_at_20_arc_minutes_and_a_long_one_gives_way_before_it_is_cut() -> None:
    far = DISPLAYS[2], 6
    sizes = {
        card: min(mark.px for mark in read(in_the_room(MOMENTS[f"spotlight {card}"], far, SIZES[0], "fr").tree))
        for card in ("insertion-emploi", "reserver-handicap")
    }
    assert sizes["insertion-emploi"] >= needed(*far)
    assert needed(*far, FLOOR) <= sizes["reserver-handicap"]


def test_all_that_is_written_on_a_card_is_one_press_away_and_back() -> None:
    hands = in_the_room(MOMENTS["spotlight eau"], PAIRS[1], SIZES[0], "fr")
    assert hands.tree.find("spotlight:around:0") is None
    hands.tap("spotlight:all")
    assert not list(read(hands.tree))
    assert any(node.key.startswith("spotlight:around") for node in hands.tree.walk())
    hands.tap("spotlight:all")
    assert list(read(hands.tree))
    hands.keys("escape")
    assert not hands.ui.spotlight


def test_where_the_hands_scale_is_read_by_all_nothing_changes() -> None:
    assert not list(read(in_the_room(MOMENTS["spotlight eau"], (DISPLAYS[6], 2), SIZES[0], "fr").tree))


@pytest.mark.parametrize("phase", PHASES)
def test_bars_take_18_per_cent_of_the_height_at_most_and_no_figure_is_cut(phase: str) -> None:
    every = tuple(product(SCALES, SIZES, LANGUAGES))
    start = 3 * list(PHASES).index(phase)
    for percent, size, lang in every if TORTURE else (every[(start + 13 * i) % len(every)] for i in range(2)):
        tree = PHASES[phase].at(size, percent, lang).tree
        where = f"{percent} %, {size}, {lang}"
        assert 0.08 < chrome(tree) <= 0.18, where
        assert not [mark.lines for mark in shortened(tree) if FIGURE.search(" ".join(mark.lines))], where


def shortened(tree: Node) -> Iterator[Words]:
    """Give the texts that end by an ellipsis."""
    marks = (mark for node in tree.walk() for mark in node.look if isinstance(mark, Words) and mark.lines)
    yield from (mark for mark in marks if mark.lines[-1].endswith("…"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_step_says_one_thing_to_do_and_the_room_sees_it_until_a_hand_acts(lang: str) -> None:
    said = set()
    for name, shown in PHASES.items():
        hands = in_the_room(shown, (DISPLAYS[3], 5), SIZES[0], lang)
        line, large = hands.tree.find("instruction"), hands.tree.find("podium:now")
        assert line is not None, name
        assert "{" not in line.name
        said.add(line.name)
        if name in ("guess", "guessed", "revealed") or name.endswith("-guessed"):
            assert large is None, "the screen itself asks, or tells the share, as largely"
            continue
        assert large is not None, name
        assert line.name == large.name
        under = next(one for one in hands.tree.walk() if one.key == "play").kids[1]
        assert large.box.bottom <= under.box.y, f"{name}: what is under the bar stays in sight"
        hands.keys("tab")
        assert hands.tree.find("podium:now") is None
        hands.tap("instruction")
        assert hands.tree.find("podium:now") is not None
    assert len(said) >= 8


def test_a_pause_covers_all_and_only_playing_on_is_left() -> None:
    hands = MOMENTS["pause"].at(SIZES[0], 100, "fr")
    hands.ui = replace(hands.ui, menu=True, spotlight="eau")
    hands.give()
    cover = top_layer(hands.tree)
    assert cover.key == "pause:veil"
    assert [node.key for node in focusable(hands.tree)] == ["pause:resume"]
    assert cover.kids[0].box == hands.tree.box
    assert "PAUSE" in outline(cover)
    hands.keys("escape", "s", "ctrl+z")
    hands.give(PointerDown("mouse", 300, 300), PointerUp("mouse", 300, 300))
    assert not [one for one in hands.desk.done if not isinstance(one, Undo)]  # type: ignore[attr-defined]
    hands.tap("pause:resume")
    assert hands.desk.done == [Resume()]  # type: ignore[attr-defined]
    assert hands.tree.find("pause:cover") is None


@pytest.mark.parametrize(
    ("phase", "card"), [("issues", "card:climat-carbone"), ("levers", "lever:insertion-emploi:facilitateur-clauses")]
)
def test_a_card_that_is_carried_is_told_where_the_hand_of_cards_lies_and_leaves_with_it(phase: str, card: str) -> None:
    for pair in PAIRS[1::3] if not TORTURE else PAIRS:
        hands = in_the_room(PHASES[phase], pair, SIZES[0], "fr")
        x, y = hands.spot(card)
        hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x + 40, y - 200))
        told = find_in(hands.tree.kids[1], "podium:held")
        if reading(*pair) <= handling(pair[0]):
            assert told is None
            continue
        assert told is not None
        hand = hands.tree.find("hand")
        assert hand is not None
        assert told.box == hand.box
        texts = [mark for node in told.walk() for mark in node.look if isinstance(mark, Words)]
        assert min(mark.px for mark in texts) >= max(theme.TEXT, needed(*pair, FLOOR))
        assert not cuts(told, MEASURE)
        hands.give(PointerUp("mouse", x + 40, y - 200))
        assert find_in(hands.tree.kids[1], "podium:held") is None


def find_in(ghost: Node, key: str) -> Node | None:
    """Find a node among what floats."""
    return next((node for node in ghost.walk() if node.key == key), None)


def test_the_room_reads_an_objective_before_it_is_adopted() -> None:
    hands = in_the_room(Shown(council.sheets), (DISPLAYS[3], 5), SIZES[0], "fr")
    hands.keys("tab")
    for _ in range(5):
        hands.tap("adopt")
        if hands.ui.dialog:
            break
        hands.tap("sheet:next")
    assert hands.ui.dialog == "adopting"
    issue = hands.ui.about
    assert not [one for one in hands.desk.done if isinstance(one, AdoptObjective)]  # type: ignore[attr-defined]
    hands.tap("adopting:yes")
    assert AdoptObjective(issue) in hands.desk.done  # type: ignore[attr-defined]
    assert not hands.ui.dialog


@pytest.mark.parametrize("lang", LANGUAGES)
def test_more_than_can_be_carried_is_told_before_the_vote(lang: str) -> None:
    line = Shown(afternoon.picked).at(SIZES[0], 100, lang).tree.find("instruction")
    assert line is not None
    assert {"fr": "renoncez", "en": "give some up"}[lang] in line.name
