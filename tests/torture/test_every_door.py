"""Every command, every odd thing where a file is wanted, in both languages: exit 0, 1 or 2, a sentence, no waiting."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Clap, clap
from tests.cli.doors import READ, WRITTEN
from tests.cli.test_doors import SEEN, sound, tried, waited

__all__ = ["clap", "sound", "waited"]


@pytest.mark.usefixtures("waited")
@pytest.mark.parametrize("kind", SEEN)
@pytest.mark.parametrize("door", [*READ, *WRITTEN])
def test_every_door(clap: Clap, sound: Path, door: str, kind: str) -> None:
    for lang in ("fr", "en"):
        (sound / lang).mkdir(exist_ok=True)
        said = tried(clap, door, kind, sound, lang)
        path = next((one for one in sound.iterdir() if one.name.startswith(kind)), None)
        if path is not None and not path.is_dir():
            path.unlink(missing_ok=True)
        elif path is not None:
            path.rename(sound / lang / path.name)
        assert said.code in (0, 1, 2)
