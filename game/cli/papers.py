"""The town's own paper, looked at before anything is written on it."""

from __future__ import annotations

from pathlib import Path

import click

from game.words.catalogue import Speaker


def examine(template: Path | None, said: Speaker) -> None:
    """Say what of a town's DOCX the papers will not have: protection, macros, links. ExportError as `letter` says."""
    if template is None:
        return
    from game.export.template.letter import letter

    for what in letter(template).left:
        click.echo(said.say(f"template.left_{what}"), err=True)
