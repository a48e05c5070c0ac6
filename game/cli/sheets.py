"""Commands that take a deck to a spreadsheet and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from game.cli.making import PATH, Maker, argument
from game.wiring.settings import language
from game.words.catalogue import speaker

KINDS = ("issues", "levers", "events", "tensions", "synergies")


def sheet_command(make: Maker) -> click.Command:
    """Give `clap deck sheet` and its two commands."""
    return make.group("sheet", "sheet.help", export_command, import_command)


def export_command(make: Maker) -> click.Command:
    """Give `clap deck sheet export`."""
    csv = make.option("--csv", "sheet.option.csv", is_flag=True)
    only = make.option("--only", "sheet.option.only", type=click.Choice(KINDS))
    file = argument("file", PATH, required=False)
    return make.command("export", "sheet.help_export", export, argument("deck"), file, csv, only)


def export(deck: str, file: Path | None, csv: bool, only: str | None, lang: str | None) -> int:  # noqa: FBT001
    """Write a deck as a workbook or, with `csv` or a name in .csv, as one CSV a kind."""
    from game.cli import sheeting

    return sheeting.export(speaker(language(lang)), deck, file, only, csv=csv)


def import_command(make: Maker) -> click.Command:
    """Give `clap deck sheet import`."""
    return make.command(
        "import", "sheet.help_import", take,
        argument("deck"), argument("files", PATH, nargs=-1, required=True),
        make.option("--yes", "sheet.option.yes", is_flag=True),
        make.option("--remove", "sheet.option.remove", is_flag=True),
        make.option("--keep", "sheet.option.keep", type=click.Choice(["deck", "sheet"])),
        make.option("--dry-run", "sheet.option.dry", "dry", is_flag=True),
    )  # fmt: skip


def take(**given: Any) -> int:
    """Bring filled sheets into a deck."""
    from game.cli import sheeting

    return sheeting.take(sheeting.Order(**given))
