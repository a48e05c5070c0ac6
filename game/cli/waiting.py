"""A bar while a large map is read for the first time: seconds, once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from game.cli.outlet import bare
from game.words.catalogue import Speaker

LARGE = 4_000_000
"""Bytes of a map that is read apart (content/largemap.py, which is not read to find it out)."""


@contextmanager
def bar(said: Speaker) -> Iterator[None]:
    """Show how far the reading of a large map is, if one is read within."""
    from game.content import largemap

    with ExitStack() as held:
        shown: list[Any] = []

        def step(hundredths: int) -> None:
            if not shown:
                made = click.progressbar(length=100, label=said.say("town.reading"), file=bare(sys.stderr))
                shown.append(held.enter_context(made))
            shown[0].update(hundredths)

        with largemap.watched(step):
            yield


def ahead(said: Speaker, folder: Path) -> None:
    """Read a scenario's large map before the window opens, its bar in sight; what is wrong with it is said later."""
    with suppress(OSError):
        if (folder / "town.geojson").stat().st_size < LARGE:
            return
        from game.content.problems import ContentError
        from game.content.shelf import load_scenario
        from game.places import shelves

        with bar(said), suppress(ContentError):
            load_scenario(folder, shelves.decks())
