"""A new member is welcomed in a real window, from home to the end: by keyboard alone, and by mouse.

The suite leads it by inputs (tests/view/test_induction.py).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from game.table.input import DOUBLE
from game.view.tree.node import top_layer
from tests.pilot import Pilot, Shown
from tests.screen import Screen
from tests.view.inductions import ASKED, ORDER
from tests.x11.conftest import display
from tests.x11.keyboard import Keyboard

__all__ = ["display"]

pytestmark = pytest.mark.x11
Press, On = Callable[[str], None], Callable[[str, str], None]
LAWFUL = "Un lot de peinture à part, ouvert à toutes"
BOTH = "Des heures là où il y a de la main d'oeuvre"
AGAIN = 5
"""Seconds after which one presses again."""
PICTURES = os.environ.get("CLAP_PICTURES", "")
"""A folder that keeps what was on the screen, for who wants to look at it."""


@pytest.mark.parametrize("hand", ["keys", "mouse"])
def test_it_is_led_from_home_to_its_end(display: Screen, tmp_path: Path, hand: str) -> None:
    with Pilot(display, tmp_path) as p:
        press = Keyboard(p).press if hand == "keys" else partial(clicked, p)
        lead(p, press, hand)
        done = p.session()
        assert done.closed
        assert [(one.moment, one.people) for one in done.survey] == [("before", 1), ("after", 1)]
        assert (done.newcomer.family, done.newcomer.mended) == ("travaux", LAWFUL)
        assert len(done.newcomer.answers) == len(ASKED)
        assert all(one.guess == "20" for one in done.carried)
        assert done.sheet("insertion-emploi").adopted
        press("ended:home")
        path = Path(p.shown.path or "")
        p.until(lambda shown: shown.tree.find("home:new"), "home")
        assert not any(node.key.startswith("review:") for node in p.shown.tree.walk()), path


def again(p: Pilot, press: Press, key: str, seen: Callable[[Shown], object], what: str) -> None:
    """Press until its effect is seen, as a person does: so soon after a sheet came, a first press may not be meant."""
    press(key)
    with suppress(AssertionError):
        p.until(seen, what, AGAIN)
    if not seen(p.shown):
        press(key)
        p.until(seen, what)


def clicked(p: Pilot, key: str) -> None:
    """Press with the mouse, not so soon that what came under it meanwhile is not meant."""
    time.sleep(DOUBLE)
    p.press(key)


def lead(p: Pilot, press: Press, hand: str) -> None:
    """Do all there is to do, as a person alone at the screen would."""

    def on(key: str, then: str) -> None:
        again(p, press, key, lambda shown: top_layer(shown.tree).find(then), then)
        if PICTURES:
            p.picture(Path(PICTURES) / f"{hand}-{then.replace(':', '_')}.png")

    first(p, press, on)
    strip(p, press, on, hand)
    standing(p, press, on)
    family(p, press, on)
    write(p, press, "tension:say", BOTH)
    press("tension:keep")
    p.until(lambda _: p.session().newcomer.talked, "the tension talked over")
    on("next", "adopt")
    on("adopt", "adopted:done")
    again(p, press, "adopted:done", lambda shown: not shown.tree.find("adopted:done"), "the adoption closed")
    assert p.session().sheet("insertion-emploi").adopted
    on("next", "survey:open")
    survey(p, on, press, "farewell:objective")
    on("farewell:close", "ended:pages")


def first(p: Pilot, press: Press, on: On) -> None:
    on("tryout:accueil", "survey:open")
    survey(p, on, press, "opening:go")
    on("opening:go", "guess:take")
    for key, then in pairwise(("guess:take", "slate:35", "slate:put", "guess:reveal", "share:truth", "share:bias",
                               "share:next", "frame:clap")):  # fmt: skip
        on(key, then)


def survey(p: Pilot, on: On, press: Press, then: str) -> None:
    """Answer the questions alone, and go on."""
    on("survey:open", "survey:answer:1")
    time.sleep(DOUBLE)  # the focus comes of itself to the first answer, after it stands
    for n in range(2, 7):
        taken = partial(answered, n)
        again(p, press, "survey:answer:1", taken, f"answer {n - 1} taken")
    on("survey:count", "survey:title")
    on("next", then)


def answered(n: int, shown: Shown) -> bool:
    return shown.tree.find("survey:count") is not None or asked(shown, n)


def asked(shown: Shown, n: int) -> bool:
    where = shown.tree.find("survey:where")
    return where is not None and f"question {n} " in where.name.replace("\u00a0", " ")


def strip(p: Pilot, press: Press, on: On, hand: str) -> None:
    for n, frame in enumerate(ORDER, 1):
        press(f"frame:{frame}")
        if hand == "keys":  # it is lifted, and carried to the first spot that waits
            p.until(lambda shown: shown.held, f"{frame} held")
            p.keys("Tab", "shift+Tab", "Return")
        p.until(lambda shown, n=n: not shown.tree.find(f"spot:{n}"), f"{frame} laid")
    on("strip:questions", "answer:true")
    for question in ASKED:
        on("answer:true" if question == "offres-vues" else "answer:false", "strip:why")
        if question != ASKED[-1]:
            again(p, press, "strip:after", lambda shown: not shown.tree.find("strip:why"), "the next sentence")
    on("next", "standing:title")


def standing(p: Pilot, press: Press, on: On) -> None:
    for one in p.session().carried:
        write(p, press, f"standing:{one.code}", "20")
        p.keys("Tab")
        p.node("standing:known")
        again(p, press, "standing:after", lambda shown: not shown.tree.find("standing:known"), "the next objective")
    on("next", "family:travaux")


def family(p: Pilot, press: Press, on: On) -> None:
    on("family:travaux", "dealt:insertion-emploi")
    on("dealt:insertion-emploi", "dealt:clause-insertion")
    press("dealt:clause-insertion")
    on("dealt:critere-service", "family:trap")
    on("family:on", "family:draw")
    on("family:draw", "family:event:told")
    on("family:on", "family:mend")
    write(p, press, "family:mend", LAWFUL)
    on("family:keep", "family:mended")
    on("next", "tension:why")


def write(p: Pilot, press: Press, field: str, text: str) -> None:
    press(field)
    p.until(lambda shown: shown.editing == field, f"{field} being typed in")
    p.keys("ctrl+a")
    p.type(text)
