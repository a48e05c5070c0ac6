"""What is to be said of how a table was read: the code it was in, the sheets, rows and columns left aside."""

from __future__ import annotations

from collections.abc import Iterable

import click

from game.tables.table import Note
from game.words.catalogue import Speaker


def tell(notes: Iterable[Note], said: Speaker, *, err: bool = False) -> None:
    """Say each note once, in a sentence; `err`: where a figure for a program goes to the output."""
    for note in dict.fromkeys(notes):
        click.echo(said.say(f"tables.note.{note.code}", **dict(note.facts)), err=err)
