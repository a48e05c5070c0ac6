"""`clap deck kit`: all that is needed to play without a screen, whole, at one measure, in French and in English."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from game.printing import families, rules, tokens
from game.printing.sheets import CARD, SAFE
from game.words.catalogue import speaker
from tests.cli.conftest import Clap, clap  # noqa: F401  the fixture
from tests.printing.press import MM, deck, needs_tools, pages, ran, saved, words

KITS = {
    "fr": ("regles", "cartes", "plan-a3", "plan-a4-a-assembler", "plateaux", "jetons", "fiches-objectif"),
    "en": ("rules", "cards", "plan-a3", "plan-a4-to-put-together", "boards", "tokens", "objective-sheets"),
}
BOOKS = {"fr": "8-seance.xlsx", "en": "8-session.xlsx"}


@needs_tools
@pytest.mark.parametrize("lang", KITS)
def test_one_command_makes_all_of_it(clap, tmp_path, lang):  # noqa: F811
    assert clap("deck", "new", tmp_path / "jeu").code == 0
    said = clap("deck", "kit", tmp_path / "jeu", "--to", tmp_path / "kit", "--lang", lang)
    assert (said.code, said.err) == (0, "")
    made = sorted(file.name for file in (tmp_path / "kit").iterdir())
    assert made == [*(f"{rank}-{name}.pdf" for rank, name in enumerate(KITS[lang], 1)), BOOKS[lang]]
    sizes = {name: ran("pdfinfo", tmp_path / "kit" / name) for name in made[:-1]}
    assert "Pages:           1" in sizes[made[0]]
    assert "Pages:           4" in sizes[made[3]]
    for told in sizes.values():
        wide, high = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told).groups())
        short, long = sorted((wide * MM / 72, high * MM / 72))
        a3 = (short, long) == (pytest.approx(297, abs=0.2), pytest.approx(420, abs=0.2))
        assert a3 or (short, long) == (pytest.approx(210, abs=0.2), pytest.approx(297, abs=0.2))


def test_a_deck_that_no_town_plays_says_so(clap, tmp_path):  # noqa: F811
    assert clap("deck", "new", tmp_path / "jeu").code == 0
    file = tmp_path / "jeu" / "deck.yaml"
    alone = tmp_path / "far" / "alone" / "deck.yaml"
    alone.parent.mkdir(parents=True)
    alone.write_text(file.read_text(encoding="utf-8").replace("id: jeu", "id: alone", 1), encoding="utf-8")
    (tmp_path / "jeu" / "images").rename(alone.parent / "images")
    said = clap("deck", "kit", alone.parent, "--to", tmp_path / "kit")
    assert said.code == 1
    assert "alone" in said.err
    assert not (tmp_path / "kit").exists()


@needs_tools
def test_a_board_has_the_numbers_of_its_pins_and_room_for_every_lever(blagnac, tmp_path):
    scenario, agenda = blagnac.scenario, blagnac.scenario.agendas[0]
    made = families.boards(deck(), scenario, agenda.limits, speaker("fr"))
    assert (made.overflows, made.missing) == ((), ())
    pdf = saved(made.pdf, tmp_path)
    found = words(pdf)
    assert len(found) == len(scenario.families)
    pins = [[word for (before, *_), (word, *_) in pairwise(page) if before == "épingle"]
            for page in found]  # fmt: skip
    assert pins == [[str(2 * at + 1), str(2 * at + 2)] for at in range(len(scenario.families))]
    for page in found:
        assert all(x0 > SAFE - 0.1 and x1 < 210 - SAFE + 0.1 and y1 < 297 - SAFE + 0.1 for _, x0, _, x1, y1 in page)


@needs_tools
def test_saving_ink_leaves_boards_and_tokens_without_grounds(blagnac, tmp_path):
    scenario, agenda = blagnac.scenario, blagnac.scenario.agendas[0]
    dark = {}
    for saving in (False, True):
        made = (families.boards(deck(), scenario, agenda.limits, speaker("fr"), saving=saving),
                tokens.tokens(scenario, agenda, speaker("fr"), saving=saving),
                rules.page(scenario, agenda, speaker("fr"), saving=saving))  # fmt: skip
        drawn = [pages(saved(one.pdf, tmp_path, f"{at}{saving}.pdf"), 20, "-l", "1")[0] for at, one in enumerate(made)]
        dark[saving] = [sum(value < 128 for value in page.convert("L").tobytes()) for page in drawn]
    assert all(spared < 0.8 * whole for spared, whole in zip(dark[True], dark[False], strict=True)), dark


@pytest.mark.parametrize("levers", [1, 2, 3, 5])
def test_levers_of_an_issue_hold_on_the_sheet_under_it(levers):
    first = SAFE + families.HEAD + families.GAP + CARD[1] + families.LINES
    assert first + (levers - 1) * families.step(levers) + CARD[1] <= 297 - SAFE


def test_a_family_that_takes_three_issues_has_two_sheets(blagnac):
    limits = replace(blagnac.scenario.agendas[0].limits, issues_per_family=3)
    assert families._pages(1, limits.issues_per_family) == [[4, 5], [6]]


@needs_tools
def test_each_voting_seat_has_its_tokens_and_each_issue_a_pin(blagnac, tmp_path):
    scenario, agenda = blagnac.scenario, blagnac.scenario.agendas[0]
    made = tokens.tokens(scenario, agenda, speaker("fr"))
    assert (made.overflows, made.missing) == ((), ())
    (page,) = words(saved(made.pdf, tmp_path))
    numbers = [word for word, *_ in page if word.isdigit() and len(word) < 3]
    voting = [seat for seat in scenario.seats if seat.voting]
    footed = 1  # the foot says how many a seat has
    assert len(numbers) == len(scenario.families) * 2 + len(voting) * agenda.limits.tokens_per_seat + footed


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_rules_say_the_limits_of_the_agenda_and_hold_on_a_page(blagnac, lang):
    said = speaker(lang)
    for agenda in blagnac.scenario.agendas:
        told = rules.values(blagnac.scenario, agenda, said)
        assert len(told["phases"]) == len(agenda.phases)
        vote = [line for phase in told["phases"] for line in phase["do"] if str(agenda.limits.tokens_per_seat) in line]
        assert vote or not any("lay_token" in phase.moves for phase in agenda.phases)
    made = rules.page(blagnac.scenario, blagnac.scenario.agendas[0], said)
    assert (made.overflows, made.missing) == ((), ())
    assert not said.missing
