"""The page that hangs beside the screen: one page, whatever the agenda, and each button it names is on the screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.content.shelf import load_scenario
from game.core.scenario import Scenario
from game.places import shelves
from game.printing.beside import ALWAYS, GESTURES, TROUBLE, page, values
from game.words.catalogue import speaker
from tests.export.reading import typed
from tests.printing.press import needs_tools, ran, saved, words

BUTTONS = (
    "guess.reveal", "guess.take", "guess.put", "council.tab.vote", "council.way.title", "council.vote.close",
    "council.sheet.adopt",
    "council.export.all", "council.end.do", "menu.time", "menu.windows",
)  # fmt: skip
TOWNS = ("blagnac", "cantine", "drumsallow")


def town(name: str) -> Scenario:
    """Read one of our towns."""
    return load_scenario(shelves.scenarios() / name, shelves.decks()).scenario


@needs_tools
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", TOWNS)
def test_every_agenda_of_a_town_holds_on_one_page_and_says_all_its_phases(name: str, lang: str, tmp_path: Path) -> None:
    scenario, said = town(name), speaker(lang)
    for agenda in scenario.agendas:
        printed = page(scenario, agenda, said)
        assert (printed.overflows, printed.missing) == ((), ())
        pdf = saved(printed.pdf, tmp_path)
        assert len(words(pdf)) == 1
        read = " ".join(ran("pdftotext", pdf, "-").split())
        assert all(f"{n}. {typed(phase.title.say(lang))}" in read for n, phase in enumerate(agenda.phases, 1))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_button_it_names_is_on_the_screen_under_that_name(lang: str) -> None:
    said = speaker(lang)
    lines = [said.say(f"beside.do.{name}") for _, name in GESTURES]
    lines += [
        said.say(f"beside.{head}.{one}")
        for head, all_of in (("always", ALWAYS), ("trouble", TROUBLE))
        for one in all_of
    ]
    named = set(re.findall(r"« ?([^»]+?) ?»|“([^”]+)”", " ".join(lines)))
    quoted = {re.sub(r"[   ]", " ", one or other).strip() for one, other in named}
    shown = {said.say(key) for key in BUTTONS} | {re.sub(r" \(.*", "", said.say("council.tab.debate", n=2))}
    assert quoted == shown


def test_it_says_what_is_said_and_from_which_minute() -> None:
    scenario = town("blagnac")
    told = values(scenario, scenario.agendas[0], speaker("fr"))
    first, second = told["phases"][:2]
    assert first["say"][0]["words"].startswith("«")
    assert f"de {scenario.agendas[0].phases[0].minutes} à" in second["span"]
