"""The dialog that takes an objective's baseline from open contract data."""

from __future__ import annotations

from itertools import product

import pytest

from game.core.moves.measures import PullMeasure
from game.core.moves.objectives import AmendObjective
from game.core.session import Session
from game.view.answer.intents import FindData, ReadData
from game.view.answer.survey import Figure, Survey
from game.view.tree.node import Node
from game.words.catalogue import speaker
from tests.view import reviews
from tests.view.checks import sound
from tests.view.council import SESSIONS
from tests.view.room import Hands
from tests.view.rooms import LANGUAGES, MEASURE, SCALES, SIZES, RuleDesk, at

ISSUE = "alimentation-durable"
COUNTED = "handicap"
"""An objective whose indicator open data count: the sheet of the other is measured by hand."""
DOWN = (("page:main", 60),)
PRINT = "1a2b3c4d" + "0" * 56
READ = Survey(
    (), "decp.json", "decp.json", PRINT, (), 31,
    (Figure("env", "value", 10, 30, 1 / 3, 3.3), Figure("soc", "points", 2, 8, 0.25, 12.5),
     Figure("reserve", "few", 1, 3), Figure("avance", "unknown")),
)  # fmt: skip
STEPS = {
    "none": Survey(),
    "files": Survey(("decp-2022.json", "marches publics de la ville et de ses satellites 2019-2026.csv")),
    "buyers": Survey((), "decp.json", "decp.json", PRINT, (("213100696", 81), ("210000015", 1))),
    "figures": READ,
    "nothing": Survey((), "decp.json", "decp.json", PRINT),
}


def node(room: Hands, key: str) -> Node:
    found = room.tree.find(key)
    assert found is not None, key
    return found


def done(room: Hands) -> list[object]:
    assert isinstance(room.desk, RuleDesk)
    return room.desk.done


def sheets() -> Session:
    session = SESSIONS["sheets"]()
    assert isinstance(session, Session)
    return session


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_the_dialog_is_sound(step: str) -> None:
    for lang, percent, size in product(LANGUAGES, SCALES, SIZES):
        room = at(sheets(), "play", size=size, lang=lang, percent=percent, dialog="opendata", about=ISSUE,
                  survey=STEPS[step])  # fmt: skip
        sound(room.tree, MEASURE, percent)
        assert not speaker(lang).missing


def test_the_sheet_offers_it_and_the_files_are_looked_for() -> None:
    room = at(sheets(), "play", tabs=(("objective", COUNTED), ("sheet", "main")), scrolls=DOWN)
    room.tap("sheet:opendata")
    assert (room.ui.dialog, room.ui.about) == ("opendata", COUNTED)
    assert room.effects[-1:] == [FindData()]


def test_an_adopted_sheet_keeps_its_baseline() -> None:
    room = at(SESSIONS["adopted"](), "play", tabs=(("objective", COUNTED), ("sheet", "main")), scrolls=DOWN)
    assert not node(room, "sheet:opendata").acts


def test_a_file_then_a_buyer_is_chosen() -> None:
    room = at(sheets(), "play", dialog="opendata", about=ISSUE, survey=STEPS["files"])
    assert not node(room, "opendata:read").acts
    room.tap("opendata:file:0")
    assert room.effects == [ReadData("decp-2022.json", "enfance")]
    room = at(sheets(), "play", dialog="opendata", about=ISSUE, survey=STEPS["files"])
    room.tap("opendata:path")
    room.type("~/decp.xml")
    room.tap("opendata:read")
    assert room.effects == [ReadData("~/decp.xml", "enfance")]
    room = at(sheets(), "play", dialog="opendata", about=ISSUE, survey=STEPS["buyers"])
    room.tap("opendata:buyer:213100696")
    assert room.effects == [ReadData("decp.json", "enfance", "213100696")]


def test_a_rate_becomes_the_baseline_with_its_file_print_and_definition() -> None:
    room = at(sheets(), "play", dialog="opendata", about=ISSUE, survey=READ)
    room.tap("opendata:env")
    source = "données ouvertes, decp.json\u00a0: Considération environnementale, 10 sur 30"
    assert done(room) == [AmendObjective(ISSUE, "baseline", "33.3"), AmendObjective(ISSUE, "source", source)]
    assert room.ui.dialog == ""


def test_what_is_no_rate_is_said_and_cannot_be_taken() -> None:
    room = at(sheets(), "play", dialog="opendata", about=ISSUE, survey=READ)
    few, unknown = node(room, "opendata:reserve"), node(room, "opendata:avance")
    assert "trop peu pour un taux" in few.name
    assert "non mesurable" in unknown.name
    assert not few.acts
    assert not unknown.acts


# A measure of an objective that is reviewed.


@pytest.mark.parametrize("step", STEPS)
def test_every_step_is_sound_on_a_review(step: str) -> None:
    for lang, percent, size in product(LANGUAGES, SCALES, SIZES):
        room = at(reviews.opened(), "play", size=size, lang=lang, percent=percent, dialog="opendata",
                  about=reviews.FOOD, survey=STEPS[step])  # fmt: skip
        sound(room.tree, MEASURE, percent)
        assert not speaker(lang).missing


def test_the_review_offers_it_for_the_objective_shown() -> None:
    room = at(reviews.opened(), "play", tabs=(("review", reviews.COST),), scrolls=(("review:sheet", 400),))
    room.tap("review:opendata")
    assert (room.ui.dialog, room.ui.about) == ("opendata", reviews.COST)
    assert room.effects[-1:] == [FindData()]


def test_a_rate_becomes_the_measure_with_its_file_print_and_what_was_counted() -> None:
    room = at(reviews.opened(), "play", dialog="opendata", about=reviews.FOOD, survey=READ)
    assert "nouvelle mesure" in node(room, "opendata:wanted").name
    room.tap("opendata:env")
    what = "Considération environnementale"
    (found,) = done(room)
    assert found == PullMeasure(reviews.FOOD, 33.3, 10, 30, "decp.json", PRINT, what, comment=what)
    assert room.ui.dialog == ""
    one = reviews.played(reviews.opened(), "2027-03-10", found).followed(reviews.FOOD)
    assert one is not None
    assert [(m.value, m.k, m.n, m.file, m.date) for m in one.measures] == [("33.3", 10, 30, "decp.json", "2027-03-10")]


def test_where_the_unit_is_a_number_the_contracts_are_counted() -> None:
    room = at(reviews.opened(), "play", dialog="opendata", about=reviews.DISABLED, survey=READ)
    room.tap("opendata:env")
    (found,) = done(room)
    assert isinstance(found, PullMeasure)
    assert (found.value, found.k) == (10.0, 10)
