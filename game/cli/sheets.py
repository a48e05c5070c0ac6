"""Commands that take a deck to a spreadsheet and back."""

from __future__ import annotations

from pathlib import Path

import click

from game.wiring.settings import language
from game.words.catalogue import Speaker, speaker

KINDS = ("issues", "levers", "events", "tensions", "synergies")


def group(said: Speaker, lang: click.Option) -> click.Group:
    """Give the commands, their help in a language."""
    path = click.Path(path_type=Path)
    deck = click.Argument(["deck"], type=str)
    to = click.Argument(["file"], type=path, required=False)
    only = click.Option(["--only"], type=click.Choice(KINDS), help=said.say("sheet.option.only"))
    csv = click.Option(["--csv"], is_flag=True, help=said.say("sheet.option.csv"))
    files = click.Argument(["files"], type=path, nargs=-1, required=True)
    yes = click.Option(["--yes"], is_flag=True, help=said.say("sheet.option.yes"))
    remove = click.Option(["--remove"], is_flag=True, help=said.say("sheet.option.remove"))
    keep = click.Option(["--keep"], type=click.Choice(["deck", "sheet"]), help=said.say("sheet.option.keep"))
    dry = click.Option(["--dry-run", "dry"], is_flag=True, help=said.say("sheet.option.dry"))
    sheet = click.Group("sheet", help=said.say("sheet.help"))
    out = click.Command(
        "export", callback=export, params=[deck, to, csv, only, lang], help=said.say("sheet.help_export")
    )
    params: list[click.Parameter] = [deck, files, yes, remove, keep, dry, lang]
    sheet.add_command(out)
    sheet.add_command(click.Command("import", callback=take, params=params, help=said.say("sheet.help_import")))
    return sheet


def export(deck: str, file: Path | None, csv: bool, only: str | None, lang: str | None) -> int:  # noqa: FBT001
    """Write a deck as a workbook or, with `csv` or a name in .csv, as one CSV a kind."""
    from game.cli import sheeting

    return sheeting.export(speaker(language(lang)), deck, file, only, csv=csv)


def take(
    deck: str,
    files: tuple[Path, ...],
    yes: bool,  # noqa: FBT001
    remove: bool,  # noqa: FBT001
    keep: str | None,
    dry: bool,  # noqa: FBT001
    lang: str | None,
) -> int:
    """Bring filled sheets into a deck."""
    from game.cli import sheeting

    return sheeting.take(speaker(language(lang)), deck, files, keep, yes=yes, remove=remove, dry=dry)
