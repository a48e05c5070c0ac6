"""What is adopted and what the session leaves are told to the whole room, under the clap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.moves.flow import SessionClosed
from game.core.moves.objectives import AdoptObjective, ObjectiveAdopted
from game.core.sheets import objectives
from game.core.workdays import works
from game.table.clap import opened
from game.view.answer.ui import Ui
from game.view.following import brought, following
from game.view.tree.node import outline
from tests.view import council
from tests.view.afternoon import played
from tests.view.checks import sound
from tests.view.council import table
from tests.view.look import tree_of
from tests.view.room import HD
from tests.view.rooms import LANGUAGES, LOW, MEASURE, SIZES, at, everywhere

ISSUE = "alimentation-durable"


def test_the_moment_comes_with_its_event_and_leaves_with_the_next() -> None:
    ui = brought(Ui(screen="play"), ObjectiveAdopted(ISSUE))
    assert (ui.dialog, ui.about) == ("adopted", ISSUE)
    assert brought(ui, SessionClosed(0)).dialog == "ended"
    assert following(ui, None).dialog == ""
    assert brought(Ui(dialog="guide"), None).dialog == "guide"


def test_an_adoption_says_its_number_and_what_was_adopted() -> None:
    tree = table(council.adopted(), dialog="adopted", about=ISSUE).tree
    assert tree.find("adopted:number").name == "Objectif 5 sur 5"  # type: ignore[union-attr]
    said = " ".join(" ".join(mark.lines) for node in tree.find("adopted").walk() for mark in node.look  # type: ignore[union-attr]
                    if hasattr(mark, "lines"))  # fmt: skip
    found = objectives(council.adopted())[0]
    assert found.title.fr in said
    assert found.deputy.fr.replace("'", "\u2019") in said.replace("'", "\u2019")


def test_nothing_is_told_of_what_is_not_adopted() -> None:
    tree = table(council.sheets(), dialog="adopted", about=ISSUE).tree
    assert tree.find("adopted:number") is None


def test_the_last_picture_tells_deputies_dates_and_a_worked_day_and_the_files_are_one_press_away() -> None:
    session = council.rolled()
    room = table(session, dialog="ended")
    rows = [node.name for node in room.tree.walk() if node.key.startswith("ended:") and node.role == "row"]
    adopted = [one for one in objectives(session) if one.adopted]
    assert len(rows) == len(adopted) > 0
    assert all(one.deputy.fr in said for one, said in zip(adopted, rows, strict=True))
    assert "mars 2027" in room.tree.find("ended:title").name  # type: ignore[union-attr]
    assert room.tree.find("export:all") is None or room.ui.dialog == "ended"
    room.tap("ended:files")
    assert room.ui.dialog == ""
    assert room.tree.find("export:all") is not None


def test_the_next_meeting_is_put_off_to_a_worked_day() -> None:
    from datetime import date

    from game.core.dates import meetings

    session = replace(council.rolled(), date="2026-12-05")
    held = next(meetings(session)).day
    assert works(date.fromisoformat(held), session.workshop.duties.holidays)
    assert str(int(held[8:])) in table(session, dialog="ended").tree.find("ended:title").name  # type: ignore[union-attr]


def test_an_adoption_claps_once_and_not_again_while_it_stands() -> None:
    plain = tree_of(council.adopted(), Ui(screen="play"))
    lying = tree_of(council.adopted(), Ui(screen="play", dialog="adopted", about=ISSUE))
    assert opened(plain, lying) is not None
    assert opened(lying, lying) is None
    assert opened(lying, plain) is None


@pytest.mark.parametrize("reading", [100, 200])
def test_an_event_claps_as_it_is_drawn(reading: int) -> None:
    listed, drawn = (
        tree_of(session(), Ui(screen="play", dialog="event", reading=reading))
        for session in (council.laid, council.voting)
    )
    assert opened(listed, drawn) is not None


def test_both_are_named_for_who_listens() -> None:
    for dialog in ("adopted", "ended"):
        tree = table(council.adopted(), dialog=dialog, about=ISSUE).tree
        assert "dialog" in outline(tree.find(dialog))  # type: ignore[arg-type]


def test_the_last_picture_is_sound() -> None:
    everywhere(council.rolled(), dialog="ended")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "percent"), [(HD, 100), (LOW, 100), (HD, 200), (SIZES[1], 225)])
def test_an_adoption_is_sound(size: tuple[int, int], percent: int, lang: str) -> None:
    room = at(council.adopted(), "play", size=size, percent=percent, lang=lang, dialog="adopted", about=ISSUE)
    sound(room.tree, MEASURE, percent)


def test_after_an_adoption_one_press_leads_to_the_next_sheet_that_waits() -> None:
    session = council.sheets()
    first, second = (one.issue for one in objectives(session)[:2])
    room = table(played(session, AdoptObjective(first)), dialog="adopted", about=first, tabs=(("objective", first),))
    room.tap("adopted:done")
    assert room.ui.dialog == ""
    assert room.ui.tab("objective", "") == second
