"""Decks as people sent them, beside the project: each is told what it is, and mended where that is sure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.authoring.fix import deck_faults, mend

FIELD = Path(os.environ.get("CLAP_FIELD", Path(__file__).parents[3] / "shared" / "data" / "field")) / "decks"
TOLD = {
    "no-break-space-before-colon": (69, "no_break_space", True),
    "zero-width-space-in-key": (69, "unseen_sign", True),
    "text-cut-at-hash": (95, "text_cut", True),
    "decimal-comma-in-braces": (118, "bad_whole_between", False),
    "list-dash-forgotten": (90, "dash_missing", True),
}


@pytest.mark.skipif(not FIELD.is_dir(), reason="the decks of the field are not beside the project")
@pytest.mark.parametrize("name", sorted(TOLD))
def test_a_deck_of_the_field_is_one_fault_at_its_line(name: str) -> None:
    data = (FIELD / f"{name}.yaml").read_bytes()
    line, code, mended = TOLD[name]
    assert [(one.line, one.code) for one in deck_faults(data)] == [(line, code)]
    after, _ = mend(data)
    assert (after != data) == mended
    assert [one.code for one in deck_faults(after)] == ([] if mended else [code])
