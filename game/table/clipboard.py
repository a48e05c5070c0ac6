"""The clipboard, which belongs to every program of the machine: what it holds may be no text, too long, or not come."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.core.errors import SetupError
from game.core.signs import readable
from game.view.answer import input as given
from game.view.answer.intents import AskPaste, CopyText

MOST = 1_000_000
"""Characters read of a text that is pasted: a book; what is longer was copied by mistake."""


def served(effect: CopyText | AskPaste, give: Callable[[given.Input], None]) -> SetupError | None:
    """Copy a text, or give the one to paste as the input `Typed`; why not is given back, never raised."""
    try:
        if isinstance(effect, CopyText):
            copy(effect.text)
        else:
            give(given.Typed(pasted()))
    except SetupError as error:
        return error
    return None


def copy(text: str) -> None:
    """Put a text in the clipboard. Raises SetupError clipboard_closed."""
    try:
        pygame.scrap.put_text(readable(text))
    except (pygame.error, ValueError, MemoryError) as error:
        raise SetupError("clipboard_closed") from error


def pasted() -> str:
    """Give the clipboard's text.

    Raises SetupError: clipboard_empty, clipboard_foreign, clipboard_long, clipboard_silent.
    Foreign is text in signs that are no UTF-8, as old programs offer it: guessed at, it could be another text.
    """
    try:
        text = pygame.scrap.get_text()
    except UnicodeDecodeError as error:
        raise SetupError("clipboard_foreign") from error
    except (pygame.error, ValueError, MemoryError) as error:
        raise SetupError("clipboard_silent") from error
    if not text:
        raise SetupError("clipboard_empty")
    if len(text) > MOST:
        raise SetupError("clipboard_long", size=len(text) // 1000, limit=MOST // 1000)
    return text
