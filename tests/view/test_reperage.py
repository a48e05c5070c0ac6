"""Repérage: seven guesses, one reveal, then the plan with the purchases to come."""

from __future__ import annotations

import pytest

from game.core.moves.flow import EnterPhase
from game.core.moves.seats import UnseatMember
from game.core.moves.share import AddIntention, GuessShare, RevealShare
from game.core.session import Session
from game.view.answer.sliding import Slide
from game.view.answer.ui import WHOLE
from game.view.scouting.budget_film import at as along
from game.view.tree.looks import Fill, Words
from game.view.tree.node import Node
from game.view.tree.theme import ACCENT
from tests.view.afternoon import opened, played, workshop
from tests.view.guesses import openly
from tests.view.room import Hands
from tests.view.rooms import BETWEEN, RuleDesk, all_between, all_sound, at

GUESSES = dict(zip([seat.id for seat in workshop().scenario.seats], (10, 15, 20, 25, 12, 30, 35), strict=True))
MAP = (("scouting", "map"),)


def guessed() -> Session:
    return played(openly(), *(GuessShare(seat, percent) for seat, percent in GUESSES.items()))


def revealed() -> Session:
    return played(guessed(), RevealShare())


def node(table: Hands, key: str) -> Node:
    found = table.tree.find(key)
    assert found is not None, key
    return found


def done(table: Hands) -> list[object]:
    assert isinstance(table.desk, RuleDesk)
    return table.desk.done


@pytest.mark.parametrize("session", [openly, guessed, revealed], ids=["asked", "guessed", "revealed"])
def test_the_guess_is_sound(session) -> None:
    all_sound(session(), "play")
    all_between(session(), "play", scales=BETWEEN[:-1])


@pytest.mark.parametrize("side", ["map", "list"])
@pytest.mark.parametrize("picked", ["", "soli-nettoyage"])
def test_the_plan_and_the_purchases_are_sound(side: str, picked: str) -> None:
    all_sound(revealed(), "play", tabs=(("scouting", side), ("intention", picked)))
    all_between(revealed(), "play", tabs=(("scouting", side), ("intention", picked)), scales=BETWEEN[:-1])


def test_the_question_is_72_px_tall() -> None:
    words = node(at(opened(), "play"), "guess:question").look[0]
    assert isinstance(words, Words)
    assert words.px == 72
    assert len(words.lines) == 1


def test_one_slider_a_present_seat() -> None:
    table = at(played(openly(), UnseatMember("sports")), "play")
    sliders = [one.key for one in table.tree.walk() if one.role == "slider"]
    assert sliders == [f"guess:{seat}" for seat in GUESSES if seat != "sports"]


def test_a_guess_is_slid_by_hand_and_by_arrows() -> None:
    table = at(openly(), "play")
    slide = node(table, "guess:travaux").does
    assert isinstance(slide, Slide)
    x, y = along(slide.track, 40), slide.track.centre[1]
    table.give(*_pull(slide.track.x, x, y))
    assert done(table) == [GuessShare("travaux", 40)]
    table.focus("guess:sports")
    table.keys("right", "right", "tab")
    assert done(table)[1:] == [GuessShare("sports", 2)]
    assert "2 estimations sur 7" in node(table, "guess:count").name


def _pull(start: int, end: int, y: int) -> tuple[object, ...]:
    from game.view.answer.input import PointerDown, PointerMove, PointerUp

    return PointerDown("f1", start, y), PointerMove("f1", end, y), PointerUp("f1", end, y)  # type: ignore[return-value]


def test_two_fingers_guess_at_once() -> None:
    from game.view.answer.input import PointerDown, PointerMove, PointerUp

    table = at(openly(), "play")
    tracks = {seat: node(table, f"guess:{seat}").does.track for seat in ("travaux", "enfance")}  # type: ignore[union-attr]
    for way in (PointerDown, PointerMove, PointerUp):
        for seat, percent in (("travaux", 10), ("enfance", 60)):
            x = along(tracks[seat], percent if way is not PointerDown else 0)
            table.give(way(seat, x, tracks[seat].centre[1]))
    assert done(table) == [GuessShare("travaux", 10), GuessShare("enfance", 60)]


