"""Every command, every odd thing where a file is wanted, in both languages: exit 0, 1 or 2, a sentence, no waiting."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Clap, clap
from tests.cli.doors import READ, WRITTEN
from tests.cli.test_doors import SEEN, ready, sound, tried, waited

__all__ = ["clap", "ready", "sound", "waited"]


@pytest.mark.usefixtures("waited")
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("kind", SEEN)
@pytest.mark.parametrize("door", [*READ, *WRITTEN])
def test_every_door(clap: Clap, sound: Path, door: str, kind: str, lang: str) -> None:
    assert tried(clap, door, kind, sound, lang).code in (0, 1, 2)
