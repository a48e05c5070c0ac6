"""The levers phase in English, in a real window, by the mouse: what answers, what pulls, what is refused and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.view.tree.node import outline
from tests.pilot import Pilot
from tests.screen import Screen
from tests.view.afternoon import PICKS, workshop
from tests.x11.gestures import seek
from tests.x11.mouse import Mouse
from tests.x11.sessions import LEVERS, made, same

pytestmark = pytest.mark.x11


def test_the_levers_phase_in_english(display: Screen, tmp_path: Path) -> None:
    path = made(tmp_path, *LEVERS)
    with Pilot(display, tmp_path) as p:
        hand = Mouse(p)
        p.press("lang:en")
        p.press(f"session:{path}")
        said = outline(p.until(lambda shown: shown.tree.find("ledger"), "the board").tree)
        assert "The hand: 47 levers to play" in said
        assert "levier" not in said.replace("step:leviers", "")
        _tones(hand)
        _asked(hand)
        for issue, _, _, levers in PICKS:
            for lever in levers:
                if p.has(f"lever:{issue}:{lever}"):
                    continue
                seek(hand, lever)
                hand.carry(f"card:{lever}", f"cell:{issue}")
        session = p.session()
        assert {issue.card: issue.levers for issue in session.issues} == {card: names for card, _, _, names in PICKS}
        _refused(hand)
        assert same(p.session(), session)
        hand.undo()
        assert p.node("cell:handicap").name.endswith("0 levers")
        hand.redo()
        assert same(p.session(), session)


def label(card: str) -> str:
    found = workshop().deck.issue(card)
    assert found is not None
    return found.label.say("en")


def _tones(hand: Mouse) -> None:
    """Hold a lever over an issue it answers, over one it does not, and one in tension: each is said, and lit so."""
    p = hand.pilot
    seek(hand, "clause-verte")
    p.lift("card:clause-verte")
    p.over("cell:biodiversite-ville")
    assert p.told("why:mouse") == f"Answers the issue “{label('biodiversite-ville')}”"
    p.over("cell:handicap")
    assert p.told("why:mouse") == f"Does not answer the issue “{label('handicap')}”"
    p.over("topbar")
    p.let_go()
    assert p.session().issues[2].levers == ()
    seek(hand, "avance-majoree")
    p.lift("card:avance-majoree")
    p.over("cell:maitrise-budget")
    assert p.told("why:mouse").startswith(f"In tension with “{label('maitrise-budget')}”: ")
    p.over("topbar")
    p.let_go()


def _asked(hand: Mouse) -> None:
    """Drop a lever on a row where it answers two issues: the table asks which; it is laid under the one chosen."""
    p = hand.pilot
    seek(hand, "menus-saison")
    p.drag("card:menus-saison", "row:enfance")
    assert p.node("choice").name == "Under which issue?"
    answers = [p.node(f"choice:{i}").name for i in range(2)]
    assert answers == [label("alimentation-durable"), label("maitrise-budget")]
    hand.press("choice:0")
    assert p.session().placed("alimentation-durable").levers == ("menus-saison",)  # type: ignore[union-attr]


def _refused(hand: Mouse) -> None:
    """Drop a fourth lever on a family that has its three: it goes home, and a sentence says why."""
    p = hand.pilot
    seek(hand, "payer-usage")
    p.drag("card:payer-usage", "cell:insertion-emploi")
    assert "the family's 3 levers are laid" in p.told("toast")
    assert p.shown.held == ()
