"""Every sentence of the exports is in the catalogue, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.export import export_all
from game.words.catalogue import speaker


@pytest.mark.parametrize(("which", "lang"), [("left", "en"), ("hostile", "fr"), ("blank", "en")])
def test_nothing_is_said_by_its_key(which: str, lang: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    export_all(request.getfixturevalue(which), lang, tmp_path)
    assert {key for key in speaker(lang).missing if key.startswith("export.")} == set()


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "key",
    ["status_plan", "status_do", "status_check", "status_act_generalise", "status_act_adjust", "status_act_stop",
     "how_lifted", "how_vote", "how_tie", "how_capacity", "confidence_sure", "confidence_probable",
     "confidence_to_check", "confidence_none", "undressed_target", "undressed_deadline", "undressed_lever"],
)  # fmt: skip
def test_every_code_has_its_words(key: str, lang: str) -> None:
    assert speaker(lang).has(f"export.{key}")
