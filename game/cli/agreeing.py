"""A question before something is written: only a clear yes, in the language spoken, is one."""

from __future__ import annotations

import click

from game.words.catalogue import Speaker


def agreed(said: Speaker, key: str, **facts: object) -> bool:
    """Ask; no answer, or an interruption, is a no."""
    try:
        answer = click.prompt(said.say(key, **facts), default="", show_default=False, prompt_suffix=" ")
    except click.exceptions.Abort:
        click.echo()
        return False
    return str(answer).strip().lower() in said.say("sheet.yes_words").split()
