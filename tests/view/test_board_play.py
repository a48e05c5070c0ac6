"""Playing on the board by hand and by keyboard: what is dropped where, what is said, what is refused."""

from __future__ import annotations

import pytest

from game.core.moves.flow import EnterPhase
from game.view.answer.gestures import HandSpot, IssueThing
from game.view.answer.input import PointerDown, PointerMove, PointerUp
from game.view.answer.intents import Camera
from game.view.answer.landing import landing
from tests.view.afternoon import issues, picked, placed, played
from tests.view.board_room import RULES, HistoryDesk, find, first_issue, foot, now, table


def test_an_issue_dropped_on_a_row_lies_there_without_a_place() -> None:
    hands = table(issues())
    card = first_issue(hands)
    hands.drag(card, "row:sports")
    [placed_one] = now(hands).issues
    assert (placed_one.card, placed_one.family, placed_one.place) == (card[5:], "sports", "")
    assert hands.tree.find(f"issue:{card[5:]}") is not None


def test_an_issue_dropped_on_a_place_of_one_family_lies_there() -> None:
    hands = table(issues())
    hands.drag(first_issue(hands), "place:stades")
    assert [(one.family, one.place) for one in now(hands).issues] == [("sports", "stades")]


def test_an_issue_dropped_on_a_shared_place_is_asked_for_and_on_its_tab_is_not() -> None:
    hands = table(issues())
    x, y = foot(find(hands, "place:piscine-ramiers"))
    cx, cy = hands.spot(first_issue(hands))
    hands.give(PointerDown("mouse", cx, cy), PointerMove("mouse", cx, cy - 40), PointerUp("mouse", x, y))
    assert hands.ui.choice is not None
    assert len(hands.ui.choice.answers) == 2
    hands.tap("choice:1")
    assert [(one.family, one.place) for one in now(hands).issues] == [("travaux", "piscine-ramiers")]
    hands.drag(first_issue(hands), "place:piscine-ramiers:sports")
    assert now(hands).issues[1].family == "sports"


def test_a_lever_dropped_on_its_issue_lies_under_it_and_what_it_does_is_said() -> None:
    hands = table(placed(), texts=(("hand:search", "menus"),))
    x, y = hands.spot("card:menus-saison")
    to = hands.spot("cell:alimentation-durable")
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 40), PointerMove("mouse", *to))
    said = [node.name for node in hands.tree.walk() if node.key == "why:mouse"]
    assert said
    assert said[0].startswith("Répond à l'enjeu")
    hands.give(PointerUp("mouse", *to))
    pick = now(hands).placed("alimentation-durable")
    assert pick is not None
    assert pick.levers == ("menus-saison",)


def test_placed_cards_go_back_to_the_hand_by_a_drag() -> None:
    hands = table(picked())
    hands.drag("lever:eau:marche-performance", "hand:tabs")
    pick = now(hands).placed("eau")
    assert pick is not None
    assert pick.levers == ()
    hands.drag("pin:eau", "hand:tabs")
    assert now(hands).placed("eau") is None
    assert RULES.meanings(now(hands), IssueThing("eau"), HandSpot(), "fr") == ()


def test_a_lever_moves_to_another_issue() -> None:
    hands = table(picked())
    hands.drag("lever:insertion-emploi:facilitateur-clauses", "cell:sobriete-energie")
    moved = now(hands).placed("sobriete-energie")
    assert moved is not None
    assert moved.levers == ("cout-cycle-vie", "facilitateur-clauses")


def test_a_full_family_does_not_light_up_and_says_why() -> None:
    hands = table(played(placed(), EnterPhase("enjeux")))
    card = first_issue(hands)
    x, y = hands.spot(card)
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 40))
    lit = set(hands.targets())
    assert "row:travaux" not in lit
    assert "row:sports" in lit
    hands.give(PointerUp("mouse", *hands.spot("row:travaux")))
    assert isinstance(hands.desk, HistoryDesk)
    assert hands.desk.refused == ["family_full"]


def test_by_keyboard_enter_lifts_arrows_walk_the_targets_and_enter_drops() -> None:
    hands = table(issues())
    card = first_issue(hands)
    hands.focus(card)
    hands.keys("enter")
    assert hands.over().key.startswith("plate:")
    turns = 0
    while hands.over().key != "row:solidarites":
        hands.keys("right")
        turns += 1
    places = sum(not place.decor for place in now(hands).workshop.scenario.places)
    chips = sum(len(place.families) for place in now(hands).workshop.scenario.places if len(place.families) > 1)
    assert turns < places + chips + 5
    hands.keys("enter")
    assert [one.family for one in now(hands).issues] == ["solidarites"]


