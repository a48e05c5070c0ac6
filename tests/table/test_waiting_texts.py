"""A text shown in a field and not yet recorded: adopting its sheet records it first, or says why it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.core.moves.flow import EnterPhase
from game.table.app import Table
from game.view.answer.input import Tick
from tests.scenarios.test_afternoon import recording
from tests.table.real import desk, opened, press, write
from tests.x11.sessions import made

ISSUE = "alimentation-durable"
TITLE = f"objective:{ISSUE}:title"
GOOD = "Servir des œufs bio à l'école"
VAGUE = "Sensibiliser les convives"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    steps = [step.command for step in recording().steps if step.kind == "do" and not step.refused]
    until = next(i for i, do in enumerate(steps) if do == EnterPhase("objectifs"))
    return made(tmp_path_factory.mktemp("sheets"), *steps[: until + 1])  # type: ignore[arg-type]


@pytest.fixture
def file(path: Path, tmp_path: Path) -> Path:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    return copy


@pytest.fixture
def table(file: Path) -> Iterator[Table]:
    with opened(file) as made_table:
        yield made_table


def title(table: Table) -> str:
    return dict(desk(table).session.sheet(ISSUE).fields).get("title", "")


def test_a_draft_shown_again_is_recorded_when_its_sheet_is_adopted(file: Path) -> None:
    with opened(file) as table:
        write(table, TITLE, GOOD)
        table.step((Tick(table.ui.now + 5),))
        assert dict(desk(table).drafts()) == {TITLE: GOOD}
    with opened(file) as table:
        node = table.tree.find(TITLE)
        assert node is not None
        assert node.value == GOOD
        assert title(table) == ""
        press(table, "adopt")
        assert title(table) == GOOD
        assert desk(table).session.sheet(ISSUE).adopted
        assert desk(table).drafts() == ()


def test_what_was_typed_just_before_the_window_is_closed_is_in_the_file(file: Path) -> None:
    with opened(file) as table:
        write(table, TITLE, GOOD)
        pygame.event.post(pygame.Event(pygame.QUIT))
        table.run()
    with opened(file) as table:
        assert title(table) == GOOD


def test_a_vague_title_being_typed_keeps_its_sheet_from_being_adopted(table: Table) -> None:
    write(table, TITLE, VAGUE)
    press(table, "adopt")
    assert not desk(table).session.sheet(ISSUE).adopted
    assert table.ui.toast is not None
    assert table.ui.toast.tone == "refused"
    assert table.ui.text(TITLE) == VAGUE


def test_a_refused_title_left_in_its_field_is_not_adopted_over(table: Table) -> None:
    write(table, TITLE, VAGUE)
    press(table, "tab:sheet:context")
    press(table, "adopt")
    assert not desk(table).session.sheet(ISSUE).adopted
    press(table, "tab:sheet:main")
    write(table, TITLE, GOOD)
    press(table, "adopt")
    assert title(table) == GOOD
    assert desk(table).session.sheet(ISSUE).adopted
