"""The plan: places where they truly are, names at the edges; laying a card moves nothing, holding one shows where."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.core.moves.flow import EnterPhase
from game.core.session import Session
from game.core.town import Zone
from game.view.answer.gestures import PlaceSpot
from game.view.answer.input import PointerDown, PointerMove, PointerUp
from game.view.answer.ui import Ui
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Line, Mark, Poly, Words
from game.view.tree.node import Node, at
from tests.view.afternoon import full, issues, picked, placed, played
from tests.view.board_room import first_issue, now, table
from tests.view.checks import sound
from tests.view.look import table as looked_at
from tests.view.look import tree_of
from tests.view.room import Hands
from tests.view.test_board_sound import MEASURE

SESSIONS = {"issues": cache(issues), "picked": cache(picked), "full": cache(full)}
TOOLS = ("plan:closer", "plan:farther", "plan:whole")
SHOWN = (("view", "plan"),)


def found(tree: Node, key: str) -> Node:
    node = tree.find(key)
    assert node is not None, f"no node {key}"
    return node


def opened(session: Session, percent: int = 100, size: tuple[int, int] = (1920, 1080), lang: str = "fr") -> Node:
    return tree_of(session, Ui(screen="play", percent=percent, lang=lang, tabs=SHOWN), size)


def plan_of(tree: Node) -> Node:
    return found(tree, "plan")


def standing(tree: Node) -> dict[str, Box]:
    """Give where everything of the plan stands but its pins."""
    return {node.key: node.box for node in plan_of(tree).walk() if node.role != "pin"}


def lifted(hands: Hands, card: str = "") -> Hands:
    x, y = hands.spot(card or first_issue(hands))
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 40))
    return hands


def moved_to(hands: Hands, x: int, y: int) -> tuple[Mark, ...]:
    """Carry a card to a point; give what is lit under the hand."""
    hands.give(PointerMove("mouse", x, y))
    return next((node.look for node in hands.tree.walk() if node.key == "over:mouse"), ())


@pytest.mark.parametrize("percent", [100, 110, 125, 139, 150, 200])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_laying_cards_moves_nothing(percent: int, lang: str) -> None:
    bare, *others = (opened(SESSIONS[name](), percent, lang=lang) for name in SESSIONS)
    for other in others:
        assert standing(other) == standing(bare)


def test_holding_a_card_moves_no_plate() -> None:
    hands = table(issues())
    before = standing(hands.tree)
    assert standing(lifted(hands).tree) == before


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 1024), (3840, 2160), (2560, 1080)])
@pytest.mark.parametrize("percent", [100, 125, 139])
def test_every_place_has_its_plate_and_the_buttons_hide_none(size: tuple[int, int], percent: int) -> None:
    tree = opened(SESSIONS["full"](), percent, size)
    plan, session = plan_of(tree), SESSIONS["full"]()
    plates = {node.key: node.box for node in plan.kids if node.key.startswith("plate:")}
    assert plates.keys() == {f"plate:{place.id}" for place in session.workshop.scenario.places if not place.decor}
    pins = [node.box for node in plan.walk() if node.role == "pin"]
    for key in TOOLS:
        assert not [box for box in (*plates.values(), *pins) if box.meets(found(tree, key).box)]
    sound(tree, MEASURE, percent)


def test_decor_is_a_word_of_the_ground_alone() -> None:
    tree = opened(SESSIONS["issues"]())
    assert tree.find("place:aeroport") is None
    assert tree.find("plate:tram-t1") is None


def test_footprint_name_and_chip_light_up_together_with_the_leader() -> None:
    hands = lifted(table(issues()))
    leader = next(mark.points for mark in found(hands.tree, "place:ctm").lit.over if isinstance(mark, Line))  # type: ignore[union-attr]
    footprint = moved_to(hands, *middle(found(hands.tree, "place:ctm")))
    assert hands.over().key == "place:ctm"
    plate = found(hands.tree, "plate:ctm").box
    name = moved_to(hands, plate.centre[0], plate.y + 8)
    assert hands.over().key == "plate:ctm"
    chip = moved_to(hands, *hands.spot("place:ctm:travaux"))
    assert hands.over().key == "place:ctm:travaux"
    assert footprint == name == chip[: len(name)]
    assert len(chip) > len(name)
    assert any(isinstance(mark, Line) and mark.points == leader for mark in footprint)


def middle(node: Node) -> tuple[int, int]:
    """Give a point of a footprint, be it an area that is hollow in its middle."""
    box = node.box
    return next((x, y) for y in range(box.centre[1], box.bottom) for x in range(box.x, box.right, 3)
                if node.holds(x, y))  # fmt: skip


def test_a_shared_place_dropped_on_its_footprint_or_name_asks_which_family_its_chip_chooses() -> None:
    hands = lifted(table(issues()))
    hands.give(PointerUp("mouse", *middle(found(hands.tree, "place:ctm"))))
    assert hands.ui.choice is not None
    hands.keys("escape")
    plate = found(lifted(hands).tree, "plate:ctm").box
    hands.give(PointerUp("mouse", plate.centre[0], plate.y + 8))
    assert hands.ui.choice is not None
    hands.keys("escape")
    hands.drag(first_issue(hands), "place:ctm:urbain")
    assert [(one.family, one.place) for one in now(hands).issues] == [("urbain", "ctm")]


def test_a_place_of_one_family_takes_a_card_on_its_chip_too() -> None:
    hands = table(issues())
    hands.drag(first_issue(hands), "place:ccas:solidarites")
    assert [(one.family, one.place) for one in now(hands).issues] == [("solidarites", "ccas")]


@pytest.mark.parametrize("percent", [100, 110, 125])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_targets_are_as_large_as_a_finger(percent: int, lang: str) -> None:
    least = theme.TARGET * percent / 100 - 1
    plan = plan_of(opened(SESSIONS["issues"](), percent, lang=lang))
    chips = [kid for plate in plan.kids if plate.key.startswith("plate:") for kid in plate.kids]
    rings = [node for node in plan.kids if isinstance(node.accepts, PlaceSpot) and node.shape]
    assert chips
    assert all(kid.box.w >= least for kid in chips)
    assert all(min(node.box.w, node.box.h) >= least for node in rings)


def test_what_may_take_the_card_is_lettered_the_rest_is_veiled() -> None:
    hands = lifted(table(issues()), "card:social-quartier" if False else first_issue(table(issues())))
    lit = next(node for node in hands.tree.walk() if node.key == "lit:mouse")
    letters = {mark.lines[0] for mark in lit.look if isinstance(mark, Words) and len(mark.lines[0]) == 1}
    assert letters == {"T", "U", "E", "P", "S"}
    hands = lifted(table(placed()), "card:menus-saison") if table(placed()).tree.find("card:menus-saison") else hands
    names = {mark.lines[0] for node in hands.tree.walk() if node.key == "lit:mouse" for mark in node.look
             if isinstance(mark, Words) and len(mark.lines[0]) > 1}  # fmt: skip
    assert "Cuisine" in names
    assert "Patinoire" not in names


def test_pins_stay_on_top_of_what_is_lit() -> None:
    hands = lifted(table(played(picked(), EnterPhase("enjeux"))))
    lit = next(node for node in hands.tree.walk() if node.key == "lit:mouse")
    numbers = [mark.lines[0] for mark in lit.look if isinstance(mark, Words) and mark.lines[0].isdigit()]
    assert len(numbers) == sum(bool(issue.place) for issue in now(hands).issues)


def rezoned(session: Session, change: dict[str, Zone]) -> Session:
    workshop = session.workshop
    zones = tuple(change.get(zone.place_id, zone) for zone in workshop.town.zones)
    town = replace(workshop.town, zones=zones, digest="")
    return replace(session, workshop=replace(workshop, town=town))


def square(place: str, x: float, y: float, half: float, *, sure: bool = True) -> Zone:
    ring = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
    return Zone(place, place, (ring,), (x, y), sure)


def test_a_guessed_spot_is_hollow_and_said() -> None:
    for sure in (True, False):
        tree = opened(rezoned(SESSIONS["issues"](), {"ccas": square("ccas", 0, 0, 60, sure=sure)}))
        node = found(tree, "place:ccas")
        fills = [mark.colour for mark in node.look if isinstance(mark, Poly)]
        assert fills == ([theme.INK] if sure else [theme.WHITE])
        assert ("à confirmer" in node.name) != sure


def test_of_places_in_one_another_the_smallest_is_under_the_hand() -> None:
    inner, outer = square("piscine-ramiers", -1600, 1900, 60), square("quinze-sols", -1700, 1800, 700)
    session = rezoned(SESSIONS["issues"](), {"piscine-ramiers": inner, "quinze-sols": outer})
    tree = opened(session)
    assert at(tree.kids[0], *found(tree, "place:piscine-ramiers").box.centre)[-1].key == "place:piscine-ramiers"
    far = found(tree, "place:quinze-sols").box
    assert at(tree.kids[0], far.x + 6, far.bottom - 6)[-1].key == "place:quinze-sols"


def crowded(session: Session, count: int) -> Session:
    """Give a town of many places."""
    workshop = session.workshop
    first = next(place for place in workshop.scenario.places if place.families)
    places = tuple(replace(first, id=f"lieu-{i}", families=first.families[i % 3 :]) for i in range(count))
    x0, y0, x1, y1 = workshop.town.extent
    zones = tuple(
        square(place.id, x0 + (x1 - x0) * (0.1 + 0.8 * (i * 0.618 % 1)), y0 + (y1 - y0) * (0.1 + 0.8 * i / count), 50)
        for i, place in enumerate(places)
    )
    town = replace(workshop.town, zones=zones, digest="")
    scenario = replace(workshop.scenario, places=places)
    return replace(session, workshop=replace(workshop, town=town, scenario=scenario))


def test_many_places_have_thin_plates_and_those_that_may_take_the_card_get_room_while_it_is_held() -> None:
    hands = looked_at(crowded(SESSIONS["issues"](), 40), Ui(screen="play"))
    thin = [node for node in plan_of(hands.tree).kids if node.key.startswith("plate:")]
    assert len(thin) == 40
    assert max(node.box.h for node in thin) < 32
    sound(hands.tree, MEASURE)
    lifted(hands, next(node.key for node in hands.tree.walk() if node.key.startswith("card:")))
    offered = {ruling.spot.place for ruling in hands.ui.held[0].rulings
               if ruling.legal and isinstance(ruling.spot, PlaceSpot)}  # fmt: skip
    grown = {node.key: node.box for node in plan_of(hands.tree).kids if node.key.startswith("plate:")}
    assert grown.keys() <= {f"plate:{place}" for place in offered}
    hands.keys("escape")
    assert [node.box for node in plan_of(hands.tree).kids if node.key.startswith("plate:")] == [
        node.box for node in thin
    ]
