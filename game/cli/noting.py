"""What is to be said of how a table was read: the code it was in, the sheets, rows and columns left aside."""

from __future__ import annotations

from collections.abc import Iterable

import click

from game.content.unseen import shown
from game.tables.table import Note
from game.words.catalogue import Speaker


def tell(notes: Iterable[Note], said: Speaker, *, err: bool = False) -> None:
    """Say each note once, in a sentence; `err`: where a figure for a program goes to the output."""
    for note in dict.fromkeys(notes):
        facts = {name: shown(fact) if isinstance(fact, str) else fact for name, fact in note.facts}
        click.echo(said.say(f"tables.note.{note.code}", **facts), err=err)
