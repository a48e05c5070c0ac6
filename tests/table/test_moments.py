"""At the real table the moments come with what hands did: an adoption, the close; a refusal brings none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.moves.flow import CloseSession, EnterPhase
from game.core.moves.objectives import AdoptObjective
from game.core.sheets import objectives
from game.table.app import Table
from tests.scenarios.test_afternoon import recording
from tests.table.real import desk, opened, press
from tests.x11.sessions import made


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    """Open the recorded afternoon where its objectives are to be adopted."""
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    steps = [step.command for step in recording().steps if step.kind == "do" and not step.refused]
    until = next(i for i, do in enumerate(steps) if isinstance(do, AdoptObjective))
    with opened(made(tmp_path, *steps[:until])) as table:  # type: ignore[arg-type]
        yield table


def test_each_adoption_is_told_with_its_number_until_a_press(table: Table) -> None:
    first, second, *_ = objectives(desk(table).session)
    for at, one in enumerate((first, second), 1):
        table.gesture(AdoptObjective(one.issue))
        table.changed()
        assert table.tree.find("adopted:number").name.startswith(f"Objectif {at} sur")  # type: ignore[union-attr]
        press(table, "adopted:done")
        assert table.ui.dialog == ""
    table.gesture(AdoptObjective(first.issue))
    assert table.ui.dialog == "", "one that is adopted already brings no moment"


def test_undo_brings_none(table: Table) -> None:
    table.gesture(AdoptObjective(objectives(desk(table).session)[0].issue))
    table.changed()
    press(table, "adopted:done")
    press(table, "undo")
    assert table.ui.dialog == ""


def test_the_close_ends_on_the_objectives(table: Table) -> None:
    for one in objectives(desk(table).session):
        table.gesture(AdoptObjective(one.issue))
    table.gesture(EnterPhase("generique"))
    table.gesture(CloseSession())
    table.changed()
    shown = [node.key for node in table.tree.walk() if node.role == "row" and node.key.startswith("ended:")]
    assert len(shown) == len(objectives(desk(table).session))
    press(table, "ended:files")
    assert table.tree.find("session:closed") is not None
    press(table, "session:ended")
    assert table.ui.dialog == "ended"
