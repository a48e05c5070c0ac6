"""An afternoon by ear, word for word: what was acted on, what was announced, what the focus said.

`python -m tests.ear` plays the acts of each transcript (tests/ear/told) again, and writes down what is heard now.
"""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("accesskit")

from tests.ear.deputy import acts, seated, told


@pytest.mark.parametrize("lang", ["fr"])
def test_what_is_heard_of_an_afternoon(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    kept = told(lang).read_text(encoding="utf-8").splitlines()
    with seated(lang) as deputy:
        for step in acts(kept):
            deputy.act(step)
    assert deputy.transcript == kept