def test_the_spotlight_opens_by_a_tap_and_escape_returns_exactly() -> None:
    hands = table(picked())
    before = hands.tree.kids[0]
    hands.tap("issue:eau")
    assert hands.ui.spotlight == "eau"
    hands.keys("escape")
    assert hands.tree.kids[0] == before


@pytest.mark.parametrize("what", ["issue", "lever"])
def test_a_blank_card_is_written_and_lies_first_in_the_hand(what: str) -> None:
    hands = table(issues() if what == "issue" else placed())
    hands.tap("hand:write")
    assert hands.ui.dialog == "blank"
    hands.tap(f"blank:{what}:label")
    hands.type("Ombre à l'école")
    if what == "lever":
        hands.tap("blank:cost:more")
    hands.tap("blank:write")
    assert hands.ui.dialog == ""
    assert first_issue(hands) == f"card:blank-{what}-1"
    if what == "lever":
        assert now(hands).blank_levers[0].effects.cost == 1
    hands.tap("hand:write")
    assert find(hands, f"blank:{what}:label").value == ""


def test_a_blank_card_that_is_refused_stays_in_the_dialog() -> None:
    hands = table(issues())
    hands.tap("hand:write")
    hands.tap("blank:issue:label")
    hands.type("Acheter local")
    hands.tap("blank:write")
    assert isinstance(hands.desk, HistoryDesk)
    assert hands.desk.refused == ["local_preference"]
    assert hands.ui.dialog == "blank"
    assert find(hands, "blank:issue:label").value == "Acheter local"


def test_renouncing_asks_for_a_reason_and_keeps_it() -> None:
    hands = table(played(picked(), EnterPhase("enjeux")))
    hands.tap("issue:maitrise-budget")
    hands.tap("spotlight:renounce")
    assert not now(hands).renounced
    hands.tap("renounce:reason:maitrise-budget")
    hands.type("Le trimestre prochain")
    hands.tap("renounce:do")
    [item] = now(hands).renounced
    assert (item.card, item.reason) == ("maitrise-budget", "Le trimestre prochain")


def test_the_big_button_goes_to_the_next_phase_and_a_step_goes_back() -> None:
    hands = table(issues())
    hands.tap("next")
    assert now(hands).phase == "leviers"
    hands.tap("step:enjeux")
    assert now(hands).phase == "enjeux"


def test_a_search_finds_without_accents_and_a_family_sorts_the_hand() -> None:
    hands = table(placed())
    hands.tap("hand:search")
    hands.type("reemploi")
    shown = {node.key for node in hands.tree.walk() if node.key.startswith("card:")}
    assert "card:reemploi-dabord" in shown
    hands.keys("ctrl+a", "backspace", "escape")
    hands.tap("head:sports")
    session = now(hands)
    best = session.lever_card(first_issue(hands)[5:])
    assert best is not None
    assert "eau" in best.answers


def test_what_lights_up_stays_inside_the_plan_and_the_ledger() -> None:
    hands = table(issues(), camera=Camera(0.45, 0.5, 2.5))
    x, y = hands.spot(first_issue(hands))
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 40))
    plan = find(hands, "plan").box
    places = [
        target for target in landing(hands.ui.held[0], hands.tree.kids[0]).targets if target.key.startswith("place:")
    ]
    assert any(target.shape for target in places)
    for target in places:
        assert plan.covers(target.box)
        assert all(plan.inset(-1).holds(*point) for point in target.shape)


def test_the_page_keys_turn_the_spotlight() -> None:
    hands = table(picked(), percent=200, spotlight="alimentation-durable")
    hands.keys("pagedown")
    assert hands.ui.scroll("spotlight:alimentation-durable") > 0
    hands.keys("pageup")
    assert hands.ui.scroll("spotlight:alimentation-durable") == 0


def test_two_fingers_lay_two_cards_on_two_rows() -> None:
    hands = table(issues())
    first, second = [node.key for node in hands.tree.walk() if node.key.startswith("card:")][:2]
    (ax, ay), (bx, by) = hands.spot(first), hands.spot(second)
    to_a, to_b = hands.spot("row:urbain"), hands.spot("row:solidarites")
    hands.give(PointerDown("f1", ax, ay), PointerDown("f2", bx, by))
    hands.give(PointerMove("f1", ax, ay - 60), PointerMove("f2", bx, by - 60))
    hands.give(PointerMove("f1", *to_a), PointerMove("f2", *to_b), PointerUp("f1", *to_a))
    hands.give(PointerMove("f2", to_b[0] + 3, to_b[1]), PointerUp("f2", *to_b))
    assert [(one.card, one.family) for one in now(hands).issues] == [
        (first[5:], "urbain"),
        (second[5:], "solidarites"),
    ]