def test_nothing_tells_the_share_before_the_reveal_then_a_third_is_lit() -> None:
    table = at(guessed(), "play")
    assert _lit(node(table, "film")) == 0
    assert "33" not in node(table, "film").name
    table.tap("guess:reveal")
    assert done(table) == [RevealShare()]
    assert table.ui.dialog == "share"
    table.tap("share:close")
    assert 0.31 < _lit(node(table, "film")) < 0.34
    assert "33\u00a0%" in node(table, "guess:answer").name
    assert "27\u00a0M€ d'achats sur 81\u00a0M€" in node(table, "guess:answer").name
    assert "21\u00a0% en moyenne" in node(table, "guess:answer").name
    assert not [one for one in table.tree.walk() if one.role == "slider"]


def _lit(film: Node) -> float:
    fills = [mark.box for mark in film.look if isinstance(mark, Fill) and mark.colour == ACCENT and mark.radius == 0]
    return max((box.right for box in fills), default=film.box.x) / film.box.w - film.box.x / film.box.w


def test_the_discs_on_the_film_never_overlap() -> None:
    same = played(openly(), *(GuessShare(seat, 100) for seat in GUESSES))
    film = node(at(same, "play"), "film")
    discs = [
        mark.box for mark in film.look if isinstance(mark, Fill) and mark.radius == mark.box.h // 2 and mark.width == 3
    ]
    assert len(discs) == 7
    assert all(film.box.covers(disc) for disc in discs)
    assert not any(one.meets(two) for i, one in enumerate(discs) for two in discs[i + 1 :])


def test_the_plan_waits_for_the_reveal() -> None:
    assert at(guessed(), "play", tabs=MAP).tree.find("plan") is None
    table = at(revealed(), "play")
    table.tap("guess:map")
    assert table.tree.find("plan") is not None


def test_the_fifteen_purchases_come_by_date_and_all_have_their_number_on_the_plan() -> None:
    table = at(revealed(), "play", tabs=MAP)
    wanted = [one.id for one in revealed().all_intentions]
    assert len(wanted) == 15
    pins = {one.key.removeprefix("pin:intention:") for one in table.tree.walk() if one.role == "pin"}
    assert pins == set(wanted)
    first = node(table, f"intention:{wanted[0]}")
    assert "janvier 2027 · 480\u00a0k€" in first.name
    assert "CAO\u00a0: Non (avis facultatif)" in first.hint


def test_pressing_a_purchase_centres_its_place_and_pressing_again_shows_all() -> None:
    table = at(revealed(), "play", tabs=MAP)
    first = revealed().all_intentions[0]
    table.tap(f"intention:{first.id}")
    assert table.ui.camera.zoom > 1
    x, y = node(table, f"place:{first.place}").box.centre
    plan = node(table, "plan").box
    assert abs(x - plan.centre[0]) < 4
    assert abs(y - plan.centre[1]) < 4
    assert table.tree.find(f"on:{first.place}") is not None
    table.tap(f"intention:{first.id}")
    assert table.ui.camera == WHOLE
    assert table.tree.find(f"on:{first.place}") is None


def test_pressing_a_number_on_the_plan_brings_its_row_to_the_top_of_the_list() -> None:
    table = at(revealed(), "play", tabs=MAP)
    assert table.tree.find("intention:soli-nettoyage") is None or table.ui.scroll("intentions") == 0
    table.tap("pin:intention:soli-nettoyage")
    rows = node(table, "intentions")
    assert node(table, "intention:soli-nettoyage").box.y == rows.box.y
    assert "selected" in node(table, "intention:soli-nettoyage").states


def test_a_purchase_names_the_department_that_proposes_it() -> None:
    table = at(revealed(), "play", tabs=MAP)
    first = revealed().all_intentions[0]
    assert first.department.fr
    assert first.department.fr in node(table, f"intention:{first.id}").hint


def test_the_purchase_looked_at_says_what_the_law_asks_of_it() -> None:
    table = at(revealed(), "play", tabs=(("scouting", "map"),))
    rows = [one for one in table.tree.walk() if one.role == "row" and one.key.startswith("intention:")]
    assert not any("Obligations" in row.hint for row in rows)
    first = rows[0].key.removeprefix("intention:")
    looked = at(revealed(), "play", tabs=(("scouting", "map"), ("intention", first)))
    assert "Obligations" in node(looked, rows[0].key).hint
    assert "Une clause environnementale" in node(looked, rows[0].key).hint


