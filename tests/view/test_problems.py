"""The banner of a deck that cannot be played, and the dialog that lists its faults, at every size of text."""

import pytest

from game.core.text import Text
from game.view.answer.faults import Fault
from game.view.answer.intents import OpenDialog
from game.view.answer.ui import Ui, with_faults
from tests.view import afternoon
from tests.view.checks import sound
from tests.view.look import table

LONG = "vouliez-vous dire « un mot bien plus long que les autres, et encore un autre » ? " * 3
FAULTS = (
    Fault("deck.yaml", 17, 16, Text("aucune famille « ecolse »", "no family “ecolse”"), "    families: [ecolse]", 6),
    Fault("deck.yaml", 0, 0, Text("ce fichier n'est pas en UTF-8", "this file is not UTF-8")),
    Fault("en.yaml", 170, 90, Text(LONG, LONG), "x" * 60 + " label: {fr: “Eau”, en: “Water”} " + "y" * 200, 4),
    Fault("deck.yaml", 3, 400, Text("trop loin", "too far"), "court", 900, mild=True),
)
SIZES = ((1920, 1080), (1280, 720), (3840, 2160))


def shown(*faults: Fault, size=(1920, 1080), **view: object):
    ui = with_faults(faults)(Ui(screen="play", **view))  # type: ignore[arg-type]
    return table(afternoon.issues(), ui, size)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("percent", [100, 150, 200, 300])
@pytest.mark.parametrize("size", SIZES)
def test_banner_and_dialog_hold_at_every_size(size, percent, lang):
    for dialog, faults in (("", FAULTS), ("", FAULTS[2:]), ("problems", FAULTS)):
        hands = shown(*faults, size=size, percent=percent, lang=lang, dialog=dialog)
        sound(hands.tree, hands.measure, percent)
        assert not hands.speaker.missing


def test_the_banner_tells_the_first_fault_that_stops_and_opens_the_list():
    hands = shown(FAULTS[3], FAULTS[0])
    banner = hands.tree.find("notice:deck")
    assert banner.name == "deck.yaml, ligne 17\u00a0: aucune famille « ecolse »"
    assert "live" in banner.states
    assert hands.tree.find("notice:problems").does == OpenDialog("problems")
    hands.tap("notice:problems")
    assert [node.key for node in hands.tree.walk() if node.key in ("problems:0", "problems:1", "problems:2")] == [
        "problems:0", "problems:1",
    ]  # fmt: skip
    hands.keys("escape")
    assert hands.ui.dialog == ""


def test_what_only_deserves_a_look_raises_no_banner():
    assert shown(FAULTS[3]).tree.find("notice:deck") is None
    assert shown().tree.find("notice:deck") is None


def test_the_faulty_words_are_underlined_where_they_are():
    hands = shown(FAULTS[0], dialog="problems")
    line = hands.tree.find("problems:0:line")
    words, under = line.look[1], line.look[2]
    before = hands.measure.width("families: [", words.px)
    assert abs(under.box.x - words.box.x - before) <= 2
    assert abs(under.box.w - hands.measure.width("ecolse", words.px)) <= 2


def test_the_last_fault_mended_closes_the_list():
    ui = with_faults(FAULTS)(Ui(screen="play", dialog="problems"))
    assert with_faults(FAULTS[:1])(ui).dialog == "problems"
    assert with_faults(())(ui).dialog == ""
    assert with_faults(())(Ui(dialog="menu")).dialog == "menu"
