"""A new member's guesses and answers: asked for and told in the same terms; what is wrong is never ticked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.moves.measures import GuessMeasure
from game.view.tree.looks import Icon
from tests.view.afternoon import played
from tests.view.inductions import ASKED, ORDER, laid, opened, standing, unchosen
from tests.view.room import Hands
from tests.view.test_induction import table, told, written


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "Bien vu ! Vous aviez dit −22 %. Pas encore mesuré"), ("en", "Good guess! You said −22%.")],
)
def test_a_change_is_asked_for_and_told_as_a_change(lang: str, said: str) -> None:
    room = table(standing(), lang=lang, tabs=(("standing:at", "1"),))
    assert room.desk.session.carried[1].target == "-20 %"
    assert "kWh" not in told(room, "standing:unit")
    written(room, Hands.tap, f"standing:{room.desk.session.carried[1].code}", "22")
    assert plain(told(room, "standing:known")).startswith(said)
    assert "−20" in told(room, "standing:known")


@pytest.mark.parametrize(
    ("at", "typed", "said"),
    [(1, "50", "Vous aviez dit −50 %."), (1, "-19 %", "Bien vu ! Vous aviez dit −19 %."),
     (3, "50000", "Vous aviez dit 50 000 m²."), (3, "450", "Bien vu ! Vous aviez dit 450 m²."),
     (4, "45", "Bien vu ! Vous aviez dit +45 %.")],
)  # fmt: skip
def test_a_guess_is_told_in_the_terms_it_was_asked_in(at: int, typed: str, said: str) -> None:
    session = standing()
    room = table(played(session, GuessMeasure(session.carried[at].code, typed)), tabs=(("standing:at", str(at)),))
    assert plain(told(room, "standing:known")).startswith(said)


def test_a_figure_is_kept_by_a_button_and_reading_without_one_counts() -> None:
    room = table(standing())
    one = room.desk.session.carried[0]
    node = room.tree.find("standing:keep")
    assert node is not None
    assert "disabled" in node.states
    room.tap(f"standing:{one.code}")
    room.type("24")
    room.tap("standing:keep")
    assert room.desk.session.carried[0].guess == "24"
    assert "encore 4" in told(room, "instruction")
    for _ in range(4):
        room.tap("standing:after")
        room.tap("standing:read")
    room.tap("standing:after")
    assert "Tout est lu" in told(room, "instruction")
    assert not room.desk.refused


def test_what_is_read_is_an_example_or_a_session_with_its_name_and_day() -> None:
    session = standing()
    assert session.former is not None
    told_as = {
        ("", ""): "Exemple : ce qu'un conseil a décidé", ("Un jour", "2031-01-01"): "Exemple",
        ("", "2026-11-04"): "Ce que le conseil a décidé le 4 novembre 2026",
        ("Un jour", "2026-11-04"): "Ce que le conseil a décidé : « Un jour », 4 novembre 2026",
    }  # fmt: skip
    for (title, date), said in told_as.items():
        room = table(replace(session, former=replace(session.former, title=title, date=date)))
        assert plain(told(room, "standing:whence")).startswith(said)
    assert "5 objectifs" in told(room, "standing:begins")


def test_no_wrong_answer_is_ticked() -> None:
    for answer, name, sign in (("true", "Vrai : non", "x"), ("false", "Faux", "check")):
        room = table(laid(), tabs=(("strip:step", "questions"),))
        room.tap(f"answer:{answer}")
        node = room.tree.find(f"answer:{answer}")
        assert node is not None
        assert plain(node.name) == name
        assert [mark.name for mark in node.look if isinstance(mark, Icon)] == [sign]


def plain(said: str) -> str:
    return said.replace("\u202f", " ").replace("\u00a0", " ")


def test_nothing_moves_on_the_strip_whatever_is_laid_or_answered() -> None:
    room = table(opened())
    before = places(room)
    for frame in ("mesure", "cao", *ORDER):
        room.tap(f"frame:{frame}")
        assert {key: box for key, box in places(room).items() if before[key] != box} == {}
    assert "8. Mesure" in told(room, "strip:lesson")
    room.tap("strip:questions")
    for question in ASKED:
        room.tap("answer:true")
        assert places(room)["film"] == before["film"], question
        if question != ASKED[-1]:
            room.tap("strip:after")
    assert not room.desk.refused


def places(room: Hands) -> dict[str, object]:
    """Give where the strip lies, and each frame that still waits under it."""
    tray, film = room.tree.find("tray"), room.tree.find("film")
    assert film is not None
    return {"film": film.box, **{node.key: node.box for node in (tray.kids if tray is not None else ())}}


def test_what_the_shares_leave_is_said() -> None:
    assert plain(told(table(unchosen()), "family:rest")) == "Le reste, 2,4 M€ (9 %) : les autres achats de la ville."
