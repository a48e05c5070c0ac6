"""A session played with printed cards, brought back from photographs of the table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from game.cli.making import PATH, argument, command, option
from game.words.catalogue import Speaker


@command(
    "from-photo", "cli.session_from_photo",
    argument("images", PATH, nargs=-1, required=True),
    option("--scenario", "cli.option.scenario", type=str, required=True),
    option("--out", "cli.option.out_session", type=PATH, required=True),
    option("--agenda", "cli.option.agenda", type=str, default=""),
    option("--date", "cli.option.date", type=str, default=""),
    option("--cards", "photo.option.cards", type=click.IntRange(0, 500), default=0),
    option("--yes", "photo.option.yes", is_flag=True),
)  # fmt: skip
def from_photo(said: Speaker, images: tuple[Path, ...], scenario: str, cards: int, **asked: Any) -> int:
    """Tell what was read, ask, write; what that takes is read when it is asked for."""
    from game.cli.photographed import Asked, bring

    return bring(said, images, scenario, cards, Asked(**asked))
