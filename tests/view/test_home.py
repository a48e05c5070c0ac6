"""Home: what it lists, what its buttons do, and whether it can be read at every size."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from game.core.text import Text
from game.view.answer import intents
from game.view.answer.shelf import Offer, Pace, Recent, Shelf, Trouble
from game.view.tree.legibility import DISPLAYS, FLOOR, handling, needed, reading
from game.view.tree.looks import Words
from game.view.tree.node import outline
from tests.view.rooms import BETWEEN, all_between, all_sound, at

BLAGNAC = Offer(
    "blagnac", Text("Le CLAP de Blagnac", "The CLAP of Blagnac"), Text("Blagnac"),
    (Pace("90", Text("Quatre-vingt-dix minutes"), 90), Pace("45", Text("Quarante-cinq minutes"), 45),
     Pace("accueil", Text("Accueillir un nouvel élu", "Welcome a new member"), 40, tryout=True)),
)  # fmt: skip
LOST = Offer("lyon", Text("Le CLAP de Lyon"), Text("Lyon"), (), Trouble("error.deck_unknown", (("name", "lyon"),)))
LEFT = Recent("left.clap", "Installation", Text("Blagnac"), "2026-12-02", Text("Leviers", "Levers"))
OPEN = Recent("open.clap", "Répétition", Text("Blagnac"), "2026-11-04", Text("Enjeux", "Issues"))
CLOSED = Recent("closed.clap", "Bilan", Text("Blagnac"), "2026-11-18", Text("Objectifs"), "closed")
BROKEN = Recent(
    "vieux.clap", "vieux.clap", state="broken", trouble=Trouble("error.not_a_session", (("path", "vieux.clap"),))
)
HURT = Recent(
    "abîmée.clap", "abîmée", Text("Blagnac"), "2026-11-18", Text("Objectifs"), "broken",
    Trouble("error.damaged_from", (("path", "abîmée.clap"), ("last", 42), ("at", "2026-11-18 14:32:07"), ("lost", 21))),
    rescue=True,
)  # fmt: skip
BACK = Recent("remise.clap", "remise", Text("Blagnac"), "2026-11-18", Text("Enjeux"), rescue=True, ahead=29)
FULL = Shelf((BLAGNAC, LOST), (LEFT,), (OPEN, CLOSED, BROKEN), "Documents/CLAP")
DAMAGED = Shelf((BLAGNAC,), (), (OPEN, BACK, HURT, BROKEN), "Documents/CLAP", 4970)


@pytest.mark.parametrize("side", ["new", "resume"])
@pytest.mark.parametrize(
    "shelf", [FULL, DAMAGED, Shelf((BLAGNAC,)), Shelf()], ids=["full", "damaged", "first day", "nothing"]
)
def test_home_is_sound(shelf: Shelf, side: str) -> None:
    all_sound(None, "home", shelf=shelf, tabs=(("home", side),))
    all_between(None, "home", shelf=shelf, tabs=(("home", side),), scales=(*BETWEEN, 250, 300))


def test_a_new_session_takes_the_agenda_that_was_picked() -> None:
    home = at(None, "home", shelf=FULL)
    home.tap("home:new")
    home.tap("pace:45")
    home.tap("home:new")
    assert home.effects == [intents.NewSession("blagnac", "90"), intents.NewSession("blagnac", "45")]


def test_a_new_member_is_welcomed_by_a_button_of_its_own() -> None:
    home = at(None, "home", shelf=FULL)
    found = home.tree.find("tryout:accueil")
    assert found is not None
    assert found.name == "Accueillir un nouvel élu (40 min)"
    assert home.tree.find("pace:accueil") is None
    home.tap("tryout:accueil")
    assert home.effects == [intents.NewSession("blagnac", "accueil")]


def test_a_try_out_is_listed_as_one_and_has_no_review() -> None:
    tried = replace(CLOSED, path="essai.clap", tryout=True)
    home = at(None, "home", shelf=replace(FULL, recent=(tried, CLOSED)))
    row = home.tree.find("session:essai.clap")
    assert row is not None
    assert row.hint.startswith("Séance d'essai")
    assert home.tree.find("review:essai.clap") is None
    assert home.tree.find("review:closed.clap") is not None


def test_the_session_a_crash_left_open_comes_first() -> None:
    home = at(None, "home", shelf=FULL)
    shown = outline(home.tree)
    assert shown.index("row session:left.clap") < shown.index("row session:open.clap")
    row = home.tree.find("session:left.clap")
    assert row is not None
    assert "rien n'est perdu" in row.hint
    home.tap("session:left.clap")
    home.tap("session:open.clap")
    assert home.effects == [intents.OpenSession("left.clap"), intents.OpenSession("open.clap")]


def test_a_broken_file_is_listed_with_its_sentence_and_cannot_be_opened() -> None:
    home = at(None, "home", shelf=FULL)
    row = home.tree.find("session:vieux.clap")
    assert row is not None
    assert "vieux.clap" in row.hint
    assert not row.acts
    home.tap("session:vieux.clap")
    assert home.effects == []


def test_a_file_that_was_put_back_opens_and_its_fuller_copy_is_offered() -> None:
    home = at(None, "home", shelf=DAMAGED)
    row = home.tree.find("session:remise.clap")
    assert row is not None
    assert "29 gestes de plus" in row.hint
    home.tap("session:remise.clap")
    home.tap("rescue:remise.clap")
    assert home.effects == [intents.OpenSession("remise.clap"), intents.RescueSession("remise.clap")]


def test_a_broken_scenario_is_never_the_one_that_opens() -> None:
    home = at(None, "home", shelf=Shelf((LOST, BLAGNAC)))
    home.tap("offer:lyon")
    home.tap("home:new")
    assert home.effects == [intents.NewSession("blagnac", "90")]
    assert at(None, "home", shelf=Shelf((LOST,))).tree.find("home:new") is None


def test_the_demonstration_the_language_and_the_way_out() -> None:
    home = at(None, "home", shelf=FULL)
    home.tap("home:demo")
    home.tap("home:full")
    home.tap("home:quit")
    assert home.effects == [intents.PlayDemo(), intents.Fullscreen(), intents.Quit()]
    home.tap("lang:en")
    assert home.ui.lang == "en"


def test_large_texts_show_one_column_at_a_time_the_interrupted_session_first() -> None:
    home = at(None, "home", shelf=FULL, percent=200)
    assert home.tree.find("session:left.clap") is not None
    assert home.tree.find("home:new") is None
    home.tap("tab:home:new")
    assert home.tree.find("home:new") is not None


def test_home_is_played_with_the_keyboard() -> None:
    home = at(None, "home", shelf=FULL)
    for _ in range(40):
        home.keys("tab")
        if home.ui.focus == "home:new":
            break
    home.keys("enter")
    assert home.effects == [intents.NewSession("blagnac", "90")]


@pytest.mark.parametrize(
    ("display", "metres", "px"),
    [("55", 2, 25), ("55", 3, 38), ("55", 4, 51), ("65", 2, 22), ("65", 3, 32), ("65", 4, 43), ("75", 2, 19),
     ("75", 3, 28), ("75", 4, 37), ("86", 2, 16), ("86", 3, 24), ("86", 4, 33), ("projector", 3, 23),
     ("projector", 4, 31)],
)  # fmt: skip
def test_the_size_of_type_is_that_of_the_20_arc_minute_rule(display: str, metres: int, px: int) -> None:
    """The figures of the page of requirements, worked out by others."""
    found = next(one for one in DISPLAYS if one.id == display)
    assert abs(needed(found, metres) - px) <= 0.6


def test_the_text_scale_is_proposed_from_the_screen_and_the_farthest_seat() -> None:
    home = at(None, "home", shelf=FULL, dialog="scale")
    home.tap("screen:55")
    home.tap("seat:4")
    home.tap("scale:take")
    assert (home.ui.percent, home.ui.reading) == (100, 215)
    assert home.ui.dialog == ""
    home.tap("home:text")
    home.tap("scale:hand:more")
    home.tap("scale:room:less")
    assert (home.ui.percent, home.ui.reading) == (110, 205)


def test_the_proposed_scale_stays_within_what_the_table_can_show() -> None:
    assert [handling(display) for display in DISPLAYS] == [125, *[100] * 7]
    for display, metres in product(DISPLAYS[2:-1], range(1, 9)):
        assert needed(display, metres) <= reading(display, metres) * 24 / 100
        assert reading(display, metres, FLOOR) <= reading(display, metres)


def test_a_damaged_session_is_rescued_from_home_and_one_that_is_none_is_not() -> None:
    home = at(None, "home", shelf=DAMAGED)
    home.tap(f"session:{HURT.path}")
    assert home.effects == []
    home.tap(f"rescue:{HURT.path}")
    assert home.effects == [intents.RescueSession(HURT.path)]
    assert home.tree.find(f"rescue:{BROKEN.path}") is None
    seen = " ".join(node.name for node in home.tree.walk())
    assert "geste 42" in " ".join(node.hint for node in home.tree.walk())
    assert "4970 autres" in seen.replace("\u202f", "")


def test_what_is_damaged_in_a_file_is_named_in_the_language() -> None:
    hurt = Recent(
        "a.clap", "a", state="broken", trouble=Trouble("error.damaged_text", (("path", "a"), ("source", "map")))
    )
    home = at(None, "home", shelf=Shelf((), (), (hurt,), ""))
    assert "le plan est abîmé" in " ".join(node.hint for node in home.tree.walk())


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_home_asks_for_the_screen_of_the_room_in_words_until_it_is_told(lang: str, size: tuple[int, int]) -> None:
    home = at(None, "home", shelf=FULL, lang=lang, size=size)
    asked = home.tree.find("home:text")
    assert asked is not None
    assert any(isinstance(mark, Words) for mark in asked.look), "in words"
    home.tap("home:text")
    home.tap("scale:take")  # what is proposed first is told too
    assert (home.ui.tab("screen", ""), home.ui.tab("seat", "")) == ("65", "3")
    told = home.tree.find("home:text")
    assert told is not None
    assert told.name != asked.name
    assert "65" in told.name
