from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.clerk import Clerk
from game.core.errors import SetupError
from game.table.kit import Answer
from game.view.intents import NewSession, PlayDemo
from game.view.ui import Ui
from game.words.catalogue import speaker


def broken(_: str) -> Answer:
    raise ZeroDivisionError


def test_a_fault_of_ours_is_told_and_the_table_stays_open() -> None:
    clerk = Clerk(lambda *_: b"", broken)
    with pytest.raises(SetupError) as caught:
        clerk.answer(PlayDemo(), None, Ui())
    assert caught.value.code == "request_failed"
    trace = Path(str(caught.value.facts["trace"]))
    assert "ZeroDivisionError" in trace.read_text(encoding="utf-8")
    assert speaker("fr").has("error.request_failed")


def test_what_a_person_can_mend_is_told_as_it_is() -> None:
    with pytest.raises(SetupError) as caught:
        Clerk(lambda *_: b"", broken).answer(NewSession("nowhere", "90"), None, Ui())
    assert caught.value.code == "scenario_unknown"