def test_a_family_narrows_the_list() -> None:
    table = at(revealed(), "play", tabs=MAP)
    table.tap("family:sports")
    rows = [one.key for one in node(table, "intentions").kids]
    assert rows == ["intention:sport-terrains", "intention:sport-patinoire-moe", "intention:sport-materiel"]
    table.tap("family:all")
    assert node(table, "intentions").kids[0].key == f"intention:{revealed().all_intentions[0].id}"


def test_with_large_texts_a_purchase_turns_to_the_plan_and_stands_under_it() -> None:
    table = at(revealed(), "play", tabs=(("scouting", "list"),), percent=200)
    first = revealed().all_intentions[0]
    table.tap(f"intention:{first.id}")
    assert node(table, f"intention:{first.id}").box.y >= node(table, "plan").box.bottom


def test_a_purchase_is_added_at_the_table() -> None:
    table = at(revealed(), "play", tabs=MAP)
    table.tap("intentions:add")
    assert not node(table, "intention:go").acts
    for name, text in (("title", "Réfection de la cour"), ("amount", "120 000 €"), ("launch", "mai 2027")):
        table.tap(f"intention:0:{name}")
        table.type(text)
    table.tap("intention:new:family:enfance")
    table.tap("intention:new:place:ecole-aerogare")
    table.tap("intention:cao")
    table.tap("intention:go")
    added = AddIntention("enfance", "ecole-aerogare", "Réfection de la cour", "120 000 €", "mai 2027", cao=True)
    assert done(table) == [added]
    assert table.ui.dialog == ""
    assert table.tree.find("pin:intention:added-1") is not None


def test_a_purchase_says_its_award_duration_procedure_and_department() -> None:
    table = at(revealed(), "play", tabs=MAP, dialog="intention")
    typed = (("title", "Cour"), ("amount", "5000"), ("launch", "mai 2027"), ("award", "avril 2027"))
    for name, text in (*typed, ("duration", "24"), ("procedure", "MAPA"), ("department", "Vie scolaire")):
        table.tap(f"intention:0:{name}")
        table.type(text)
    table.tap("intention:cao")
    assert node(table, "intention:why").name == "L'attribution vient après le lancement."
    table.tap("intention:0:award")
    table.keys("ctrl+a")
    table.type("juin 2027")
    table.tap("intention:go")
    wanted = AddIntention("travaux", "", "Cour", "5000", "mai 2027", "juin 2027", 24, "MAPA", True, "Vie scolaire")
    assert done(table) == [wanted]


def test_the_department_of_the_family_stands_in_the_empty_field() -> None:
    table = at(revealed(), "play", tabs=MAP, dialog="intention")
    table.tap("intention:new:family:enfance")
    role = revealed().workshop.scenario.family("enfance")
    assert role is not None
    assert node(table, "intention:0:department").hint == role.department.fr


def test_a_place_of_another_family_is_not_kept() -> None:
    table = at(revealed(), "play", tabs=MAP, dialog="intention")
    table.tap("intention:new:family:enfance")
    table.tap("intention:new:place:quinze-sols")
    table.tap("intention:new:family:travaux")
    assert "selected" in node(table, "intention:new:place:").states


def test_the_intention_dialog_is_sound_and_says_what_is_missing() -> None:
    all_sound(revealed(), "play", tabs=MAP, dialog="intention")
    words = node(at(revealed(), "play", tabs=MAP, dialog="intention"), "intention:why").name
    assert "avril 2027" in words


def test_one_big_button_goes_to_the_next_phase() -> None:
    table = at(revealed(), "play", tabs=MAP)
    table.tap("scouting:next")
    assert done(table) == [EnterPhase("enjeux")]


def test_a_guess_rebuilds_neither_the_bar_nor_the_footer() -> None:
    table = at(guessed(), "play")
    kept = {key: node(table, key) for key in ("steps", "footer")}
    table.focus("guess:sports")
    table.keys("right")
    assert all(node(table, key) is was for key, was in kept.items())
