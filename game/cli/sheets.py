"""Commands that take a deck to a spreadsheet and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from game.cli.making import PATH, Group, argument, command, option
from game.words.catalogue import Speaker

KINDS = ("issues", "levers", "events", "tensions", "synergies", "families", "stages", "axes", "deck")


@command(
    "export", "sheet.help_export",
    argument("deck"),
    argument("file", PATH, required=False),
    option("--csv", "sheet.option.csv", is_flag=True),
    option("--only", "sheet.option.only", type=click.Choice(KINDS)),
)  # fmt: skip
def export(said: Speaker, deck: str, file: Path | None, csv: bool, only: str | None) -> int:  # noqa: FBT001
    """Write a deck as a workbook or, with `csv` or a name in .csv, as one CSV a kind."""
    from game.cli import sheeting

    return sheeting.export(said, deck, file, only, csv=csv)


@command(
    "import", "sheet.help_import",
    argument("deck"),
    argument("files", PATH, nargs=-1, required=True),
    option("--yes", "sheet.option.yes", is_flag=True),
    option("--remove", "sheet.option.remove", is_flag=True),
    option("--keep", "sheet.option.keep", type=click.Choice(["deck", "sheet"])),
    option("--dry-run", "sheet.option.dry", "dry", is_flag=True),
)  # fmt: skip
def take(said: Speaker, **given: Any) -> int:
    """Bring filled sheets into a deck."""
    from game.cli import sheeting

    return sheeting.take(said, sheeting.Order(**given))


SHEET = Group("sheet", "sheet.help", (export, take))
